import type { Node, OpName, Shape } from '../graph';
import { affine, reciprocal } from './elementwise';
import { constant } from './leaves';
import { broadcastShapes, sameShape } from './shapes';
import { broadcast, onlyInput } from './structure';

/** What the binary builders take: a number stands for a scalar constant. At least one operand is a node. */
export type Operand = Node | number;

type Binary = Extract<OpName, 'add' | 'subtract' | 'multiply' | 'divide'>;

/** Both operands as nodes of one graph. */
function pair(name: Binary, a: Operand, b: Operand): [Node, Node] {
  if (typeof a !== 'number') return [a, typeof b === 'number' ? constant(a.graph, b) : b];
  if (typeof b !== 'number') return [constant(b.graph, a), b];
  throw new TypeError(`${name}: at least one operand must be a node, found the numbers ${a} and ${b}`);
}

/** A repeated operand need not be repeated when the other one has the whole shape. */
function strip(x: Node, other: Node, shape: Shape): Node {
  return x.op === 'broadcast' && sameShape(other.shape, shape) ? onlyInput(x) : x;
}

function binary(op: Binary, a: Node, b: Node, shape: Shape): Node {
  const left = strip(a, b, shape);
  return a.graph.node(op, [left, strip(b, left, shape)], shape, {});
}

/** a + b, broadcast. @throws RangeError if the shapes do not broadcast. */
export function add(left: Operand, right: Operand): Node {
  const [a, b] = pair('add', left, right);
  const shape = broadcastShapes('add', a.shape, b.shape);
  if (a.op === 'constant') return affine(broadcast(b, shape), 1, a.attributes.value);
  if (b.op === 'constant') return affine(broadcast(a, shape), 1, b.attributes.value);
  return binary('add', a, b, shape);
}

/** a − b, broadcast. @throws RangeError if the shapes do not broadcast. */
export function subtract(left: Operand, right: Operand): Node {
  const [a, b] = pair('subtract', left, right);
  const shape = broadcastShapes('subtract', a.shape, b.shape);
  if (a.op === 'constant') return affine(broadcast(b, shape), -1, a.attributes.value);
  if (b.op === 'constant') return affine(broadcast(a, shape), 1, -b.attributes.value);
  return binary('subtract', a, b, shape);
}

/** a · b elementwise, broadcast. Times 0 is 0, whatever the other is. @throws RangeError as `add`. */
export function multiply(left: Operand, right: Operand): Node {
  const [a, b] = pair('multiply', left, right);
  const shape = broadcastShapes('multiply', a.shape, b.shape);
  if (a.op === 'constant') return affine(broadcast(b, shape), a.attributes.value);
  if (b.op === 'constant') return affine(broadcast(a, shape), b.attributes.value);
  return binary('multiply', a, b, shape);
}

/** a / b elementwise, broadcast. @throws RangeError as `add`, or if b is the constant 0. */
export function divide(left: Operand, right: Operand): Node {
  const [a, b] = pair('divide', left, right);
  const shape = broadcastShapes('divide', a.shape, b.shape);
  if (b.op === 'constant') {
    if (b.attributes.value === 0) throw new RangeError('divide: the divisor is the constant 0');
    return affine(broadcast(a, shape), 1 / b.attributes.value);
  }
  if (a.op === 'constant') return affine(broadcast(reciprocal(b), shape), a.attributes.value);
  return binary('divide', a, b, shape);
}
