import type { Gaussian } from '~/methods/linear-gaussian/model';
import { klOfGaussians, logEvidence, posterior } from '~/methods/linear-gaussian/model';
import { estimateFrom, logSamplesNeeded, modelOfDimension } from '~/methods/marginal-likelihood/estimates';
import { LOG_TWO_PI } from '~/methods/vae/values';
import { noiseOf, REPEATS, SAMPLES } from './noise';
import { MOST_DIMENSIONS, type Params } from './marginal-likelihood.params';

/** Numbers of samples at which the estimates are read. */
export const COUNTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** A normal of one coordinate; all coordinates are alike. */
export interface Coordinate {
  readonly mean: number;
  readonly deviation: number;
}

/** The exact posterior of a coordinate: x = z + noise, both normal. */
export function posteriorOf({ noise, at }: Params): Coordinate {
  const { mean, covariance } = posterior(modelOfDimension(1, noise * noise), [at]);
  return { mean: mean[0] ?? NaN, deviation: Math.sqrt(covariance[0]?.[0] ?? NaN) };
}

/** The proposal q of a coordinate: off the posterior's mean by `shift` and `spread` times as wide, as an encoder might be. */
export function proposalOf(params: Params): Coordinate {
  const { mean, deviation } = posteriorOf(params);
  return { mean: mean + params.shift * deviation, deviation: params.spread * deviation };
}

export const PRIOR: Coordinate = { mean: 0, deviation: 1 };

/** log p(x), exactly. */
export function exactValue({ k, noise, at }: Params): number {
  return logEvidence(modelOfDimension(k, noise * noise), Array<number>(k).fill(at));
}

/** log w = log p(x|z) + log p(z) − log q(z) of all samples of all repeats, z drawn from the proposal in every coordinate. */
export function logWeights({ k, noise, at, seed }: Params, q: Coordinate): Float64Array {
  const weights = new Float64Array(REPEATS * SAMPLES);
  // −½ log 2πs² of the likelihood; the constants of p(z) and q(z) differ by log of q's width.
  weights.fill(k * (Math.log(q.deviation / noise) - LOG_TWO_PI / 2));
  for (const column of noiseOf(seed, k))
    for (let i = 0; i < weights.length; i++) {
      const e = column[i] ?? NaN;
      const z = q.mean + q.deviation * e;
      const off = (at - z) / noise;
      weights[i] = (weights[i] ?? NaN) - (off * off + z * z - e * e) / 2;
    }
  return weights;
}

/** Estimates of log p(x) less its exact value, over the number of samples. */
export interface Errors {
  /** One row for each of COUNTS, one value for each repeat, in nats. */
  readonly errors: readonly (readonly number[])[];
  readonly mean: readonly number[];
  /** Lowest and highest of the repeats. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Effective sample size of the largest count, mean over the repeats. */
  readonly effective: number;
  /** Standard deviation over the repeats at the largest count. */
  readonly deviation: number;
}

export function errorsOf(params: Params, q: Coordinate): Errors {
  const weights = logWeights(params, q);
  const exact = exactValue(params);
  const rows = Array.from({ length: REPEATS }, (_, r) =>
    Array.from(weights.subarray(r * SAMPLES, (r + 1) * SAMPLES)),
  );
  const errors = COUNTS.map((n) => rows.map((row) => estimateFrom(row.slice(0, n)).logEstimate - exact));
  const mean = errors.map((values) => values.reduce((sum, value) => sum + value, 0) / REPEATS);
  const last = errors.at(-1) ?? [];
  const centre = mean.at(-1) ?? NaN;
  return {
    errors,
    mean,
    low: errors.map((values) => Math.min(...values)),
    high: errors.map((values) => Math.max(...values)),
    effective: rows.reduce((sum, row) => sum + estimateFrom(row).effectiveSampleSize, 0) / REPEATS,
    deviation: Math.sqrt(last.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (REPEATS - 1)),
  };
}

/** The fraction of p(x) that a standard error may be. */
export const RELATIVE = 0.1;

/**
 * log₁₀ of the number of samples that make the standard error of p(x) a tenth of it, exactly.
 *
 * Prior: `logSamplesNeeded`. Proposal: with c = spread and δ = shift, $E_q w^2 / p(x)^2 = \bigl( \tfrac{c^2}{\sqrt{2c^2-1}}\, e^{\delta^2/(2c^2-1)} \bigr)^k$,
 * infinite for c² ≤ ½: the tails of q are then too thin for any number of samples.
 */
export function samplesNeeded(params: Params): { readonly prior: number; readonly proposal: number } {
  const { k, noise, at, shift, spread } = params;
  const prior = logSamplesNeeded(modelOfDimension(k, noise * noise), Array<number>(k).fill(at), RELATIVE);
  const room = 2 * spread ** 2 - 1;
  const log = room > 0 ? k * (Math.log(spread ** 2 / Math.sqrt(room)) + shift ** 2 / room) : Infinity;
  // At least one sample, also where each is exact.
  const proposal = Math.max(0, Math.log10(Math.expm1(log) / RELATIVE ** 2));
  return { prior: prior / Math.LN10, proposal };
}

/** The same over the dimension. */
export function overDimension(params: Params): {
  readonly k: readonly number[];
  readonly prior: readonly number[];
  readonly proposal: readonly number[];
} {
  const ks = Array.from({ length: MOST_DIMENSIONS }, (_, i) => i + 1);
  const all = ks.map((k) => samplesNeeded({ ...params, k }));
  return { k: ks, prior: all.map(({ prior }) => prior), proposal: all.map(({ proposal }) => proposal) };
}

/** What the mean of log w tends to under the proposal, less log p(x): −KL(q ‖ posterior), exactly. */
export function elboGap(params: Params): number {
  const normal = ({ mean, deviation }: Coordinate): Gaussian => ({
    mean: [mean],
    covariance: [[deviation ** 2]],
  });
  return params.k * klOfGaussians(normal(proposalOf(params)), normal(posteriorOf(params)));
}
