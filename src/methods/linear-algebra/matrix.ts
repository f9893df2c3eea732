/** A small dense matrix: rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/** A column of numbers. */
export type Vector = readonly number[];

/**
 * Rows and columns of a matrix.
 * @throws RangeError if it has no entry or its rows differ in length.
 * @example sizeOfMatrix([[1, 2, 3]]) // [1, 3]
 */
export function sizeOfMatrix(a: Matrix, name = 'matrix'): [rows: number, columns: number] {
  const columns = a[0]?.length ?? 0;
  if (columns === 0) throw new RangeError(`${name}: must have at least one entry, found none`);
  const odd = a.findIndex((row) => row.length !== columns);
  if (odd > 0)
    throw new RangeError(`${name}: rows 0 and ${odd} have ${columns} and ${a[odd]?.length ?? 0} entries`);
  return [a.length, columns];
}

/**
 * The number of rows of a square matrix.
 * @throws RangeError if it is not square.
 */
export function checkSquare(name: string, a: Matrix): number {
  const [rows, columns] = sizeOfMatrix(a, name);
  if (rows !== columns)
    throw new RangeError(`${name}: must be square, found ${rows} rows and ${columns} columns`);
  return rows;
}

/** The largest absolute value of a matrix; NaN where an entry is. */
export function largestEntry(a: Matrix): number {
  let largest = 0;
  for (const row of a) for (const value of row) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/**
 * The number of rows of a symmetric matrix.
 * @throws RangeError if it is not symmetric to 1e-9 of its largest entry, or has an entry that is not finite.
 */
export function checkSymmetric(name: string, a: Matrix): number {
  const n = checkSquare(name, a);
  const largest = largestEntry(a);
  if (!Number.isFinite(largest))
    throw new RangeError(`${name}: every entry must be finite, found ${largest}`);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      if (Math.abs(a[i]![j]! - a[j]![i]!) > 1e-9 * largest)
        throw new RangeError(
          `${name}: must be symmetric, found ${a[i]![j]!} at [${i}][${j}] and ${a[j]![i]!} at [${j}][${i}]`,
        );
  return n;
}

/**
 * The identity of n rows.
 * @example identity(2) // [[1, 0], [0, 1]]
 */
export function identity(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
}

/**
 * A square matrix with the given diagonal and zeros elsewhere.
 * @example diagonal([1, 2]) // [[1, 0], [0, 2]]
 */
export function diagonal(values: Vector): number[][] {
  return values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
}

/**
 * Rows turned into columns.
 * @example transposeMatrix([[1, 2]]) // [[1], [2]]
 */
export function transposeMatrix(a: Matrix): number[][] {
  const [, columns] = sizeOfMatrix(a, 'transposeMatrix');
  return Array.from({ length: columns }, (_, j) => a.map((row) => row[j]!));
}

/** Σᵢ aᵢ bᵢ. @throws RangeError if the lengths differ. */
export function dot(a: Vector, b: Vector): number {
  if (a.length !== b.length) throw new RangeError(`dot: lengths ${a.length} and ${b.length} must be equal`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * The product of two matrices, [m, k] · [k, n] → [m, n].
 * @throws RangeError if the inner sizes differ.
 * @example multiplyMatrices([[1, 2]], [[3], [4]]) // [[11]]
 */
export function multiplyMatrices(a: Matrix, b: Matrix): number[][] {
  const [rows, inner] = sizeOfMatrix(a, 'multiplyMatrices: a');
  const [height] = sizeOfMatrix(b, 'multiplyMatrices: b');
  if (inner !== height)
    throw new RangeError(`multiplyMatrices: a has ${inner} columns, b ${height} rows; they must be equal`);
  const columns = transposeMatrix(b);
  return Array.from({ length: rows }, (_, i) => columns.map((column) => dot(a[i]!, column)));
}

/**
 * The product of a matrix and a column, [m, k] · [k] → [m].
 * @throws RangeError if the sizes differ.
 * @example applyMatrix([[1, 2]], [3, 4]) // [11]
 */
export function applyMatrix(a: Matrix, x: Vector): number[] {
  return a.map((row) => dot(row, x));
}

/** Applies f to every pair of entries of two matrices of one size. */
export function combineMatrices(a: Matrix, b: Matrix, f: (x: number, y: number) => number): number[][] {
  const [one, other] = [sizeOfMatrix(a, 'a'), sizeOfMatrix(b, 'b')];
  if (one.join() !== other.join())
    throw new RangeError(
      `combineMatrices: sizes [${one.join(', ')}] and [${other.join(', ')}] must be equal`,
    );
  return a.map((row, i) => row.map((value, j) => f(value, b[i]![j]!)));
}
