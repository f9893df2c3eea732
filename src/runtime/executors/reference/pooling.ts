import type { NodeOf } from '~/autodiff/gradients';
import type { Node, Shape } from '~/autodiff/graph';
import { at } from './indexing';
import type { Kernel } from './kernel';
import { forEachTap, type Windows } from './windows';

function shapeOf(node: Node, position: number): Shape {
  const input = node.inputs[position];
  if (!input) throw new Error(`${node.op}: an input is missing`);
  return input.shape;
}

type Pool = NodeOf<'sumPool' | 'unpool' | 'takeAtMax' | 'putAtMax'>;

function windowsOf({ attributes }: Pool, image: Shape, counted: Shape): Windows {
  return { image, counted, kernel: attributes.size, window: attributes };
}

/** Visits every element of every window in each channel: its place in the pooled array and in the image. */
function forEachElement(windows: Windows, visit: (pooled: number, pixel: number) => void): void {
  const channels = at(windows.image, 3);
  forEachTap(windows, (place, _tap, pixel) => {
    for (let c = 0; c < channels; c++) visit(place * channels + c, pixel * channels + c);
  });
}

/** For each element of the pooled array where in the image its window's largest value lies, the first if there are several. */
function placesOfMax(x: Float64Array, windows: Windows, size: number): Int32Array {
  const places = new Int32Array(size).fill(-1);
  forEachElement(windows, (pooled, pixel) => {
    const best = at(places, pooled);
    // A value that is not a number is found and stays, so that it is seen.
    if (best < 0 || !(at(x, pixel) <= at(x, best) || Number.isNaN(at(x, best)))) places[pooled] = pixel;
  });
  return places;
}

export const sumPool =
  (node: NodeOf<'sumPool'>): Kernel =>
  ([x], { size }) => {
    const out = new Float64Array(size);
    forEachElement(windowsOf(node, shapeOf(node, 0), node.shape), (pooled, pixel) => {
      out[pooled] = at(out, pooled) + at(x, pixel);
    });
    return out;
  };

export const unpool =
  (node: NodeOf<'unpool'>): Kernel =>
  ([g], { size }) => {
    const out = new Float64Array(size);
    forEachElement(windowsOf(node, node.shape, shapeOf(node, 0)), (pooled, pixel) => {
      out[pixel] = at(out, pixel) + at(g, pooled);
    });
    return out;
  };

export const takeAtMax =
  (node: NodeOf<'takeAtMax'>): Kernel =>
  ([v, x], { size }) =>
    Float64Array.from(placesOfMax(x, windowsOf(node, shapeOf(node, 1), node.shape), size), (place) =>
      at(v, place),
    );

export const putAtMax =
  (node: NodeOf<'putAtMax'>): Kernel =>
  ([g, x], { size }) => {
    const out = new Float64Array(size);
    placesOfMax(x, windowsOf(node, node.shape, shapeOf(node, 0)), g.length).forEach((place, pooled) => {
      out[place] = at(out, place) + at(g, pooled);
    });
    return out;
  };
