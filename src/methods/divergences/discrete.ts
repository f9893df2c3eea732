import { log } from '~/methods/rng/portable-math';
import { checkProbabilities } from './distributions';

/** p log(p / q), with 0 log 0 = 0 and p log(p / 0) = ∞. */
function term(p: number, q: number): number {
  if (p === 0) return 0;
  return q === 0 ? Infinity : p * log(p / q);
}

/**
 * The Kullback–Leibler divergence from q to p: $\mathrm{KL}(p \,\|\, q) = \sum_i p_i \log (p_i / q_i)$.
 *
 * Conventions: natural logarithm (nats); the expectation is under the **first** argument; terms with p = 0 count 0. Where q = 0
 * and p > 0 it is **Infinity**, which histograms of samples reach almost always: give them a `pseudoCount` to compare them.
 * @param p probabilities, sum 1
 * @param q probabilities on the same points, sum 1
 * @returns in [0, ∞]; 0 only for equal distributions (to rounding)
 * @throws RangeError if the lengths differ, a value is negative, or a sum is not 1.
 * @see Kullback and Leibler, "On information and sufficiency", Annals of Mathematical Statistics 22, 1951
 * @example klDivergence([0.5, 0.5], [0.25, 0.75]) // 0.14384103622589045
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  checkProbabilities('klDivergence', p, q);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += term(p[i] ?? NaN, q[i] ?? NaN);
  return Math.max(0, sum);
}

/** ½ p log(p / m) with m half of the total; the total of two numbers that are not both 0 is not 0, their mean may be. */
function toMiddle(p: number, total: number): number {
  return p === 0 ? 0 : (p * log((2 * p) / total)) / 2;
}

/**
 * The Jensen–Shannon divergence: with $m = (p + q)/2$,
 * $\mathrm{JS}(p, q) = \tfrac12 \mathrm{KL}(p \,\|\, m) + \tfrac12 \mathrm{KL}(q \,\|\, m)$.
 *
 * Conventions: natural logarithm, so disjoint distributions have log 2 = 0.693…; the divergence itself, not its square root (which
 * is a metric).
 *
 * Between histograms of **samples** it is biased upwards: two samples of n points from one distribution that fills K cells
 * have JS of about (K − 1)/(4n), not 0. `samplingFloor` measures that floor; a perfect generator sits on it.
 * @param p probabilities, sum 1
 * @param q probabilities on the same points, sum 1
 * @returns in [0, log 2]
 * @throws RangeError if the lengths differ, a value is negative, or a sum is not 1.
 * @see Lin, "Divergence measures based on the Shannon entropy", IEEE Transactions on Information Theory 37, 1991
 * @example jensenShannon([1, 0], [0, 1]) // 0.6931471805599453
 */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  checkProbabilities('jensenShannon', p, q);
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const [one, other] = [p[i] ?? NaN, q[i] ?? NaN];
    sum += toMiddle(one, one + other) + toMiddle(other, one + other);
  }
  return Math.max(0, sum);
}

/**
 * The total variation distance: $\mathrm{TV}(p, q) = \tfrac12 \sum_i |p_i - q_i|$, the largest difference in the probability that the two
 * give to any one event.
 *
 * Convention: with the factor ½, so it lies in [0, 1]. Between histograms of samples it is biased upwards, as JS is.
 * @param p probabilities, sum 1
 * @param q probabilities on the same points, sum 1
 * @returns in [0, 1]
 * @throws RangeError if the lengths differ, a value is negative, or a sum is not 1.
 * @example totalVariation([0.5, 0.5], [0.25, 0.75]) // 0.25
 */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  checkProbabilities('totalVariation', p, q);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += Math.abs((p[i] ?? NaN) - (q[i] ?? NaN));
  return sum / 2;
}
