import { type Node, type OpName } from './graph';
import * as ops from './ops';
import { conv2dOn } from './ops/convolution';
import { sumPoolOn } from './ops/pooling';
import { sizeAt } from './ops/shapes';
import { patternOf } from './ops/sparse';

/** A node whose operation is known. */
export type NodeOf<Op extends OpName> = Extract<Node, { op: Op }>;

/**
 * Vector–Jacobian product: of g = ∂L/∂y (shape of y) and the node y itself, ∂L/∂input for each input of y, in the same
 * operations, so that it can be differentiated again. `undefined` where the derivative is taken as zero everywhere.
 */
type VectorJacobian<Op extends OpName> = (g: Node, y: NodeOf<Op>) => readonly (Node | undefined)[];

function inputAt(y: Node, position: number): Node {
  const input = y.inputs[position];
  if (!input) throw new Error(`${y.op}: input ${position} is missing`);
  return input;
}

const first = (y: Node) => inputAt(y, 0);
const second = (y: Node) => inputAt(y, 1);
const nothing = () => [];

/** Sums the gradients of broadcast operands back to the operands' shapes. */
function fold(y: Node, toFirst: Node, toSecond: Node): readonly Node[] {
  return [ops.sumTo(toFirst, first(y).shape), ops.sumTo(toSecond, second(y).shape)];
}

/** With C = A·B: ∂L/∂A = G·Bᵀ and ∂L/∂B = Aᵀ·G, each transposed again where the operand is stored transposed. */
function matmulGradient(g: Node, y: NodeOf<'matmul'>): readonly Node[] {
  const { transposeA, transposeB } = y.attributes;
  const [a, b] = [first(y), second(y)];
  return [
    transposeA
      ? ops.matmul(b, g, { transposeA: transposeB, transposeB: true })
      : ops.matmul(g, b, { transposeB: !transposeB }),
    transposeB
      ? ops.matmul(g, a, { transposeA: true, transposeB: transposeA })
      : ops.matmul(a, g, { transposeA: !transposeA }),
  ];
}

/** The order that undoes a transposition. */
function inverseOrder(order: readonly number[]): number[] {
  return order.map((_, axis) => order.indexOf(axis));
}

function concatGradient(g: Node, y: NodeOf<'concat'>): readonly Node[] {
  const { axis } = y.attributes;
  let from = 0;
  return y.inputs.map(({ shape }) => {
    const start = y.shape.map((_, other) => (other === axis ? from : 0));
    from += sizeAt(shape, axis);
    return ops.slice(g, start, shape);
  });
}

/** g goes where the other operand is not past this one: all of it to the first where both are equal. */
function extremeGradient(g: Node, y: Node, past: Node): readonly Node[] {
  const toSecond = ops.gate(g, past, 0);
  return fold(y, ops.subtract(g, toSecond), toSecond);
}

/** The derivative of every operation. The type makes a missing one an error. */
export const GRADIENTS: { readonly [Op in OpName]: VectorJacobian<Op> } = {
  parameter: nothing,
  input: nothing,
  constant: nothing,
  uniform: nothing,
  normal: nothing,
  randomIndex: nothing,
  affine: (g, y) => [ops.affine(g, y.attributes.scale)],
  exp: (g, y) => [ops.multiply(g, y)],
  log: (g, y) => [ops.divide(g, first(y))],
  tanh: (g, y) => [ops.tanhGradient(g, y)],
  sigmoid: (g, y) => [ops.sigmoidGradient(g, y)],
  softplus: (g, y) => [ops.multiply(g, ops.sigmoid(first(y)))],
  square: (g, y) => [ops.affine(ops.multiply(g, first(y)), 2)],
  sqrt: (g, y) => [ops.affine(ops.divide(g, y), 0.5)],
  reciprocal: (g, y) => [ops.negate(ops.multiply(g, ops.square(y)))],
  relu: (g, y) => [ops.gate(g, y, 0)],
  leakyRelu: (g, y) => [ops.gate(g, y, y.attributes.slope)],
  step: () => [undefined],
  abs: (g, y) => {
    const x = first(y);
    return [ops.subtract(ops.gate(g, x, 0), ops.gate(g, ops.negate(x), 0))];
  },
  stopGradient: () => [undefined],
  gate: (g, y) => [ops.gate(g, second(y), y.attributes.slope), undefined],
  tanhGradient: (g, y) => [
    ops.tanhGradient(g, second(y)),
    ops.affine(ops.multiply(ops.multiply(g, first(y)), second(y)), -2),
  ],
  sigmoidGradient: (g, y) => [
    ops.sigmoidGradient(g, second(y)),
    ops.multiply(ops.multiply(g, first(y)), ops.affine(second(y), -2, 1)),
  ],
  add: (g, y) => fold(y, g, g),
  subtract: (g, y) => fold(y, g, ops.negate(g)),
  multiply: (g, y) => fold(y, ops.multiply(g, second(y)), ops.multiply(g, first(y))),
  divide: (g, y) => {
    const byNumerator = ops.divide(g, second(y));
    return fold(y, byNumerator, ops.negate(ops.multiply(byNumerator, y)));
  },
  maximum: (g, y) => extremeGradient(g, y, ops.subtract(second(y), first(y))),
  minimum: (g, y) => extremeGradient(g, y, ops.subtract(first(y), second(y))),
  broadcast: (g, y) => [ops.sumTo(g, first(y).shape)],
  reshape: (g, y) => [ops.reshape(g, first(y).shape)],
  transpose: (g, y) => [ops.transpose(g, inverseOrder(y.attributes.order))],
  slice: (g, y) => [ops.pad(g, y.attributes.start, first(y).shape)],
  pad: (g, y) => [ops.slice(g, y.attributes.start, first(y).shape)],
  concat: concatGradient,
  sum: (g, y) => [ops.broadcast(g, first(y).shape)],
  matmul: matmulGradient,
  // The three are each other's derivatives, so the second order is closed.
  conv2d: (g, y) => [
    ops.conv2dInputGradient(g, second(y), first(y).shape, y.attributes),
    ops.conv2dFilterGradient(first(y), g, second(y).shape, y.attributes),
  ],
  conv2dInputGradient: (g, y) => [
    conv2dOn(g, second(y), y.attributes, first(y).shape),
    ops.conv2dFilterGradient(g, first(y), second(y).shape, y.attributes),
  ],
  conv2dFilterGradient: (g, y) => [
    ops.conv2dInputGradient(second(y), g, first(y).shape, y.attributes),
    conv2dOn(first(y), g, y.attributes, second(y).shape),
  ],
  sumPool: (g, y) => [ops.unpool(g, first(y).shape, y.attributes)],
  unpool: (g, y) => [sumPoolOn(g, y.attributes, first(y).shape)],
  takeAtMax: (g, y) => [ops.putAtMax(g, second(y), y.attributes), undefined],
  putAtMax: (g, y) => [ops.takeAtMax(g, second(y), first(y).shape, y.attributes), undefined],
  gatherRows: (g, y) => [ops.scatterAddRows(g, second(y), sizeAt(first(y).shape, 0)), undefined],
  scatterAddRows: (g, y) => [ops.gatherRows(g, second(y)), undefined],
  // The two are each other's derivatives, so the second order is closed.
  sparseMatmul: (g, y) => {
    const [pattern, { transpose }] = [patternOf(y), y.attributes];
    const [toRows, toColumns] = transpose ? [second(y), g] : [g, second(y)];
    return [
      ops.sampledMatmul(pattern, toRows, toColumns),
      ops.sparseMatmul(pattern, first(y), g, { transpose: !transpose }),
    ];
  },
  sampledMatmul: (g, y) => {
    const pattern = patternOf(y);
    return [
      ops.sparseMatmul(pattern, g, second(y)),
      ops.sparseMatmul(pattern, g, first(y), { transpose: true }),
    ];
  },
};

/** The gradients that reach the inputs of `y`. */
export function backward(g: Node, y: Node): readonly (Node | undefined)[] {
  // The table's entry and the node have the same operation, which the type system cannot follow through the index.
  const vectorJacobian = GRADIENTS[y.op] as VectorJacobian<OpName>;
  return vectorJacobian(g, y);
}
