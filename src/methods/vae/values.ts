import { exp, log, logOnePlus } from '~/methods/rng/portable-math';
import { checkLengths } from './shapes';

/** log 2π */
export const LOG_TWO_PI = 1.8378770664093453;

/** Σ f(i) for i below n. */
function total(n: number, f: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += f(i);
  return sum;
}

/**
 * `standardNormalKl` of one code on plain numbers: $\tfrac12 \sum_j (\mu_j^2 + \sigma_j^2 - \log\sigma_j^2 - 1)$, in nats, summed.
 * @param mean μ
 * @param logVariance log σ², as many
 * @returns ≥ 0
 * @throws RangeError if the lengths differ or are 0.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, appendix B
 * @example standardNormalKlValue([1, 2], [0, 0]) // 2.5
 */
export function standardNormalKlValue(mean: ArrayLike<number>, logVariance: ArrayLike<number>): number {
  checkLengths('standardNormalKlValue', { mean, logVariance });
  return total(mean.length, (j) => {
    const [m, v] = [mean[j] ?? NaN, logVariance[j] ?? NaN];
    return (m * m + exp(v) - v - 1) / 2;
  });
}

/**
 * `gaussianKl` of one pair on plain numbers: KL(q ‖ p) of diagonal Gaussians, in nats, summed over coordinates.
 * @param mean μ of q
 * @param logVariance log σ² of q
 * @param priorMean μ of p
 * @param priorLogVariance log σ² of p
 * @returns ≥ 0
 * @throws RangeError if the lengths differ or are 0.
 * @example gaussianKlValue([0], [0], [1], [0]) // 0.5
 */
export function gaussianKlValue(
  mean: ArrayLike<number>,
  logVariance: ArrayLike<number>,
  priorMean: ArrayLike<number>,
  priorLogVariance: ArrayLike<number>,
): number {
  checkLengths('gaussianKlValue', { mean, logVariance, priorMean, priorLogVariance });
  return total(mean.length, (j) => {
    const ratio = (logVariance[j] ?? NaN) - (priorLogVariance[j] ?? NaN);
    const apart = (mean[j] ?? NaN) - (priorMean[j] ?? NaN);
    return (exp(ratio) - ratio + apart * apart * exp(-(priorLogVariance[j] ?? NaN)) - 1) / 2;
  });
}

/** log(1 + eᵃ) without overflow. */
function softplus(a: number): number {
  return Math.max(a, 0) + logOnePlus(exp(-Math.abs(a)));
}

/**
 * `bernoulliLogLikelihood` of one picture on plain numbers: $\sum_j x_j a_j - \operatorname{softplus}(a_j)$, in nats, summed.
 * @param x in [0, 1]
 * @param logits a, as many
 * @returns ≤ 0
 * @throws RangeError if the lengths differ or are 0.
 * @see Kingma and Welling, ICLR 2014, Eq. 11
 * @example bernoulliLogLikelihoodValue([1, 0], [0, 0]) // -1.3862943611198906
 */
export function bernoulliLogLikelihoodValue(x: ArrayLike<number>, logits: ArrayLike<number>): number {
  checkLengths('bernoulliLogLikelihoodValue', { x, logits });
  return total(x.length, (j) => (x[j] ?? NaN) * (logits[j] ?? NaN) - softplus(logits[j] ?? NaN));
}

/**
 * `gaussianLogLikelihood` of one point on plain numbers: a density with its constant ½ log 2π, in nats, summed over coordinates.
 * @param x a point
 * @param mean μ, as many
 * @param logVariance log σ², as many
 * @throws RangeError if the lengths differ or are 0.
 * @see Kingma and Welling, ICLR 2014, Eq. 12
 * @example gaussianLogLikelihoodValue([1], [0], [0]) // -1.4189385332046727
 */
export function gaussianLogLikelihoodValue(
  x: ArrayLike<number>,
  mean: ArrayLike<number>,
  logVariance: ArrayLike<number>,
): number {
  checkLengths('gaussianLogLikelihoodValue', { x, mean, logVariance });
  return total(x.length, (j) => {
    const apart = (x[j] ?? NaN) - (mean[j] ?? NaN);
    const v = logVariance[j] ?? NaN;
    return -(apart * apart * exp(-v) + v + LOG_TWO_PI) / 2;
  });
}

/**
 * $\log \frac1k \sum_s e^{a_s}$ without overflow: the importance-weighted bound of one data point, from its log-weights.
 * @param values log-weights; −∞ counts as a weight of 0
 * @returns between the mean and the largest of the values; −∞ if all are
 * @throws RangeError if there is none.
 * @see Burda, Grosse and Salakhutdinov, "Importance weighted autoencoders", ICLR 2016, Eq. 8
 * @example logMeanExp([0, 1]) // 0.6201145069582775
 */
export function logMeanExp(values: ArrayLike<number>): number {
  checkLengths('logMeanExp', { values });
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i] ?? NaN);
  if (!Number.isFinite(largest)) return largest;
  return largest + log(total(values.length, (i) => exp((values[i] ?? NaN) - largest)) / values.length);
}

/**
 * A sample of the code: $z = \mu + \sigma\epsilon$ on plain numbers, σ = exp(½ log σ²).
 * @param mean μ
 * @param logVariance log σ², as many
 * @param noise ε, as many standard normals
 * @throws RangeError if the lengths differ or are 0.
 * @see Kingma and Welling, ICLR 2014, Eq. 10
 * @example reparameterizeValue([1], [0], [2]) // [3]
 */
export function reparameterizeValue(
  mean: ArrayLike<number>,
  logVariance: ArrayLike<number>,
  noise: ArrayLike<number>,
): number[] {
  checkLengths('reparameterizeValue', { mean, logVariance, noise });
  return Array.from(mean, (m, j) => m + exp((logVariance[j] ?? NaN) / 2) * (noise[j] ?? NaN));
}
