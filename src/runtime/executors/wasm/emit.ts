import type { NodeOf } from '~/autodiff/gradients';
import { sizeOf, type Node, type OpName } from '~/autodiff/graph';
import { binaryNest, blockAt, dense, emitBinary, emitCopy } from './emit-loops';
import { emitPool } from './emit-convolution';
import { emitPlainProduct } from './emit-product';
import { emitTranspose } from './emit-transpose';
import { mergeLoops, sumPasses } from './layout';
import { bufferBytes } from './memory';
import * as code from './opcodes';
import type { Target, View } from './target';
import { inputOf } from './nodes';
import type { Task } from './tasks';

type Emit<Op extends OpName> = (node: NodeOf<Op>, target: Target) => void;
type UnaryOp =
  | 'exp'
  | 'log'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'
  | 'square'
  | 'sqrt'
  | 'reciprocal'
  | 'relu'
  | 'step'
  | 'abs';
type BinaryOp =
  'tanhGradient' | 'sigmoidGradient' | 'add' | 'subtract' | 'multiply' | 'divide' | 'maximum' | 'minimum';

const nothing = () => undefined;

/** op(x) with what the kernel calls s and t. */
function emitUnary(node: Node, target: Target, op: number, s = 0, t = 0): void {
  const { address, emit } = target;
  const x = address(inputOf(node, 0));
  emit(code.UNARY, address(node), x, 0, op, sizeOf(node.shape), { float: s }, { float: t });
}

const unary =
  (op: number) =>
  (node: Node, target: Target): void => {
    emitUnary(node, target, op);
  };

const binary =
  (op: number) =>
  (node: Node, target: Target): void => {
    emitBinary(node, target, op);
  };

function emitSum(node: NodeOf<'sum'>, target: Target): void {
  const input = inputOf(node, 0);
  const passes = sumPasses(input.shape, node.attributes.axes);
  // Results between passes shrink, so the first one's size is enough; two places take turns.
  const room = bufferBytes((passes[0]?.outer ?? 0) * (passes[0]?.inner ?? 0));
  const places = passes.length > 1 ? target.workspace(2 * room) : 0;
  let from = target.address(input);
  passes.forEach(({ outer, reduced, inner }, i) => {
    const to = i === passes.length - 1 ? target.address(node) : places + (i % 2) * room;
    target.emit(code.SUM, to, from, 0, outer, reduced, inner);
    from = to;
  });
}

function emitRandom(kind: number, node: Node, target: Target, stream: number, below = 0): void {
  const { address, counter, emit, seed } = target;
  emit(code.RANDOM, address(node), counter, 0, kind, sizeOf(node.shape), below, seed | 0, stream);
}

const rows =
  (opcode: number, rowsOf: (node: Node) => Node) =>
  (node: Node, { address, emit }: Target): void => {
    const [values, index] = [inputOf(node, 0), inputOf(node, 1)];
    const [count = 1] = index.shape;
    const [all = 1] = rowsOf(node).shape;
    emit(opcode, address(node), address(values), address(index), count, all, sizeOf(values.shape.slice(1)));
  };

/** Without `transpose` entries by rows, with it by columns (see autodiff/ops/sparse.ts for the inputs). */
function emitSparse(node: NodeOf<'sparseMatmul'>, { address, emit, workspace }: Target): void {
  const [values, x, rowStarts, rowOf, columnOf, columnStarts, order] = [0, 1, 2, 3, 4, 5, 6].map((at) =>
    inputOf(node, at),
  ) as [Node, Node, Node, Node, Node, Node, Node];
  const { transpose } = node.attributes;
  const pattern = transpose ? [columnStarts, rowOf, order] : [rowStarts, columnOf];
  const [starts = 0, other = 0, entries = 0] = pattern.map(address);
  const sizes = [node.shape[0] ?? 0, x.shape[0] ?? 0, node.shape[1] ?? 0, sizeOf(values.shape)] as const;
  const space = workspace(8 * sizeOf(values.shape));
  emit(code.SPARSE, address(node), address(values), address(x), starts, other, entries, ...sizes, space);
}

function emitSampled(node: NodeOf<'sampledMatmul'>, { address, emit, workspace }: Target): void {
  const [g, x, rowStarts, columnOf] = [0, 1, 2, 4].map((at) => inputOf(node, at)) as [Node, Node, Node, Node];
  const sizes = [g.shape[0] ?? 0, x.shape[0] ?? 0, x.shape[1] ?? 0, sizeOf(node.shape)] as const;
  const space = workspace(4 * sizeOf(node.shape));
  emit(
    code.SAMPLED,
    address(node),
    address(g),
    address(x),
    address(rowStarts),
    address(columnOf),
    ...sizes,
    space,
  );
}

/** How each operation becomes instructions. The type makes a missing one an error. */
const EMITTERS: { readonly [Op in OpName]: Emit<Op> } = {
  parameter: nothing,
  input: nothing,
  constant: nothing,
  reshape: nothing,
  stopGradient: nothing,
  uniform: (node, target) => {
    emitRandom(code.UNIFORM, node, target, node.attributes.stream);
  },
  normal: (node, target) => {
    emitRandom(code.NORMAL, node, target, node.attributes.stream);
  },
  randomIndex: (node, target) => {
    emitRandom(code.INDEX, node, target, node.attributes.stream, node.attributes.below);
  },
  affine: (node, target) => {
    emitUnary(node, target, code.AFFINE, node.attributes.scale, node.attributes.shift);
  },
  leakyRelu: (node, target) => {
    emitUnary(node, target, code.LEAKY, node.attributes.slope);
  },
  exp: unary(code.EXP),
  log: unary(code.LOG),
  tanh: unary(code.TANH),
  sigmoid: unary(code.SIGMOID),
  softplus: unary(code.SOFTPLUS),
  square: unary(code.SQUARE),
  sqrt: unary(code.SQRT),
  reciprocal: unary(code.RECIPROCAL),
  relu: unary(code.RELU),
  step: unary(code.STEP),
  abs: unary(code.ABS),
  gate: (node, target) => {
    emitBinary(node, target, code.GATE, node.attributes.slope);
  },
  tanhGradient: binary(code.TANH_GRADIENT),
  sigmoidGradient: binary(code.SIGMOID_GRADIENT),
  add: binary(code.ADD),
  subtract: binary(code.SUBTRACT),
  multiply: binary(code.MULTIPLY),
  divide: binary(code.DIVIDE),
  maximum: binary(code.MAXIMUM),
  minimum: binary(code.MINIMUM),
  broadcast: (node, target) => {
    emitCopy(
      target,
      node.shape,
      dense(target.address(node), node.shape),
      target.view(inputOf(node, 0), node.shape),
    );
  },
  transpose: (node, target) => {
    emitTranspose(
      target,
      node.shape,
      node.attributes.order,
      target.address(node),
      target.address(inputOf(node, 0)),
    );
  },
  slice: (node, target) => {
    const input = inputOf(node, 0);
    const block = blockAt(target.address(input), input.shape, node.attributes.start);
    emitCopy(target, node.shape, dense(target.address(node), node.shape), block);
  },
  pad: (node, target) => {
    const input = inputOf(node, 0);
    target.emit(code.ZERO, target.address(node), 0, 0, 4 * sizeOf(node.shape));
    const block = blockAt(target.address(node), node.shape, node.attributes.start);
    emitCopy(target, input.shape, block, dense(target.address(input), input.shape));
  },
  concat: (node, target) => {
    let begin = 0;
    for (const input of node.inputs) {
      const { axis } = node.attributes;
      const start = node.shape.map((_, other) => (other === axis ? begin : 0));
      const block = blockAt(target.address(node), node.shape, start);
      emitCopy(target, input.shape, block, dense(target.address(input), input.shape));
      begin += input.shape[axis] ?? 0;
    }
  },
  sum: emitSum,
  matmul: emitPlainProduct,
  conv2d: emitPlainProduct,
  conv2dInputGradient: emitPlainProduct,
  conv2dFilterGradient: emitPlainProduct,
  sumPool: (node, target) => {
    emitPool(code.SUM_POOL, node, inputOf(node, 0).shape, node.shape, target);
  },
  unpool: (node, target) => {
    emitPool(code.UNPOOL, node, node.shape, inputOf(node, 0).shape, target);
  },
  takeAtMax: (node, target) => {
    emitPool(code.TAKE_AT_MAX, node, inputOf(node, 1).shape, node.shape, target);
  },
  putAtMax: (node, target) => {
    emitPool(code.PUT_AT_MAX, node, node.shape, inputOf(node, 0).shape, target);
  },
  gatherRows: rows(code.GATHER, (node) => inputOf(node, 0)),
  scatterAddRows: rows(code.SCATTER, (node) => node),
  sparseMatmul: emitSparse,
  sampledMatmul: emitSampled,
};

/** The instructions of one node. */
export function emitNode(node: Node, target: Target): void {
  // The table's entry and the node have the same operation, which the type system cannot follow through the index.
  const emit = EMITTERS[node.op] as (of: Node, target: Target) => void;
  emit(node, target);
}

const IN_PLACE: ReadonlySet<OpName> = new Set<UnaryOp | BinaryOp | 'affine' | 'leakyRelu' | 'gate'>([
  ...([
    'affine',
    'exp',
    'log',
    'tanh',
    'sigmoid',
    'softplus',
    'square',
    'sqrt',
    'reciprocal',
    'relu',
    'abs',
  ] as const),
  ...(['leakyRelu', 'step', 'gate', 'tanhGradient', 'sigmoidGradient', 'add', 'subtract'] as const),
  ...(['multiply', 'divide', 'maximum', 'minimum'] as const),
]);

/**
 * Whether a task may write over an input of its own size. Rows whose length is no multiple of four may not: what the
 * kernel writes behind a row's end would be the next row's input.
 */
export function mayWriteOverInput({ node }: Task, view: View): boolean {
  if (!IN_PLACE.has(node.op)) return false;
  if (node.inputs.length < 2) return true;
  const { sizes } = mergeLoops(binaryNest(node, view));
  return sizes.length === 1 || (sizes.at(-1) ?? 1) % 4 === 0;
}
