import * as code from '../opcodes';
import { exp, log, sigmoid, softplus, tanh } from './functions';
import { multiplyAdd, positive, rectified, scaleUnless, splat } from './lanes';

/* @inline */
function unaryValue(op: i32, x: v128, s: v128, t: v128): v128 {
  if (op == code.AFFINE) return multiplyAdd(x, s, t);
  if (op == code.EXP) return exp(x);
  if (op == code.LOG) return log(x);
  if (op == code.TANH) return tanh(x);
  if (op == code.SIGMOID) return sigmoid(x);
  if (op == code.SOFTPLUS) return softplus(x);
  if (op == code.SQUARE) return f32x4.mul(x, x);
  if (op == code.SQRT) return f32x4.sqrt(x);
  if (op == code.RECIPROCAL) return f32x4.div(splat(1), x);
  if (op == code.RELU) return rectified(x);
  if (op == code.LEAKY) return scaleUnless(positive(x), x, s);
  if (op == code.ABS) return f32x4.abs(x);
  return v128.and(positive(x), splat(1)); // STEP
}

/** Inlined with a constant `op`, so each operation gets a loop of its own. */
/* @inline */
function unaryLoop(op: i32, to: usize, from: usize, count: i32, s: f32, t: f32): void {
  const scale = splat(s);
  const shift = splat(t);
  for (const end = to + ((<usize>count) << 2); to < end; to += 16) {
    v128.store(to, unaryValue(op, v128.load(from), scale, shift));
    from += 16;
  }
}

/** to[i] = op(from[i]), `to` may be `from`. s, t: scale and shift of affine; s: slope of leakyRelu. */
export function unary(op: i32, to: usize, from: usize, count: i32, s: f32, t: f32): void {
  switch (op) {
    case code.AFFINE:
      unaryLoop(code.AFFINE, to, from, count, s, t);
      break;
    case code.EXP:
      unaryLoop(code.EXP, to, from, count, s, t);
      break;
    case code.LOG:
      unaryLoop(code.LOG, to, from, count, s, t);
      break;
    case code.TANH:
      unaryLoop(code.TANH, to, from, count, s, t);
      break;
    case code.SIGMOID:
      unaryLoop(code.SIGMOID, to, from, count, s, t);
      break;
    case code.SOFTPLUS:
      unaryLoop(code.SOFTPLUS, to, from, count, s, t);
      break;
    case code.SQUARE:
      unaryLoop(code.SQUARE, to, from, count, s, t);
      break;
    case code.SQRT:
      unaryLoop(code.SQRT, to, from, count, s, t);
      break;
    case code.RECIPROCAL:
      unaryLoop(code.RECIPROCAL, to, from, count, s, t);
      break;
    case code.RELU:
      unaryLoop(code.RELU, to, from, count, s, t);
      break;
    case code.LEAKY:
      unaryLoop(code.LEAKY, to, from, count, s, t);
      break;
    case code.ABS:
      unaryLoop(code.ABS, to, from, count, s, t);
      break;
    default:
      unaryLoop(code.STEP, to, from, count, s, t);
      break;
  }
}

/* @inline */
function binaryValue(op: i32, x: v128, y: v128, slope: v128): v128 {
  if (op == code.ADD) return f32x4.add(x, y);
  if (op == code.SUBTRACT) return f32x4.sub(x, y);
  if (op == code.MULTIPLY) return f32x4.mul(x, y);
  if (op == code.DIVIDE) return f32x4.div(x, y);
  if (op == code.GATE) return scaleUnless(positive(y), x, slope);
  if (op == code.MAXIMUM) return f32x4.max(x, y);
  if (op == code.MINIMUM) return f32x4.min(x, y);
  if (op == code.TANH_GRADIENT) return f32x4.mul(x, f32x4.sub(splat(1), f32x4.mul(y, y)));
  return f32x4.mul(x, f32x4.mul(y, f32x4.sub(splat(1), y))); // SIGMOID_GRADIENT
}

/* @inline */
function binaryLoop(op: i32, to: usize, a: usize, b: usize, count: i32, mode: i32, s: f32): void {
  const slope = splat(s);
  const end = to + ((<usize>count) << 2);
  if (mode == code.BOTH_RUN)
    for (; to < end; to += 16) {
      v128.store(to, binaryValue(op, v128.load(a), v128.load(b), slope));
      a += 16;
      b += 16;
    }
  else if (mode != code.A_REPEATS) {
    const y = mode == code.B_REPEATS ? v128.load32_splat(b) : v128.load64_splat(b);
    for (; to < end; to += 16) {
      v128.store(to, binaryValue(op, v128.load(a), y, slope));
      a += 16;
    }
  } else {
    const x = v128.load32_splat(a);
    for (; to < end; to += 16) {
      v128.store(to, binaryValue(op, x, v128.load(b), slope));
      b += 16;
    }
  }
}

/**
 * One row: to[i] = op(a[i], b[i]), one of them repeated by `mode`. Writes up to three elements behind the row: rows are
 * done in order, so the next one overwrites them, and the last one's fall into the buffer's slack.
 */
export function binaryRow(op: i32, to: usize, a: usize, b: usize, count: i32, mode: i32, s: f32): void {
  switch (op) {
    case code.ADD:
      binaryLoop(code.ADD, to, a, b, count, mode, s);
      break;
    case code.SUBTRACT:
      binaryLoop(code.SUBTRACT, to, a, b, count, mode, s);
      break;
    case code.MULTIPLY:
      binaryLoop(code.MULTIPLY, to, a, b, count, mode, s);
      break;
    case code.DIVIDE:
      binaryLoop(code.DIVIDE, to, a, b, count, mode, s);
      break;
    case code.GATE:
      binaryLoop(code.GATE, to, a, b, count, mode, s);
      break;
    case code.MAXIMUM:
      binaryLoop(code.MAXIMUM, to, a, b, count, mode, s);
      break;
    case code.MINIMUM:
      binaryLoop(code.MINIMUM, to, a, b, count, mode, s);
      break;
    case code.TANH_GRADIENT:
      binaryLoop(code.TANH_GRADIENT, to, a, b, count, mode, s);
      break;
    default:
      binaryLoop(code.SIGMOID_GRADIENT, to, a, b, count, mode, s);
      break;
  }
}
