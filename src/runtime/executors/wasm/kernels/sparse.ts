import { multiplyAdd, splat, storeLanes, sumLanes } from './lanes';
import { countBadRow } from './move';

// Products of a sparse matrix by rows: entries starts[r] … starts[r + 1] − 1 lie in row r, entry e in column other[e].
// Dense operands are stored by features, [features, batch], so that an entry is one number times whole vectors of the batch.

/** A whole number 0 … most held as a float; anything else is counted and read as 0. */
/* @inline */
function wholeAt(from: usize, most: i32): i32 {
  const wanted = load<f32>(from);
  if (wanted >= 0 && wanted <= <f32>most && wanted == floor<f32>(wanted)) return <i32>wanted;
  countBadRow();
  return 0;
}

/**
 * For each of `count` entries the distance in bytes of the row of x that it multiplies, into `to`; with `order` entry e
 * is the one numbered order[e].
 */
function findRows(
  to: usize,
  other: usize,
  order: usize,
  count: i32,
  rows: i32,
  rowBytes: i32,
  all: i32,
): void {
  let e = 0;
  if (order == 0) {
    const last = f32x4.splat(<f32>(rows - 1));
    const step = i32x4.splat(rowBytes);
    for (; e + 4 <= count; e += 4) {
      const wanted = v128.load(other + (e << 2));
      const whole = i32x4.trunc_sat_f32x4_s(wanted);
      const fits = v128.and(
        f32x4.eq(wanted, f32x4.convert_i32x4_s(whole)),
        v128.and(f32x4.ge(wanted, f32x4.splat(0)), f32x4.le(wanted, last)),
      );
      if (!i32x4.all_true(fits)) break;
      v128.store(to + (e << 2), i32x4.mul(whole, step));
    }
  }
  for (; e < count; e++) {
    const entry = order == 0 ? e : wholeAt(order + (e << 2), all - 1);
    store<i32>(to + (e << 2), wholeAt(other + (entry << 2), rows - 1) * rowBytes);
  }
}

/** The entries of all rows, at most `capacity`: the last start. */
/* @inline */
function entriesOf(starts: usize, rows: i32, capacity: i32): i32 {
  return wholeAt(starts + ((<usize>rows) << 2), capacity);
}

/** Starts must not fall and not pass the end: a row whose do is counted and left empty. */
/* @inline */
function endOf(start: usize, begin: i32, count: i32): i32 {
  const end = wholeAt(start + 4, count);
  if (end >= begin) return end;
  countBadRow();
  return begin;
}

/** One row's product over 13 vectors of the batch: as many sums as there are registers. */
/* @inline */
function rowBy13(to: usize, x: usize, rows: usize, weights: usize, begin: i32, end: i32): void {
  let s0 = splat(0), s1 = splat(0), s2 = splat(0), s3 = splat(0), s4 = splat(0), s5 = splat(0), s6 = splat(0); // prettier-ignore
  let s7 = splat(0), s8 = splat(0), s9 = splat(0), sa = splat(0), sb = splat(0), sc = splat(0); // prettier-ignore
  for (let e = begin; e < end; e++) {
    const w = v128.load32_splat(weights + (e << 2));
    const p = x + load<i32>(rows + (e << 2));
    s0 = multiplyAdd(w, v128.load(p), s0);
    s1 = multiplyAdd(w, v128.load(p, 16), s1);
    s2 = multiplyAdd(w, v128.load(p, 32), s2);
    s3 = multiplyAdd(w, v128.load(p, 48), s3);
    s4 = multiplyAdd(w, v128.load(p, 64), s4);
    s5 = multiplyAdd(w, v128.load(p, 80), s5);
    s6 = multiplyAdd(w, v128.load(p, 96), s6);
    s7 = multiplyAdd(w, v128.load(p, 112), s7);
    s8 = multiplyAdd(w, v128.load(p, 128), s8);
    s9 = multiplyAdd(w, v128.load(p, 144), s9);
    sa = multiplyAdd(w, v128.load(p, 160), sa);
    sb = multiplyAdd(w, v128.load(p, 176), sb);
    sc = multiplyAdd(w, v128.load(p, 192), sc);
  }
  v128.store(to, s0);
  v128.store(to, s1, 16);
  v128.store(to, s2, 32);
  v128.store(to, s3, 48);
  v128.store(to, s4, 64);
  v128.store(to, s5, 80);
  v128.store(to, s6, 96);
  v128.store(to, s7, 112);
  v128.store(to, s8, 128);
  v128.store(to, s9, 144);
  v128.store(to, sa, 160);
  v128.store(to, sb, 176);
  v128.store(to, sc, 192);
}

/* @inline */
function rowBy4(to: usize, x: usize, rows: usize, weights: usize, begin: i32, end: i32): void {
  let s0 = splat(0), s1 = splat(0), s2 = splat(0), s3 = splat(0); // prettier-ignore
  for (let e = begin; e < end; e++) {
    const w = v128.load32_splat(weights + (e << 2));
    const p = x + load<i32>(rows + (e << 2));
    s0 = multiplyAdd(w, v128.load(p), s0);
    s1 = multiplyAdd(w, v128.load(p, 16), s1);
    s2 = multiplyAdd(w, v128.load(p, 32), s2);
    s3 = multiplyAdd(w, v128.load(p, 48), s3);
  }
  v128.store(to, s0);
  v128.store(to, s1, 16);
  v128.store(to, s2, 32);
  v128.store(to, s3, 48);
}

/** `lanes` (1 … 4) of one vector. */
/* @inline */
function rowBy1(to: usize, x: usize, rows: usize, weights: usize, begin: i32, end: i32, lanes: i32): void {
  let s = splat(0);
  for (let e = begin; e < end; e++)
    s = multiplyAdd(v128.load32_splat(weights + (e << 2)), v128.load(x + load<i32>(rows + (e << 2))), s);
  storeLanes(to, s, lanes);
}

/**
 * to [outRows, batch] = W · x [inRows, batch]. With `order` the pattern lists W's entries column by column, entry k being
 * number order[k] of `values` and lying in row other[order[k]]: then it is Wᵀ · x.
 * @param workspace room for 2 · capacity words
 */
export function sparseProduct(
  to: usize,
  values: usize,
  x: usize,
  starts: usize,
  other: usize,
  order: usize,
  outRows: i32,
  inRows: i32,
  batch: i32,
  capacity: i32,
  workspace: usize,
): void {
  const rowBytes = batch << 2;
  const count = entriesOf(starts, outRows, capacity);
  const rows = workspace;
  findRows(rows, other, order, count, inRows, rowBytes, capacity);
  let weights = values;
  if (order != 0) {
    weights = workspace + ((<usize>capacity) << 2);
    for (let k = 0; k < count; k++)
      store<f32>(weights + (k << 2), load<f32>(values + (wholeAt(order + (k << 2), capacity - 1) << 2)));
  }
  let from = 0;
  while (from < batch) {
    const left = batch - from;
    const width = left >= 52 ? 52 : left >= 16 ? 16 : 4;
    const at: usize = from << 2;
    let begin = 0;
    let y = to + at;
    for (let r = 0; r < outRows; r++) {
      const end = endOf(starts + (r << 2), begin, count);
      if (width == 52) rowBy13(y, x + at, rows, weights, begin, end);
      else if (width == 16) rowBy4(y, x + at, rows, weights, begin, end);
      else rowBy1(y, x + at, rows, weights, begin, end, left);
      begin = end;
      y += rowBytes;
    }
    from += width;
  }
}

/** The sums of four vectors, one in each lane. */
/* @inline */
function sumEach(a: v128, b: v128, c: v128, d: v128): v128 {
  return f32x4(sumLanes(a), sumLanes(b), sumLanes(c), sumLanes(d));
}

/**
 * to[e] = g[row of e, :] · x[column of e, :] for every entry of the pattern, 0 behind the last: the part of g · xᵀ that the
 * pattern has, without the rest of it.
 * @param workspace room for `capacity` words
 */
export function sampledProduct(
  to: usize,
  g: usize,
  x: usize,
  starts: usize,
  other: usize,
  outRows: i32,
  inRows: i32,
  batch: i32,
  capacity: i32,
  workspace: usize,
): void {
  const rowBytes = batch << 2;
  const whole: usize = (batch & ~3) << 2;
  const rest = batch & 3;
  const mask = i32x4(-1, rest > 1 ? -1 : 0, rest > 2 ? -1 : 0, 0);
  const count = entriesOf(starts, outRows, capacity);
  findRows(workspace, other, 0, count, inRows, rowBytes, capacity);
  let begin = 0;
  for (let r = 0; r < outRows; r++) {
    const end = endOf(starts + (r << 2), begin, count);
    for (let e = begin; e < end; e += 4) {
      // The places of missing entries repeat the first one: what they write, the next row or the zeros write over.
      const places = workspace + (e << 2);
      const x0 = x + load<i32>(places);
      const x1 = e + 1 < end ? x + load<i32>(places, 4) : x0;
      const x2 = e + 2 < end ? x + load<i32>(places, 8) : x0;
      const x3 = e + 3 < end ? x + load<i32>(places, 12) : x0;
      let a0 = splat(0), a1 = splat(0), a2 = splat(0), a3 = splat(0); // prettier-ignore
      let b0 = splat(0), b1 = splat(0), b2 = splat(0), b3 = splat(0); // prettier-ignore
      let at: usize = 0;
      for (; at + 32 <= whole; at += 32) {
        const u = v128.load(g + at);
        const v = v128.load(g + at, 16);
        a0 = multiplyAdd(u, v128.load(x0 + at), a0);
        a1 = multiplyAdd(u, v128.load(x1 + at), a1);
        a2 = multiplyAdd(u, v128.load(x2 + at), a2);
        a3 = multiplyAdd(u, v128.load(x3 + at), a3);
        b0 = multiplyAdd(v, v128.load(x0 + at, 16), b0);
        b1 = multiplyAdd(v, v128.load(x1 + at, 16), b1);
        b2 = multiplyAdd(v, v128.load(x2 + at, 16), b2);
        b3 = multiplyAdd(v, v128.load(x3 + at, 16), b3);
      }
      if (at < whole) {
        const u = v128.load(g + at);
        a0 = multiplyAdd(u, v128.load(x0 + at), a0);
        a1 = multiplyAdd(u, v128.load(x1 + at), a1);
        a2 = multiplyAdd(u, v128.load(x2 + at), a2);
        a3 = multiplyAdd(u, v128.load(x3 + at), a3);
        at += 16;
      }
      if (rest > 0) {
        // Of both: behind the end may lie what is no number.
        const u = v128.and(v128.load(g + at), mask);
        b0 = multiplyAdd(u, v128.and(v128.load(x0 + at), mask), b0);
        b1 = multiplyAdd(u, v128.and(v128.load(x1 + at), mask), b1);
        b2 = multiplyAdd(u, v128.and(v128.load(x2 + at), mask), b2);
        b3 = multiplyAdd(u, v128.and(v128.load(x3 + at), mask), b3);
      }
      const sums = sumEach(f32x4.add(a0, b0), f32x4.add(a1, b1), f32x4.add(a2, b2), f32x4.add(a3, b3));
      v128.store(to + (e << 2), sums);
    }
    begin = end;
    g += rowBytes;
  }
  memory.fill(to + ((<usize>count) << 2), 0, (<usize>(capacity - count)) << 2);
}
