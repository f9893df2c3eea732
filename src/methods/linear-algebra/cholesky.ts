import { log } from '~/methods/rng/portable-math';
import { checkSymmetric, identity, transposeMatrix, type Matrix, type Vector } from './matrix';

/**
 * The lower triangular L with positive diagonal and $L L^\top = A$.
 * @param a symmetric and positive definite, [n, n]
 * @returns [n, n], zeros above the diagonal
 * @throws RangeError if the matrix is not symmetric or not positive definite.
 * @see Golub and Van Loan, "Matrix computations", 4th ed. 2013, section 4.2
 * @example cholesky([[4, 2], [2, 5]]) // [[2, 0], [1, 2]]
 */
export function cholesky(a: Matrix): number[][] {
  const n = checkSymmetric('cholesky', a);
  const lower = a.map((row) => row.map(() => 0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = a[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = rest / lower[j]![j]!;
      else if (rest > 0) lower[i]![i] = Math.sqrt(rest);
      else
        throw new RangeError(
          `cholesky: the matrix must be positive definite, found pivot ${rest} in row ${i}`,
        );
    }
  return lower;
}

/**
 * x with $L x = b$ for a lower triangular L.
 * @param lower [n, n] with no zero on its diagonal
 * @param b [n]
 * @example solveLower([[2, 0], [1, 2]], [2, 5]) // [1, 2]
 */
export function solveLower(lower: Matrix, b: Vector): number[] {
  const x: number[] = [];
  lower.forEach((row, i) => {
    let rest = b[i] ?? NaN;
    for (let k = 0; k < i; k++) rest -= row[k]! * x[k]!;
    x.push(rest / row[i]!);
  });
  return x;
}

/** x with Lᵀ x = b for a lower triangular L. */
function solveUpper(lower: Matrix, b: Vector): number[] {
  const n = lower.length;
  const x = Array.from(b);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = x[i]! - lower[k]![i]! * x[k]!;
    x[i] = x[i]! / lower[i]![i]!;
  }
  return x;
}

/**
 * x with $A x = b$.
 * @param a symmetric and positive definite, [n, n]
 * @param b [n]
 * @throws RangeError if the matrix is not symmetric or not positive definite, or the lengths differ.
 * @example solvePositive([[4, 2], [2, 5]], [6, 7]) // [1, 1]
 */
export function solvePositive(a: Matrix, b: Vector): number[] {
  if (a.length !== b.length)
    throw new RangeError(`solvePositive: the matrix has ${a.length} rows, b ${b.length}; they must be equal`);
  const lower = cholesky(a);
  return solveUpper(lower, solveLower(lower, b));
}

/**
 * The inverse of a symmetric positive definite matrix.
 * @throws RangeError if it is not one.
 * @example invertPositive([[2, 0], [0, 4]]) // [[0.5, 0], [0, 0.25]]
 */
export function invertPositive(a: Matrix): number[][] {
  const lower = cholesky(a);
  return transposeMatrix(identity(a.length).map((column) => solveUpper(lower, solveLower(lower, column))));
}

/**
 * log det A of a symmetric positive definite matrix: $2 \sum_i \log L_{ii}$, natural logarithm.
 * @throws RangeError if it is not one.
 * @example logDeterminant([[4, 2], [2, 5]]) // 2.772588722239781, which is log 16
 */
export function logDeterminant(a: Matrix): number {
  return 2 * cholesky(a).reduce((sum, row, i) => sum + log(row[i]!), 0);
}
