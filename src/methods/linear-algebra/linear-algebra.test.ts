import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { cholesky, invertPositive, logDeterminant, solveLower, solvePositive } from './cholesky';
import { mapEigenvalues, squareRootMatrix, symmetricEigen } from './eigen';
import golden from './golden.json';
import {
  applyMatrix,
  combineMatrices,
  diagonal,
  identity,
  multiplyMatrices,
  sizeOfMatrix,
  transposeMatrix,
  type Matrix,
} from './matrix';

/** The largest difference, relative to the largest entry expected. */
function apart(found: Matrix, expected: Matrix): number {
  const scale = Math.max(1, ...expected.flat().map(Math.abs));
  return Math.max(...combineMatrices(found, expected, (a, b) => Math.abs(a - b) / scale).flat());
}

describe.each(golden.cases)('a matrix of $a.length rows', (each) => {
  test('factor, solution, inverse, determinant are PyTorch’s', () => {
    expect(apart(cholesky(each.a), each.cholesky)).toBeLessThan(1e-13);
    expect(apart([solvePositive(each.a, each.b)], [each.solved])).toBeLessThan(1e-11);
    expect(apart(invertPositive(each.a), each.inverse)).toBeLessThan(1e-11);
    expect(logDeterminant(each.a)).toBeCloseTo(each.logDeterminant, 11);
  });

  test('eigenvalues, vectors (as rows) and root are PyTorch’s', () => {
    const { values, vectors } = symmetricEigen(each.a);
    expect(apart([values], [each.values])).toBeLessThan(1e-13);
    expect(apart(vectors, each.vectors)).toBeLessThan(1e-11);
    expect(apart(squareRootMatrix(each.a), each.root)).toBeLessThan(1e-12);
  });
});

test('twelve random rows: vectors are orthonormal, values largest first, V diag λ Vᵀ is A', () => {
  const rng = createRng(11);
  const raw = Array.from({ length: 12 }, () => Array.from({ length: 12 }, () => rng.normal()));
  const a = combineMatrices(raw, transposeMatrix(raw), (x, y) => x + y);
  const { values, vectors } = symmetricEigen(a);
  expect(apart(multiplyMatrices(vectors, transposeMatrix(vectors)), identity(12))).toBeLessThan(1e-13);
  expect(values).toEqual([...values].sort((x, y) => y - x));
  expect(
    apart(
      mapEigenvalues(a, (x) => x),
      a,
    ),
  ).toBeLessThan(1e-13);
});

test('equal and zero eigenvalues do no harm', () => {
  expect(symmetricEigen(identity(3)).values).toEqual([1, 1, 1]);
  expect(symmetricEigen([[1, 1], [1, 1]]).values[1]).toBeCloseTo(0, 15); // prettier-ignore
  expect(symmetricEigen([[0, 0], [0, 0]]).values).toEqual([0, 0]); // prettier-ignore
  expect(apart(squareRootMatrix([[1, 1], [1, 1]]), [[Math.SQRT1_2, Math.SQRT1_2], [Math.SQRT1_2, Math.SQRT1_2]])).toBeLessThan(1e-12); // prettier-ignore
});

test('the numbers printed in the doc comments', () => {
  const a = [[4, 2], [2, 5]]; // prettier-ignore
  expect(sizeOfMatrix([[1, 2, 3]])).toEqual([1, 3]);
  expect(cholesky(a)).toEqual([[2, 0], [1, 2]]); // prettier-ignore
  expect(solveLower([[2, 0], [1, 2]], [2, 5])).toEqual([1, 2]); // prettier-ignore
  expect(solvePositive(a, [6, 7])).toEqual([1, 1]);
  expect(invertPositive([[2, 0], [0, 4]])[1]?.[1]).toBeCloseTo(0.25, 15); // prettier-ignore
  expect(logDeterminant(a)).toBeCloseTo(Math.log(16), 14);
  expect(apart([symmetricEigen([[2, 1], [1, 2]]).values], [[3, 1]])).toBeLessThan(1e-15); // prettier-ignore
  expect(multiplyMatrices([[1, 2]], [[3], [4]])).toEqual([[11]]);
  expect(applyMatrix([[1, 2]], [3, 4])).toEqual([11]);
  expect(transposeMatrix([[1, 2]])).toEqual([[1], [2]]);
  expect(diagonal([1, 2])).toEqual([[1, 0], [0, 2]]); // prettier-ignore
});

test('what cannot be done is named', () => {
  expect(() => cholesky([[1, 2], [2, 1]])).toThrow(/positive definite, found pivot -3 in row 1/); // prettier-ignore
  expect(() => cholesky([[1, 2], [3, 9]])).toThrow(/symmetric, found 3 at \[1\]\[0\] and 2 at \[0\]\[1\]/); // prettier-ignore
  expect(() => symmetricEigen([[1, 2]])).toThrow(/square, found 1 rows and 2 columns/);
  expect(() => symmetricEigen([[NaN]])).toThrow(/finite/);
  expect(() => squareRootMatrix([[-1]])).toThrow(/eigenvalue -1/);
  expect(() => sizeOfMatrix([])).toThrow(/at least one entry/);
  expect(() => sizeOfMatrix([[1], [1, 2]])).toThrow(/rows 0 and 1 have 1 and 2 entries/);
  expect(() => multiplyMatrices([[1]], [[1], [2]])).toThrow(/a has 1 columns, b 2 rows/);
  expect(() => applyMatrix([[1]], [1, 2])).toThrow(/lengths 1 and 2/);
  expect(() => solvePositive([[1]], [1, 2])).toThrow(/1 rows, b 2/);
  expect(() => combineMatrices([[1]], [[1, 2]], () => 0)).toThrow(/sizes \[1, 1\] and \[1, 2\]/);
});
