// exp, log, tanh, … in float32. Polynomials are our own weighted least-squares fits (Lawson's weights, so close to
// minimax) of the stated remainder; the errors against float64 are held by functions.test.ts.

import { multiplyAdd, splat } from './lanes';

const LOG2_E: f32 = 1.44269504;
/** ln 2 in two parts; the first has 9 bits, so its product with a whole number below 2¹⁵ is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;

/**
 * 1.5 · 2²³: adding it rounds a number below 2²² to the nearest whole one, which then stands in the last bits of the sum.
 * Fewer instructions than `nearest` and a conversion.
 */
const TO_WHOLE: f32 = 12582912;

/** 2ⁿ of whole-numbered lanes −126 … 127. */
/* @inline */
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ = 2ⁿ (1 + r + r² p(r)), |r| ≤ ½ ln 2. Overflows to ∞ and underflows gradually to 0; NaN stays. */
export function exp(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, splat(-104)), splat(89));
  const rounded = multiplyAdd(inside, splat(LOG2_E), splat(TO_WHOLE));
  const whole = f32x4.sub(rounded, splat(TO_WHOLE));
  let r = f32x4.sub(inside, f32x4.mul(whole, splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(whole, splat(LN2_LOW)));
  let p = multiplyAdd(splat(1.38145988e-3), r, splat(8.36871658e-3));
  p = multiplyAdd(p, r, splat(4.1668389e-2));
  p = multiplyAdd(p, r, splat(1.66665211e-1));
  p = multiplyAdd(p, r, splat(0.49999994));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), splat(1));
  // Two factors, because 2ⁿ itself can lie outside float32's normal numbers.
  const n = i32x4.sub(rounded, splat(TO_WHOLE));
  const half = i32x4.shr_s(n, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(n, half)));
}

/** ln x = e ln 2 + ln(1 + m), √½ − 1 ≤ m < √2 − 1. log 0 = −∞, of negative numbers NaN. */
export function log(x: v128): v128 {
  // Numbers below the smallest normal one are first multiplied by 2²³.
  const small = f32x4.lt(x, splat(1.17549435e-38));
  const y = v128.bitselect(f32x4.mul(x, splat(8388608)), x, small);
  const shift = v128.and(small, splat(23));
  let e = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(y, 23), i32x4.splat(126)));
  let m = v128.or(v128.and(y, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(m, splat(0.707106781));
  e = f32x4.sub(f32x4.sub(e, v128.and(low, splat(1))), shift);
  m = f32x4.sub(f32x4.add(m, v128.and(low, m)), splat(1));
  const square = f32x4.mul(m, m);
  let p = multiplyAdd(splat(-7.63449296e-2), m, splat(1.2761575e-1));
  p = multiplyAdd(p, m, splat(-1.31601825e-1));
  p = multiplyAdd(p, m, splat(1.42017588e-1));
  p = multiplyAdd(p, m, splat(-1.66233569e-1));
  p = multiplyAdd(p, m, splat(2.00012267e-1));
  p = multiplyAdd(p, m, splat(-2.50008196e-1));
  p = multiplyAdd(p, m, splat(3.33333313e-1));
  p = f32x4.mul(f32x4.mul(p, m), square);
  p = multiplyAdd(e, splat(LN2_LOW), p);
  p = f32x4.sub(p, f32x4.mul(square, splat(0.5)));
  const value = multiplyAdd(e, splat(LN2_HIGH), f32x4.add(m, p));
  // ∞ and NaN stay; then the two edges.
  const finite = v128.bitselect(value, f32x4.add(x, x), f32x4.lt(x, splat(Infinity)));
  const zero = v128.bitselect(splat(-Infinity), finite, f32x4.eq(x, splat(0)));
  return v128.or(zero, f32x4.lt(x, splat(0)));
}

/** x + x³ p(x²) below 0.625, 1 − 2 / (1 + e²ˣ) above; odd by construction. */
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = multiplyAdd(splat(-5.7170447e-3), z, splat(2.06505861e-2));
  p = multiplyAdd(p, z, splat(-5.37434965e-2));
  p = multiplyAdd(p, z, splat(1.33314908e-1));
  p = multiplyAdd(p, z, splat(-3.33332837e-1));
  const near = multiplyAdd(f32x4.mul(p, z), size, size);
  const far = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(splat(1), exp(f32x4.add(size, size)))));
  const value = v128.bitselect(near, far, f32x4.lt(size, splat(0.625)));
  return v128.or(value, v128.and(x, splat(-0.0)));
}

/** 1 / (1 + e⁻ˣ) */
export function sigmoid(x: v128): v128 {
  return f32x4.div(splat(1), f32x4.add(splat(1), exp(f32x4.neg(x))));
}

/** max(x, 0) + log(1 + t), t = e^−|x|; what rounding 1 + t lost is added back, so tiny values keep their digits. */
export function softplus(x: v128): v128 {
  const t = exp(f32x4.neg(f32x4.abs(x)));
  const u = f32x4.add(splat(1), t);
  const lost = f32x4.sub(t, f32x4.sub(u, splat(1)));
  return f32x4.add(f32x4.pmax(x, splat(0)), f32x4.add(log(u), lost));
}

/** sin(πf/2) for |f| ≤ ½ */
/* @inline */
export function sineOfQuarter(f: v128): v128 {
  const x = f32x4.mul(f, splat(1.57079637));
  const z = f32x4.mul(x, x);
  let p = multiplyAdd(splat(-1.95172994e-4), z, splat(8.332178e-3));
  p = multiplyAdd(p, z, splat(-1.66666552e-1));
  return multiplyAdd(f32x4.mul(p, z), x, x);
}

/** cos(πf/2) for |f| ≤ ½ */
/* @inline */
export function cosineOfQuarter(f: v128): v128 {
  const x = f32x4.mul(f, splat(1.57079637));
  const z = f32x4.mul(x, x);
  let p = multiplyAdd(splat(2.44384519e-5), z, splat(-1.38873677e-3));
  p = multiplyAdd(p, z, splat(4.16666456e-2));
  return f32x4.add(multiplyAdd(p, f32x4.mul(z, z), f32x4.mul(z, splat(-0.5))), splat(1));
}
