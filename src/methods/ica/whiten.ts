import { symmetricEigen } from '~/methods/linear-algebra/eigen';
import { applyMatrix, type Matrix } from '~/methods/linear-algebra/matrix';
import { covarianceOfRows, meanOfRows } from '~/methods/pca/pca';

/** Points made uncorrelated. */
export interface Whitened {
  /** Mean of the points, [d] */
  readonly mean: number[];
  /** K, [k, d]: white = K (x − mean) */
  readonly matrix: number[][];
  /** The white points, [n, k]: mean 0, covariance I (divided by n) */
  readonly points: number[][];
}

/**
 * Whitening by principal components: $y = K(x - \bar x)$, $K = \Lambda^{-1/2} V^\top$, so that $\frac1n \sum y y^\top = I$. It fixes all but a
 * rotation: uncorrelated is not independent.
 * @param points [n, d]
 * @param count k of the directions of largest variance; default d
 * @throws RangeError if k is out of 1 … d or one of the k directions has no variance.
 * @see Hyvärinen and Oja, "Independent component analysis: algorithms and applications", Neural Networks 13, 2000, section 5.2
 * @example whiten([[-2], [2]]).points // [[-1], [1]]
 */
export function whiten(points: Matrix, count?: number): Whitened {
  const { values, vectors } = symmetricEigen(covarianceOfRows(points));
  const k = count ?? values.length;
  if (!Number.isInteger(k) || k < 1 || k > values.length)
    throw new RangeError(`whiten: count must be a whole number in 1 … ${values.length}, found ${k}`);
  const flat = values.findIndex((value, i) => i < k && !(value > 1e-12 * values[0]!));
  if (flat >= 0)
    throw new RangeError(
      `whiten: direction ${flat} of ${k} has no variance (${values[flat]!}); ask for fewer directions`,
    );
  const mean = meanOfRows(points);
  const matrix = vectors.slice(0, k).map((row, i) => row.map((x) => x / Math.sqrt(values[i]!)));
  const white = points.map((x) => applyMatrix(matrix, x.map((value, j) => value - mean[j]!))); // prettier-ignore
  return { mean, matrix, points: white };
}
