import { sizeOf, type Shape } from '~/autodiff/graph';
import { bytesOf, emitCopy } from './emit-loops';
import { mergeLoops, stridesOf } from './layout';
import * as code from './opcodes';
import type { Target } from './target';

/** One loop of a transposition: how often it runs and how many elements result and input move with each turn. */
interface Axis {
  readonly size: number;
  readonly to: number;
  readonly from: number;
}

/**
 * Copies the array at `from` with its axes in another order. Where rows stay rows it is a copy; else the axis that is
 * innermost in the result and the one that is innermost in the input are exchanged in blocks of 4 × 4.
 */
export function emitTranspose(
  target: Target,
  shape: Shape,
  order: readonly number[],
  to: number,
  from: number,
): void {
  const source = stridesOf(order.map((_, axis) => shape[order.indexOf(axis)] ?? 1));
  const strides = order.map((axis) => source[axis] ?? 0);
  const { sizes, strides: merged } = mergeLoops({ sizes: shape, strides: [stridesOf(shape), strides] });
  const axes = sizes.map((size, i): Axis => ({ size, to: merged[0]?.[i] ?? 0, from: merged[1]?.[i] ?? 0 }));
  const row = axes.findLast(({ size }) => size > 1);
  const column = axes.find(({ size, from: step }) => size > 1 && step === 1);
  if (!row || !column || row === column) {
    emitCopy(target, shape, { address: to, strides: stridesOf(shape) }, { address: from, strides });
    return;
  }
  const outer = axes.filter((axis) => axis !== row && axis !== column && axis.size > 1);
  forEachUnrolled(outer, (loops, toOffset, fromOffset) => {
    const [sizesOfLoops, steps] = [
      loops.map(({ size }) => size),
      [...loops.map((axis) => axis.to), ...loops.map((axis) => axis.from)],
    ];
    const block = [row.size, column.size, 4 * row.from, 4 * column.to];
    const addresses = [to + 4 * toOffset, from + 4 * fromOffset] as const;
    target.emit(code.TRANSPOSE, ...addresses, 0, ...block, ...sizesOfLoops, ...bytesOf(steps));
  });
}

/** An instruction has three outer loops; of more, those outside are unrolled. */
function forEachUnrolled(
  outer: readonly Axis[],
  use: (loops: readonly Axis[], toOffset: number, fromOffset: number) => void,
): void {
  const once: Axis = { size: 1, to: 0, from: 0 };
  const loops = [once, once, once, ...outer].slice(-3);
  const rest = outer.slice(0, Math.max(0, outer.length - 3));
  const steps = stridesOf(rest.map(({ size }) => size));
  const count = sizeOf(rest.map(({ size }) => size));
  for (let i = 0; i < count; i++) {
    const indices = rest.map(({ size }, axis) => Math.floor(i / (steps[axis] ?? 1)) % size);
    const offset = (side: 'to' | 'from') =>
      indices.reduce((sum, index, axis) => sum + index * (rest[axis]?.[side] ?? 0), 0);
    use(loops, offset('to'), offset('from'));
  }
}
