import { exp } from '~/methods/rng/portable-math';
import { checkMixture, logMixture, type Part } from './mixture';

/** A log-density on the line, in nats. */
export type LogDensity = (x: number) => number;

/** Where to integrate. */
export interface Range {
  readonly from: number;
  /** > from */
  readonly to: number;
  /** Points of the trapezoidal rule, a whole number ≥ 2; default 4001. */
  readonly points?: number;
}

/**
 * $\int f(x)\,dx$ by the trapezoidal rule, which converges faster than any power for smooth f that vanish at both ends.
 * @throws RangeError if the range is empty or there are fewer than two points.
 * @example integrate((x) => x, { from: 0, to: 2 }) // 2
 */
export function integrate(f: (x: number) => number, { from, to, points = 4001 }: Range): number {
  if (!(to > from && Number.isFinite(to - from)))
    throw new RangeError(`integrate: to must be above from and both finite, found ${from} and ${to}`);
  if (!Number.isInteger(points) || points < 2)
    throw new RangeError(`integrate: points must be a whole number of at least 2, found ${points}`);
  const step = (to - from) / (points - 1);
  let sum = (f(from) + f(to)) / 2;
  for (let i = 1; i < points - 1; i++) sum += f(from + i * step);
  return sum * step;
}

/**
 * KL(p ‖ q) of two densities by quadrature: $\int p(x) \log\frac{p(x)}{q(x)}\,dx$.
 *
 * Conventions: under the **first** argument; nats; where p underflows to 0 the term counts 0. What lies outside the range is left
 * out, so it must hold nearly all of p.
 * @param logP and logQ log-densities
 * @returns ≥ 0 to the error of the rule; ∞ where q is 0 and p is not
 * @throws RangeError as `integrate`.
 * @example klByQuadrature((x) => logNormal(x, p), (x) => logNormal(x, q), { from: -10, to: 10 })
 */
export function klByQuadrature(logP: LogDensity, logQ: LogDensity, range: Range): number {
  return integrate((x) => {
    const at = logP(x);
    const density = exp(at);
    return density === 0 ? 0 : density * (at - logQ(x));
  }, range);
}

/** Enough for parts that differ a hundredfold in σ. */
const MOST_POINTS = 100_001;

/**
 * KL(p ‖ q) of two mixtures of normals, by quadrature over all that p reaches (12 of its largest σ beyond its outermost means).
 * A single normal is a mixture of one part. `klOfMixtures(p, q)` is the **forward** KL of fitting q to data p,
 * `klOfMixtures(q, p)` the **reverse** one.
 * @param p parts of the first, weights sum 1
 * @param q parts of the second
 * @returns ≥ 0, in nats
 * @throws RangeError if one is no mixture.
 * @example klOfMixtures([{ weight: 1, mean: 0, deviation: 1 }], [{ weight: 1, mean: 1, deviation: 1 }]) // 0.5 to 12 digits
 */
export function klOfMixtures(p: readonly Part[], q: readonly Part[]): number {
  checkMixture('klOfMixtures: p', p);
  checkMixture('klOfMixtures: q', q);
  const margin = 12 * Math.max(...p.map(({ deviation }) => deviation));
  const from = Math.min(...p.map(({ mean }) => mean)) - margin;
  const to = Math.max(...p.map(({ mean }) => mean)) + margin;
  const least = Math.min(...[...p, ...q].map(({ deviation }) => deviation));
  // Where two parts of a mixture meet its logarithm bends within a fraction of their σ.
  const points = Math.min(MOST_POINTS, Math.max(401, Math.ceil((40 * (to - from)) / least) + 1));
  return Math.max(0, klByQuadrature((x) => logMixture(x, p), (x) => logMixture(x, q), { from, to, points })); // prettier-ignore
}
