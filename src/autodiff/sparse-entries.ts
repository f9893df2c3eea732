/**
 * The entries of a sparse matrix [rows, columns] by rows and by columns, as whole numbers held in floats. Entries are
 * numbered row by row, in each row from left to right; places behind the last entry lie in row `rows` and column 0.
 */
export interface SparseEntries {
  /** [rows + 1]: entries rowStarts[r] … rowStarts[r + 1] − 1 lie in row r. */
  readonly rowStarts: Float32Array;
  /** [capacity]: the row of each entry. */
  readonly rowOf: Float32Array;
  /** [capacity]: the column of each entry. */
  readonly columnOf: Float32Array;
  /** [columns + 1]: places columnStarts[c] … columnStarts[c + 1] − 1 of `order` hold the entries of column c. */
  readonly columnStarts: Float32Array;
  /** [capacity]: entries column by column, in each column from the top. */
  readonly order: Float32Array;
}

/**
 * The entries where a mask is not 0 (compressed sparse rows, and columns with their order).
 * @param mask row-major, rows · columns numbers
 * @param capacity room for so many entries; default as many as there are, at least one
 * @throws RangeError if the mask's length is not rows · columns, there are more entries than room, or more places than
 * float32 counts exactly (2²⁴)
 */
export function listEntries(
  mask: ArrayLike<number>,
  rows: number,
  columns: number,
  capacity?: number,
): SparseEntries {
  if (mask.length !== rows * columns || mask.length > 2 ** 24)
    throw new RangeError(
      `sparse entries: expected a mask of ${rows} · ${columns} numbers, at most 2²⁴, found ${mask.length}`,
    );
  const kept: number[] = [];
  for (let place = 0; place < mask.length; place += 1) if (mask[place] !== 0) kept.push(place);
  const room = capacity ?? Math.max(1, kept.length);
  if (kept.length > room)
    throw new RangeError(`sparse entries: ${kept.length} entries do not fit into room for ${room}`);
  const rowOf = new Float32Array(room).fill(rows);
  const columnOf = new Float32Array(room);
  kept.forEach((place, entry) => {
    rowOf[entry] = Math.floor(place / columns);
    columnOf[entry] = place % columns;
  });
  const used = (of: Float32Array) => of.subarray(0, kept.length);
  const order = new Float32Array(room);
  const byColumn = kept
    .map((_, entry) => entry)
    .sort((a, b) => (columnOf[a] ?? 0) - (columnOf[b] ?? 0) || a - b);
  order.set(byColumn);
  return {
    rowStarts: startsOf(used(rowOf), rows),
    rowOf,
    columnOf,
    columnStarts: startsOf(used(columnOf), columns),
    order,
  };
}

/** How many of the numbers are below 0, 1, …, count. */
function startsOf(numbers: Float32Array, count: number): Float32Array {
  const starts = new Float32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}
