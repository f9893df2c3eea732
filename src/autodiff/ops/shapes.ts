import { showShape, type Shape } from '../graph';

/** Whether two shapes are the same. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** The size of an axis that must be there. */
export function sizeAt(shape: Shape, axis: number): number {
  const size = shape[axis];
  if (size === undefined) throw new RangeError(`axis ${axis} of shape ${showShape(shape)} does not exist`);
  return size;
}

/**
 * The shape of an elementwise operation on two shapes by NumPy's rule: aligned at the last axis, a size of 1 or a
 * missing axis repeats.
 * @throws RangeError if two sizes differ and neither is 1.
 */
export function broadcastShapes(name: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const sizeA = a[axis - rank + a.length] ?? 1;
    const sizeB = b[axis - rank + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1)
      throw new RangeError(`${name}: shapes ${showShape(a)} and ${showShape(b)} do not broadcast`);
    return sizeA === 1 ? sizeB : sizeA;
  });
}

/**
 * The shape itself, when every size is a whole number ≥ 1.
 * @throws RangeError otherwise.
 */
export function checkShape(name: string, shape: Shape): Shape {
  if (!shape.every((size) => Number.isInteger(size) && size >= 1))
    throw new RangeError(`${name}: sizes must be whole numbers of at least 1, found ${showShape(shape)}`);
  return shape;
}

/** Distinct axes of a shape in rising order; negative ones count from the end. */
export function checkAxes(name: string, shape: Shape, axes: readonly number[]): number[] {
  const positive = axes.map((axis) => (axis < 0 ? axis + shape.length : axis));
  if (!positive.every((axis) => Number.isInteger(axis) && axis >= 0 && axis < shape.length))
    throw new RangeError(`${name}: axes ${showShape(axes)} are not axes of shape ${showShape(shape)}`);
  return [...new Set(positive)].sort((a, b) => a - b);
}

/** @throws RangeError unless the block of shape `inner` at `start` lies inside `outer`. */
export function checkBlock(name: string, outer: Shape, start: Shape, inner: Shape): void {
  const fits =
    start.length === outer.length &&
    inner.length === outer.length &&
    outer.every((size, axis) => {
      const from = start[axis] ?? -1;
      return Number.isInteger(from) && from >= 0 && from + (inner[axis] ?? Infinity) <= size;
    });
  if (!fits)
    throw new RangeError(
      `${name}: a block of shape ${showShape(inner)} at ${showShape(start)} does not lie in shape ${showShape(outer)}`,
    );
}
