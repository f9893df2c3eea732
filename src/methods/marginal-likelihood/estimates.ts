import {
  evidence,
  logEvidence,
  logNormalDensity,
  priorOf,
  type Gaussian,
  type LinearGaussian,
} from '~/methods/linear-gaussian/model';
import { cholesky } from '~/methods/linear-algebra/cholesky';
import { applyMatrix, dot, type Matrix, type Vector } from '~/methods/linear-algebra/matrix';
import { exp, log, logOnePlus } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import { LOG_TWO_PI, logMeanExp } from '~/methods/vae/values';

/**
 * How many equal weights would be worth as much as these: $\mathrm{ESS} = \bigl(\sum w\bigr)^2 / \sum w^2$.
 * @param logWeights log w, −∞ for a weight of 0; a common factor is of no account
 * @returns from 1 (one weight is all) to n (all equal)
 * @throws RangeError if there is none or all are −∞.
 * @see Kong, Liu and Wong, "Sequential imputations and Bayesian missing data problems", JASA 89, 1994; Owen, "Monte Carlo theory,
 * methods and examples", 2013, Eq. 9.13
 * @example effectiveSampleSize([0, 0, -1000]) // 2
 */
export function effectiveSampleSize(logWeights: readonly number[]): number {
  const largest = logWeights.reduce((most, each) => Math.max(most, each), -Infinity);
  if (!Number.isFinite(largest))
    throw new RangeError(
      `effectiveSampleSize: needs at least one weight above 0, found ${logWeights.length} with largest logarithm ${largest}`,
    );
  let [sum, squares] = [0, 0];
  for (const each of logWeights) {
    const weight = exp(each - largest);
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

/** An estimate of log p(x) from n samples. */
export interface Estimate {
  /** $\log \frac1n \sum w$, nats: p(x) itself is met without bias, its logarithm is on average too low. */
  readonly logEstimate: number;
  /** From 1 to n. */
  readonly effectiveSampleSize: number;
  /** $\sqrt{1/\mathrm{ESS} - 1/n}$: the estimated relative error of p(x), or about the error of its logarithm. Useless where ESS is near 1. */
  readonly relativeError: number;
}

/**
 * The estimate that weights give.
 * @param logWeights log w of n samples, at least one
 * @throws RangeError as `effectiveSampleSize`.
 * @example estimateFrom([0, 0]) // { logEstimate: 0, effectiveSampleSize: 2, relativeError: 0 }
 */
export function estimateFrom(logWeights: readonly number[]): Estimate {
  const size = effectiveSampleSize(logWeights);
  return {
    logEstimate: logMeanExp(logWeights),
    effectiveSampleSize: size,
    relativeError: Math.sqrt(Math.max(0, 1 / size - 1 / logWeights.length)),
  };
}

/**
 * log p(x) by importance sampling: $p(x) \approx \frac1n \sum_s \frac{p(x \mid z_s)\, p(z_s)}{q(z_s)}$, $z_s \sim q$.
 * With q the prior it is plain Monte Carlo, `estimateByPrior`; with q the posterior one sample is exact.
 * @param model the model whose exact value `logEvidence` says
 * @param x [d]
 * @param q the proposal, a Gaussian of the code
 * @param samples n, a whole number ≥ 1
 * @param rng the run's generator; n · k normals are taken
 * @throws RangeError if sizes do not fit or n is not a whole number ≥ 1.
 * @see Burda, Grosse and Salakhutdinov, "Importance weighted autoencoders", ICLR 2016, section 3
 * @example estimateByImportance(model, x, posterior(model, x), 1, createRng(1)).logEstimate // logEvidence(model, x)
 */
export function estimateByImportance(
  model: LinearGaussian,
  x: Vector,
  q: Gaussian,
  samples: number,
  rng: Rng,
): Estimate {
  if (!Number.isInteger(samples) || samples < 1)
    throw new RangeError(
      `estimateByImportance: samples must be a whole number of at least 1, found ${samples}`,
    );
  const lower = cholesky(q.covariance);
  return estimateFrom(
    Array.from({ length: samples }, () => drawLogWeight(model, x, { mean: q.mean, lower }, rng)),
  );
}

/** `logImportanceWeight` of a fresh draw z = m + L ε, where log q(z) is known from ε, so that nothing is factored again. */
function drawLogWeight(
  { weights, offset, noiseVariance }: LinearGaussian,
  x: Vector,
  { mean, lower }: { readonly mean: Vector; readonly lower: Matrix },
  rng: Rng,
): number {
  const noise = Array.from(mean, () => rng.normal());
  const z = applyMatrix(lower, noise).map((value, i) => value + mean[i]!);
  const center = applyMatrix(weights, z);
  const error = x.reduce((sum, value, i) => sum + (value - center[i]! - offset[i]!) ** 2, 0);
  const likelihood = -(x.length * (LOG_TWO_PI + log(noiseVariance)) + error / noiseVariance) / 2;
  // log p(z) − log q(z): both have one constant, and q's density is changed by the volume of L.
  const volume = lower.reduce((sum, row, i) => sum + log(row[i]!), 0);
  return likelihood - (dot(z, z) - dot(noise, noise)) / 2 + volume;
}

/**
 * log p(x) by plain Monte Carlo: $p(x) \approx \frac1n \sum_s p(x \mid z_s)$, $z_s \sim p(z)$. Unbiased for p(x), and hopeless where the
 * code has many dimensions: hardly a sample lands where p(x|z) is not nil.
 * @param samples n, a whole number ≥ 1
 * @param rng the run's generator
 * @throws RangeError as `estimateByImportance`.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, section 2.1
 * @example estimateByPrior(model, x, 1000, createRng(1))
 */
export function estimateByPrior(model: LinearGaussian, x: Vector, samples: number, rng: Rng): Estimate {
  return estimateByImportance(model, x, priorOf(model), samples, rng);
}

/**
 * How many prior samples plain Monte Carlo needs, exactly: the number n at which the standard error of p(x) is the given fraction of it,
 *
 * $$n = \frac{1}{r^2} \left( \frac{\mathbb{E}_{p(z)}\, p(x \mid z)^2}{p(x)^2} - 1 \right), \qquad
 *   \mathbb{E}_{p(z)}\, p(x \mid z)^2 = (4 \pi s^2)^{-d/2}\, N\bigl(x;\ b,\ W W^\top + \tfrac12 s^2 I\bigr)$$
 *
 * because the square of a normal density is again one, with half the variance.
 * @param x [d]
 * @param relativeError r > 0
 * @returns **log n** (natural), for n soon leaves the range of numbers that one can count to
 * @throws RangeError if r is not above 0 or the sizes do not fit.
 * @example exp(logSamplesNeeded({ weights: [[1]], offset: [0], noiseVariance: 0.01 }, [0], 0.1)) // 612.4
 */
export function logSamplesNeeded(model: LinearGaussian, x: Vector, relativeError: number): number {
  if (!(relativeError > 0))
    throw new RangeError(`logSamplesNeeded: relativeError must be above 0, found ${relativeError}`);
  const { mean, covariance } = evidence({ ...model, noiseVariance: model.noiseVariance / 2 });
  const logSecond =
    logNormalDensity(x, { mean, covariance }) - (x.length / 2) * log(4 * Math.PI * model.noiseVariance);
  const surplus = logSecond - 2 * logEvidence(model, x);
  // log(eˢ − 1), right also where eˢ overflows.
  return surplus + logOnePlus(-exp(-surplus)) - 2 * log(relativeError);
}

/**
 * A model of a given latent dimension in which every coordinate is seen equally well: x = z + noise, d = k. log p(x) is then a sum
 * of k equal terms, so only the dimension changes.
 * @param dimension k, a whole number ≥ 1
 * @param noiseVariance s² > 0
 * @throws RangeError if the dimension is not a whole number ≥ 1.
 * @example modelOfDimension(2, 0.1).weights // [[1, 0], [0, 1]]
 */
export function modelOfDimension(dimension: number, noiseVariance: number): LinearGaussian {
  if (!Number.isInteger(dimension) || dimension < 1)
    throw new RangeError(
      `modelOfDimension: dimension must be a whole number of at least 1, found ${dimension}`,
    );
  const axis = Array.from({ length: dimension }, (_, i) => i);
  return {
    weights: axis.map((i) => axis.map((j) => (i === j ? 1 : 0))),
    offset: axis.map(() => 0),
    noiseVariance,
  };
}
