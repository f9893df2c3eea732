import { sizeOf, type Node, type Shape } from '~/autodiff/graph';
import { mergeLoops, stridesOf, type Nest } from './layout';
import * as code from './opcodes';
import type { Target, View } from './target';
import { inputOf } from './nodes';

/** Loops of a copy or a binary operation as instructions have them: three outer ones and a row. */
function forEachRowNest(
  nest: Nest,
  use: (sizes: number[], strides: number[][], offsets: number[]) => void,
): void {
  const { sizes, strides } = mergeLoops(nest);
  const outer = Math.max(0, sizes.length - 4);
  const count = sizeOf(sizes.slice(0, outer));
  const pad = <T>(values: readonly T[], filler: T) =>
    [...Array.from({ length: 4 }, () => filler), ...values].slice(-4);
  const steps = stridesOf(sizes.slice(0, outer));
  for (let i = 0; i < count; i++) {
    // Loops beyond the fourth are unrolled: element i of them has these indices.
    const offsets = strides.map((operand) =>
      steps.reduce(
        (sum, step, axis) => sum + (Math.floor(i / step) % (sizes[axis] ?? 1)) * (operand[axis] ?? 0),
        0,
      ),
    );
    use(
      pad(sizes.slice(outer), 1),
      strides.map((operand) => pad(operand.slice(outer), 0)),
      offsets,
    );
  }
}

export const bytesOf = (elements: readonly number[]) => elements.map((count) => count * 4);

/** The loops of an elementwise operation on two inputs: result first. */
export function binaryNest(node: Node, view: View): Nest {
  const views = node.inputs.map((input) => view(input, node.shape).strides);
  return { sizes: node.shape, strides: [stridesOf(node.shape), ...views] };
}

/** How a binary operation's rows read a and b. A row of two that is added to all rows of an array is one long loop. */
function modeOf(sizes: Shape, x: readonly number[], y: readonly number[]): number {
  if (x[3] === 0) return code.A_REPEATS;
  if (y[3] === 0) return code.B_REPEATS;
  const [first = 1, second = 1, third = 1, row = 1] = sizes;
  const runsThrough = first === 1 && second === 1 && third > 1 && x[2] === 8;
  return row === 2 && runsThrough && y[2] === 0 ? code.B_PAIR_REPEATS : code.BOTH_RUN;
}

/** op(a, b), broadcast. `slope` is the gate's. */
export function emitBinary(node: Node, target: Target, op: number, slope = 0): void {
  const [a, b] = [inputOf(node, 0), inputOf(node, 1)].map((input) => target.view(input, node.shape).address);
  forEachRowNest(binaryNest(node, target.view), (sizes, strides, offsets) => {
    const [, x = [], y = []] = strides.map(bytesOf);
    const [to = 0, fromA = 0, fromB = 0] = bytesOf(offsets);
    const mode = modeOf(sizes, x, y);
    if (mode === code.B_PAIR_REPEATS) sizes = [1, 1, 1, sizeOf(sizes)];
    const steps = [...x.slice(0, 3), ...y.slice(0, 3)];
    const address = target.address(node) + to;
    const operands = [(a ?? 0) + fromA, (b ?? 0) + fromB];
    target.emit(code.BINARY, address, ...operands, op, ...sizes, ...steps, mode, { float: slope });
  });
}

/** An array, or a block of one: where it begins and how it is walked. */
interface Side {
  readonly address: number;
  readonly strides: readonly number[];
}

/** Copies a block of `sizes` from one array into another. */
export function emitCopy(target: Target, sizes: Shape, to: Side, from: Side): void {
  forEachRowNest({ sizes, strides: [to.strides, from.strides] }, (loops, strides, offsets) => {
    const [x = [], y = []] = strides.map(bytesOf);
    const [toOffset = 0, fromOffset = 0] = bytesOf(offsets);
    const mode = y[3] === 0 ? code.A_REPEATS : code.BOTH_RUN;
    const steps = [...x.slice(0, 3), ...y.slice(0, 3)];
    target.emit(code.COPY, to.address + toOffset, from.address + fromOffset, 0, 0, ...loops, ...steps, mode);
  });
}

/** All of a node's values to another address. */
export function emitSnapshot(target: Target, from: Node, to: number): void {
  const strides = stridesOf(from.shape);
  emitCopy(target, from.shape, { address: to, strides }, { address: target.address(from), strides });
}

/** The block at `start` of an array of shape `outer` that lies at `address`. */
export function blockAt(address: number, outer: Shape, start: Shape): Side {
  const strides = stridesOf(outer);
  const offset = strides.reduce((sum, stride, axis) => sum + stride * (start[axis] ?? 0), 0);
  return { address: address + offset * 4, strides };
}

/** A whole array. */
export const dense = (address: number, shape: Shape): Side => ({ address, strides: stridesOf(shape) });
