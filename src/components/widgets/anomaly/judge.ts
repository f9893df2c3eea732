import { areaUnderRoc, rocCurve, thresholdAtRate } from '~/methods/roc/roc';
import { PIXELS } from '../shared/test-digits';
import type { Curve, Frame, Mistaken } from './anomaly.frame';
import type { Score } from './anomaly.params';
import type { Scored } from './scores';

/** Pictures of each kind of mistake that are shown. */
export const WORST = 6;

/** Pictures with their scores, grown part by part. */
export interface Group {
  readonly pictures: Float32Array;
  readonly scores: Scored[];
  /** [scored · 784] in the first places */
  readonly restored: Float32Array;
}

export const makeGroup = (pictures: Float32Array): Group => ({
  pictures,
  scores: [],
  restored: new Float32Array(pictures.length),
});

/** The score of each picture; where the model has none of the kind asked for, its error. */
const valuesOf = ({ scores }: Group, score: Score): number[] =>
  scores.map((each) => each[score] ?? each.error);

/**
 * The threshold that digits alone set: at most the share of them raises an alarm. Where none may, just above the highest of them.
 * @param alarm percent
 */
function thresholdOf(normal: readonly number[], alarm: number): number {
  const threshold = thresholdAtRate(normal, alarm / 100);
  const highest = Math.max(...normal);
  return Number.isFinite(threshold) ? threshold : highest + 1e-9 * Math.max(1e-3, Math.abs(highest));
}

/** The worst of those whose place is in the list, taken from its front. */
function show(places: readonly number[], { pictures, restored }: Group): Mistaken {
  const shown = places.slice(0, WORST);
  const gather = (from: Float32Array) => {
    const all = new Float32Array(shown.length * PIXELS);
    shown.forEach((place, i) => all.set(from.subarray(place * PIXELS, (place + 1) * PIXELS), i * PIXELS));
    return all;
  };
  return { count: places.length, pictures: gather(pictures), restored: gather(restored) };
}

function rocOf(normal: readonly number[], foreign: readonly number[]): { curve: Curve; area: number } {
  const curve = rocCurve(normal, foreign);
  return {
    curve: {
      alarms: curve.map(({ falsePositiveRate }) => falsePositiveRate),
      hits: curve.map(({ truePositiveRate }) => truePositiveRate),
    },
    area: areaUnderRoc(normal, foreign),
  };
}

/** What a threshold makes of both groups. @param alarm percent of the digits that may raise a false alarm */
export function judge(
  digits: Group,
  strangers: Group,
  score: Score,
  alarm: number,
): Omit<Frame, 'step' | 'device' | 'notes'> {
  const [normal, foreign] = [valuesOf(digits, score), valuesOf(strangers, score)];
  const threshold = thresholdOf(normal, alarm);
  const placesOf = (values: readonly number[], isWrong: (value: number) => boolean) =>
    values.flatMap((value, place) => (isWrong(value) ? [place] : []));
  const alarms = placesOf(normal, (value) => value >= threshold);
  const missed = placesOf(foreign, (value) => value < threshold);
  return {
    score,
    normal,
    foreign,
    threshold,
    ...rocOf(normal, foreign),
    baseline: rocOf(valuesOf(digits, 'ink'), valuesOf(strangers, 'ink')),
    falseAlarms: show(
      alarms.sort((a, b) => (normal[b] ?? NaN) - (normal[a] ?? NaN)),
      digits,
    ),
    misses: show(
      missed.sort((a, b) => (foreign[a] ?? NaN) - (foreign[b] ?? NaN)),
      strangers,
    ),
  };
}
