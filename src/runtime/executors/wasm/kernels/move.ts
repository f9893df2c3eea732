import * as code from '../opcodes';
import { storeLanes } from './lanes';

/** `count` floats; with A_REPEATS the one at `from` is repeated. Nothing behind the row is touched. */
export function copyRow(to: usize, from: usize, count: i32, mode: i32): void {
  if (mode != code.A_REPEATS) {
    if (count > 16) memory.copy(to, from, (<usize>count) << 2);
    else
      for (let i = count; i > 0; i -= 4) {
        storeLanes(to, v128.load(from), i);
        to += 16;
        from += 16;
      }
    return;
  }
  const x = v128.load32_splat(from);
  for (let i = count; i > 0; i -= 4) {
    storeLanes(to, x, i);
    to += 16;
  }
}

let badRows = 0;

/** How many indices named no row since the last call. */
export function takeBadRows(): i32 {
  const count = badRows;
  badRows = 0;
  return count;
}

/** Counts an index that names no row. */
export function countBadRow(): void {
  badRows++;
}

/** The row that index i names; one outside 0 … rows − 1 is counted and read as row 0, so it cannot leave the buffer. */
/* @inline */
function rowOf(index: usize, i: usize, rows: i32): usize {
  const wanted = load<f32>(index + (i << 2));
  if (wanted >= 0 && wanted < <f32>rows && wanted == floor<f32>(wanted)) return <usize>wanted;
  badRows++;
  return 0;
}

/** to[i, :] = from[index[i], :] */
export function gatherRows(to: usize, from: usize, index: usize, count: i32, rows: i32, length: i32): void {
  const bytes = (<usize>length) << 2;
  for (let i: usize = 0; i < <usize>count; i++) {
    copyRow(to, from + rowOf(index, i, rows) * bytes, length, code.BOTH_RUN);
    to += bytes;
  }
}

/** to [rows, length] = 0, then to[index[i], :] += from[i, :], i ascending. */
export function scatterAddRows(
  to: usize,
  from: usize,
  index: usize,
  count: i32,
  rows: i32,
  length: i32,
): void {
  const bytes = (<usize>length) << 2;
  memory.fill(to, 0, bytes * rows);
  for (let i: usize = 0; i < <usize>count; i++) {
    const row = to + rowOf(index, i, rows) * bytes;
    for (let j: usize = 0; j < bytes; j += 16)
      storeLanes(row + j, f32x4.add(v128.load(row + j), v128.load(from + j)), <i32>((bytes - j) >> 2));
    from += bytes;
  }
}
