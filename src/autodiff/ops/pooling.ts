import { showShape, type Node, type PoolWindow, type Shape } from '../graph';
import { affine } from './elementwise';
import { input } from './leaves';
import { matmul } from './reductions';
import { sameShape, sizeAt } from './shapes';
import { reshape, transpose } from './structure';
import { checkWindows, placeWindows, type Pair, type WindowOptions } from './windows';

/** How windows of `size` lie over an image; by default side by side. */
function place(
  name: string,
  image: Shape,
  size: Pair,
  { stride = size, ...others }: WindowOptions,
): { window: PoolWindow; shape: Shape } {
  const kernel = typeof size === 'number' ? ([size, size] as const) : size;
  if (image.length !== 4 || !kernel.every((each) => Number.isInteger(each) && each >= 1))
    throw new RangeError(
      `${name}: expected an image [n, h, w, c] and a window of whole sizes ≥ 1, found ${showShape(image)} and ${showShape(kernel)}`,
    );
  const { window, counts } = placeWindows(name, image, kernel, { stride, ...others });
  return { window: { ...window, size: kernel }, shape: [sizeAt(image, 0), ...counts, sizeAt(image, 3)] };
}

/** @throws RangeError unless `image` and `pooled` agree with the windows and with each other. */
function checkPooled(name: string, image: Shape, pooled: Shape, window: PoolWindow): void {
  if (image.length !== 4 || pooled.length !== 4 || image[0] !== pooled[0] || image[3] !== pooled[3])
    throw new RangeError(
      `${name}: expected an image [n, h, w, c] and its pooled [n, i, j, c], found ${showShape(image)} and ${showShape(pooled)}`,
    );
  const counts = [sizeAt(pooled, 1), sizeAt(pooled, 2)] as const;
  checkWindows(name, image, window.size, { window, counts });
}

/**
 * The sum in each window. What lies outside counts as zero.
 * @param x [n, h, w, c]
 * @param size of the window; the stride is the size unless it is given
 * @returns [n, i, j, c]
 * @throws RangeError if x is no image or a window does not fit.
 */
export function sumPool(x: Node, size: Pair, options: WindowOptions = {}): Node {
  const { window, shape } = place('sumPool', x.shape, size, options);
  return sumPoolOn(x, window, shape);
}

/** `sumPool` with windows that are placed already. */
export function sumPoolOn(x: Node, window: PoolWindow, shape: Shape): Node {
  return x.graph.node('sumPool', [x], shape, window);
}

/** The mean of each window: its sum over its size, zeros outside counted too, as PyTorch does. Otherwise as `sumPool`. */
export function averagePool(x: Node, size: Pair, options: WindowOptions = {}): Node {
  const { window, shape } = place('averagePool', x.shape, size, options);
  return affine(sumPoolOn(x, window, shape), 1 / (window.size[0] * window.size[1]));
}

/**
 * Each value in every place of its window, added up where windows overlap: the adjoint of sumPool.
 * @param g [n, i, j, c]
 * @param shape of the image, [n, h, w, c]
 * @throws RangeError if the shapes disagree.
 */
export function unpool(g: Node, shape: Shape, window: PoolWindow): Node {
  checkPooled('unpool', shape, g.shape, window);
  return g.graph.node('unpool', [g], shape, window);
}

/**
 * The largest value in each window; what lies outside takes no part. Where several are the largest, the first of them
 * (by row, then column) has the derivative.
 * @param x [n, h, w, c]
 * @param size of the window; the stride is the size unless it is given
 * @returns [n, i, j, c]
 * @throws RangeError if x is no image or a window does not fit.
 */
export function maxPool(x: Node, size: Pair, options: WindowOptions = {}): Node {
  const { window, shape } = place('maxPool', x.shape, size, options);
  return takeAtMax(x, x, shape, window);
}

/**
 * In each window what v has at the place where x is largest: `maxPool(x)` is `takeAtMax(x, x)`. Its derivative by x, which
 * only chooses, is zero.
 * @param v and x, [n, h, w, c] both
 * @param shape of the result, [n, i, j, c]
 * @throws RangeError if the shapes disagree.
 */
export function takeAtMax(v: Node, x: Node, shape: Shape, window: PoolWindow): Node {
  checkSame('takeAtMax', v.shape, x.shape);
  checkPooled('takeAtMax', x.shape, shape, window);
  return x.graph.node('takeAtMax', [v, x], shape, window);
}

/**
 * Zeros with each value of g added to the place of its window where x is largest: the adjoint of takeAtMax.
 * @param g [n, i, j, c]
 * @param x [n, h, w, c]
 * @throws RangeError if the shapes disagree.
 */
export function putAtMax(g: Node, x: Node, window: PoolWindow): Node {
  checkPooled('putAtMax', x.shape, g.shape, window);
  return x.graph.node('putAtMax', [g, x], x.shape, window);
}

function checkSame(name: string, a: Shape, b: Shape): void {
  if (!sameShape(a, b))
    throw new RangeError(`${name}: shapes ${showShape(a)} and ${showShape(b)} must be equal`);
}

/** @throws RangeError unless x is an image and the factors are whole numbers of at least 1. */
function checkFactor(name: string, x: Node, factor: Pair): readonly [number, number] {
  const factors = typeof factor === 'number' ? ([factor, factor] as const) : factor;
  if (x.shape.length !== 4 || !factors.every((each) => Number.isInteger(each) && each >= 1))
    throw new RangeError(
      `${name}: expected an image [n, h, w, c] and whole factors ≥ 1, found ${showShape(x.shape)} and ${showShape(factors)}`,
    );
  return factors;
}

/**
 * Every pixel repeated `factor` times down and across: [n, h, w, c] → [n, h · factor, w · factor, c].
 * @throws RangeError if x is no image or a factor is not a whole number ≥ 1.
 */
export function upsampleNearest(x: Node, factor: Pair): Node {
  const factors = checkFactor('upsampleNearest', x, factor);
  const [n, h, w, c] = [0, 1, 2, 3].map((axis) => sizeAt(x.shape, axis));
  const shape = [n ?? 1, (h ?? 1) * factors[0], (w ?? 1) * factors[1], c ?? 1];
  return unpool(x, shape, { size: factors, strides: factors, padding: [0, 0] });
}

/** Weights [size · factor, size] of linear interpolation, rows adding up to 1. Pixels are squares (half-pixel centres). */
function interpolation(size: number, factor: number): Float32Array {
  const weights = new Float32Array(size * factor * size);
  for (let row = 0; row < size * factor; row++) {
    const at = Math.min(Math.max((row + 0.5) / factor - 0.5, 0), size - 1);
    const below = Math.floor(at);
    const above = Math.min(below + 1, size - 1);
    const set = (column: number, weight: number) => {
      weights[row * size + column] = (weights[row * size + column] ?? 0) + weight;
    };
    set(below, 1 - (at - below));
    set(above, at - below);
  }
  return weights;
}

/** Interpolates along the rows' axis: [n, h, w, c] → [n, w, c, h · factor], so that twice puts the axes in order again. */
function interpolateRows(x: Node, factor: number): Node {
  const [n = 1, h = 1, w = 1, c = 1] = x.shape;
  const weights = input(x.graph, [h * factor, h], 'interpolation', interpolation(h, factor));
  const columns = reshape(transpose(x, [0, 2, 3, 1]), [n * w * c, h]);
  return reshape(matmul(columns, weights, { transposeB: true }), [n, w, c, h * factor]);
}

/**
 * Bilinear interpolation to `factor` times the size, as a product with a matrix along each axis. Pixel centres lie at
 * ½, 1½, …, and outside the border repeats: PyTorch's `align_corners=False`.
 * @throws RangeError if x is no image or a factor is not a whole number ≥ 1.
 */
export function upsampleBilinear(x: Node, factor: Pair): Node {
  const [down, across] = checkFactor('upsampleBilinear', x, factor);
  const rows = transpose(interpolateRows(x, down), [0, 3, 1, 2]);
  return transpose(interpolateRows(transpose(rows, [0, 2, 1, 3]), across), [0, 1, 3, 2]);
}
