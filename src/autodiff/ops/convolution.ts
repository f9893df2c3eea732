import { showShape, type Node, type Shape, type Window } from '../graph';
import { checkShape, sizeAt } from './shapes';
import { checkWindows, placeBackwards, placeWindows, type WindowOptions } from './windows';

/** @throws RangeError unless both have four axes and the named axis of each has one size. */
function checkPair(name: string, image: Shape, filter: Shape, axis: 2 | 3): void {
  if (image.length !== 4 || filter.length !== 4 || image[3] !== filter[axis])
    throw new RangeError(
      `${name}: expected an image [n, h, w, ${axis === 2 ? 'c' : 'd'}] and a filter [a, b, c, d], ` +
        `found ${showShape(image)} and ${showShape(filter)}`,
    );
}

/**
 * Two-dimensional convolution (cross-correlation, as in every framework), channels last:
 *
 * $$y_{n,i,j,d} = \sum_{a,b,c} x_{n,\, i s_1 + a - p_1,\, j s_2 + b - p_2,\, c}\; w_{a,b,c,d}$$
 *
 * Channels last (NHWC, filters HWIO), because a row of a patch is then one run of memory and the result of the matrix
 * product is the image itself; TF.js computes in the same layout. PyTorch's weight [d, c, a, b] is
 * `transpose(weight, [2, 3, 1, 0])`.
 * @param x [n, h, w, c]
 * @param filter [a, b, c, d]
 * @returns [n, i, j, d]
 * @throws RangeError if the channels differ or the filter does not fit.
 * @example conv2d(images, filter, { stride: 2, padding: 1 }) // kernel 4: half as high and wide
 */
export function conv2d(x: Node, filter: Node, options: WindowOptions = {}): Node {
  checkPair('conv2d', x.shape, filter.shape, 2);
  const { window, counts } = placeWindows('conv2d', x.shape, filter.shape, options);
  return conv2dOn(x, filter, window, [sizeAt(x.shape, 0), ...counts, sizeAt(filter.shape, 3)]);
}

/** `conv2d` with windows that are placed already. */
export function conv2dOn(x: Node, filter: Node, window: Window, shape: Shape): Node {
  return x.graph.node('conv2d', [x, filter], shape, window);
}

/**
 * Transposed convolution, the layer that makes images larger: the adjoint of `conv2d` in its input. Padding crops here:
 * `same` makes the image stride times as large, a number p gives (size − 1) · stride + kernel − 2p, as PyTorch has it.
 * @param x [n, i, j, d]
 * @param filter [a, b, c, d]: the filter of the convolution whose adjoint this is, so d is what comes in and c what goes out
 * @returns [n, h, w, c]
 * @throws RangeError if the channels differ or the padding leaves nothing.
 * @example conv2dTranspose(codes, filter, { stride: 2, padding: 1 }) // kernel 4: twice as high and wide
 */
export function conv2dTranspose(x: Node, filter: Node, options: WindowOptions = {}): Node {
  checkPair('conv2dTranspose', x.shape, filter.shape, 3);
  const { window, size } = placeBackwards('conv2dTranspose', x.shape, filter.shape, options);
  const shape = [sizeAt(x.shape, 0), ...size, sizeAt(filter.shape, 2)];
  return conv2dInputGradient(x, filter, shape, window);
}

/**
 * The adjoint of conv2d in its input: Σ⟨g, conv2d(x, w)⟩ = Σ⟨conv2dInputGradient(g, w), x⟩ for all x.
 * @param g [n, i, j, d]
 * @param filter [a, b, c, d]
 * @param shape of the input, [n, h, w, c]
 * @throws RangeError if the shapes disagree.
 */
export function conv2dInputGradient(g: Node, filter: Node, shape: Shape, window: Window): Node {
  checkPair('conv2dInputGradient', g.shape, filter.shape, 3);
  checkPair('conv2dInputGradient', checkShape('conv2dInputGradient', shape), filter.shape, 2);
  checkBatch('conv2dInputGradient', g.shape, shape);
  const counts = [sizeAt(g.shape, 1), sizeAt(g.shape, 2)] as const;
  checkWindows('conv2dInputGradient', shape, filter.shape, { window, counts });
  return g.graph.node('conv2dInputGradient', [g, filter], shape, window);
}

/**
 * The adjoint of conv2d in its filter: Σ⟨g, conv2d(x, w)⟩ = Σ⟨conv2dFilterGradient(x, g), w⟩ for all w.
 * @param x [n, h, w, c]
 * @param g [n, i, j, d]
 * @param shape of the filter, [a, b, c, d]
 * @throws RangeError if the shapes disagree.
 */
export function conv2dFilterGradient(x: Node, g: Node, shape: Shape, window: Window): Node {
  checkPair('conv2dFilterGradient', x.shape, checkShape('conv2dFilterGradient', shape), 2);
  checkPair('conv2dFilterGradient', g.shape, shape, 3);
  checkBatch('conv2dFilterGradient', x.shape, g.shape);
  const counts = [sizeAt(g.shape, 1), sizeAt(g.shape, 2)] as const;
  checkWindows('conv2dFilterGradient', x.shape, shape, { window, counts });
  return x.graph.node('conv2dFilterGradient', [x, g], shape, window);
}

function checkBatch(name: string, a: Shape, b: Shape): void {
  if (a[0] !== b[0])
    throw new RangeError(
      `${name}: shapes ${showShape(a)} and ${showShape(b)} have different numbers of images`,
    );
}
