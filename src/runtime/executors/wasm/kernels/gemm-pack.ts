// Copies operands into the order in which the tile loop reads them, so that it runs over memory without strides.

import { interleaveHigh, interleaveLow, joinHigh, joinLow } from './lanes';

/** Four vectors as rows of a 4 × 4 block; its columns are stored at `to`, `step` bytes apart. */
/* @inline */
export function storeTransposed(to: usize, step: usize, r0: v128, r1: v128, r2: v128, r3: v128): void {
  const a = interleaveLow(r0, r1);
  const b = interleaveLow(r2, r3);
  v128.store(to, joinLow(a, b));
  v128.store(to + step, joinHigh(a, b));
  const c = interleaveHigh(r0, r1);
  const d = interleaveHigh(r2, r3);
  v128.store(to + 2 * step, joinLow(c, d));
  v128.store(to + 3 * step, joinHigh(c, d));
}

/**
 * `rows` ≤ 4 rows of `length` floats, transposed: element k of row r goes to `to` + k · step + 4r bytes. Missing rows
 * repeat the first; their results are never stored.
 */
export function packFourRows(to: usize, step: usize, from: usize, rows: i32, length: i32): void {
  const stride = (<usize>length) << 2;
  let r0 = from;
  let r1 = rows > 1 ? r0 + stride : from;
  let r2 = rows > 2 ? r1 + stride : from;
  let r3 = rows > 3 ? r2 + stride : from;
  let k = length;
  for (; k >= 4; k -= 4) {
    storeTransposed(to, step, v128.load(r0), v128.load(r1), v128.load(r2), v128.load(r3));
    to += 4 * step;
    r0 += 16;
    r1 += 16;
    r2 += 16;
    r3 += 16;
  }
  for (; k > 0; k--) {
    store<f32>(to, load<f32>(r0));
    store<f32>(to, load<f32>(r1), 4);
    store<f32>(to, load<f32>(r2), 8);
    store<f32>(to, load<f32>(r3), 12);
    to += step;
    r0 += 4;
    r1 += 4;
    r2 += 4;
    r3 += 4;
  }
}

/** Row-major A [M, K] → tiles of four rows, each [K][4]. */
export function packRows(to: usize, from: usize, M: i32, K: i32): void {
  const block = (<usize>K) << 4;
  for (let i = 0; i < M; i += 4) {
    packFourRows(to, 16, from, M - i, K);
    to += block;
    from += block;
  }
}

/** Eight columns of row-major B [K, N] → [K][8]. Columns beyond N hold what lies behind the row; nobody stores them. */
export function packColumns(to: usize, from: usize, K: i32, N: i32): void {
  const stride = (<usize>N) << 2;
  for (let k = 0; k < K; k++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    to += 32;
    from += stride;
  }
}

/** Eight rows (or `rows` < 8) of row-major B [N, K], which are columns of its transpose → [K][8]. */
export function packTransposed(to: usize, from: usize, K: i32, rows: i32): void {
  packFourRows(to, 32, from, rows, K);
  if (rows > 4) packFourRows(to + 16, 32, from + ((<usize>K) << 4), rows - 4, K);
}
