import type { Rank, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Tf } from './backend';
import { fit, spread, unfit, type Windows } from './windows';

/** Below every float32: never the largest. (−∞ would turn to NaN where it is multiplied by 0.) */
const LOWEST = -3.4e38;

/** [n, h, w, c] → [n · c, h, w, 1]: each channel as an image of its own. */
function separate(tf: Tf, x: Tensor): Tensor4D {
  const [n = 1, h = 1, w = 1, c = 1] = x.shape;
  return tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [n * c, h, w, 1]);
}

/** The inverse of `separate`: [n · c, h, w, 1] → [n, h, w, c]. */
function join(tf: Tf, x: Tensor, channels: number): Tensor {
  const [all = 1, h = 1, w = 1] = x.shape;
  return tf.transpose(tf.reshape(x, [all / channels, channels, h, w]), [0, 2, 3, 1]);
}

/** The filter [a, b, 1, a · b] that puts each element of a window into a channel of its own. */
function oneByOne(tf: Tf, [rows, columns]: readonly [number, number]): Tensor4D {
  return tf.reshape(tf.eye(rows * columns), [rows, columns, 1, rows * columns]);
}

/** All elements of each window: [n · c, i, j, a · b]. */
function patches(tf: Tf, x: Tensor, windows: Windows, outside: number): Tensor4D {
  const images = separate(tf, fit(tf, x, windows, outside));
  return tf.conv2d(images, oneByOne(tf, windows.kernel), [...windows.strides], 'valid');
}

/** 1 where the window's largest element is, 0 elsewhere: [n · c, i, j, a · b]. */
function atMax(tf: Tf, x: Tensor, windows: Windows): Tensor {
  const elements = windows.kernel[0] * windows.kernel[1];
  // On WebAssembly oneHot writes whole numbers whatever type it is asked for (4.22).
  return tf.cast(tf.oneHot(tf.argMax(patches(tf, x, windows, LOWEST), 3), elements), 'float32');
}

export function sumPool(tf: Tf, x: Tensor, windows: Windows): Tensor {
  const { kernel, strides } = windows;
  const mean = tf.avgPool(fit(tf, x, windows), [...kernel], [...strides], 'valid');
  return tf.mul(mean, kernel[0] * kernel[1]);
}

/** The adjoint of `sumPool`. */
export function unpool(tf: Tf, g: Tensor, windows: Windows): Tensor {
  const ones = tf.ones<Rank.R4>([...windows.kernel, 1, 1]);
  const image = spread(tf, separate(tf, g), ones, windows);
  return unfit(tf, join(tf, image, g.shape[3] ?? 1), windows);
}

export function takeAtMax(tf: Tf, v: Tensor, x: Tensor, windows: Windows): Tensor {
  if (v === x)
    return tf.maxPool(fit(tf, x, windows, LOWEST), [...windows.kernel], [...windows.strides], 'valid');
  const taken = tf.sum(tf.mul(patches(tf, v, windows, 0), atMax(tf, x, windows)), 3, true);
  return join(tf, taken, x.shape[3] ?? 1);
}

/** The adjoint of `takeAtMax` in its first input. */
export function putAtMax(tf: Tf, g: Tensor, x: Tensor, windows: Windows): Tensor {
  const parts = tf.mul(separate(tf, g), atMax(tf, x, windows));
  const image = spread(tf, parts, oneByOne(tf, windows.kernel), windows);
  return unfit(tf, join(tf, image, x.shape[3] ?? 1), windows);
}
