import { symmetricEigen } from '~/methods/linear-algebra/eigen';
import {
  applyMatrix,
  dot,
  sizeOfMatrix,
  transposeMatrix,
  type Matrix,
  type Vector,
} from '~/methods/linear-algebra/matrix';

/** The directions of largest variance of a cloud of points. */
export interface Components {
  /** Mean of the points, [d] */
  readonly mean: number[];
  /** Unit directions as **rows**, largest variance first; the entry of largest size in each is positive. [k, d] */
  readonly directions: number[][];
  /** Variance along each, divided by **n**. [k] */
  readonly variances: number[];
  /** Share of the whole variance along each; of all d directions they sum to 1. [k] */
  readonly shares: number[];
}

/**
 * The mean of rows.
 * @param points [n, d]
 * @throws RangeError if there is no point or rows differ in length.
 * @example meanOfRows([[1, 2], [3, 6]]) // [2, 4]
 */
export function meanOfRows(points: Matrix): number[] {
  const [n, d] = sizeOfMatrix(points, 'meanOfRows');
  return Array.from({ length: d }, (_, j) => points.reduce((sum, row) => sum + row[j]!, 0) / n);
}

/**
 * The covariance of rows: $\frac{1}{n - \text{ddof}} \sum_i (x_i - \bar x)(x_i - \bar x)^\top$.
 * @param points [n, d]
 * @param freedom ddof: 0 (default) divides by n, 1 by n − 1
 * @returns [d, d]
 * @throws RangeError if there are not more points than `freedom`.
 * @example covarianceOfRows([[1], [3]]) // [[1]]; with freedom 1 [[2]]
 */
export function covarianceOfRows(points: Matrix, freedom: 0 | 1 = 0): number[][] {
  const [n] = sizeOfMatrix(points, 'covarianceOfRows');
  if (n <= freedom) throw new RangeError(`covarianceOfRows: needs more than ${freedom} points, found ${n}`);
  const mean = meanOfRows(points);
  const columns = transposeMatrix(points).map((column, j) => column.map((x) => x - mean[j]!));
  return columns.map((one) => columns.map((other) => dot(one, other) / (n - freedom)));
}

/**
 * Principal components: the eigenvectors of the covariance, by Jacobi's rotations. A linear autoencoder with squared error and k hidden
 * units learns the space that the first k span (not the directions themselves).
 * @param points [n, d], n ≥ 2
 * @param count k in 1 … d; default d
 * @throws RangeError if rows differ in length, k is out of range, or all points are equal.
 * @see Bishop, "Pattern recognition and machine learning", 2006, section 12.1; for autoencoders Baldi and Hornik, Neural Networks 2, 1989
 * @example principalComponents([[-1, -1], [1, 1]]).directions[0] // [0.7071067811865476, 0.7071067811865476] to rounding
 */
export function principalComponents(points: Matrix, count?: number): Components {
  const [, d] = sizeOfMatrix(points, 'principalComponents');
  const k = count ?? d;
  if (!Number.isInteger(k) || k < 1 || k > d)
    throw new RangeError(`principalComponents: count must be a whole number in 1 … ${d}, found ${k}`);
  const { values, vectors } = symmetricEigen(covarianceOfRows(points));
  const variances = values.map((value) => Math.max(0, value));
  const total = variances.reduce((sum, value) => sum + value, 0);
  if (!(total > 0))
    throw new RangeError('principalComponents: all points are equal, so no direction has variance');
  return {
    mean: meanOfRows(points),
    directions: vectors.slice(0, k),
    variances: variances.slice(0, k),
    shares: variances.slice(0, k).map((value) => value / total),
  };
}

/**
 * The code of a point: its coordinates along the directions, $z = V (x - \bar x)$.
 * @param x [d]
 * @returns [k]
 * @throws RangeError if x has another length.
 * @example encodeByComponents(principalComponents([[-1, -1], [1, 1]], 1), [1, 1]) // [√2]
 */
export function encodeByComponents({ mean, directions }: Components, x: Vector): number[] {
  if (x.length !== mean.length)
    throw new RangeError(`encodeByComponents: x must have ${mean.length} values, found ${x.length}`);
  return applyMatrix(directions, x.map((value, j) => value - mean[j]!)); // prettier-ignore
}

/**
 * The point of a code: $\hat x = \bar x + V^\top z$. With all d directions it is the inverse of `encodeByComponents`.
 * @param z [k]
 * @returns [d]
 * @throws RangeError if z has another length.
 * @example decodeByComponents(principalComponents([[-1, -1], [1, 1]], 1), [0]) // [0, 0]
 */
export function decodeByComponents({ mean, directions }: Components, z: Vector): number[] {
  const back = applyMatrix(transposeMatrix(directions), z);
  return back.map((value, j) => value + mean[j]!);
}
