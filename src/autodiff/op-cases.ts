import type { Node, OpName, Shape } from './graph';
import { IMAGE_CASES, type OpCase } from './op-cases-images';
import * as ops from './ops';
import { listEntries } from './sparse-entries';

export type { OpCase } from './op-cases-images';

/** Odd sizes that leave a rest in a vector of four, and the smallest ones. */
const SHAPES: readonly Shape[] = [[], [1], [7], [3, 5], [1, 9], [2, 3, 2]];

const PAIRS: readonly (readonly [Shape, Shape])[] = [
  [
    [3, 5],
    [3, 5],
  ],
  [[3, 5], [5]],
  [[5], [3, 5]],
  [
    [3, 5],
    [3, 1],
  ],
  [
    [1, 5],
    [3, 1],
  ],
  [[], [3, 5]],
  [[3, 5], []],
  [
    [1, 1],
    [2, 7],
  ],
  [
    [2, 1, 3],
    [4, 1],
  ],
  [[], []],
];

function unary(op: (x: Node) => Node, domain: NonNullable<OpCase['domain']> = 'any'): OpCase[] {
  return SHAPES.map((shape) => ({ shapes: [shape], domain, build: (x) => op(x) }));
}

function binary(op: (a: Node, b: Node) => Node, domain: NonNullable<OpCase['domain']> = 'any'): OpCase[] {
  return PAIRS.map((shapes) => ({ shapes, domain, build: (a, b) => op(a, b) }));
}

/** Two inputs of one shape. */
function paired(op: (g: Node, y: Node) => Node, domain: NonNullable<OpCase['domain']> = 'any'): OpCase[] {
  return SHAPES.map((shape) => ({ shapes: [shape, shape], domain, build: (g, y) => op(g, y) }));
}

/** Two inputs that are equal nowhere, for there lies a kink. */
function apart(op: (a: Node, b: Node) => Node): OpCase[] {
  return binary((a, b) => op(a, ops.affine(b, 0.2)), 'nonzero');
}

/** A leaf is tested as a factor, through which the other factor's gradient passes. */
function leaf(make: (x: Node) => Node): OpCase[] {
  return SHAPES.map((shape) => ({ shapes: [shape], build: (x) => ops.multiply(x, make(x)) }));
}

function product(transposeA: boolean, transposeB: boolean): OpCase[] {
  const sizes = [
    [1, 1, 1],
    [3, 5, 2],
    [9, 2, 11],
    [2, 7, 1],
    [4, 8, 8],
  ] as const;
  return sizes.map(([m, k, n]) => ({
    shapes: [transposeA ? [k, m] : [m, k], transposeB ? [n, k] : [k, n]],
    build: (a, b) => ops.matmul(a, b, { transposeA, transposeB }),
  }));
}

/** Rows 2, 0, 2, 1: one twice, so that its gradients add up. */
const index = (graph: Node['graph']) => ops.input(graph, [4], 'index', [2, 0, 2, 1]);
/** [4, 5] with an empty row and an empty column, and room for two entries more. */
const pattern = (graph: Node['graph']) =>
  ops.sparsePattern(
    graph,
    4,
    5,
    listEntries([0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0], 4, 5, 9),
  );
/** Batches that leave a rest in a vector of four, and those that fill one, two, five and thirteen. */
const BATCHES = [1, 3, 4, 8, 21, 52, 55];
/** 1, 2, 3, … so that an elementwise factor is told apart from its neighbours. */
const ramp = ({ graph, shape }: Node) => {
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i + 1);
  return { graph, shape, values };
};

/**
 * Where each operation is tested, on every executor and against finite differences: odd sizes, all kinds of broadcasting,
 * points away from kinks and poles. A new operation without an entry is a type error.
 */
export const OP_CASES: { readonly [Op in OpName]: readonly OpCase[] } = {
  parameter: leaf((x) => ops.parameter(x.graph, x.shape, ramp(x).values, 'factor')),
  input: leaf((x) => ops.input(x.graph, x.shape, 'factor', ramp(x).values)),
  // Beside a factor of its own, because a product with a constant is an affine function.
  constant: SHAPES.map((shape) => ({
    shapes: [shape],
    build: (x) =>
      ops.concat([ops.reshape(x, [x.shape.reduce((a, b) => a * b, 1)]), ops.constant(x.graph, 0.7, [2])], 0),
  })),
  uniform: leaf((x) => ops.uniform(x.graph, x.shape)),
  normal: leaf((x) => ops.normal(x.graph, x.shape)),
  randomIndex: leaf((x) => ops.randomIndex(x.graph, x.shape, 5)),
  affine: unary((x) => ops.affine(x, -1.5, 0.25)),
  exp: unary(ops.exp),
  log: unary(ops.log, 'positive'),
  tanh: unary(ops.tanh),
  sigmoid: unary(ops.sigmoid),
  softplus: unary(ops.softplus),
  square: unary(ops.square),
  sqrt: unary(ops.sqrt, 'positive'),
  reciprocal: unary(ops.reciprocal, 'nonzero'),
  relu: unary(ops.relu, 'nonzero'),
  leakyRelu: unary((x) => ops.leakyRelu(x, 0.2), 'nonzero'),
  step: unary(ops.step, 'nonzero'),
  abs: unary(ops.abs, 'nonzero'),
  // On what has no derivative in any case, so that finite differences agree.
  stopGradient: unary((x) => ops.multiply(x, ops.stopGradient(ops.step(x))), 'nonzero'),
  gate: [
    ...paired((g, y) => ops.gate(g, y, 0), 'nonzero'),
    ...paired((g, y) => ops.gate(g, y, 0.2), 'nonzero'),
  ],
  tanhGradient: paired(ops.tanhGradient),
  sigmoidGradient: paired(ops.sigmoidGradient),
  add: binary(ops.add),
  subtract: binary(ops.subtract),
  multiply: binary(ops.multiply),
  divide: binary(ops.divide, 'nonzero'),
  maximum: apart(ops.maximum),
  minimum: apart(ops.minimum),
  broadcast: [
    { shapes: [[]], build: (x) => ops.broadcast(x, [3, 5]) },
    { shapes: [[5]], build: (x) => ops.broadcast(x, [3, 5]) },
    { shapes: [[1, 5]], build: (x) => ops.broadcast(x, [3, 5]) },
    { shapes: [[3, 1]], build: (x) => ops.broadcast(x, [3, 5]) },
    { shapes: [[2, 1, 3]], build: (x) => ops.broadcast(x, [2, 2, 4, 3]) },
  ],
  reshape: [
    { shapes: [[3, 5]], build: (x) => ops.reshape(x, [15]) },
    { shapes: [[6]], build: (x) => ops.reshape(x, [2, 3]) },
    { shapes: [[1, 1]], build: (x) => ops.reshape(x, []) },
  ],
  transpose: [
    { shapes: [[3, 5]], build: (x) => ops.transpose(x) },
    { shapes: [[9, 6]], build: (x) => ops.transpose(x, [1, 0]) },
    { shapes: [[2, 3, 5]], build: (x) => ops.transpose(x, [2, 0, 1]) },
    { shapes: [[2, 5, 7]], build: (x) => ops.transpose(x, [0, 2, 1]) },
    { shapes: [[3, 2, 5]], build: (x) => ops.transpose(x, [1, 0, 2]) },
    { shapes: [[2, 3, 2, 3]], build: (x) => ops.transpose(x, [3, 1, 2, 0]) },
    { shapes: [[2, 1, 2, 3, 2, 2]], build: (x) => ops.transpose(x, [5, 0, 4, 1, 3, 2]) },
  ],
  slice: [
    { shapes: [[7]], build: (x) => ops.slice(x, [2], [3]) },
    { shapes: [[4, 5]], build: (x) => ops.slice(x, [1, 0], [2, 5]) },
    { shapes: [[4, 5]], build: (x) => ops.slice(x, [0, 3], [4, 2]) },
    { shapes: [[3, 2, 4]], build: (x) => ops.slice(x, [1, 1, 1], [2, 1, 3]) },
  ],
  pad: [
    { shapes: [[3]], build: (x) => ops.pad(x, [2], [7]) },
    { shapes: [[2, 5]], build: (x) => ops.pad(x, [1, 0], [4, 5]) },
    { shapes: [[4, 2]], build: (x) => ops.pad(x, [0, 3], [4, 5]) },
    { shapes: [[2, 1, 3]], build: (x) => ops.pad(x, [1, 1, 1], [3, 2, 4]) },
  ],
  concat: [
    { shapes: [[3], [4]], build: (a, b) => ops.concat([a, b], 0) },
    { shapes: [[2, 5], [1, 5]], build: (a, b) => ops.concat([a, b, a], 0) }, // prettier-ignore
    { shapes: [[3, 2], [3, 5], [3, 1]], build: (...all) => ops.concat(all, 1) }, // prettier-ignore
    { shapes: [[2, 1, 3], [2, 2, 3]], build: (a, b) => ops.concat([a, b], 1) }, // prettier-ignore
  ],
  sum: [
    { shapes: [[7]], build: (x) => ops.sum(x) },
    { shapes: [[3, 5]], build: (x) => ops.sum(x) },
    { shapes: [[3, 5]], build: (x) => ops.sum(x, [0]) },
    { shapes: [[3, 5]], build: (x) => ops.sum(x, [-1]) },
    { shapes: [[2, 3, 2]], build: (x) => ops.sum(x, [0, 2]) },
    { shapes: [[2, 3, 2]], build: (x) => ops.sum(x, [1]) },
  ],
  matmul: [
    ...product(false, false),
    ...product(false, true),
    ...product(true, false),
    ...product(true, true),
    { shapes: [[3, 3]], build: (x) => ops.matmul(x, x) },
  ],
  ...IMAGE_CASES,
  sparseMatmul: BATCHES.flatMap((b) => [
    { shapes: [[9], [5, b]], build: (values, x) => ops.sparseMatmul(pattern(x.graph), values, x) },
    {
      shapes: [[9], [4, b]],
      build: (values, x) => ops.sparseMatmul(pattern(x.graph), values, x, { transpose: true }),
    },
  ]),
  sampledMatmul: BATCHES.map((b) => ({
    shapes: [
      [4, b],
      [5, b],
    ],
    build: (g, x) => ops.sampledMatmul(pattern(g.graph), g, x),
  })),
  gatherRows: [
    { shapes: [[3]], build: (x) => ops.gatherRows(x, index(x.graph)) },
    { shapes: [[3, 2]], build: (x) => ops.gatherRows(x, index(x.graph)) },
    { shapes: [[3, 2, 3]], build: (x) => ops.gatherRows(x, index(x.graph)) },
  ],
  scatterAddRows: [
    { shapes: [[4]], build: (g) => ops.scatterAddRows(g, index(g.graph), 3) },
    { shapes: [[4, 2]], build: (g) => ops.scatterAddRows(g, index(g.graph), 5) },
    { shapes: [[4, 2, 3]], build: (g) => ops.scatterAddRows(g, index(g.graph), 3) },
  ],
};
