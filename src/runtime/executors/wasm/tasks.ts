import { readsOf } from '~/autodiff/compile';
import type { NodeOf } from '~/autodiff/gradients';
import { sizeOf, type Node, type OpName } from '~/autodiff/graph';
import { sameShape } from '~/autodiff/ops/shapes';
import type { Program } from '~/autodiff/program';
import * as code from './opcodes';

/** A product with what is done to it before it is stored. */
export interface Product {
  readonly matmul: NodeOf<'matmul'>;
  /** One of opcodes' PLAIN … GATED. */
  readonly finish: number;
  /** A row added to every row of the product. */
  readonly bias?: Node;
  /** As large as the product: where it is not positive the product is multiplied by `slope`. */
  readonly gate?: Node;
  /** As large as the product, which is added to it in its own buffer. */
  readonly addend?: Node;
  readonly slope: number;
}

/** One step of a compiled program: a node that is computed into a buffer, and the nodes it reads. */
export interface Task {
  readonly node: Node;
  readonly reads: readonly Node[];
  readonly product?: Product;
}

const ACTIVATIONS: ReadonlyMap<OpName, number> = new Map([
  ['relu', code.BIAS_RELU],
  ['leakyRelu', code.BIAS_LEAKY],
  ['tanh', code.BIAS_TANH],
  ['sigmoid', code.BIAS_SIGMOID],
]);
/** Nodes that take no step of their own: their values are there, or are those of their input. */
const STILL: ReadonlySet<OpName> = new Set(['parameter', 'input', 'constant', 'reshape', 'stopGradient']);

/** The node whose buffer holds this node's values: itself, but for reshapes and the like. */
export function storageOf(node: Node): Node {
  const same = node.op === 'reshape' || node.op === 'stopGradient';
  return same ? storageOf(inputOf(node, 0)) : node;
}

/** @throws Error if the node has no such input: a malformed graph. */
export function inputOf(node: Node, index: number): Node {
  const input = node.inputs[index];
  if (!input) throw new Error(`${node.op} (node ${node.id}) lacks its input ${index}`);
  return input;
}

/** Sizes of op(A) op(B): [M, K] · [K, N]. */
export function productSizes(matmul: NodeOf<'matmul'>): { M: number; K: number; N: number } {
  const [M = 1, N = 1] = matmul.shape;
  const K = inputOf(matmul, 0).shape[matmul.attributes.transposeA ? 0 : 1] ?? 1;
  return { M, K, N };
}

/** Whether the kernels treat this product as one or two columns or rows (see kernels/gemm.ts). */
function isThin(matmul: NodeOf<'matmul'>): boolean {
  const { transposeA, transposeB } = matmul.attributes;
  const { M, N } = productSizes(matmul);
  return transposeA ? !transposeB && (M <= 2 || N <= 2) : N <= 2;
}

/**
 * The program's steps in order. With `fuse`, activation(product + bias), gate(product) and product + other become one
 * step each when nobody else needs what lies between.
 */
export function planTasks(program: Program, fuse: boolean): Task[] {
  const uses = countUses(program);
  const once = (node: Node) => uses.get(node) === 1;
  const planned: Task[] = [];
  const absorbed = new Set<Node>();
  for (const node of [...program.order].reverse()) {
    if (STILL.has(node.op) || absorbed.has(node)) continue;
    const product = fuse ? fuseProduct(node, once) : plainProduct(node);
    if (product) {
      const { matmul, bias, gate, addend } = product;
      if (matmul !== node) absorbed.add(matmul);
      // Below an activation lies the sum of product and bias.
      if (bias && !node.inputs.includes(matmul)) absorbed.add(inputOf(node, 0));
      const others = [bias, gate, addend].filter((other) => other !== undefined);
      planned.push({ node, product, reads: [...matmul.inputs, ...others] });
    } else planned.push({ node, reads: node.inputs });
  }
  return planned.reverse();
}

/** How often each node is read: by nodes, as an output, by updates. */
function countUses(program: Program): Map<Node, number> {
  const uses = new Map<Node, number>();
  const read = (node: Node) => uses.set(node, (uses.get(node) ?? 0) + 1);
  for (const node of program.order) node.inputs.forEach(read);
  program.outputs.forEach(read);
  program.updates.flatMap(readsOf).forEach(read);
  return uses;
}

function plainProduct(node: Node): Product | undefined {
  return node.op === 'matmul' ? { matmul: node, finish: code.PLAIN, slope: 0 } : undefined;
}

function fuseProduct(node: Node, once: (node: Node) => boolean): Product | undefined {
  const activation = ACTIVATIONS.get(node.op);
  if (activation !== undefined) {
    const sum = inputOf(node, 0);
    const biased = once(sum) ? fuseBias(sum, once) : undefined;
    const slope = node.op === 'leakyRelu' ? node.attributes.slope : 0;
    return biased && { ...biased, finish: activation, slope };
  }
  if (node.op === 'gate') {
    const matmul = inputOf(node, 0);
    if (matmul.op !== 'matmul' || !once(matmul) || isThin(matmul)) return undefined;
    return { matmul, finish: code.GATED, gate: inputOf(node, 1), slope: node.attributes.slope };
  }
  return plainProduct(node) ?? fuseBias(node, once) ?? fuseAddend(node, once);
}

/** product + row, in either order. */
function fuseBias(sum: Node, once: (node: Node) => boolean): Product | undefined {
  if (sum.op !== 'add') return undefined;
  for (const [matmul, bias] of bothOrders(sum)) {
    if (matmul.op !== 'matmul' || !once(matmul) || isThin(matmul)) continue;
    const columns = productSizes(matmul).N;
    if (
      sizeOf(bias.shape) === columns &&
      bias.shape.at(-1) === columns &&
      sizeOf(sum.shape) === sizeOf(matmul.shape)
    )
      return { matmul, finish: code.BIAS, bias, slope: 0 };
  }
  return undefined;
}

/** product + a value of the same shape that only this sum reads, so the product can be added into its buffer. */
function fuseAddend(sum: Node, once: (node: Node) => boolean): Product | undefined {
  if (sum.op !== 'add') return undefined;
  for (const [matmul, addend] of bothOrders(sum)) {
    if (matmul.op !== 'matmul' || matmul === addend || !once(matmul) || !once(addend) || STILL.has(addend.op))
      continue;
    if (sameShape(addend.shape, matmul.shape)) return { matmul, finish: code.ACCUMULATE, addend, slope: 0 };
  }
  return undefined;
}

function bothOrders(sum: Node): [Node, Node][] {
  const [a, b] = [inputOf(sum, 0), inputOf(sum, 1)];
  return [
    [a, b],
    [b, a],
  ];
}
