// The rules of src/methods/optimizers (PyTorch's conventions). `rate` is an address: it is a node's value, so it may
// change between steps. Each works on whole vectors; buffers have room behind their end.

import { multiplyAdd, splat } from './lanes';

/** θ ← θ − η g */
export function sgd(parameter: usize, gradient: usize, rate: usize, count: i32): void {
  const eta = v128.load32_splat(rate);
  for (const end = parameter + ((<usize>count) << 2); parameter < end; parameter += 16) {
    v128.store(parameter, f32x4.sub(v128.load(parameter), f32x4.mul(eta, v128.load(gradient))));
    gradient += 16;
  }
}

/** m ← μ m + g, θ ← θ − η m */
export function momentum(
  parameter: usize,
  gradient: usize,
  rate: usize,
  m: usize,
  count: i32,
  mu: f32,
): void {
  const eta = v128.load32_splat(rate);
  const keep = splat(mu);
  for (const end = parameter + ((<usize>count) << 2); parameter < end; parameter += 16) {
    const velocity = multiplyAdd(keep, v128.load(m), v128.load(gradient));
    v128.store(m, velocity);
    v128.store(parameter, f32x4.sub(v128.load(parameter), f32x4.mul(eta, velocity)));
    gradient += 16;
    m += 16;
  }
}

/** xⁿ by repeated squaring, in float64. */
function power(x: f64, n: i32): f64 {
  let result: f64 = 1;
  for (; n > 0; n >>= 1) {
    if (n & 1) result *= x;
    x *= x;
  }
  return result;
}

// What the latest call computed: the parameters of one network share β and t.
let correctedBeta1: f64 = 0;
let correctedBeta2: f64 = 0;
let correctedSteps: i32 = -1;
/** 1 − β₁ᵗ, and 1 / √(1 − β₂ᵗ). */
let correction1: f64 = 1;
let correction2: f32 = 1;

/* @inline */
function correct(beta1: f64, beta2: f64, steps: i32): void {
  if (beta1 == correctedBeta1 && beta2 == correctedBeta2 && steps == correctedSteps) return;
  correctedBeta1 = beta1;
  correctedBeta2 = beta2;
  correctedSteps = steps;
  correction1 = 1 - power(beta1, steps);
  correction2 = <f32>(1 / sqrt<f64>(1 - power(beta2, steps)));
}

/**
 * t ← t + 1, m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
 * The corrections are computed in float64, because 1 − β₂ᵗ loses its digits in float32.
 * @param t address of the count of steps, an i32
 * @param moments m, then v after `count` floats rounded up to 16
 */
export function adam(
  parameter: usize,
  gradient: usize,
  rate: usize,
  moments: usize,
  t: usize,
  count: i32,
  epsilon: f32,
  beta1: f64,
  beta2: f64,
): void {
  const steps = load<i32>(t) + 1;
  store<i32>(t, steps);
  correct(beta1, beta2, steps);
  const step = splat(<f32>(<f64>load<f32>(rate) / correction1));
  const root = splat(correction2);
  const keep1 = splat(<f32>beta1);
  const take1 = splat(<f32>(1 - beta1));
  const keep2 = splat(<f32>beta2);
  const take2 = splat(<f32>(1 - beta2));
  const least = splat(epsilon);
  let m = moments;
  let v = moments + ((<usize>((count + 15) & ~15)) << 2);
  for (const end = parameter + ((<usize>count) << 2); parameter < end; parameter += 16) {
    const g = v128.load(gradient);
    const first = multiplyAdd(v128.load(m), keep1, f32x4.mul(g, take1));
    const second = multiplyAdd(v128.load(v), keep2, f32x4.mul(f32x4.mul(g, g), take2));
    v128.store(m, first);
    v128.store(v, second);
    const scale = multiplyAdd(f32x4.sqrt(second), root, least);
    v128.store(parameter, f32x4.sub(v128.load(parameter), f32x4.div(f32x4.mul(step, first), scale)));
    gradient += 16;
    m += 16;
    v += 16;
  }
}
