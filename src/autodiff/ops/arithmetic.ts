import type { Node, OpName, Shape } from '../graph';
import { affine, reciprocal } from './elementwise';
import { constant } from './leaves';
import { broadcastShapes, sameShape } from './shapes';
import { broadcast, onlyInput } from './structure';

/** What the binary builders take: a number stands for a scalar constant. At least one operand is a node. */
export type Operand = Node | number;

type Binary = Extract<OpName, 'add' | 'subtract' | 'multiply' | 'divide' | 'maximum' | 'minimum'>;

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

function extreme(op: 'maximum' | 'minimum', left: Operand, right: Operand): Node {
  const [a, b] = pair(op, left, right);
  const shape = broadcastShapes(op, a.shape, b.shape);
  if (a.op === 'constant' && b.op === 'constant') {
    const pick = op === 'maximum' ? Math.max : Math.min;
    return constant(a.graph, pick(a.attributes.value, b.attributes.value), shape);
  }
  return binary(op, a, b, shape);
}

/** The larger of a and b, broadcast. Where they are equal the derivative goes to a. @throws RangeError as `add`. */
export function maximum(a: Operand, b: Operand): Node {
  return extreme('maximum', a, b);
}

/** The smaller of a and b, broadcast. Where they are equal the derivative goes to a. @throws RangeError as `add`. */
export function minimum(a: Operand, b: Operand): Node {
  return extreme('minimum', a, b);
}

/**
 * x held between two limits: min(max(x, low), high). At a limit its derivative is 1, as PyTorch's clamp has it.
 * @throws RangeError unless low ≤ high.
 */
export function clamp(x: Node, low: number, high: number): Node {
  if (!(low <= high)) throw new RangeError(`clamp: expected low ≤ high, found ${low} and ${high}`);
  return minimum(maximum(x, low), high);
}
