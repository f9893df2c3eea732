import { showShape, type Shape, type Window } from '../graph';
import { sizeAt } from './shapes';

/** One number for rows and columns, or one for each. */
export type Pair = number | readonly [vertical: number, horizontal: number];

/**
 * Zeros around an image: that many on each side; `valid` none; `same` as many as it takes for ⌈size / stride⌉ windows,
 * half of them before and the odd one behind, as TensorFlow has it.
 */
export type Padding = 'same' | 'valid' | Pair;

export interface WindowOptions {
  /** Default 1. */
  readonly stride?: Pair;
  /** Default `valid`. */
  readonly padding?: Padding;
}

/** A window's movement and how many windows there are. */
export interface Placed {
  readonly window: Window;
  readonly counts: readonly [number, number];
}

const both = (value: Pair): readonly [number, number] => (typeof value === 'number' ? [value, value] : value);

/** Windows along one axis: how many, and the zeros before the first. */
function placeAlong(
  size: number,
  kernel: number,
  stride: number,
  padding: 'same' | number,
): { count: number; before: number } {
  if (padding !== 'same')
    return { count: Math.floor((size + 2 * padding - kernel) / stride) + 1, before: padding };
  const count = Math.ceil(size / stride);
  return { count, before: Math.max(0, (count - 1) * stride + kernel - size) >> 1 };
}

/** Strides and paddings as pairs. @throws RangeError unless strides are whole and ≥ 1, paddings whole and ≥ 0. */
function readOptions(
  name: string,
  { stride = 1, padding = 'valid' }: WindowOptions,
): { strides: readonly [number, number]; paddings: readonly ['same' | number, 'same' | number] } {
  const strides = both(stride);
  const paddings = padding === 'same' ? (['same', 'same'] as const) : both(padding === 'valid' ? 0 : padding);
  if (!strides.every((each) => Number.isInteger(each) && each >= 1))
    throw new RangeError(`${name}: strides must be whole numbers of at least 1, found ${showShape(strides)}`);
  if (!paddings.every((each) => each === 'same' || (Number.isInteger(each) && each >= 0)))
    throw new RangeError(
      `${name}: padding must be 'same', 'valid' or whole numbers ≥ 0, found ${paddings.join()}`,
    );
  return { strides, paddings };
}

/**
 * Lays windows of `kernel` [rows, columns] over an image [n, h, w, c].
 * @throws RangeError if a window does not fit, or one would see nothing but padding.
 */
export function placeWindows(name: string, image: Shape, kernel: Shape, options: WindowOptions): Placed {
  const { strides, paddings } = readOptions(name, options);
  const along = (axis: 0 | 1) =>
    placeAlong(sizeAt(image, axis + 1), sizeAt(kernel, axis), strides[axis], paddings[axis]);
  const [rows, columns] = [along(0), along(1)];
  const placed: Placed = {
    window: { strides, padding: [rows.before, columns.before] },
    counts: [rows.count, columns.count],
  };
  checkWindows(name, image, kernel, placed);
  return placed;
}

/**
 * The image that windows lay over, seen from what they gave: the inverse of `placeWindows`. `same` makes it stride
 * times as large, a number p gives (count − 1) · stride + kernel − 2p.
 */
export function placeBackwards(
  name: string,
  counted: Shape,
  kernel: Shape,
  options: WindowOptions,
): { window: Window; size: readonly [number, number] } {
  const { strides, paddings } = readOptions(name, options);
  const sizeAlong = (axis: 0 | 1) => {
    const [count, extent, padding] = [sizeAt(counted, axis + 1), sizeAt(kernel, axis), paddings[axis]];
    return padding === 'same' ? count * strides[axis] : (count - 1) * strides[axis] + extent - 2 * padding;
  };
  const size = [sizeAlong(0), sizeAlong(1)] as const;
  const image = [1, ...size, 1];
  const { window } = placeWindows(name, image, kernel, options);
  return { window, size };
}

/** @throws RangeError unless every window covers at least one element of the image. */
export function checkWindows(
  name: string,
  image: Shape,
  kernel: Shape,
  { window: { strides, padding }, counts }: Placed,
): void {
  const fits = ([0, 1] as const).every((axis) => {
    const [size, extent] = [sizeAt(image, axis + 1), sizeAt(kernel, axis)];
    const [stride, before, count] = [strides[axis], padding[axis], counts[axis]];
    return count >= 1 && before >= 0 && before < extent && (count - 1) * stride - before < size;
  });
  if (!fits)
    throw new RangeError(
      `${name}: windows of ${showShape(kernel.slice(0, 2))} with stride ${showShape(strides)} and padding ` +
        `${showShape(padding)} do not lie on an image of shape ${showShape(image)}`,
    );
}
