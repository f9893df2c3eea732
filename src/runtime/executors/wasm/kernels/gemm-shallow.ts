// Products with an inner size of one or two, as first layers on points and the gradients of single scores are: a tile
// would be packed for two steps. Here columns of B stay in registers and the rows of A are read as they lie.

import * as code from '../opcodes';
import { finished } from './gemm-tile';
import { multiplyAdd, splat, storeLanes } from './lanes';

// The product at hand: where columns of C, B's rows, bias and gate begin, and how many columns are meant.
let c: usize = 0;
let b: usize = 0;
let bStep: usize = 0;
let bias: usize = 0;
let gate: usize = 0;
let columns: i32 = 0;

/** Four elements of a row of C, finished; the last four may be cut. */
/* @inline */
function storeFour(
  finish: i32,
  last: bool,
  to: usize,
  sum: v128,
  add: v128,
  by: usize,
  slope: v128,
  count: i32,
): void {
  const value = finished(finish, sum, to, add, by, slope);
  if (last) storeLanes(to, value, count);
  else v128.store(to, value);
}

/**
 * All rows of A [M, K] by `vectors` · 4 columns. The sums are those of the tiles, bit for bit: each begins at 0.
 */
/* @inline */
function rowsBy(finish: i32, K: i32, vectors: i32, a: usize, M: i32, stride: usize, slope: v128): void {
  const p0 = v128.load(b);
  const p1 = vectors > 1 ? v128.load(b, 16) : p0;
  const p2 = vectors > 2 ? v128.load(b, 32) : p0;
  const below = b + bStep;
  const q0 = K == 2 ? v128.load(below) : p0;
  const q1 = K == 2 && vectors > 1 ? v128.load(below, 16) : p0;
  const q2 = K == 2 && vectors > 2 ? v128.load(below, 32) : p0;
  const zero = splat(0);
  const bias0 = bias ? v128.load(bias) : zero;
  const bias1 = bias && vectors > 1 ? v128.load(bias, 16) : zero;
  const bias2 = bias && vectors > 2 ? v128.load(bias, 32) : zero;
  const cut = columns - 4 * (vectors - 1);
  const end = a + ((<usize>(M * K)) << 2);
  let to = c;
  let by = gate;
  do {
    let x = v128.load32_splat(a);
    let s0 = multiplyAdd(x, p0, zero);
    let s1 = vectors > 1 ? multiplyAdd(x, p1, zero) : zero;
    let s2 = vectors > 2 ? multiplyAdd(x, p2, zero) : zero;
    if (K == 2) {
      x = v128.load32_splat(a, 4);
      s0 = multiplyAdd(x, q0, s0);
      if (vectors > 1) s1 = multiplyAdd(x, q1, s1);
      if (vectors > 2) s2 = multiplyAdd(x, q2, s2);
    }
    storeFour(finish, vectors == 1, to, s0, bias0, by, slope, cut);
    if (vectors > 1) storeFour(finish, vectors == 2, to + 16, s1, bias1, by + 16, slope, cut);
    if (vectors > 2) storeFour(finish, true, to + 32, s2, bias2, by + 32, slope, cut);
    a += K << 2;
    to += stride;
    by += stride;
  } while (a < end);
}

/* @inline */
function byDepth(finish: i32, vectors: i32, a: usize, M: i32, K: i32, stride: usize, slope: v128): void {
  if (K == 1) rowsBy(finish, 1, vectors, a, M, stride, slope);
  else rowsBy(finish, 2, vectors, a, M, stride, slope);
}

/* @inline */
function byWidth(finish: i32, vectors: i32, a: usize, M: i32, K: i32, stride: usize, slope: v128): void {
  if (vectors == 3) byDepth(finish, 3, a, M, K, stride, slope);
  else if (vectors == 2) byDepth(finish, 2, a, M, K, stride, slope);
  else byDepth(finish, 1, a, M, K, stride, slope);
}

/** Whether `multiplyShallow` has this product. */
/* @inline */
export function isShallow(K: i32, finish: i32): bool {
  const known =
    finish == code.PLAIN || finish == code.BIAS_RELU || finish == code.BIAS_LEAKY || finish == code.GATED;
  return K <= 2 && known;
}

/**
 * C [M, N] = finish(A [M, K] B), K ≤ 2; B is stored as [K, N], or as [N, K] if `transposed`.
 * @param room 8 N bytes and one vector, for B if its columns are to be put side by side
 */
export function multiplyShallow(
  finish: i32,
  s: f32,
  to: usize,
  a: usize,
  from: usize,
  row: usize,
  factors: usize,
  M: i32,
  K: i32,
  N: i32,
  transposed: bool,
  room: usize,
): void {
  const stride = (<usize>N) << 2;
  if (transposed && K == 2) {
    separate(room, from, N);
    from = room;
  }
  bStep = stride;
  const slope = splat(s);
  // Twelve columns at most, but not four alone behind a twelve.
  for (let done: usize = 0; done < stride; done += (<usize>columns) << 2) {
    const left = N - ((<i32>done) >> 2);
    columns = left <= 12 ? left : 8;
    c = to + done;
    b = from + done;
    bias = row ? row + done : 0;
    gate = factors + done;
    const vectors = (columns + 3) >> 2;
    if (finish == code.PLAIN) byWidth(code.PLAIN, vectors, a, M, K, stride, slope);
    else if (finish == code.BIAS_RELU) byWidth(code.BIAS_RELU, vectors, a, M, K, stride, slope);
    else if (finish == code.BIAS_LEAKY) byWidth(code.BIAS_LEAKY, vectors, a, M, K, stride, slope);
    else byWidth(code.GATED, vectors, a, M, K, stride, slope);
  }
}

/** [N, 2] → [2, N] */
export function separate(to: usize, from: usize, N: i32): void {
  const stride = (<usize>N) << 2;
  for (const end = to + stride; to < end; to += 4) {
    const pair = load<u64>(from);
    store<u32>(to, <u32>pair);
    store<u32>(to + stride, <u32>(pair >> 32));
    from += 8;
  }
}
