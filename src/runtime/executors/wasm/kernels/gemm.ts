import { ACCUMULATE } from '../opcodes';
import { packColumns, packRows, packTransposed } from './gemm-pack';
import { isShallow, multiplyShallow, separate } from './gemm-shallow';
import { dotRowPairs, dotRows, weighRows } from './gemm-thin';
import { beginProduct, multiplyPanel } from './gemm-tile';

/** Room for packed operands, set by the session: 64 spare bytes, a panel [K][8], then the packed rows of A. */
export let workspace: usize = 0;
export function setWorkspace(address: usize): void {
  workspace = address;
}

/**
 * C [M, N] = finish(op(A) op(B)): op transposes an operand that is stored as [K, M] or [N, K].
 * Results of one or two columns or rows go through `thin`; only the finishes PLAIN and ACCUMULATE are allowed there
 * (see `isThin` in the emitter).
 */
export function gemm(
  c: usize,
  a: usize,
  b: usize,
  bias: usize,
  gate: usize,
  M: i32,
  K: i32,
  N: i32,
  transposeA: i32,
  transposeB: i32,
  finish: i32,
  slope: f32,
): void {
  if (!transposeA && N <= 2) return thinColumns(c, a, b, M, K, N, transposeB, finish == ACCUMULATE);
  if (transposeA && !transposeB && (M <= 2 || N <= 2))
    return thinSides(c, a, b, M, K, N, finish == ACCUMULATE);
  const panel = workspace + 64;
  const stride = (<usize>N) << 2;
  if (!transposeA && isShallow(K, finish))
    return multiplyShallow(finish, slope, c, a, b, bias, gate, M, K, N, transposeB != 0, panel);
  let rows = a;
  let tile: usize = 16;
  let step = (<usize>M) << 2;
  if (!transposeA) {
    rows = panel + ((<usize>K) << 5);
    tile = (<usize>K) << 4;
    step = 16;
    packRows(rows, a, M, K);
  }
  beginProduct(rows, tile, step, M, K, stride, slope, workspace);
  for (let j = 0; j < N; j += 8) {
    const offset = (<usize>j) << 2;
    if (transposeB) packTransposed(panel, b + offset * K, K, N - j);
    else packColumns(panel, b + offset, K, N);
    multiplyPanel(finish, panel, c + offset, N - j, bias ? bias + offset : 0, gate + offset);
  }
}

/** A [M, K] by one or two columns. */
function thinColumns(
  c: usize,
  a: usize,
  b: usize,
  M: i32,
  K: i32,
  N: i32,
  transposeB: i32,
  accumulate: bool,
): void {
  if (N == 1) return dotRows(c, 4, a, b, M, K, workspace, accumulate);
  const bytes = (<usize>K) << 2;
  let left = b;
  if (!transposeB) {
    left = workspace + 64;
    separate(left, b, K);
  }
  dotRowPairs(c, a, left, left + bytes, M, K, accumulate);
}

/** Aᵀ B with A [K, M], B [K, N], M or N at most two: weighted sums of the rows of the wider one. */
function thinSides(c: usize, a: usize, b: usize, M: i32, K: i32, N: i32, accumulate: bool): void {
  if (M <= 2)
    for (let m: usize = 0; m < <usize>M; m++)
      weighRows(c + ((m * N) << 2), 4, a + (m << 2), (<usize>M) << 2, b, K, N, workspace, accumulate);
  else
    for (let n: usize = 0; n < <usize>N; n++)
      weighRows(c + (n << 2), (<usize>N) << 2, b + (n << 2), (<usize>N) << 2, a, K, M, workspace, accumulate);
}
