import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Window } from '~/autodiff/graph';
import type { Tf } from './backend';

/** How windows of `kernel` lie over an image of `size`, `counts` of them. All pairs are (rows, columns). */
export interface Windows extends Window {
  readonly kernel: readonly [number, number];
  readonly counts: readonly [number, number];
  readonly size: readonly [number, number];
}

type Shape4 = [number, number, number, number];

/** Reads a window's place off the image's shape and the shape of what the windows gave. */
export function windowsOf(
  { strides, padding }: Window,
  kernel: readonly number[],
  image: readonly number[],
  counted: readonly number[],
): Windows {
  const pair = (values: readonly number[], from: number) =>
    [values[from] ?? 1, values[from + 1] ?? 1] as const;
  return { strides, padding, kernel: pair(kernel, 0), counts: pair(counted, 1), size: pair(image, 1) };
}

/** Rows (columns) that the windows cover, from the first one's begin to the last one's end. */
const covered = ({ strides, kernel, counts }: Windows, axis: 0 | 1): number =>
  (counts[axis] - 1) * strides[axis] + kernel[axis];

/** How much the image lacks (or, if negative, has too much) behind what the windows cover. */
const behind = (windows: Windows, axis: 0 | 1): number =>
  covered(windows, axis) - windows.padding[axis] - windows.size[axis];

/**
 * The part of an image [n, h, w, c] that windows cover, `value` where they lie outside: with it every kernel is used
 * without a padding of its own, so that all backends agree on what padding is.
 */
export function fit(tf: Tf, x: Tensor, windows: Windows, value = 0): Tensor4D {
  const [n = 1, h = 1, w = 1, c = 1] = x.shape;
  const [below, right] = [behind(windows, 0), behind(windows, 1)];
  const seen: Shape4 = [n, h + Math.min(below, 0), w + Math.min(right, 0), c];
  const cropped = seen[1] === h && seen[2] === w ? x : tf.slice(x, [0, 0, 0, 0], seen);
  const [top, left] = windows.padding;
  const margins: [number, number][] = [
    [0, 0],
    [top, Math.max(below, 0)],
    [left, Math.max(right, 0)],
    [0, 0],
  ];
  const padded = margins.some(([before, after]) => before + after > 0)
    ? tf.pad(cropped, margins, value)
    : cropped;
  return padded as Tensor4D;
}

/** The adjoint of `fit`: what lies on the image, zeros where no window is. */
export function unfit(tf: Tf, x: Tensor, windows: Windows): Tensor {
  const [n = 1, , , c = 1] = x.shape;
  const [top, left] = windows.padding;
  const [below, right] = [behind(windows, 0), behind(windows, 1)];
  const [h, w] = windows.size;
  const seen: Shape4 = [n, h + Math.min(below, 0), w + Math.min(right, 0), c];
  const cut = tf.slice(x, [0, top, left, 0], seen);
  if (seen[1] === h && seen[2] === w) return cut;
  return tf.pad(cut, [[0, 0], [0, h - seen[1]], [0, w - seen[2]], [0, 0]]); // prettier-ignore
}

/** [n, h, w, c] · [a, b, c, d] → [n, i, j, d] */
export function convolve(tf: Tf, x: Tensor, filter: Tensor, windows: Windows): Tensor {
  return tf.conv2d(fit(tf, x, windows), filter as Tensor4D, [...windows.strides], 'valid');
}

/** What g's values put into their windows, over all that windows cover. */
export function spread(tf: Tf, g: Tensor, filter: Tensor, windows: Windows): Tensor {
  const shape: Shape4 = [g.shape[0] ?? 1, covered(windows, 0), covered(windows, 1), filter.shape[2] ?? 1];
  return tf.conv2dTranspose(g as Tensor4D, filter as Tensor4D, shape, [...windows.strides], 'valid');
}

/** The adjoint of `convolve` in x. */
export function convolveInputGradient(tf: Tf, g: Tensor, filter: Tensor, windows: Windows): Tensor {
  return unfit(tf, spread(tf, g, filter, windows), windows);
}

/**
 * The adjoint of `convolve` in the filter. TF.js has no kernel for it on WebAssembly; it is a convolution too: of x with
 * channels and images exchanged by g with images as channels, whose elements lie `strides` apart.
 */
export function convolveFilterGradient(tf: Tf, x: Tensor, g: Tensor, windows: Windows): Tensor {
  const images = tf.transpose(fit(tf, x, windows), [3, 1, 2, 0]);
  const filter = tf.transpose(g as Tensor4D, [1, 2, 0, 3]);
  const found = tf.conv2d(images, filter, 1, 'valid', 'NHWC', [...windows.strides]);
  return tf.transpose(found, [1, 2, 0, 3]);
}
