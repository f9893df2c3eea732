import type { NodeOf } from '~/autodiff/gradients';
import type { Node, Shape } from '~/autodiff/graph';
import { at } from './indexing';
import type { Kernel } from './kernel';
import { forEachTap } from './windows';

function shapeOf(node: Node, position: number): Shape {
  const input = node.inputs[position];
  if (!input) throw new Error(`${node.op}: an input is missing`);
  return input.shape;
}

/** Where the parts of one product x[pixel, c] · w[tap, c, d] · y[place, d] lie. */
type Add = (y: number, w: number, x: number) => void;

/** Visits every product of a convolution of `image` [n, h, w, c] by `filter` [a, b, c, d] to `result` [n, i, j, d]. */
function forEachProduct(
  node: NodeOf<'conv2d' | 'conv2dInputGradient' | 'conv2dFilterGradient'>,
  { image, filter, result }: { image: Shape; filter: Shape; result: Shape },
  visit: Add,
): void {
  const [inputs, outputs] = [at(filter, 2), at(filter, 3)];
  forEachTap({ image, kernel: filter, counted: result, window: node.attributes }, (place, tap, pixel) => {
    for (let c = 0; c < inputs; c++)
      for (let d = 0; d < outputs; d++)
        visit(place * outputs + d, (tap * inputs + c) * outputs + d, pixel * inputs + c);
  });
}

export const conv2d =
  (node: NodeOf<'conv2d'>): Kernel =>
  ([image, filter], { size }) => {
    const out = new Float64Array(size);
    const shapes = { image: shapeOf(node, 0), filter: shapeOf(node, 1), result: node.shape };
    forEachProduct(node, shapes, (y, w, x) => {
      out[y] = at(out, y) + at(image, x) * at(filter, w);
    });
    return out;
  };

export const conv2dInputGradient =
  (node: NodeOf<'conv2dInputGradient'>): Kernel =>
  ([g, filter], { size }) => {
    const out = new Float64Array(size);
    const shapes = { image: node.shape, filter: shapeOf(node, 1), result: shapeOf(node, 0) };
    forEachProduct(node, shapes, (y, w, x) => {
      out[x] = at(out, x) + at(g, y) * at(filter, w);
    });
    return out;
  };

export const conv2dFilterGradient =
  (node: NodeOf<'conv2dFilterGradient'>): Kernel =>
  ([image, g], { size }) => {
    const out = new Float64Array(size);
    const shapes = { image: shapeOf(node, 0), filter: node.shape, result: shapeOf(node, 1) };
    forEachProduct(node, shapes, (y, w, x) => {
      out[w] = at(out, w) + at(image, x) * at(g, y);
    });
    return out;
  };
