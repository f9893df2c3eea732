// The numbers that windows see, gathered from an image [n, h, w, c] and put back into one. A row of a window is one run
// of memory, zeros where it lies outside.

import { storeTransposed } from './gemm-pack';
import { storeLanes } from './lanes';
import {
  across,
  down,
  height,
  imageBytes,
  kernelColumns,
  kernelRows,
  left,
  pixelBytes,
  rowBytes,
  run,
  strideX,
  strideY,
  top,
  width,
} from './windows';

// A row of zeros, and a row for each of four windows that lie partly outside.
let zeros: usize = 0;
let edges: usize = 0;
let edgeBytes: usize = 0;

/** Bytes that `beginPatches` needs. */
export function patchBytes(): usize {
  return ((((<usize>run) << 2) + 95) & ~63) * 5;
}

export function beginPatches(room: usize): void {
  edgeBytes = (((<usize>run) << 2) + 95) & ~63;
  zeros = room;
  edges = room + edgeBytes;
  memory.fill(zeros, 0, edgeBytes);
}

// Where each of four windows begins: its image, row, column.
const LANES = memory.data(48);

/** Finds window `place` of all and remembers it as one of four. */
/* @inline */
function locate(lane: i32, image: usize, place: i32): void {
  const at = LANES + lane * 12;
  const each = down * across;
  const n = place / each;
  const rest = place - n * each;
  const i = rest / across;
  store<usize>(at, image + imageBytes * n);
  store<i32>(at, i * strideY - top, 4);
  store<i32>(at, (rest - i * across) * strideX - left, 8);
}

/** Address of row `a` of a window's numbers: in the image itself where all of it lies there. */
function rowOf(lane: i32, a: i32): usize {
  const at = LANES + lane * 12;
  const y = load<i32>(at, 4) + a;
  if (<u32>y >= <u32>height) return zeros;
  const line = load<usize>(at) + rowBytes * y;
  const x = load<i32>(at, 8);
  if (x >= 0 && x + kernelColumns <= width) return line + pixelBytes * x;
  const edge = edges + edgeBytes * lane;
  const from = max(x, 0);
  const count = min(x + kernelColumns, width) - from;
  memory.fill(edge, 0, (<usize>run) << 2);
  memory.copy(edge + pixelBytes * (from - x), line + pixelBytes * from, pixelBytes * count);
  return edge;
}

/** `count` windows from `first` on as tiles of four, each [K][4]. Missing windows repeat the tile's first one. */
export function packPatches(to: usize, image: usize, first: i32, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    for (let lane = 0; lane < 4; lane++) locate(lane, image, first + i + (i + lane < count ? lane : 0));
    for (let a = 0; a < kernelRows; a++) {
      let r0 = rowOf(0, a);
      let r1 = rowOf(1, a);
      let r2 = rowOf(2, a);
      let r3 = rowOf(3, a);
      let k = run;
      for (; k >= 4; k -= 4) {
        storeTransposed(to, 16, v128.load(r0), v128.load(r1), v128.load(r2), v128.load(r3));
        to += 64;
        r0 += 16;
        r1 += 16;
        r2 += 16;
        r3 += 16;
      }
      for (; k > 0; k--) {
        store<f32>(to, load<f32>(r0));
        store<f32>(to, load<f32>(r1), 4);
        store<f32>(to, load<f32>(r2), 8);
        store<f32>(to, load<f32>(r3), 12);
        to += 16;
        r0 += 4;
        r1 += 4;
        r2 += 4;
        r3 += 4;
      }
    }
  }
}

/** `count` windows from `first` on as rows `step` bytes apart. Up to three floats behind each row are written too. */
export function writePatches(to: usize, step: usize, image: usize, first: i32, count: i32): void {
  const bytes = (<usize>run) << 2;
  for (let i = 0; i < count; i++) {
    locate(0, image, first + i);
    let row = to;
    for (let a = 0; a < kernelRows; a++) {
      let from = rowOf(0, a);
      for (const end = row + bytes; row < end; row += 16) {
        v128.store(row, v128.load(from));
        from += 16;
      }
      row = to + bytes * (a + 1);
    }
    to += step;
  }
}

/** Adds `count` rows of K numbers into the windows from `first` on; what lies outside is dropped. */
export function addPatches(image: usize, from: usize, first: i32, count: i32): void {
  const bytes = (<usize>run) << 2;
  for (let i = 0; i < count; i++) {
    locate(0, image, first + i);
    const y = load<i32>(LANES, 4);
    const x = load<i32>(LANES, 8);
    const begin = max(x, 0);
    const floats = <i32>((pixelBytes * (min(x + kernelColumns, width) - begin)) >> 2);
    const skipped = pixelBytes * (begin - x);
    for (let a = 0; a < kernelRows; a++) {
      if (<u32>(y + a) < <u32>height)
        addRow(load<usize>(LANES) + rowBytes * (y + a) + pixelBytes * begin, from + skipped, floats);
      from += bytes;
    }
  }
}

/** to[i] += from[i] */
/* @inline */
function addRow(to: usize, from: usize, count: i32): void {
  let left = count;
  for (; left >= 4; left -= 4) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    to += 16;
    from += 16;
  }
  if (left > 0) storeLanes(to, f32x4.add(v128.load(to), v128.load(from)), left);
}
