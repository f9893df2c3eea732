import type { NodeOf } from '~/autodiff/gradients';
import type { Node } from '~/autodiff/graph';
import { sameShape } from '~/autodiff/ops/shapes';
import { exp, log, logOnePlus, tanh } from '~/methods/rng/portable-math';
import { at, broadcastAddresses, tabulate } from './indexing';
import type { Kernel } from './kernel';

/** Each element by itself. */
const map =
  (f: (x: number) => number) =>
  (): Kernel =>
  ([x]) =>
    x.map(f);

/** Elements of equal place in two inputs, broadcast to the node's shape. */
const zip =
  (f: (a: number, b: number) => number) =>
  (node: Node): Kernel => {
    const [fromA, fromB] = node.inputs.map(({ shape }) =>
      sameShape(shape, node.shape) ? undefined : broadcastAddresses(shape, node.shape),
    );
    return ([a, b], { size }) =>
      tabulate(size, (i) => f(at(a, fromA ? at(fromA, i) : i), at(b, fromB ? at(fromB, i) : i)));
  };

/** 1 / (1 + e⁻ˣ), by the exponential that cannot overflow. */
function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|) */
function softplus(x: number): number {
  return Math.max(x, 0) + logOnePlus(exp(-Math.abs(x)));
}

export const ELEMENTWISE = {
  affine: (node: NodeOf<'affine'>) => {
    const { scale, shift } = node.attributes;
    return map((x) => scale * x + shift)();
  },
  exp: map(exp),
  log: map(log),
  tanh: map(tanh),
  sigmoid: map(sigmoid),
  softplus: map(softplus),
  square: map((x) => x * x),
  sqrt: map(Math.sqrt),
  reciprocal: map((x) => 1 / x),
  relu: map((x) => Math.max(x, 0)),
  leakyRelu: (node: NodeOf<'leakyRelu'>) => {
    const { slope } = node.attributes;
    return map((x) => (x > 0 ? x : slope * x))();
  },
  step: map((x) => (x > 0 ? 1 : 0)),
  abs: map(Math.abs),
  gate: (node: NodeOf<'gate'>) => {
    const { slope } = node.attributes;
    return zip((g, y) => (y > 0 ? g : slope * g))(node);
  },
  tanhGradient: zip((g, y) => g * (1 - y * y)),
  sigmoidGradient: zip((g, y) => g * y * (1 - y)),
  add: zip((a, b) => a + b),
  subtract: zip((a, b) => a - b),
  multiply: zip((a, b) => a * b),
  divide: zip((a, b) => a / b),
  maximum: zip(Math.max),
  minimum: zip(Math.min),
};
