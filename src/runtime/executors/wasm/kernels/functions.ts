// exp, log, tanh, … in float32. Polynomials are our own weighted least-squares fits (Lawson's weights, so close to
// minimax) of the stated remainder; the errors against float64 are held by functions.test.ts.
//
// Constants lie in memory and are read where they are used: V8 puts a vector constant together from words each time,
// which made exp a quarter slower.

import { multiplyAdd, splat } from './lanes';

const ONE = memory.data<f32>([1]);
const TWO = memory.data<f32>([2]);
const HALF = memory.data<f32>([0.5]);
const LOG2_E = memory.data<f32>([1.44269504]);
/** ln 2 in two parts; the first has 9 bits, so its product with a whole number below 2¹⁵ is exact. */
const LN2_HIGH = memory.data<f32>([0.693359375]);
const LN2_LOW = memory.data<f32>([-2.1219444e-4]);
/** Where exp ends: −104 and 89. */
const LEAST_EXPONENT = memory.data<f32>([-104]);
const LARGEST_EXPONENT = memory.data<f32>([89]);
/**
 * 1.5 · 2²³: adding it rounds a number below 2²² to the nearest whole one, which then stands in the last bits of the sum.
 * Fewer instructions than `nearest` and a conversion.
 */
const TO_WHOLE = memory.data<f32>([12582912]);
const SQRT_HALF = memory.data<f32>([0.707106781]);
const HALF_PI = memory.data<f32>([1.57079637]);
const TANH_SWITCH = memory.data<f32>([0.625]);

// Coefficients of the polynomials, the highest power first.
const EXP = memory.data<f32>([1.38145988e-3, 8.36871658e-3, 4.1668389e-2, 1.66665211e-1, 0.49999994]);
const LOG = memory.data<f32>([
  -7.63449296e-2, 1.2761575e-1, -1.31601825e-1, 1.42017588e-1, -1.66233569e-1, 2.00012267e-1, -2.50008196e-1,
  3.33333313e-1,
]);
const TANH = memory.data<f32>([-5.7170447e-3, 2.06505861e-2, -5.37434965e-2, 1.33314908e-1, -3.33332837e-1]);
const SINE = memory.data<f32>([-1.95172994e-4, 8.332178e-3, -1.66666552e-1]);
const COSINE = memory.data<f32>([2.44384519e-5, -1.38873677e-3, 4.16666456e-2]);

/** The number at that address in all lanes. */
/* @inline */
function at(address: usize): v128 {
  return v128.load32_splat(address);
}

/** c₀ x + c₁ */
/* @inline */
function first(table: usize, x: v128): v128 {
  return multiplyAdd(v128.load32_splat(table), x, v128.load32_splat(table, 4));
}

/** 2ⁿ of whole-numbered lanes −126 … 127. */
/* @inline */
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ = 2ⁿ (1 + r + r² p(r)), |r| ≤ ½ ln 2. Overflows to ∞ and underflows gradually to 0; NaN stays. */
export function exp(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, at(LEAST_EXPONENT)), at(LARGEST_EXPONENT));
  const rounded = multiplyAdd(inside, at(LOG2_E), at(TO_WHOLE));
  const whole = f32x4.sub(rounded, at(TO_WHOLE));
  let r = f32x4.sub(inside, f32x4.mul(whole, at(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(whole, at(LN2_LOW)));
  let p = first(EXP, r);
  p = multiplyAdd(p, r, at(EXP + 8));
  p = multiplyAdd(p, r, at(EXP + 12));
  p = multiplyAdd(p, r, at(EXP + 16));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), at(ONE));
  // Two factors, because 2ⁿ itself can lie outside float32's normal numbers.
  const n = i32x4.sub(rounded, at(TO_WHOLE));
  const half = i32x4.shr_s(n, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(n, half)));
}

/** ln(2⁻ˢ y) of a normal positive number y, s whole: e ln 2 + ln(1 + m), √½ − 1 ≤ m < √2 − 1. */
/* @inline */
function logOfNormal(y: v128, shift: v128): v128 {
  let e = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(y, 23), i32x4.splat(126)));
  let m = v128.or(v128.and(y, i32x4.splat(0x007fffff)), at(HALF));
  const low = f32x4.lt(m, at(SQRT_HALF));
  e = f32x4.sub(f32x4.sub(e, v128.and(low, at(ONE))), shift);
  m = f32x4.sub(f32x4.add(m, v128.and(low, m)), at(ONE));
  const square = f32x4.mul(m, m);
  let p = first(LOG, m);
  p = multiplyAdd(p, m, at(LOG + 8));
  p = multiplyAdd(p, m, at(LOG + 12));
  p = multiplyAdd(p, m, at(LOG + 16));
  p = multiplyAdd(p, m, at(LOG + 20));
  p = multiplyAdd(p, m, at(LOG + 24));
  p = multiplyAdd(p, m, at(LOG + 28));
  p = f32x4.mul(f32x4.mul(p, m), square);
  p = multiplyAdd(e, at(LN2_LOW), p);
  p = f32x4.sub(p, f32x4.mul(square, at(HALF)));
  return multiplyAdd(e, at(LN2_HIGH), f32x4.add(m, p));
}

/** ln x of positive numbers that are neither infinite nor below the smallest normal one. */
export function logInside(x: v128): v128 {
  return logOfNormal(x, splat(0));
}

/** ln x. log 0 = −∞, of negative numbers NaN. */
export function log(x: v128): v128 {
  // Numbers below the smallest normal one are first multiplied by 2²³.
  const small = f32x4.lt(x, splat(1.17549435e-38));
  const y = v128.bitselect(f32x4.mul(x, splat(8388608)), x, small);
  const value = logOfNormal(y, v128.and(small, splat(23)));
  // ∞ and NaN stay; then the two edges.
  const finite = v128.bitselect(value, f32x4.add(x, x), f32x4.lt(x, splat(Infinity)));
  const zero = v128.bitselect(splat(-Infinity), finite, f32x4.eq(x, splat(0)));
  return v128.or(zero, f32x4.lt(x, splat(0)));
}

/** x + x³ p(x²) below 0.625, 1 − 2 / (1 + e²ˣ) above; odd by construction. */
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = first(TANH, z);
  p = multiplyAdd(p, z, at(TANH + 8));
  p = multiplyAdd(p, z, at(TANH + 12));
  p = multiplyAdd(p, z, at(TANH + 16));
  const near = multiplyAdd(f32x4.mul(p, z), size, size);
  const far = f32x4.sub(at(ONE), f32x4.div(at(TWO), f32x4.add(at(ONE), exp(f32x4.add(size, size)))));
  const value = v128.bitselect(near, far, f32x4.lt(size, at(TANH_SWITCH)));
  return v128.or(value, v128.and(x, splat(-0.0)));
}

/** 1 / (1 + e⁻ˣ) */
export function sigmoid(x: v128): v128 {
  return f32x4.div(at(ONE), f32x4.add(at(ONE), exp(f32x4.neg(x))));
}

/** max(x, 0) + log(1 + t), t = e^−|x|; what rounding 1 + t lost is added back, so tiny values keep their digits. */
export function softplus(x: v128): v128 {
  const t = exp(f32x4.neg(f32x4.abs(x)));
  const u = f32x4.add(at(ONE), t);
  const lost = f32x4.sub(t, f32x4.sub(u, at(ONE)));
  // 1 ≤ u ≤ 2 needs none of log's edges; a NaN comes through max(x, 0).
  return f32x4.add(f32x4.pmax(x, splat(0)), f32x4.add(logInside(u), lost));
}

/** sin(πf/2) for |f| ≤ ½ */
/* @inline */
export function sineOfQuarter(f: v128): v128 {
  const x = f32x4.mul(f, at(HALF_PI));
  const z = f32x4.mul(x, x);
  const p = multiplyAdd(first(SINE, z), z, at(SINE + 8));
  return multiplyAdd(f32x4.mul(p, z), x, x);
}

/** cos(πf/2) for |f| ≤ ½ */
/* @inline */
export function cosineOfQuarter(f: v128): v128 {
  const x = f32x4.mul(f, at(HALF_PI));
  const z = f32x4.mul(x, x);
  const p = multiplyAdd(first(COSINE, z), z, at(COSINE + 8));
  return f32x4.add(multiplyAdd(p, f32x4.mul(z, z), f32x4.mul(z, splat(-0.5))), at(ONE));
}
