// Products whose result has one or two columns or rows: a tile would be mostly empty.

import { interleaveHigh, interleaveLow, joinHigh, joinLow, multiplyAdd, splat, storeLanes } from './lanes';

/** c[i · step] (+)= A[i, :] · b for four rows of A [M, K] at a time. */
export function dotRows(
  c: usize,
  step: usize,
  a: usize,
  b: usize,
  M: i32,
  K: i32,
  spare: usize,
  accumulate: bool,
): void {
  const stride = (<usize>K) << 2;
  const end = b + ((<usize>(K & ~3)) << 2);
  for (let rows = M; rows > 0; rows -= 4) {
    let a0 = a;
    let a1 = rows > 1 ? a0 + stride : a;
    let a2 = rows > 2 ? a1 + stride : a;
    let a3 = rows > 3 ? a2 + stride : a;
    let s0 = splat(0),
      s1 = splat(0),
      s2 = splat(0),
      s3 = splat(0);
    let p = b;
    for (; p < end; p += 16) {
      const x = v128.load(p);
      s0 = multiplyAdd(x, v128.load(a0), s0);
      s1 = multiplyAdd(x, v128.load(a1), s1);
      s2 = multiplyAdd(x, v128.load(a2), s2);
      s3 = multiplyAdd(x, v128.load(a3), s3);
      a0 += 16;
      a1 += 16;
      a2 += 16;
      a3 += 16;
    }
    let sums = transposedSum(s0, s1, s2, s3);
    for (let k = K & 3; k > 0; k--) {
      let column = v128.load32_zero(a0);
      column = v128.load32_lane(a1, column, 1);
      column = v128.load32_lane(a2, column, 2);
      column = v128.load32_lane(a3, column, 3);
      sums = multiplyAdd(v128.load32_splat(p), column, sums);
      p += 4;
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
    }
    scatter(c, step, sums, rows < 4 ? rows : 4, spare, accumulate);
    c += step << 2;
    a += stride << 2;
  }
}

/** C [M, 2] (+)= A [M, K] by two columns: A is read once for both. The sums are those of `dotRows`, bit for bit. */
export function dotRowPairs(
  c: usize,
  a: usize,
  left: usize,
  right: usize,
  M: i32,
  K: i32,
  accumulate: bool,
): void {
  const stride = (<usize>K) << 2;
  const whole = (<usize>(K & ~3)) << 2;
  for (let rows = M; rows > 0; rows -= 4) {
    let a0 = a;
    let a1 = rows > 1 ? a0 + stride : a;
    let a2 = rows > 2 ? a1 + stride : a;
    let a3 = rows > 3 ? a2 + stride : a;
    let l0 = splat(0),
      l1 = splat(0),
      l2 = splat(0),
      l3 = splat(0);
    let r0 = splat(0),
      r1 = splat(0),
      r2 = splat(0),
      r3 = splat(0);
    let p = left;
    let q = right;
    for (const end = left + whole; p < end; p += 16) {
      const x = v128.load(p);
      const y = v128.load(q);
      let row = v128.load(a0);
      l0 = multiplyAdd(x, row, l0);
      r0 = multiplyAdd(y, row, r0);
      row = v128.load(a1);
      l1 = multiplyAdd(x, row, l1);
      r1 = multiplyAdd(y, row, r1);
      row = v128.load(a2);
      l2 = multiplyAdd(x, row, l2);
      r2 = multiplyAdd(y, row, r2);
      row = v128.load(a3);
      l3 = multiplyAdd(x, row, l3);
      r3 = multiplyAdd(y, row, r3);
      q += 16;
      a0 += 16;
      a1 += 16;
      a2 += 16;
      a3 += 16;
    }
    let lefts = transposedSum(l0, l1, l2, l3);
    let rights = transposedSum(r0, r1, r2, r3);
    for (let k = K & 3; k > 0; k--) {
      let column = v128.load32_zero(a0);
      column = v128.load32_lane(a1, column, 1);
      column = v128.load32_lane(a2, column, 2);
      column = v128.load32_lane(a3, column, 3);
      lefts = multiplyAdd(v128.load32_splat(p), column, lefts);
      rights = multiplyAdd(v128.load32_splat(q), column, rights);
      p += 4;
      q += 4;
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
    }
    storePairs(c, interleaveLow(lefts, rights), 2 * rows, accumulate);
    if (rows > 2) storePairs(c + 16, interleaveHigh(lefts, rights), 2 * rows - 4, accumulate);
    c += 32;
    a += stride << 2;
  }
}

/* @inline */
function storePairs(to: usize, lanes: v128, count: i32, accumulate: bool): void {
  storeLanes(to, accumulate ? f32x4.add(lanes, v128.load(to)) : lanes, count);
}

/** Lane i holds the sum of the lanes of argument i. */
/* @inline */
function transposedSum(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const a = f32x4.add(interleaveLow(s0, s1), interleaveHigh(s0, s1));
  const b = f32x4.add(interleaveLow(s2, s3), interleaveHigh(s2, s3));
  return f32x4.add(joinLow(a, b), joinHigh(a, b));
}

/** The first `count` lanes to addresses `step` apart. */
/* @inline */
function scatter(to: usize, step: usize, lanes: v128, count: i32, spare: usize, accumulate: bool): void {
  if (step == 4) {
    storeLanes(to, accumulate ? f32x4.add(lanes, v128.load(to)) : lanes, count);
    return;
  }
  v128.store(spare, lanes);
  for (let i = 0; i < count; i++) {
    const value = load<f32>(spare + ((<usize>i) << 2));
    store<f32>(to, accumulate ? value + load<f32>(to) : value);
    to += step;
  }
}

/** c[j · step] (+)= Σₖ s[k · sStep] H[k, j]: sixteen columns of H [K, J] at a time. */
export function weighRows(
  c: usize,
  step: usize,
  s: usize,
  sStep: usize,
  H: usize,
  K: i32,
  J: i32,
  spare: usize,
  accumulate: bool,
): void {
  const stride = (<usize>J) << 2;
  for (let left = J; left > 0; left -= 16) {
    let c0 = splat(0),
      c1 = splat(0),
      c2 = splat(0),
      c3 = splat(0);
    let h = H;
    let p = s;
    for (let k = 0; k < K; k++) {
      const x = v128.load32_splat(p);
      c0 = multiplyAdd(x, v128.load(h), c0);
      if (left > 4) c1 = multiplyAdd(x, v128.load(h, 16), c1);
      if (left > 8) {
        c2 = multiplyAdd(x, v128.load(h, 32), c2);
        c3 = multiplyAdd(x, v128.load(h, 48), c3);
      }
      p += sStep;
      h += stride;
    }
    scatter(c, step, c0, left < 4 ? left : 4, spare, accumulate);
    if (left > 4) scatter(c + 4 * step, step, c1, left < 8 ? left - 4 : 4, spare, accumulate);
    if (left > 8) scatter(c + 8 * step, step, c2, left < 12 ? left - 8 : 4, spare, accumulate);
    if (left > 12) scatter(c + 12 * step, step, c3, left < 16 ? left - 12 : 4, spare, accumulate);
    c += step << 4;
    H += 64;
  }
}
