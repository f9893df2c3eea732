// Sums and largest values of windows, four channels at a time.

import { splat, storeLanes } from './lanes';
import {
  across,
  channels,
  clearImages,
  down,
  height,
  imageBytes,
  kernelColumns,
  kernelRows,
  left,
  pixelBytes,
  rowBytes,
  strideX,
  strideY,
  top,
  width,
} from './windows';

// The part of the window at hand that lies on the image: where it begins, its rows and columns.
let corner: usize = 0;
let rows: i32 = 0;
let columns: i32 = 0;

/** Finds the window in row i, column j of the image at `image`. */
/* @inline */
function locate(image: usize, i: i32, j: i32): void {
  const y = i * strideY - top;
  const x = j * strideX - left;
  const fromY = max(y, 0);
  const fromX = max(x, 0);
  rows = min(y + kernelRows, height) - fromY;
  columns = min(x + kernelColumns, width) - fromX;
  corner = image + rowBytes * fromY + pixelBytes * fromX;
}

/** The sum in the window of the four channels at `offset`. */
/* @inline */
function sumAt(offset: usize): v128 {
  let total = splat(0);
  let line = corner + offset;
  for (let a = 0; a < rows; a++) {
    let at = line;
    for (let b = 0; b < columns; b++) {
      total = f32x4.add(total, v128.load(at));
      at += pixelBytes;
    }
    line += rowBytes;
  }
  return total;
}

/** Adds `x` to all of the window. */
/* @inline */
function addAt(offset: usize, x: v128, count: i32): void {
  let line = corner + offset;
  for (let a = 0; a < rows; a++) {
    let at = line;
    for (let b = 0; b < columns; b++) {
      storeLanes(at, f32x4.add(v128.load(at), x), count);
      at += pixelBytes;
    }
    line += rowBytes;
  }
}

/** Which element of the window's part on the image is the largest, as whole numbers: the first of several, or NaN. */
/* @inline */
function placeOfMax(offset: usize): v128 {
  let line = corner + offset;
  let best = v128.load(line);
  let place = i32x4.splat(0);
  let each = 0;
  for (let a = 0; a < rows; a++) {
    let at = line;
    for (let b = 0; b < columns; b++) {
      const x = v128.load(at);
      // Not (x ≤ best), so that a NaN is taken; and none is ever given up.
      const larger = v128.andnot(f32x4.eq(best, best), f32x4.le(x, best));
      best = v128.bitselect(x, best, larger);
      place = v128.bitselect(i32x4.splat(each), place, larger);
      each++;
      at += pixelBytes;
    }
    line += rowBytes;
  }
  return place;
}

/** Of the window's elements at `offset` those whose number is in `place`. */
/* @inline */
function pickAt(offset: usize, place: v128): v128 {
  let line = corner + offset;
  let picked = splat(0);
  let each = 0;
  for (let a = 0; a < rows; a++) {
    let at = line;
    for (let b = 0; b < columns; b++) {
      picked = v128.bitselect(v128.load(at), picked, i32x4.eq(place, i32x4.splat(each++)));
      at += pixelBytes;
    }
    line += rowBytes;
  }
  return picked;
}

/** Adds x to the window's element whose number is in `place`. */
/* @inline */
function putAt(offset: usize, x: v128, place: v128, count: i32): void {
  let line = corner + offset;
  let each = 0;
  for (let a = 0; a < rows; a++) {
    let at = line;
    for (let b = 0; b < columns; b++) {
      const chosen = v128.and(x, i32x4.eq(place, i32x4.splat(each++)));
      storeLanes(at, f32x4.add(v128.load(at), chosen), count);
      at += pixelBytes;
    }
    line += rowBytes;
  }
}

/** to [n, i, j, c] = the sum in each window of `from` [n, h, w, c] */
export function sumPool(to: usize, from: usize, images: i32): void {
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++)
      for (let j = 0; j < across; j++) {
        locate(from, i, j);
        for (let c = 0; c < channels; c += 4)
          storeLanes(to + ((<usize>c) << 2), sumAt((<usize>c) << 2), channels - c);
        to += pixelBytes;
      }
    from += imageBytes;
  }
}

/** to [n, h, w, c] = each value of g [n, i, j, c] in every place of its window */
export function unpool(to: usize, g: usize, images: i32): void {
  clearImages(to, images * down * across);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++)
      for (let j = 0; j < across; j++) {
        locate(to, i, j);
        for (let c = 0; c < channels; c += 4)
          addAt((<usize>c) << 2, v128.load(g + ((<usize>c) << 2)), channels - c);
        g += pixelBytes;
      }
    to += imageBytes;
  }
}

/** to [n, i, j, c] = what v has where x is largest in each window; v and x [n, h, w, c] */
export function takeAtMax(to: usize, v: usize, x: usize, images: i32): void {
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++)
      for (let j = 0; j < across; j++) {
        locate(x, i, j);
        for (let c = 0; c < channels; c += 4) {
          const offset = (<usize>c) << 2;
          storeLanes(to + offset, pickAt(offset + (v - x), placeOfMax(offset)), channels - c);
        }
        to += pixelBytes;
      }
    v += imageBytes;
    x += imageBytes;
  }
}

/** to [n, h, w, c] = zeros with each value of g [n, i, j, c] added where x is largest in its window */
export function putAtMax(to: usize, g: usize, x: usize, images: i32): void {
  clearImages(to, images * down * across);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++)
      for (let j = 0; j < across; j++) {
        locate(x, i, j);
        for (let c = 0; c < channels; c += 4) {
          const offset = (<usize>c) << 2;
          putAt(offset + (to - x), v128.load(g + offset), placeOfMax(offset), channels - c);
        }
        g += pixelBytes;
      }
    to += imageBytes;
    x += imageBytes;
  }
}
