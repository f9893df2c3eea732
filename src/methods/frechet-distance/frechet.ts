import { squareRootMatrix } from '~/methods/linear-algebra/eigen';
import { checkSymmetric, multiplyMatrices, type Matrix, type Vector } from '~/methods/linear-algebra/matrix';
import { covarianceOfRows, meanOfRows } from '~/methods/pca/pca';

/** Mean and covariance of a cloud of features. */
export interface Moments {
  /** [d] */
  readonly mean: Vector;
  /** [d, d], symmetric and positive semi-definite */
  readonly covariance: Matrix;
}

/**
 * The **squared** Fréchet (2-Wasserstein) distance of two Gaussians:
 *
 * $$d^2 = \lVert m_1 - m_2 \rVert^2 + \operatorname{tr}\bigl( C_1 + C_2 - 2 (C_1 C_2)^{1/2} \bigr)$$
 *
 * Conventions: squared, as FID is reported. The trace of the root is taken as that of the symmetric $(C_1^{1/2} C_2 C_1^{1/2})^{1/2}$, which has the same
 * eigenvalues and stays real; singular covariances do no harm.
 * @returns ≥ 0; 0 only for equal Gaussians (to rounding)
 * @throws RangeError if sizes differ or a covariance is not symmetric and positive semi-definite.
 * @see Dowson and Landau, "The Fréchet distance between multivariate normal distributions", 1982, Eq. 4; Heusel et al., "GANs trained by a
 * two time-scale update rule", NeurIPS 2017, Eq. 6
 * @example frechetDistance({ mean: [0], covariance: [[1]] }, { mean: [3], covariance: [[4]] }) // 10: 3² + (2 − 1)²
 */
export function frechetDistance(one: Moments, other: Moments): number {
  const d = checkSymmetric('frechetDistance: first covariance', one.covariance);
  const size = checkSymmetric('frechetDistance: second covariance', other.covariance);
  if (size !== d || one.mean.length !== d || other.mean.length !== d)
    throw new RangeError(
      `frechetDistance: sizes must be equal, found covariances of ${d} and ${size}, means of ${one.mean.length} and ${other.mean.length}`,
    );
  const apart = one.mean.reduce((sum, value, j) => sum + (value - other.mean[j]!) ** 2, 0);
  const root = squareRootMatrix(one.covariance);
  const inner = multiplyMatrices(multiplyMatrices(root, other.covariance), root);
  // Rounding leaves the product symmetric to its last digits only.
  const even = inner.map((row, i) => row.map((value, j) => (value + inner[j]![i]!) / 2));
  const trace = (a: Matrix) => a.reduce((sum, row, i) => sum + row[i]!, 0);
  const cross = trace(squareRootMatrix(even));
  return Math.max(0, apart + trace(one.covariance) + trace(other.covariance) - 2 * cross);
}

/**
 * Mean and covariance of features. Convention: divided by **n − 1**, as the usual FID programs do.
 * @param features [n, d], n ≥ 2
 * @throws RangeError if there are fewer than two rows or they differ in length.
 * @example momentsOfFeatures([[1], [3]]) // { mean: [2], covariance: [[2]] }
 */
export function momentsOfFeatures(features: Matrix): Moments {
  return { mean: meanOfRows(features), covariance: covarianceOfRows(features, 1) };
}

/**
 * FID of two sets of features: `frechetDistance` of their moments. It is called FID only with the Inception network's features; with others
 * say which, and compare no numbers across them. It is biased **upwards** for small samples: compare at one n.
 * @param real features of data, [n, d]
 * @param fake features of samples, [m, d]
 * @returns ≥ 0
 * @throws RangeError if a set has fewer than two rows or lengths differ.
 * @see Heusel et al., NeurIPS 2017, Eq. 6
 * @example frechetOfFeatures([[0], [2]], [[3], [5]]) // 9
 */
export function frechetOfFeatures(real: Matrix, fake: Matrix): number {
  return frechetDistance(momentsOfFeatures(real), momentsOfFeatures(fake));
}
