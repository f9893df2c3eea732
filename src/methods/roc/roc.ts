/** One threshold: what is called anomalous has a score of at least it. */
export interface RocPoint {
  /** +∞ at the first point, where nothing is called anomalous. */
  readonly threshold: number;
  /** Share of normal ones that are called anomalous (false alarms), 0 … 1. */
  readonly falsePositiveRate: number;
  /** Share of anomalous ones that are called so (hits), 0 … 1. */
  readonly truePositiveRate: number;
}

function checkScores(name: string, named: Readonly<Record<string, readonly number[]>>): void {
  for (const [which, scores] of Object.entries(named))
    if (scores.length === 0 || scores.some(Number.isNaN))
      throw new RangeError(
        `${name}: ${which} must be at least one number and none NaN, found ${scores.length} values`,
      );
}

/**
 * The ROC curve of a score: hits against false alarms as the threshold falls. Conventions: **high scores mean anomalous**; a score equal to the
 * threshold is called anomalous; equal scores make **one** point, so a tie between the classes is a slanted piece.
 * @param normal scores of normal ones (negatives), e.g. reconstruction errors or −ELBO
 * @param anomalous scores of anomalous ones (positives)
 * @returns from (0, 0) to (1, 1), one point more than there are different scores
 * @throws RangeError if one is empty or holds NaN.
 * @see Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27, 2006, Algorithm 1
 * @example rocCurve([1, 2], [2, 3]).map((p) => [p.falsePositiveRate, p.truePositiveRate]) // [[0, 0], [0, 0.5], [0.5, 1], [1, 1]]
 */
export function rocCurve(normal: readonly number[], anomalous: readonly number[]): RocPoint[] {
  checkScores('rocCurve', { normal, anomalous });
  const all = [
    ...normal.map((score) => ({ score, hit: 0 })),
    ...anomalous.map((score) => ({ score, hit: 1 })),
  ].sort((a, b) => (a.score === b.score ? 0 : b.score - a.score));
  const curve: RocPoint[] = [{ threshold: Infinity, falsePositiveRate: 0, truePositiveRate: 0 }];
  let [alarms, hits] = [0, 0];
  all.forEach(({ score, hit }, i) => {
    hits += hit;
    alarms += 1 - hit;
    if (all[i + 1]?.score === score) return;
    curve.push({
      threshold: score,
      falsePositiveRate: alarms / normal.length,
      truePositiveRate: hits / anomalous.length,
    });
  });
  return curve;
}

/**
 * The area under the ROC curve: the probability that an anomalous one scores higher than a normal one, **ties counted ½** (the trapezoids).
 * @returns 0 … 1; ½ for a score that tells nothing
 * @throws RangeError as `rocCurve`.
 * @see Fawcett, 2006, section 7; equal to the Mann–Whitney statistic: Hanley and McNeil, Radiology 143, 1982
 * @example areaUnderRoc([1, 2], [2, 3]) // 0.875
 */
export function areaUnderRoc(normal: readonly number[], anomalous: readonly number[]): number {
  const curve = rocCurve(normal, anomalous);
  return curve.reduce((area, point, i) => {
    const before = curve[i - 1] ?? point;
    const width = point.falsePositiveRate - before.falsePositiveRate;
    return area + (width * (point.truePositiveRate + before.truePositiveRate)) / 2;
  }, 0);
}

/**
 * The threshold that normal data alone set: the least of their scores such that at most the given share of them is called anomalous; above all
 * of them (+∞) if none does.
 * @param normal scores of normal ones, kept apart from training
 * @param falsePositiveRate the share that may be called anomalous, 0 … 1
 * @throws RangeError if there is no score, one is NaN, or the rate is out of range.
 * @example thresholdAtRate([1, 2, 3, 4], 0.25) // 4
 */
export function thresholdAtRate(normal: readonly number[], falsePositiveRate: number): number {
  checkScores('thresholdAtRate', { normal });
  if (!(falsePositiveRate >= 0 && falsePositiveRate <= 1))
    throw new RangeError(`thresholdAtRate: falsePositiveRate must be in [0, 1], found ${falsePositiveRate}`);
  const curve = rocCurve(normal, normal);
  const allowed = curve.filter((point) => point.falsePositiveRate <= falsePositiveRate);
  return allowed.at(-1)?.threshold ?? Infinity;
}

/**
 * The point where hits less false alarms are most (Youden's J). Of equals the one with fewer alarms.
 * @throws RangeError as `rocCurve`.
 * @see Youden, "Index for rating diagnostic tests", Cancer 3, 1950
 * @example youdenPoint([1, 2], [2, 3]).threshold // 3
 */
export function youdenPoint(normal: readonly number[], anomalous: readonly number[]): RocPoint {
  const gain = (point: RocPoint) => point.truePositiveRate - point.falsePositiveRate;
  return rocCurve(normal, anomalous).reduce((best, point) => (gain(point) > gain(best) ? point : best));
}
