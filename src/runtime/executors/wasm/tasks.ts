import { readsOf } from '~/autodiff/compile';
import { sizeOf, type Node, type OpName } from '~/autodiff/graph';
import { sameShape } from '~/autodiff/ops/shapes';
import type { Program } from '~/autodiff/program';
import { isProduct, matrixForm, type ProductNode } from './product-form';
import { inputOf } from './nodes';
import * as code from './opcodes';

/** A product with what is done to it before it is stored. */
export interface Product {
  readonly source: ProductNode;
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

/** Whether the kernels treat this product as one or two columns or rows (see kernels/gemm.ts). */
function isThin(source: ProductNode): boolean {
  const form = matrixForm(source);
  if (!form) return false;
  const { M, N, transposeA, transposeB } = form;
  return transposeA ? !transposeB && (M <= 2 || N <= 2) : N <= 2;
}

/** Whether a tile of the product is final when it is computed; else all of it is a sum of several products. */
function isDirect(source: ProductNode): boolean {
  return source.op === 'conv2d' || matrixForm(source) !== undefined;
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
      const { source, bias, gate, addend } = product;
      if (source !== node) absorbed.add(source);
      // Below an activation lies the sum of product and bias.
      if (bias && !node.inputs.includes(source)) absorbed.add(inputOf(node, 0));
      const others = [bias, gate, addend].filter((other) => other !== undefined);
      planned.push({ node, product, reads: [...source.inputs, ...others] });
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
  return isProduct(node) ? { source: node, finish: code.PLAIN, slope: 0 } : undefined;
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
    const source = inputOf(node, 0);
    if (!isProduct(source) || !once(source) || isThin(source) || !isDirect(source)) return undefined;
    return { source, finish: code.GATED, gate: inputOf(node, 1), slope: node.attributes.slope };
  }
  return plainProduct(node) ?? fuseBias(node, once) ?? fuseAddend(node, once);
}

/** product + row, in either order. */
function fuseBias(sum: Node, once: (node: Node) => boolean): Product | undefined {
  if (sum.op !== 'add') return undefined;
  for (const [source, bias] of bothOrders(sum)) {
    if (!isProduct(source) || !once(source) || isThin(source) || !isDirect(source)) continue;
    // The channels of an image are the columns of its product, but for the adjoint in the image.
    const columns = source.op === 'conv2dInputGradient' ? 0 : (source.shape.at(-1) ?? 0);
    if (
      sizeOf(bias.shape) === columns &&
      bias.shape.at(-1) === columns &&
      sizeOf(sum.shape) === sizeOf(source.shape)
    )
      return { source, finish: code.BIAS, bias, slope: 0 };
  }
  return undefined;
}

/** product + a value of the same shape that only this sum reads, so the product can be added into its buffer. */
function fuseAddend(sum: Node, once: (node: Node) => boolean): Product | undefined {
  if (sum.op !== 'add') return undefined;
  for (const [source, addend] of bothOrders(sum)) {
    if (!isProduct(source) || source === addend || !once(source) || !once(addend) || STILL.has(addend.op))
      continue;
    if (sameShape(addend.shape, source.shape)) return { source, finish: code.ACCUMULATE, addend, slope: 0 };
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
