import { cholesky } from '~/methods/linear-algebra/cholesky';
import { elboTerms, logImportanceWeight, type ElboTerms } from '~/methods/linear-gaussian/elbo-gap';
import {
  bestDiagonal,
  posterior,
  sampleGaussian,
  type Gaussian,
  type LinearGaussian,
} from '~/methods/linear-gaussian/model';
import { effectiveSampleSize } from '~/methods/marginal-likelihood/estimates';
import { createRng } from '~/methods/rng/create-rng';
import { momentsOf } from '~/methods/score-function/estimators';
import { logMeanExp } from '~/methods/vae/values';
import type { Params } from './elbo-gap.params';

/** x = z + ε, or x = z₁ + z₂ + ε: of two coordinates only the sum is seen. */
export function modelOf({ codes, noise }: Pick<Params, 'codes' | 'noise'>): LinearGaussian {
  return { weights: [codes === 'one' ? [1] : [1, 1]], offset: [0], noiseVariance: noise * noise };
}

/** The q that the reader has set. */
export function codeOf({ codes, family, m1, w1, m2, w2, rho }: Params): Gaussian {
  if (codes === 'one') return { mean: [m1], covariance: [[w1 * w1]] };
  const shared = family === 'full' ? rho * w1 * w2 : 0;
  return {
    mean: [m1, m2],
    covariance: [
      [w1 * w1, shared],
      [shared, w2 * w2],
    ],
  };
}

/** The member of the reader's family whose bound is largest. */
export function bestCodeOf(params: Params): Gaussian {
  const model = modelOf(params);
  return params.family === 'full' || params.codes === 'one'
    ? posterior(model, [params.x])
    : bestDiagonal(model, [params.x]);
}

/** The settings at which q is the best of its family, to three digits. */
export function closeGap(params: Params): Params {
  const { mean, covariance } = bestCodeOf(params);
  const round = (value: number) => Number(value.toFixed(3));
  const at = (j: number) => Math.sqrt(covariance[j]?.[j] ?? NaN);
  const one = { ...params, m1: round(mean[0] ?? NaN), w1: round(at(0)) };
  if (params.codes === 'one') return one;
  return {
    ...one,
    m2: round(mean[1] ?? NaN),
    w2: round(at(1)),
    rho: round((covariance[0]?.[1] ?? NaN) / (at(0) * at(1))),
  };
}

export interface Bounds extends ElboTerms {
  readonly posterior: Gaussian;
  readonly q: Gaussian;
  /** KL(best q of the family ‖ posterior): what no setting of this family can close. */
  readonly leastGap: number;
  /** Correlation of the two coordinates under the posterior; 0 where there is one. */
  readonly correlation: number;
  /** Whether the importance weights have a finite variance: q may not be much narrower than the posterior. */
  readonly steady: boolean;
}

/** The bound, its gap, and what could be reached: all exact. */
export function boundsOf(params: Params): Bounds {
  const model = modelOf(params);
  const x = [params.x];
  const q = codeOf(params);
  const exact = posterior(model, x);
  const [[a = NaN, b = 0] = [], [, d = NaN] = []] = exact.covariance;
  return {
    ...elboTerms(model, x, q),
    posterior: exact,
    q,
    leastGap: elboTerms(model, x, bestCodeOf(params)).gap,
    correlation: params.codes === 'one' ? 0 : b / Math.sqrt(a * d),
    steady: isSteady(q, exact),
  };
}

/** E_q w² is finite exactly where 2Σ_q − Σ_posterior is positive definite. */
function isSteady(q: Gaussian, exact: Gaussian): boolean {
  const [[a = NaN, b = 0] = [], [, d] = []] = q.covariance.map((row, i) =>
    row.map((value, j) => 2 * value - (exact.covariance[i]?.[j] ?? NaN)),
  );
  return a > 0 && (d === undefined || a * d > b * b);
}

/** Weights in all: of 128 there are 16 groups. */
export const WEIGHTS = 2048;
export const COUNTS = [1, 2, 4, 8, 16, 32, 64, 128] as const;

/** The importance-weighted bound with K samples, estimated from the same weights for every K. */
export interface Climb {
  readonly k: readonly number[];
  /** L_K, nats. With K doubled it cannot fall, for the groups of one are pairs of the other. */
  readonly bound: readonly number[];
  readonly standardError: readonly number[];
  /** Of all weights, from 1 to their number. */
  readonly effective: number;
}

/** Standard normals for the weights' samples, the same for every q. */
export function drawNoise({ codes, draw }: Pick<Params, 'codes' | 'draw'>): number[][] {
  const rng = createRng(draw);
  return Array.from({ length: WEIGHTS }, () =>
    codes === 'one' ? [rng.normal()] : [rng.normal(), rng.normal()],
  );
}

/** L_K for K = 1 … 128, each the mean over all groups of K weights. */
export function climb(params: Params, noise: readonly (readonly number[])[]): Climb {
  const [model, q] = [modelOf(params), codeOf(params)];
  const logs = noise.map((each) => logImportanceWeight(model, [params.x], q, sampleGaussian(q, each)));
  const moments = COUNTS.map((k) => {
    const groups = Array.from({ length: logs.length / k }, (_, i) => logs.slice(i * k, (i + 1) * k));
    return momentsOf(groups.map((group) => logMeanExp(group)));
  });
  return {
    k: COUNTS,
    bound: moments.map(({ mean }) => mean),
    standardError: moments.map(({ standardError }) => standardError),
    effective: effectiveSampleSize(logs),
  };
}

/** The curve on which a Gaussian's density is that at r standard deviations. */
export function ellipseOf({ mean, covariance }: Gaussian, r: number): { xs: number[]; ys: number[] } {
  const [[a = NaN] = [], [b = NaN, c = NaN] = []] = cholesky(covariance);
  const turns = Array.from({ length: 73 }, (_, i) => (i * Math.PI) / 36);
  return {
    xs: turns.map((t) => (mean[0] ?? NaN) + r * a * Math.cos(t)),
    ys: turns.map((t) => (mean[1] ?? NaN) + r * (b * Math.cos(t) + c * Math.sin(t))),
  };
}
