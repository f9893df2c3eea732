import { exp, log } from '~/methods/rng/portable-math';
import { LOG_TWO_PI } from '~/methods/vae/values';

/** A normal on the line. */
export interface Normal {
  /** μ */
  readonly mean: number;
  /** σ > 0 */
  readonly deviation: number;
}

/** One part of a mixture of normals. */
export interface Part extends Normal {
  /** Its probability, > 0; those of all parts sum to 1. */
  readonly weight: number;
}

/**
 * Guards a normal distribution.
 * @param name of the caller, for the message
 * @throws RangeError unless σ is above 0 and finite.
 */
export function checkNormal(name: string, { deviation }: Normal): void {
  if (!(deviation > 0 && deviation < Infinity))
    throw new RangeError(`${name}: deviation must be above 0 and finite, found ${deviation}`);
}

/**
 * Guards a mixture.
 * @param name of the caller, for the message
 * @throws RangeError unless there are parts, their weights are above 0 and sum to 1.
 */
export function checkMixture(name: string, parts: readonly Part[]): void {
  if (parts.length === 0) throw new RangeError(`${name}: a mixture needs at least one part, found none`);
  for (const part of parts) {
    checkNormal(name, part);
    if (!(part.weight > 0)) throw new RangeError(`${name}: weights must be above 0, found ${part.weight}`);
  }
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!(Math.abs(total - 1) <= 1e-6)) throw new RangeError(`${name}: weights must sum to 1, found ${total}`);
}

/**
 * The log-density of a normal: $-\tfrac12 \bigl( (x-\mu)^2/\sigma^2 + \log 2\pi\sigma^2 \bigr)$, in nats.
 * @example logNormal(0, { mean: 0, deviation: 1 }) // -0.9189385332046727
 */
export function logNormal(x: number, { mean, deviation }: Normal): number {
  const scaled = (x - mean) / deviation;
  return -(scaled * scaled + LOG_TWO_PI) / 2 - log(deviation);
}

/**
 * The log-density of a mixture, without underflow far from every part: $\log \sum_k w_k N(x; \mu_k, \sigma_k^2)$, in nats.
 * @param parts at least one, weights sum 1 (not checked here: it is called for every point)
 * @example logMixture(0, [{ weight: 1, mean: 0, deviation: 1 }]) // -0.9189385332046727
 */
export function logMixture(x: number, parts: readonly Part[]): number {
  const logs = parts.map((part) => log(part.weight) + logNormal(x, part));
  const largest = Math.max(...logs);
  return largest + log(logs.reduce((sum, each) => sum + exp(each - largest), 0));
}

/**
 * The log-density of a mixture and its slope $\frac{d}{dx} \log p(x)$: the mean of $-(x-\mu_k)/\sigma_k^2$ under the parts' posterior.
 * @param parts as `logMixture`
 * @example slopeOfLogMixture(2, [{ weight: 1, mean: 0, deviation: 1 }]).slope // -2
 */
export function slopeOfLogMixture(x: number, parts: readonly Part[]): { value: number; slope: number } {
  const logs = parts.map((part) => log(part.weight) + logNormal(x, part));
  const largest = Math.max(...logs);
  let [total, slope] = [0, 0];
  parts.forEach((part, k) => {
    const share = exp(logs[k]! - largest);
    total += share;
    slope -= (share * (x - part.mean)) / part.deviation ** 2;
  });
  return { value: largest + log(total), slope: slope / total };
}

/**
 * The mean and standard deviation of a mixture: $\mu = \sum w_k \mu_k$, $\sigma^2 = \sum w_k (\sigma_k^2 + \mu_k^2) - \mu^2$.
 * @throws RangeError if it is no mixture.
 * @example momentsOfMixture([{ weight: 0.5, mean: -3, deviation: 4 }, { weight: 0.5, mean: 3, deviation: 4 }]) // mean 0, deviation 5
 */
export function momentsOfMixture(parts: readonly Part[]): Normal {
  checkMixture('momentsOfMixture', parts);
  const mean = parts.reduce((sum, part) => sum + part.weight * part.mean, 0);
  const variance = parts.reduce(
    (sum, part) => sum + part.weight * (part.deviation ** 2 + (part.mean - mean) ** 2),
    0,
  );
  return { mean, deviation: Math.sqrt(variance) };
}
