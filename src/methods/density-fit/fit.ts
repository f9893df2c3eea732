import { exp, log } from '~/methods/rng/portable-math';
import {
  checkMixture,
  checkNormal,
  logMixture,
  logNormal,
  momentsOfMixture,
  slopeOfLogMixture,
  type Normal,
  type Part,
} from './mixture';
import { klOfMixtures } from './divergence';

/** A normal and how far it is from what it was fitted to. */
export interface Fit extends Normal {
  /** The divergence that was made least, nats. */
  readonly kl: number;
}

/**
 * The single normal with the least **forward** KL(p ‖ q): the one with p's mean and variance. It covers all of p, also the
 * empty land between two modes.
 * @param parts the mixture p
 * @throws RangeError if it is no mixture.
 * @see Bishop, "Pattern recognition and machine learning", 2006, section 10.7 (moment matching)
 * @example fitForward([{ weight: 1, mean: 2, deviation: 3 }]) // mean 2, deviation 3, kl 0
 */
export function fitForward(parts: readonly Part[]): Fit {
  const fitted = momentsOfMixture(parts);
  return { ...fitted, kl: klOfMixtures(parts, [{ weight: 1, ...fitted }]) };
}

/** Standard normal weights on a grid of ±8, 40 steps to a σ: log p bends where two modes of p meet, which a coarser grid smears. */
const NODES = Array.from({ length: 641 }, (_, i) => (i - 320) / 40);
const WEIGHTS = NODES.map((e) => exp(-(e * e) / 2) / (40 * Math.sqrt(2 * Math.PI)));

/**
 * The **reverse** KL(q ‖ p) of a normal q from a mixture p, with its derivatives by μ and by log σ:
 * $-\tfrac12 \log 2\pi e \sigma^2 - \mathbb{E}_\epsilon \log p(\mu + \sigma\epsilon)$ (the pathwise gradient, by quadrature over ε).
 * @returns KL in nats and its derivatives
 * @throws RangeError if σ is not above 0.
 * @example reverseKl({ mean: 0, deviation: 1 }, [{ weight: 1, mean: 1, deviation: 1 }]) // kl 0.5, byMean -1, byLogDeviation 0
 */
export function reverseKl(
  q: Normal,
  parts: readonly Part[],
): { kl: number; byMean: number; byLogDeviation: number } {
  checkNormal('reverseKl', q);
  let [kl, byMean, byLogDeviation] = [0, 0, -1];
  NODES.forEach((e, i) => {
    const x = q.mean + q.deviation * e;
    const weight = WEIGHTS[i]!;
    const { value, slope } = slopeOfLogMixture(x, parts);
    kl += weight * (logNormal(x, q) - value);
    byMean -= weight * slope;
    byLogDeviation -= weight * slope * e * q.deviation;
  });
  return { kl, byMean, byLogDeviation };
}

const MOST_STEPS = 2000;

/**
 * A normal with a least **reverse** KL(q ‖ p), by descent from a start. There may be several such minima, about one for each mode
 * that stands apart: the start decides, and q sits on that mode (mode seeking).
 * @param parts the mixture p
 * @param start where to begin; try one near each mode, and one wide
 * @param tolerance both derivatives are below it at the end; default 1e-9
 * @throws RangeError if p is no mixture or the start's σ is not above 0.
 * @see Bishop, 2006, section 10.1.2, Figure 10.3
 * @example fitReverse([{ weight: 1, mean: 2, deviation: 3 }], { mean: 0, deviation: 1 }) // mean 2, deviation 3, kl 0 to 9 digits
 */
export function fitReverse(parts: readonly Part[], start: Normal, tolerance = 1e-9): Fit {
  checkMixture('fitReverse', parts);
  let at = start;
  let found = reverseKl(at, parts);
  let rate = 1;
  for (let step = 0; step < MOST_STEPS && steepness(at, found) >= tolerance && rate > 1e-12; step++) {
    // The mean's derivative times σ², so that the step is the same on every scale (a natural gradient).
    const next: Normal = {
      mean: at.mean - rate * found.byMean * at.deviation ** 2,
      deviation: at.deviation * exp(-(rate / 2) * Math.max(-4, Math.min(4, found.byLogDeviation))),
    };
    const there = reverseKl(next, parts);
    const lower = there.kl - found.kl;
    // Near the end rounding hides whether the divergence falls; the slope still tells.
    const better = Math.abs(lower) < 1e-12 ? steepness(next, there) < steepness(at, found) : lower < 0;
    if (better) [at, found] = [next, there];
    rate = better ? Math.min(1, rate * 1.5) : rate / 2;
  }
  return { ...at, kl: found.kl };
}

/** The size of both derivatives, free of scale. */
function steepness(
  { deviation }: Normal,
  { byMean, byLogDeviation }: { byMean: number; byLogDeviation: number },
): number {
  return Math.hypot(byMean * deviation, byLogDeviation);
}

/**
 * The normal of largest likelihood for a sample: $\hat\mu = \frac1n \sum x_i$, $\hat\sigma^2 = \frac1n \sum (x_i - \hat\mu)^2$.
 * Convention: divided by **n**, as maximum likelihood has it, not by n − 1.
 * @throws RangeError if there are fewer than two different values.
 * @example fitByLikelihood([1, 3]) // { mean: 2, deviation: 1 }
 */
export function fitByLikelihood(sample: readonly number[]): Normal {
  const n = sample.length;
  const mean = sample.reduce((sum, x) => sum + x, 0) / n;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  if (!(variance > 0))
    throw new RangeError(
      `fitByLikelihood: needs at least two different values, found ${n} with variance ${variance}`,
    );
  return { mean, deviation: Math.sqrt(variance) };
}

/**
 * The mean log-likelihood of a sample under a mixture: $\frac1n \sum_i \log q(x_i)$. For samples of p it tends to
 * $-H(p) - \mathrm{KL}(p \,\|\, q)$, so what makes it largest makes the **forward** KL least.
 * @throws RangeError if there is no value or it is no mixture.
 * @example meanLogLikelihood([0], [{ weight: 1, mean: 0, deviation: 1 }]) // -0.9189385332046727
 */
export function meanLogLikelihood(sample: readonly number[], parts: readonly Part[]): number {
  checkMixture('meanLogLikelihood', parts);
  if (sample.length === 0) throw new RangeError('meanLogLikelihood: needs at least one value, found none');
  return sample.reduce((sum, x) => sum + logMixture(x, parts), 0) / sample.length;
}

/**
 * The entropy of a normal: $\tfrac12 \log 2\pi e\sigma^2$, nats.
 * @throws RangeError if σ is not above 0.
 * @example entropyOfNormal({ mean: 0, deviation: 1 }) // 1.4189385332046727
 */
export function entropyOfNormal(q: Normal): number {
  checkNormal('entropyOfNormal', q);
  return 1.4189385332046727 + log(q.deviation);
}
