/**
 * exp, log, tanh, sin and cos in float64, made of + − · / and of moving bits: operations that IEEE 754 fixes to the last
 * bit. `Math.exp` and its kin may differ in the last digit between browsers, and training amplifies it; with these one
 * seed gives one run everywhere. Relative error below 1e-15 (see the test); a method's reference values rest on them.
 */

const LN2 = 0.6931471805599453;
/** ln 2 in two parts: the first has 32 trailing zero bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_HALF = 0.7071067811865476;
/** Below this the double nearest to eˣ is 0, above the second it is ∞. */
const EXP_LEAST = -745.14;
const EXP_MOST = 709.79;

const FLOAT = new Float64Array(1);
const BITS = new Uint32Array(FLOAT.buffer);
/** Which word of a double has the sign and the exponent: 1 on every machine that browsers run on, but not by the standard. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** 2ᵏ for −1022 ≤ k ≤ 1023. */
function powerOfTwo(k: number): number {
  BITS[HIGH] = (k + 1023) << 20;
  BITS[1 - HIGH] = 0;
  return FLOAT[0] ?? NaN;
}

/** c₀ + c₁x + c₂x² + …, by Horner's rule. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}

/** 1/1!, 1/2!, … 1/17! */
const INVERSE_FACTORIALS = Array.from({ length: 17 }).reduce<number[]>(
  (made, _, index) => [...made, (made.at(-1) ?? 1) / (index + 1)],
  [],
);

/** eʳ − 1 for |r| ≤ ln(2)/2 by the Taylor series, whose rest is below 1e-19 there. */
function expMinusOneSmall(r: number): number {
  return r * polynomial(INVERSE_FACTORIALS, r);
}

/** eˣ. Underflows to 0 below −745.13, overflows to ∞ above 709.78. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x < EXP_LEAST) return 0;
  if (x > EXP_MOST) return Infinity;
  const k = Math.round(x / LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  // In two factors, because 2ᵏ alone can leave the range of doubles where the product does not.
  const half = Math.trunc(k / 2);
  return (1 + expMinusOneSmall(r)) * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 1, 1/3, 1/5, … */
const ATANH_COEFFICIENTS = Array.from({ length: 13 }, (_, index) => 1 / (2 * index + 1));

/** 2 artanh(s) = ln((1 + s)/(1 − s)) for |s| ≤ 0.172: s is at most (√2 − 1)/(√2 + 1). */
function twiceAtanh(s: number): number {
  return 2 * s * polynomial(ATANH_COEFFICIENTS, s * s);
}

/** Natural logarithm: −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const subnormal = x < 2 ** -1022;
  FLOAT[0] = subnormal ? x * 2 ** 54 : x;
  const high = BITS[HIGH] ?? 0;
  let exponent = (high >>> 20) - 1022 - (subnormal ? 54 : 0);
  BITS[HIGH] = (high & 0x000fffff) | 0x3fe00000;
  let mantissa = FLOAT[0];
  if (mantissa < SQRT_HALF) {
    mantissa *= 2;
    exponent -= 1;
  }
  const series = twiceAtanh((mantissa - 1) / (mantissa + 1));
  return exponent * LN2_HIGH + (exponent * LN2_LOW + series);
}

/** ln(1 + x), right to the last digits also for small x. */
export function logOnePlus(x: number): number {
  return x > -0.29 && x < 0.41 ? twiceAtanh(x / (2 + x)) : log(1 + x);
}

/** Hyperbolic tangent: with t = e²ˣ − 1 it is t/(t + 2). */
export function tanh(x: number): number {
  if (x < 0) return -tanh(-x);
  if (x > 20) return 1;
  const t = x < LN2 / 4 ? expMinusOneSmall(2 * x) : exp(2 * x) - 1;
  return t / (t + 2);
}

/** (−1)ⁿ/(2n + 1)! and (−1)ⁿ/(2n)!: the series of sin(r)/r and of cos(r) in r². */
const SIN_COEFFICIENTS = INVERSE_FACTORIALS.filter((_, index) => index % 2 === 0).map(alternate);
const COS_COEFFICIENTS = [1, ...INVERSE_FACTORIALS].filter((_, index) => index % 2 === 0).map(alternate);

function alternate(value: number, index: number): number {
  return index % 2 === 0 ? value : -value;
}

/** sin(r + quarter · π/2) for |r| ≤ π/4. */
function sinInQuarter(r: number, quarter: number): number {
  const turned = ((quarter % 4) + 4) % 4;
  const value =
    turned % 2 === 0 ? r * polynomial(SIN_COEFFICIENTS, r * r) : polynomial(COS_COEFFICIENTS, r * r);
  return turned < 2 ? value : -value;
}

/** π/2 in three parts, the first two with 33 bits each, so that their products with small whole numbers are exact. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;
const ANGLE_LIMIT = 2 ** 19;

function reduceAngle(x: number): [rest: number, quarter: number] {
  if (!(Math.abs(x) <= ANGLE_LIMIT)) throw new RangeError(`sin, cos: |x| must be at most 2^19, found ${x}`);
  const quarter = Math.round(x / (Math.PI / 2));
  return [x - quarter * HALF_PI[0] - quarter * HALF_PI[1] - quarter * HALF_PI[2], quarter];
}

/** Sine of x radians. @throws RangeError if |x| > 2¹⁹. */
export function sin(x: number): number {
  return sinInQuarter(...reduceAngle(x));
}

/** Cosine of x radians. @throws RangeError if |x| > 2¹⁹. */
export function cos(x: number): number {
  const [rest, quarter] = reduceAngle(x);
  return sinInQuarter(rest, quarter + 1);
}

/** [cos(2πt), sin(2πt)] of a number of turns t; the reduction to a quarter turn is exact. */
export function unitVector(turns: number): [cosine: number, sine: number] {
  const quarter = Math.round(4 * turns);
  const rest = (turns - quarter / 4) * 2 * Math.PI;
  return [sinInQuarter(rest, quarter + 1), sinInQuarter(rest, quarter)];
}
