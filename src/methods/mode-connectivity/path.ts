/** A point of a path between two networks: their weights one after the other. */
export type Point = ArrayLike<number>;

function checkSame(name: string, points: readonly Point[]): number {
  const [first] = points;
  const length = first?.length ?? 0;
  if (points.length === 0 || points.some((point) => point.length !== length))
    throw new RangeError(
      `${name}: expected points of one length, found ${points.map((point) => point.length).join(', ') || 'none'}`,
    );
  return length;
}

/**
 * Weights of Bernstein's polynomials: how much each of n + 1 control points counts at t.
 * @param degree n ≥ 1: 1 a straight line, 2 a quadratic and 3 a cubic Bézier curve
 * @param t in [0, 1]
 * @returns n + 1 numbers ≥ 0, sum 1
 * @throws RangeError if the degree is no whole number of at least 1
 * @see Garipov et al., "Loss surfaces, mode connectivity, and fast ensembling of DNNs", NeurIPS 2018, Eq. 4 (n = 2)
 * @example bernstein(2, 0.5) // [0.25, 0.5, 0.25]
 */
export function bernstein(degree: number, t: number): number[] {
  if (!Number.isInteger(degree) || degree < 1)
    throw new RangeError(`bernstein: the degree must be a whole number of at least 1, found ${degree}`);
  let binomial = 1;
  return Array.from({ length: degree + 1 }, (_, k) => {
    const weight = binomial * t ** k * (1 - t) ** (degree - k);
    binomial = (binomial * (degree - k)) / (k + 1);
    return weight;
  });
}

/**
 * A point of the Bézier curve of some control points; the first and last are its ends. Two points: the straight line between them.
 * @param points at least two, of one length
 * @param t 0 the first, 1 the last
 * @returns as long as a point
 * @throws RangeError if the lengths differ or there are fewer than two points
 * @see Garipov et al., 2018, Eq. 4; Evci et al., "Rigging the lottery", 2020, section 4.4, with quadratic and cubic curves
 * @example along([[0, 0], [2, 4]], 0.5) // [1, 2]
 */
export function along(points: readonly Point[], t: number): Float64Array {
  const length = checkSame('along', points);
  if (points.length < 2) throw new RangeError('along: expected at least two points');
  const weights = bernstein(points.length - 1, t);
  return Float64Array.from({ length }, (_, at) =>
    points.reduce((sum, point, k) => sum + (weights[k] ?? 0) * (point[at] ?? NaN), 0),
  );
}

/**
 * What the gradient at a point of the curve asks of each inner control point: it times the point's share there. By the chain rule, $\partial L(\phi(t)) / \partial \theta_k = B_k(t)\, \nabla L(\phi(t))$.
 * @param gradient by the weights at the curve's point t
 * @param degree n of the curve
 * @returns n − 1 gradients, one for each inner point
 * @throws RangeError as `bernstein`
 */
export function innerGradients(gradient: Point, degree: number, t: number): Float64Array[] {
  return bernstein(degree, t)
    .slice(1, -1)
    .map((share) => Float64Array.from(gradient, (value) => share * value));
}

/**
 * The barrier of a path: how far its highest loss lies above the straight line between the losses of its ends, $\max_t \left[ L(\phi(t)) - (1 - t) L_0 - t L_1 \right]$.
 *
 * Convention: above the **interpolated** losses (as in Frankle et al. 2020, who average the ends, for ends that are alike); at least 0, since the ends themselves have 0.
 * @param losses at equal steps of t from 0 to 1, at least two
 * @returns the barrier and the t where it is
 * @throws RangeError if there are fewer than two losses
 * @see Frankle, Dziugaite, Roy and Carbin, "Linear mode connectivity and the lottery ticket hypothesis", ICML 2020, section 2
 * @example barrier([1, 3, 1]) // { height: 2, at: 0.5 }
 */
export function barrier(losses: readonly number[]): { readonly height: number; readonly at: number } {
  if (losses.length < 2)
    throw new RangeError(`barrier: expected at least two losses, found ${losses.length}`);
  const last = losses.length - 1;
  const [from = NaN, to = NaN] = [losses[0], losses[last]];
  let found = { height: 0, at: 0 };
  for (const [step, loss] of losses.entries()) {
    const t = step / last;
    const height = loss - (1 - t) * from - t * to;
    // A loss that is no number makes the barrier none either.
    if (height > found.height || Number.isNaN(height)) found = { height, at: t };
    if (Number.isNaN(height)) break;
  }
  return found;
}

/**
 * Where at least one of two masks has a connection: on a straight line between two sparse networks no other weight is ever used.
 * @throws RangeError if the masks differ in length
 * @example union([1, 0, 0], [0, 0, 1]) // [1, 0, 1]
 */
export function union(a: ArrayLike<number>, b: ArrayLike<number>): Uint8Array {
  if (a.length !== b.length) throw new RangeError(`union: masks of ${a.length} and ${b.length} places`);
  return Uint8Array.from(a, (entry, at) => Number(entry !== 0 || b[at] !== 0));
}
