import type { Tensor } from '@tensorflow/tfjs-core';
import type { NodeOf } from '~/autodiff/gradients';
import type { Node, OpName, Shape } from '~/autodiff/graph';
import { drawIndices, drawNormal, drawUniform, type Draw } from '~/methods/rng/draws';
import { sizeOf } from '~/autodiff/graph';
import type { Tf } from './backend';
import { putAtMax, sumPool, takeAtMax, unpool } from './pooling';
import { sampledMatmul, sparseMatmul } from './sparse';
import { convolve, convolveFilterGradient, convolveInputGradient, windowsOf } from './windows';

/** What a kernel may ask besides its inputs. */
export interface Surroundings {
  readonly tf: Tf;
  /** The value that the session holds for a parameter or input. */
  readonly held: (leaf: Node) => Tensor;
  readonly seed: number;
  /** How often this step ran before. */
  readonly run: number;
}

/** The inputs' values, in order; a kernel takes as many as its operation has. */
export type Inputs = readonly [Tensor, Tensor, ...Tensor[]];
type Kernel<Op extends OpName> = (inputs: Inputs, node: NodeOf<Op>, around: Surroundings) => Tensor;

type Unary = (tf: Tf, x: Tensor) => Tensor;
type Binary = (tf: Tf, a: Tensor, b: Tensor) => Tensor;

const unary =
  (f: Unary) =>
  ([x]: Inputs, _node: Node, { tf }: Surroundings): Tensor =>
    f(tf, x);

const binary =
  (f: Binary) =>
  ([a, b]: Inputs, _node: Node, { tf }: Surroundings): Tensor =>
    f(tf, a, b);

/** Draws on the host, so that every executor sees the same numbers. */
function draw(
  values: (size: number, draw: Draw) => Float64Array,
  node: Node & { attributes: { stream: number } },
  { tf, seed, run }: Surroundings,
): Tensor {
  const drawn = values(sizeOf(node.shape), { seed, run, stream: node.attributes.stream });
  return tf.tensor(Float32Array.from(drawn), [...node.shape], 'float32');
}

/** Before and behind each axis: the zeros around a block at `start`. */
function margins(inner: Shape, start: Shape, outer: Shape): [number, number][] {
  return outer.map((size, axis) => {
    const before = start[axis] ?? 0;
    return [before, size - before - (inner[axis] ?? 0)];
  });
}

const held = (_inputs: Inputs, node: Node, around: Surroundings) => around.held(node);

/** How each operation is computed by TF.js's forward kernels. The type makes a missing one an error. */
export const KERNELS: { readonly [Op in OpName]: Kernel<Op> } = {
  parameter: held,
  input: held,
  constant: (_inputs, { shape, attributes }, { tf }) => tf.fill([...shape], attributes.value),
  uniform: (_inputs, node, around) => draw(drawUniform, node, around),
  normal: (_inputs, node, around) => draw(drawNormal, node, around),
  randomIndex: (_inputs, node, around) =>
    draw((size, from) => drawIndices(size, node.attributes.below, from), node, around),
  affine: ([x], { attributes: { scale, shift } }, { tf }) => {
    const scaled = scale === 1 ? x : tf.mul(x, scale);
    return shift === 0 ? scaled : tf.add(scaled, shift);
  },
  exp: unary((tf, x) => tf.exp(x)),
  log: unary((tf, x) => tf.log(x)),
  tanh: unary((tf, x) => tf.tanh(x)),
  sigmoid: unary((tf, x) => tf.sigmoid(x)),
  softplus: unary((tf, x) => tf.softplus(x)),
  square: unary((tf, x) => tf.square(x)),
  sqrt: unary((tf, x) => tf.sqrt(x)),
  reciprocal: unary((tf, x) => tf.reciprocal(x)),
  relu: unary((tf, x) => tf.relu(x)),
  leakyRelu: ([x], { attributes }, { tf }) => tf.leakyRelu(x, attributes.slope),
  step: unary((tf, x) => tf.step(x)),
  abs: unary((tf, x) => tf.abs(x)),
  stopGradient: ([x]) => x,
  gate: ([g, y], { attributes }, { tf }) => tf.mul(g, tf.step(y, attributes.slope)),
  tanhGradient: binary((tf, g, y) => tf.mul(g, tf.sub(1, tf.square(y)))),
  sigmoidGradient: binary((tf, g, y) => tf.mul(g, tf.mul(y, tf.sub(1, y)))),
  add: binary((tf, a, b) => tf.add(a, b)),
  subtract: binary((tf, a, b) => tf.sub(a, b)),
  multiply: binary((tf, a, b) => tf.mul(a, b)),
  divide: binary((tf, a, b) => tf.div(a, b)),
  maximum: binary((tf, a, b) => tf.maximum(a, b)),
  minimum: binary((tf, a, b) => tf.minimum(a, b)),
  broadcast: ([x], { shape }, { tf }) => tf.broadcastTo(x, [...shape]),
  reshape: ([x], { shape }, { tf }) => tf.reshape(x, [...shape]),
  transpose: ([x], { attributes }, { tf }) => tf.transpose(x, [...attributes.order]),
  slice: ([x], { shape, attributes }, { tf }) => tf.slice(x, [...attributes.start], [...shape]),
  pad: ([x], { shape, attributes }, { tf }) => tf.pad(x, margins(x.shape, attributes.start, shape)),
  concat: (inputs, { attributes }, { tf }) => tf.concat([...inputs], attributes.axis),
  sum: ([x], { attributes }, { tf }) => tf.sum(x, [...attributes.axes], true),
  matmul: ([a, b], { attributes: { transposeA, transposeB } }, { tf }) =>
    tf.matMul(a, b, transposeA, transposeB),
  conv2d: ([x, filter], { shape, attributes }, { tf }) =>
    convolve(tf, x, filter, windowsOf(attributes, filter.shape, x.shape, shape)),
  conv2dInputGradient: ([g, filter], { shape, attributes }, { tf }) =>
    convolveInputGradient(tf, g, filter, windowsOf(attributes, filter.shape, shape, g.shape)),
  conv2dFilterGradient: ([x, g], { shape, attributes }, { tf }) =>
    convolveFilterGradient(tf, x, g, windowsOf(attributes, shape, x.shape, g.shape)),
  sumPool: ([x], { shape, attributes }, { tf }) =>
    sumPool(tf, x, windowsOf(attributes, attributes.size, x.shape, shape)),
  unpool: ([g], { shape, attributes }, { tf }) =>
    unpool(tf, g, windowsOf(attributes, attributes.size, shape, g.shape)),
  takeAtMax: ([v, x], { shape, attributes }, { tf }) =>
    takeAtMax(tf, v, x, windowsOf(attributes, attributes.size, x.shape, shape)),
  putAtMax: ([g, x], { attributes }, { tf }) =>
    putAtMax(tf, g, x, windowsOf(attributes, attributes.size, x.shape, g.shape)),
  gatherRows: ([x, index], _node, { tf }) => tf.gather(x, tf.cast(index, 'int32')),
  scatterAddRows: ([g, index], { shape }, { tf }) =>
    tf.scatterND(tf.cast(tf.expandDims(index, 1), 'int32'), g, [...shape]),
  sparseMatmul: (inputs, node, { tf }) => sparseMatmul(tf, inputs, node),
  sampledMatmul: (inputs, _node, { tf }) => sampledMatmul(tf, inputs),
};

/** Computes a node's value. */
export function computeNode(node: Node, inputs: readonly Tensor[], around: Surroundings): Tensor {
  // The table's entry and the node have the same operation, which the type system cannot follow through the index.
  const kernel = KERNELS[node.op] as (inputs: readonly Tensor[], node: Node, around: Surroundings) => Tensor;
  return kernel(inputs, node, around);
}
