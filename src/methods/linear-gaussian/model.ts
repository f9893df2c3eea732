import { cholesky, invertPositive, logDeterminant, solvePositive } from '~/methods/linear-algebra/cholesky';
import {
  applyMatrix,
  checkSquare,
  diagonal,
  dot,
  identity,
  multiplyMatrices,
  sizeOfMatrix,
  transposeMatrix,
  type Matrix,
  type Vector,
} from '~/methods/linear-algebra/matrix';

/** $z \sim N(0, I_k)$, $x = W z + b + \varepsilon$, $\varepsilon \sim N(0, s^2 I_d)$: probabilistic PCA with known W, b, s². */
export interface LinearGaussian {
  /** W, [d, k] */
  readonly weights: Matrix;
  /** b, [d] */
  readonly offset: Vector;
  /** s² > 0, the **variance** of the noise */
  readonly noiseVariance: number;
}

/** A Gaussian with any covariance. */
export interface Gaussian {
  /** [n] */
  readonly mean: Vector;
  /** [n, n], symmetric and positive definite */
  readonly covariance: Matrix;
}

const LOG_TWO_PI = 1.8378770664093453;

/** d and k. @throws RangeError if the sizes do not fit or s² is not above 0. */
function checkModel(name: string, { weights, offset, noiseVariance }: LinearGaussian): [number, number] {
  const [d, k] = sizeOfMatrix(weights, `${name}: weights`);
  if (offset.length !== d)
    throw new RangeError(
      `${name}: weights have ${d} rows, offset ${offset.length} values; they must be equal`,
    );
  if (!(noiseVariance > 0 && noiseVariance < Infinity))
    throw new RangeError(`${name}: noiseVariance must be above 0 and finite, found ${noiseVariance}`);
  return [d, k];
}

const minus = (a: Vector, b: Vector) => a.map((value, i) => value - (b[i] ?? NaN));

/**
 * The log-density of a Gaussian: $-\tfrac12 \bigl( n \log 2\pi + \log\det\Sigma + (x-\mu)^\top \Sigma^{-1} (x-\mu) \bigr)$.
 * @param x [n]
 * @returns in nats
 * @throws RangeError if the covariance is not symmetric and positive definite or sizes differ.
 * @example logNormalDensity([0], { mean: [0], covariance: [[1]] }) // -0.9189385332046727
 */
export function logNormalDensity(x: Vector, { mean, covariance }: Gaussian): number {
  const apart = minus(x, mean);
  const squared = dot(apart, solvePositive(covariance, apart));
  return -(x.length * LOG_TWO_PI + logDeterminant(covariance) + squared) / 2;
}

/**
 * The KL divergence between two Gaussians with any covariance, from p to q:
 *
 * $$\mathrm{KL}(q \,\|\, p) = \tfrac12 \Bigl( \operatorname{tr}(\Sigma_p^{-1}\Sigma_q)
 *   + (\mu_p - \mu_q)^\top \Sigma_p^{-1} (\mu_p - \mu_q) - n + \log\frac{\det\Sigma_p}{\det\Sigma_q} \Bigr)$$
 *
 * @returns ≥ 0, in nats; the expectation is under the first
 * @throws RangeError if a covariance is not symmetric and positive definite or sizes differ.
 * @example klOfGaussians({ mean: [0], covariance: [[1]] }, { mean: [1], covariance: [[1]] }) // 0.5
 */
export function klOfGaussians(q: Gaussian, p: Gaussian): number {
  const n = checkSquare('klOfGaussians', q.covariance);
  const precision = invertPositive(p.covariance);
  const product = multiplyMatrices(precision, q.covariance);
  const trace = product.reduce((sum, row, i) => sum + row[i]!, 0);
  const apart = minus(p.mean, q.mean);
  const stretch = logDeterminant(p.covariance) - logDeterminant(q.covariance);
  return (trace + dot(apart, applyMatrix(precision, apart)) - n + stretch) / 2;
}

/**
 * What the model says of x, with the code summed out: $p(x) = N(b,\ W W^\top + s^2 I)$.
 * @returns mean [d], covariance [d, d]
 * @throws RangeError if the model's sizes do not fit or s² is not above 0.
 * @see Tipping and Bishop, "Probabilistic principal component analysis", JRSS B 61, 1999, section 3.1
 * @example evidence({ weights: [[2]], offset: [0], noiseVariance: 1 }) // { mean: [0], covariance: [[5]] }
 */
export function evidence(model: LinearGaussian): Gaussian {
  checkModel('evidence', model);
  const { weights, offset, noiseVariance } = model;
  const spread = multiplyMatrices(weights, transposeMatrix(weights));
  return {
    mean: offset,
    covariance: spread.map((row, i) => row.map((value, j) => value + (i === j ? noiseVariance : 0))),
  };
}

/**
 * log p(x), exactly: the density of `evidence` at x.
 * @param x [d]
 * @returns in nats
 * @throws RangeError as `evidence`, or if x has another length.
 * @see Tipping and Bishop, 1999, Eq. 4
 * @example logEvidence({ weights: [[2]], offset: [0], noiseVariance: 1 }, [1]) // -1.8236574894217228
 */
export function logEvidence(model: LinearGaussian, x: Vector): number {
  return logNormalDensity(x, evidence(model));
}

/**
 * The exact posterior of the code: with $M = I + W^\top W / s^2$,
 * $p(z \mid x) = N\bigl(M^{-1} W^\top (x - b) / s^2,\ M^{-1}\bigr)$. Its covariance is the same for every x.
 *
 * Convention: Tipping and Bishop write $M' = s^2 M$.
 * @param x [d]
 * @returns mean [k], covariance [k, k]
 * @throws RangeError as `evidence`, or if x has another length.
 * @see Tipping and Bishop, 1999, section 3.1
 * @example posterior({ weights: [[2]], offset: [0], noiseVariance: 1 }, [1]) // mean [0.4], covariance [[0.2]]
 */
export function posterior(model: LinearGaussian, x: Vector): Gaussian {
  checkModel('posterior', model);
  const covariance = invertPositive(precisionOf(model));
  const back = applyMatrix(transposeMatrix(model.weights), minus(x, model.offset));
  return { mean: applyMatrix(covariance, back).map((value) => value / model.noiseVariance), covariance };
}

/** M = I + WᵀW/s². */
function precisionOf({ weights, noiseVariance }: LinearGaussian): number[][] {
  const spread = multiplyMatrices(transposeMatrix(weights), weights);
  return spread.map((row, i) => row.map((value, j) => value / noiseVariance + (i === j ? 1 : 0)));
}

/**
 * The best code with independent coordinates (mean field): of all Gaussians with a diagonal covariance the one whose ELBO is
 * largest. Its mean is the posterior's, its variances are $1 / M_{jj}$: **smaller** than the posterior's where coordinates
 * depend on each other.
 * @param x [d]
 * @returns mean [k], covariance [k, k] diagonal
 * @throws RangeError as `posterior`.
 * @see Bishop, "Pattern recognition and machine learning", 2006, section 10.1.2, Eqs. 10.12 to 10.15
 * @example bestDiagonal({ weights: [[2]], offset: [0], noiseVariance: 1 }, [1]) // mean [0.4], covariance [[0.2]]
 */
export function bestDiagonal(model: LinearGaussian, x: Vector): Gaussian {
  const { mean } = posterior(model, x);
  return { mean, covariance: diagonal(precisionOf(model).map((row, j) => 1 / row[j]!)) };
}

/**
 * A draw of the code and of what is seen: $z = \epsilon_z$, $x = W z + b + s \epsilon_x$.
 * @param codeNoise k standard normals
 * @param dataNoise d standard normals
 * @throws RangeError if the sizes do not fit.
 * @example sampleLinearGaussian({ weights: [[2]], offset: [0], noiseVariance: 1 }, [1], [0.5]) // { z: [1], x: [2.5] }
 */
export function sampleLinearGaussian(
  model: LinearGaussian,
  codeNoise: Vector,
  dataNoise: Vector,
): { z: number[]; x: number[] } {
  checkModel('sampleLinearGaussian', model);
  const deviation = Math.sqrt(model.noiseVariance);
  const clean = applyMatrix(model.weights, codeNoise);
  const x = clean.map((value, i) => value + model.offset[i]! + deviation * (dataNoise[i] ?? NaN));
  return { z: [...codeNoise], x };
}

/**
 * A draw of a Gaussian with any covariance: μ + L ε with L from `cholesky`.
 * @param noise n standard normals
 * @example sampleGaussian({ mean: [1], covariance: [[4]] }, [0.5]) // [2]
 */
export function sampleGaussian({ mean, covariance }: Gaussian, noise: Vector): number[] {
  return applyMatrix(cholesky(covariance), noise).map((value, i) => value + (mean[i] ?? NaN));
}

/** The prior of the code, N(0, I_k). */
export function priorOf(model: LinearGaussian): Gaussian {
  const [, k] = checkModel('priorOf', model);
  return { mean: Array.from({ length: k }, () => 0), covariance: identity(k) };
}
