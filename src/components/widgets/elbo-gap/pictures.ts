import type { PlotLabel, PlotLine, PlotPoint } from '../shared/plot-path';
import { ellipseOf, type Bounds, type Climb } from './bounds';
import { HALF_AXIS, type Params } from './elbo-gap.params';
import type { GapWords } from './elbo-gap.text';

const AXIS = Array.from({ length: 141 }, (_, i) => HALF_AXIS * (i / 70 - 1));
/** Height by width of the code plane: a unit is as long upwards as sideways. */
export const PLANE_ASPECT = 0.6;

/** Words and lines of one picture. */
export interface Picture {
  readonly lines: readonly PlotLine[];
  readonly labels: readonly PlotLabel[];
}

const normal = (mean: number, deviation: number) => (z: number) =>
  Math.exp(-(((z - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));

/** Prior, posterior and q of one coordinate, with the height that holds them. */
export function drawDensities(
  { m1, w1 }: Params,
  { posterior }: Bounds,
  words: GapWords,
  before?: Bounds,
): Picture & { readonly peak: number } {
  const mean = posterior.mean[0] ?? NaN;
  const deviation = Math.sqrt(posterior.covariance[0]?.[0] ?? NaN);
  const [exact, q] = [normal(mean, deviation), normal(m1, w1)];
  const kept = keptDensities(before);
  const peak = 1.3 * Math.max(exact(mean), q(m1), ...kept.flatMap(({ ys }) => Array.from(ys)));
  return {
    peak,
    lines: [
      { xs: AXIS, ys: AXIS.map(normal(0, 1)), role: 'quiet', dash: '2 3' },
      ...kept,
      { xs: AXIS, ys: AXIS.map(exact), role: 'data', filled: true },
      { xs: AXIS, ys: AXIS.map(q), role: 'model', filled: true, dash: '7 4' },
    ],
    labels: [
      { x: -HALF_AXIS, y: 0.12 * peak, text: words.prior, role: 'quiet' },
      { x: mean, y: exact(mean) + 0.08 * peak, text: words.posterior, role: 'data', align: 'center' },
      { x: m1, y: q(m1) + (Math.abs(m1 - mean) < 1.4 ? 0.2 : 0.08) * peak, text: words.q, role: 'model', align: 'center' }, // prettier-ignore
    ],
  };
}

/** The baseline's posterior and q, in thin grey; of a code with two coordinates the first. */
function keptDensities(before: Bounds | undefined): PlotLine[] {
  if (!before) return [];
  return [before.posterior, before.q].map(({ mean, covariance }, i) => {
    const density = normal(mean[0] ?? NaN, Math.sqrt(covariance[0]?.[0] ?? NaN));
    const line: PlotLine = { xs: AXIS, ys: AXIS.map(density), role: 'quiet', width: 1.25 };
    return i === 0 ? line : { ...line, dash: '7 4' };
  });
}

/** Contours of the three at one and two standard deviations. */
export function drawPlane({ posterior, q }: Bounds, words: GapWords, before?: Bounds): Picture {
  const prior = { mean: [0, 0], covariance: [[1, 0], [0, 1]] }; // prettier-ignore
  const rings = [
    [prior, { role: 'quiet', dash: '2 3' }],
    [posterior, { role: 'data' }],
    [q, { role: 'model', dash: '7 4' }],
  ] as const;
  const top = PLANE_ASPECT * HALF_AXIS;
  // A baseline of one coordinate has no place in the plane.
  const kept = before?.q.mean.length === 2 ? ([before.posterior, before.q] as const) : [];
  return {
    lines: [
      ...kept.map((gaussian, i): PlotLine => {
        const line: PlotLine = { ...ellipseOf(gaussian, 2), role: 'quiet', width: 1.25 };
        return i === 0 ? line : { ...line, dash: '7 4' };
      }),
      ...rings.flatMap(([gaussian, style]) =>
        [1, 2].map((r): PlotLine => ({ ...ellipseOf(gaussian, r), ...style })),
      ),
    ],
    labels: [
      { x: -HALF_AXIS + 0.1, y: 0.88 * top, text: words.posterior, role: 'data' },
      { x: -HALF_AXIS + 0.1, y: 0.66 * top, text: words.q, role: 'model' },
      { x: -HALF_AXIS + 0.1, y: 0.44 * top, text: words.prior, role: 'quiet' },
    ],
  };
}

/** The part of the axis of nats that is shown: to the left of log p(x) a power of two, to the right half of it. */
export function rangeOfNats({ elbo, logLikelihood, logEvidence }: Bounds): [number, number] {
  let reach = 2;
  while (elbo < logEvidence - 0.95 * reach || logLikelihood > logEvidence + 0.5 * reach) reach *= 2;
  return [logEvidence - reach, logEvidence + 0.6 * reach];
}

/** The gap as a bar from the ELBO up to log p(x), and below it the KL to the prior from the ELBO up to E log p(x|z). */
export function drawTerms(bounds: Bounds, words: GapWords): Picture {
  const { elbo, logLikelihood, logEvidence } = bounds;
  const [from, to] = rangeOfNats(bounds);
  // Near the right edge its name stands inside the bar.
  const late = logLikelihood > from + 0.55 * (to - from);
  return {
    lines: [
      { xs: [elbo, elbo, logEvidence, logEvidence], ys: [0, 0.5, 0.5, 0], role: 'data', filled: true },
      { xs: [elbo, elbo, logLikelihood, logLikelihood], ys: [0, -0.5, -0.5, 0], role: 'judge', filled: true, dash: '7 4' }, // prettier-ignore
    ],
    labels: [
      { x: from, y: 0.74, text: words.gapName, role: 'data' },
      { x: from, y: -0.74, text: words.klName, role: 'judge' },
      { x: logLikelihood, y: -0.28, text: words.likelihood, role: 'judge', align: late ? 'end' : 'start' },
    ],
  };
}

/** L_K over log₂ K with two standard errors to each side. */
export function drawClimb(
  { bound, standardError }: Climb,
  { elbo, logEvidence }: Bounds,
  before?: Climb,
): {
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
  readonly domain: readonly [number, number];
} {
  const at = bound.map((_, i) => i);
  const least = Math.min(elbo, ...bound, ...(before?.bound ?? []));
  const most = Math.max(logEvidence, ...(before?.bound ?? []));
  const reach = Math.max(0.25, 1.15 * (most - least));
  return {
    lines: [
      ...(before ? [{ xs: at, ys: before.bound, role: 'quiet', width: 1.25 } as const] : []),
      { xs: at, ys: bound, role: 'model' },
      ...bound.map((value, i): PlotLine => {
        const error = 2 * (standardError[i] ?? 0);
        return { xs: [i, i], ys: [value - error, value + error], role: 'model' };
      }),
    ],
    points: bound.map((value, i) => ({ x: i, y: value, role: 'model', hollow: true })),
    domain: [most - reach, most + 0.25 * reach],
  };
}

/** Round numbers on an axis. */
export function ticksOf([from, to]: readonly [number, number]): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)));
}
