// Four float32 lanes at a time. Only operations of IEEE 754 that every engine rounds alike: no relaxed SIMD, no fused
// multiply-add, so one seed gives the same bits in every browser.

/* @inline */
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/** a · b + c, rounded twice. */
/* @inline */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/* @inline */
export function positive(x: v128): v128 {
  return f32x4.gt(x, splat(0));
}

/** max(x, 0), NaN kept. `pmax` is one instruction where `max`, which orders zeros and NaN, is six. */
/* @inline */
export function rectified(x: v128): v128 {
  return f32x4.pmax(x, splat(0));
}

/** x where mask, scale · x elsewhere. */
/* @inline */
export function scaleUnless(mask: v128, x: v128, scale: v128): v128 {
  return v128.bitselect(x, f32x4.mul(x, scale), mask);
}

/** (l0 + l1) + (l2 + l3) */
/* @inline */
export function sumLanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/** a0 b0 a1 b1 */
/* @inline */
export function interleaveLow(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 0, 4, 1, 5);
}

/** a2 b2 a3 b3 */
/* @inline */
export function interleaveHigh(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 2, 6, 3, 7);
}

/** a0 a1 b0 b1 */
/* @inline */
export function joinLow(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 0, 2);
}

/** a2 a3 b2 b3 */
/* @inline */
export function joinHigh(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 1, 3);
}

/** Stores the first `count` (1 … 4) lanes and nothing behind them. */
/* @inline */
export function storeLanes(to: usize, x: v128, count: i32): void {
  if (count >= 4) v128.store(to, x);
  else {
    if (count & 2) v128.store64_lane(to, x, 0);
    if (count == 1) v128.store32_lane(to, x, 0);
    if (count == 3) v128.store32_lane(to, x, 2, 8);
  }
}
