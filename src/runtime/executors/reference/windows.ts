import type { Shape, Window } from '~/autodiff/graph';
import { at } from './indexing';

/** One element of a window that lies on the image: which window, which element of it, and which pixel, row-major each. */
export type Visit = (place: number, tap: number, pixel: number) => void;

/** Windows of `kernel` [rows, columns] over `image` [n, h, w, …], as many as `counted` [n, i, j, …] says. */
export interface Windows {
  readonly image: Shape;
  readonly kernel: Shape;
  readonly counted: Shape;
  readonly window: Window;
}

/** Visits every element of every window that lies on the image, windows in order and their elements in order. */
export function forEachTap({ image, kernel, counted, window }: Windows, visit: Visit): void {
  const [, height, width] = [at(image, 0), at(image, 1), at(image, 2)];
  const [rows, columns] = [at(kernel, 0), at(kernel, 1)];
  const [counts, { strides, padding }] = [[at(counted, 1), at(counted, 2)] as const, window];
  const perImage = counts[0] * counts[1];
  for (let place = 0; place < at(counted, 0) * perImage; place++) {
    const top = Math.floor((place % perImage) / counts[1]) * strides[0] - padding[0];
    const left = (place % counts[1]) * strides[1] - padding[1];
    for (let tap = 0; tap < rows * columns; tap++) {
      const y = top + Math.floor(tap / columns);
      const x = left + (tap % columns);
      if (y < 0 || y >= height || x < 0 || x >= width) continue;
      visit(place, tap, (Math.floor(place / perImage) * height + y) * width + x);
    }
  }
}
