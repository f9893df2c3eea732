import { sizeOf, type Node, type OpName } from './graph';
import { sameShape } from './ops/shapes';

/** Which buffer each computed node is written to, and how many elements each buffer holds. */
export interface BufferPlan {
  readonly slots: ReadonlyMap<Node, number>;
  readonly sizes: readonly number[];
}

/** Leaves whose values live in the session or are known beforehand: they get no slot. */
const HELD_ELSEWHERE: ReadonlySet<OpName> = new Set(['parameter', 'input', 'constant']);

/** Element i of the result reads nothing but element i of an input of equal shape. */
const ELEMENTWISE: ReadonlySet<OpName> = new Set([
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
  'leakyRelu',
  'step',
  'gate',
  'tanhGradient',
  'sigmoidGradient',
  'add',
  'subtract',
  'multiply',
  'divide',
]);

/** The position in the order after which no node reads the value; never for what is kept. */
function lastUses(order: readonly Node[], keep: Iterable<Node>): Map<Node, number> {
  const last = new Map<Node, number>();
  order.forEach((node, position) => {
    last.set(node, position);
    for (const input of node.inputs) last.set(input, position);
  });
  for (const node of keep) last.set(node, Infinity);
  return last;
}

/** Takes the smallest free buffer that is large enough; else makes the largest free one grow; else a new one. */
function takeSlot(size: number, free: Set<number>, sizes: number[]): number {
  const bySize = [...free].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const slot = bySize.find((candidate) => (sizes[candidate] ?? 0) >= size) ?? bySize.at(-1) ?? sizes.length;
  sizes[slot] = Math.max(sizes[slot] ?? 0, size);
  free.delete(slot);
  return slot;
}

/**
 * Assigns buffers so that values which are never alive together may share one. An elementwise node may be written over
 * an input of its own shape that nothing reads afterwards.
 * @param order a program's order
 * @param keep nodes whose value must survive the whole run: outputs, and what updates read
 * @param inPlace whether that writing-over is allowed for a node (default: for every elementwise one)
 */
export function planBuffers(
  order: readonly Node[],
  keep: Iterable<Node>,
  inPlace: (node: Node) => boolean = ({ op }) => ELEMENTWISE.has(op),
): BufferPlan {
  const last = lastUses(order, keep);
  const slots = new Map<Node, number>();
  const sizes: number[] = [];
  const free = new Set<number>();
  order.forEach((node, position) => {
    if (HELD_ELSEWHERE.has(node.op)) return;
    const dying = [...new Set(node.inputs)].filter((input) => last.get(input) === position);
    const release = (input: Node) => {
      const slot = slots.get(input);
      if (slot !== undefined) free.add(slot);
    };
    const reusable = inPlace(node) ? dying.filter(({ shape }) => sameShape(shape, node.shape)) : [];
    reusable.forEach(release);
    slots.set(node, takeSlot(sizeOf(node.shape), free, sizes));
    dying.filter((input) => !reusable.includes(input)).forEach(release);
    // A value that nothing reads (a root that is not kept) gives its buffer back at once.
    if (last.get(node) === position) release(node);
  });
  return { slots, sizes };
}
