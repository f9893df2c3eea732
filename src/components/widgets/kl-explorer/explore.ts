import { integrate, klOfMixtures } from '~/methods/density-fit/divergence';
import {
  fitForward,
  fitByLikelihood,
  fitReverse,
  meanLogLikelihood,
  reverseKl,
} from '~/methods/density-fit/fit';
import {
  logMixture,
  logNormal,
  momentsOfMixture,
  type Normal,
  type Part,
} from '~/methods/density-fit/mixture';
import { createRng } from '~/methods/rng/create-rng';
import { fields, HALF_AXIS, type Params } from './kl-explorer.params';

/** The density p: one part, or two of equal width. */
export function partsOf({ leftAt, rightAt, share, width }: Params): Part[] {
  const right = { weight: 1 - share, mean: rightAt, deviation: width };
  return share === 0 ? [right] : [{ weight: share, mean: leftAt, deviation: width }, right];
}

export const normalOf = ({ qAt, qWidth }: Params): Normal => ({ mean: qAt, deviation: qWidth });

/** A density ten times as high as the other counts as standing where the other is not. */
const TENFOLD = Math.log(10);
const STEP = 0.04;
const HALF_WIDE = 22;
const WIDE = Array.from({ length: (2 * HALF_WIDE) / STEP + 1 }, (_, i) => i * STEP - HALF_WIDE);
const shown = (values: readonly number[]) =>
  values.slice((HALF_WIDE - HALF_AXIS) / STEP, (HALF_WIDE + HALF_AXIS) / STEP + 1);
const LINE = shown(WIDE);

/** Everything that the figure shows of p and q, in nats. */
export interface Exploration {
  readonly x: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  /** p log(p/q), whose area is KL(p ‖ q) */
  readonly forwardTerm: readonly number[];
  /** q log(q/p), whose area is KL(q ‖ p) */
  readonly reverseTerm: readonly number[];
  /** KL(p ‖ q) */
  readonly forward: number;
  /** KL(q ‖ p) */
  readonly reverse: number;
  /** H(p) */
  readonly entropy: number;
  /** p's mass where q is less than a tenth of it: what a sampler of q hardly makes */
  readonly missed: number;
  /** q's mass where p is less than a tenth of it: samples like no data */
  readonly wasted: number;
  /** Derivatives of KL(q ‖ p) by μ (times σ) and log σ. */
  readonly reverseSlope: number;
  /** The least KL(p ‖ q) of any normal. */
  readonly leastForward: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Mass of a density where its logarithm is more than log 10 above the other's, by sums far beyond all that the axis shows. */
function massWithout(own: readonly number[], other: readonly number[]): number {
  return STEP * sum(own.map((log, i) => (log - (other[i] ?? NaN) > TENFOLD ? Math.exp(log) : 0)));
}

/** H(p) = −∫ p log p, nats. */
export function entropyOf(parts: readonly Part[]): number {
  const log = (x: number) => logMixture(x, parts);
  return integrate((x) => -Math.exp(log(x)) * log(x), { from: -30, to: 30, points: 2001 });
}

export function explore(params: Params): Exploration {
  const parts = partsOf(params);
  const normal = normalOf(params);
  const logP = WIDE.map((x) => logMixture(x, parts));
  const logQ = WIDE.map((x) => logNormal(x, normal));
  const term = (own: readonly number[], other: readonly number[]) =>
    shown(own.map((log, i) => Math.exp(log) * (log - (other[i] ?? NaN))));
  const { byMean, byLogDeviation } = reverseKl(normal, parts);
  return {
    x: LINE,
    p: shown(logP.map(Math.exp)),
    q: shown(logQ.map(Math.exp)),
    forwardTerm: term(logP, logQ),
    reverseTerm: term(logQ, logP),
    forward: klOfMixtures(parts, [{ weight: 1, ...normal }]),
    reverse: klOfMixtures([{ weight: 1, ...normal }], parts),
    entropy: entropyOf(parts),
    missed: massWithout(logP, logQ),
    wasted: massWithout(logQ, logP),
    reverseSlope: Math.hypot(byMean * normal.deviation, byLogDeviation),
    leastForward: fitForward(parts).kl,
  };
}

/** Values drawn from p: with probability `share` from the left part. */
export function drawSample(params: Params): number[] {
  const rng = createRng(params.seed);
  const { leftAt, rightAt, share, width } = params;
  return Array.from({ length: Number(params.n) }, () => {
    const mean = rng.uniform() < share ? leftAt : rightAt;
    return mean + width * rng.normal();
  });
}

/** The sample's mean log-likelihood under q beside what it tends to. */
export interface Likelihood {
  /** (1/n) Σ log q(xᵢ) */
  readonly mean: number;
  /** Its standard error. */
  readonly error: number;
  /** Of all normals the one that makes it largest. */
  readonly best: Normal;
}

export function readLikelihood(sample: readonly number[], q: Normal): Likelihood {
  const mean = meanLogLikelihood(sample, [{ weight: 1, ...q }]);
  const variance = sample.reduce((sum, x) => sum + (logNormal(x, q) - mean) ** 2, 0) / (sample.length - 1);
  return { mean, error: Math.sqrt(variance / sample.length), best: fitByLikelihood(sample) };
}

/** The mean of log q over anything with this mean and deviation: log q is a parabola, so no more of it is needed. */
export function meanLogNormal(of: Normal, q: Normal): number {
  return logNormal(of.mean, q) - (of.deviation / q.deviation) ** 2 / 2;
}

const MEANS = Array.from({ length: 49 }, (_, i) => (i - 24) / 4);

/** All that follows q's mean while p, the sample and q's width stand still. */
export interface OverMean {
  readonly mean: readonly number[];
  readonly forward: readonly number[];
  readonly reverse: readonly number[];
  /** −H(p) − KL(p ‖ q) */
  readonly expected: readonly number[];
  /** (1/n) Σ log q(xᵢ) */
  readonly sampled: readonly number[];
}

export function overMean(params: Params, sample: readonly number[]): OverMean {
  const parts = partsOf(params);
  const entropy = entropyOf(parts);
  const expected = (q: Normal) => meanLogNormal(momentsOfMixture(parts), q);
  const moments = fitByLikelihood(sample);
  const all = MEANS.map((mean) => ({ mean, deviation: params.qWidth }));
  return {
    mean: MEANS,
    forward: all.map((q) => -entropy - expected(q)),
    reverse: all.map((q) => reverseKl(q, parts).kl),
    expected: all.map(expected),
    sampled: all.map((q) => meanLogNormal(moments, q)),
  };
}

const clamp = (key: 'qAt' | 'qWidth', value: number) =>
  Math.min(fields[key].max, Math.max(fields[key].min, Math.round(1000 * value) / 1000));

/** The settings with q moved to where a divergence from it is least: forward once and for all, reverse by descent from q as it stands. */
export function fit(params: Params, direction: 'forward' | 'reverse'): Params {
  const parts = partsOf(params);
  const found = direction === 'forward' ? fitForward(parts) : fitReverse(parts, normalOf(params));
  return { ...params, qAt: clamp('qAt', found.mean), qWidth: clamp('qWidth', found.deviation) };
}
