import {
  checkSymmetric,
  identity,
  largestEntry,
  multiplyMatrices,
  transposeMatrix,
  type Matrix,
} from './matrix';

/** $A = V \operatorname{diag}(\lambda) V^\top$. */
export interface Eigen {
  /** λ, largest first. */
  readonly values: number[];
  /** Row i is the unit vector of values[i]; its entry of largest size is positive. */
  readonly vectors: number[][];
}

const SWEEPS = 60;

/** Turns rows and columns p and q of a, and the rows p and q of v, so that a[p][q] becomes 0. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  for (const each of [a, v]) {
    const [one, other] = [each[p]!, each[q]!];
    each[p] = one.map((x, k) => c * x - s * other[k]!);
    each[q] = one.map((x, k) => s * x + c * other[k]!);
  }
}

/** Signs are free; this choice makes results comparable. */
function orient(vector: readonly number[]): number[] {
  const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-12 ? x : best), 0);
  return vector.map((x) => (largest < 0 ? -x : x));
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which is exact to rounding and needs no start.
 * @param a symmetric, [n, n]
 * @returns values largest first; unit vectors as **rows**
 * @throws RangeError if the matrix is not symmetric or not finite.
 * @see Golub and Van Loan, "Matrix computations", 4th ed. 2013, section 8.5
 * @example symmetricEigen([[2, 1], [1, 2]]).values // [3, 1]
 */
export function symmetricEigen(a: Matrix): Eigen {
  const n = checkSymmetric('symmetricEigen', a);
  const work = a.map((row) => [...row]);
  const vectors = identity(n);
  const scale = largestEntry(a);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++)
        if (Math.abs(work[p]![q]!) > 1e-17 * scale) {
          rotate(work, vectors, p, q);
          turned = true;
        }
    if (!turned) break;
  }
  const order = Array.from(work.keys()).sort((i, j) => work[j]![j]! - work[i]![i]!);
  return { values: order.map((i) => work[i]![i]!), vectors: order.map((i) => orient(vectors[i]!)) };
}

/**
 * A function of a symmetric matrix: $f(A) = V \operatorname{diag}(f(\lambda)) V^\top$.
 * @param a symmetric, [n, n]
 * @param f applied to each eigenvalue
 * @returns symmetric, [n, n]
 * @throws RangeError as `symmetricEigen`.
 * @example mapEigenvalues([[2, 0], [0, 8]], (x) => 1 / x) // [[0.5, 0], [0, 0.125]]
 */
export function mapEigenvalues(a: Matrix, f: (value: number) => number): number[][] {
  const { values, vectors } = symmetricEigen(a);
  const scaled = vectors.map((vector, i) => vector.map((x) => x * f(values[i]!)));
  return multiplyMatrices(transposeMatrix(vectors), scaled);
}

/**
 * The symmetric root of a positive semi-definite matrix: $R R = A$.
 * @param a symmetric; eigenvalues that rounding has made negative, to 1e-9 of the largest, count as 0
 * @throws RangeError if an eigenvalue is negative beyond that.
 * @example squareRootMatrix([[4, 0], [0, 9]]) // [[2, 0], [0, 3]]
 */
export function squareRootMatrix(a: Matrix): number[][] {
  const largest = largestEntry(a);
  return mapEigenvalues(a, (value) => {
    if (!(value >= -1e-9 * largest))
      throw new RangeError(`squareRootMatrix: must be positive semi-definite, found the eigenvalue ${value}`);
    return Math.sqrt(Math.max(0, value));
  });
}
