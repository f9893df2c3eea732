import { splat, storeLanes, sumLanes } from './lanes';

/** Sum of `count` floats: eight running sums, then the rest one by one. */
function sumRow(from: usize, count: i32): f32 {
  let s0 = splat(0);
  let s1 = splat(0);
  let left = count;
  for (; left >= 8; left -= 8) {
    s0 = f32x4.add(s0, v128.load(from));
    s1 = f32x4.add(s1, v128.load(from, 16));
    from += 32;
  }
  let total = sumLanes(f32x4.add(s0, s1));
  for (; left > 0; left--) {
    total += load<f32>(from);
    from += 4;
  }
  return total;
}

/** to[j] = Σᵣ from[r, j], sixteen columns at a time. */
function sumColumns(to: usize, from: usize, rows: i32, columns: i32): void {
  const stride = (<usize>columns) << 2;
  for (let left = columns; left > 0; left -= 16) {
    let s0 = splat(0),
      s1 = splat(0),
      s2 = splat(0),
      s3 = splat(0);
    let p = from;
    for (let r = 0; r < rows; r++) {
      s0 = f32x4.add(s0, v128.load(p));
      if (left > 4) s1 = f32x4.add(s1, v128.load(p, 16));
      if (left > 8) {
        s2 = f32x4.add(s2, v128.load(p, 32));
        s3 = f32x4.add(s3, v128.load(p, 48));
      }
      p += stride;
    }
    storeLanes(to, s0, left);
    if (left > 4) storeLanes(to + 16, s1, left - 4);
    if (left > 8) storeLanes(to + 32, s2, left - 8);
    if (left > 12) storeLanes(to + 48, s3, left - 12);
    to += 64;
    from += 64;
  }
}

/** [outer, reduced, inner] → [outer, inner] */
export function sum(to: usize, from: usize, outer: i32, reduced: i32, inner: i32): void {
  for (let i = 0; i < outer; i++) {
    if (inner == 1) store<f32>(to, sumRow(from, reduced));
    else sumColumns(to, from, reduced, inner);
    to += (<usize>inner) << 2;
    from += (<usize>reduced * inner) << 2;
  }
}
