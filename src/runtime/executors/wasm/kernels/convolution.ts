// conv2d and its two adjoints as products with patches: the K = a·b·c numbers that a window sees are a row of a matrix
// [n·i·j, K], of which only some rows exist at a time, in the order in which the tile loop reads them.

import { ACCUMULATE, PLAIN } from '../opcodes';
import { packColumns, packRows, packTransposed } from './gemm-pack';
import { beginProduct, multiplyPanel } from './gemm-tile';
import { addPatches, beginPatches, packPatches, patchBytes, writePatches } from './patches';
import { clearImages } from './windows';

/** Room that all instructions share; see `convolutionRoom` in emit-convolution.ts. */
let next: usize = 0;

/* @inline */
function take(bytes: usize): usize {
  const address = next;
  next += (bytes + 63) & ~63;
  return address;
}

/** All of B [K, N] as panels of eight columns; B is stored as [N, K] if `transposed`. */
function packPanels(to: usize, b: usize, K: i32, N: i32, transposed: bool): void {
  for (let j = 0; j < N; j += 8) {
    const offset = (<usize>j) << 2;
    if (transposed) packTransposed(to, b + offset * K, K, N - j);
    else packColumns(to, b + offset, K, N);
    to += (<usize>K) << 5;
  }
}

/** C [M, N] = finish(A B) with A packed as tiles and B as panels. */
function multiplyPacked(
  finish: i32,
  slope: f32,
  c: usize,
  tiles: usize,
  panels: usize,
  bias: usize,
  gate: usize,
  M: i32,
  K: i32,
  N: i32,
  spare: usize,
): void {
  beginProduct(tiles, (<usize>K) << 4, 16, M, K, (<usize>N) << 2, slope, spare);
  for (let j = 0; j < N; j += 8) {
    const offset = (<usize>j) << 2;
    multiplyPanel(finish, panels, c + offset, N - j, bias ? bias + offset : 0, gate + offset);
    panels += (<usize>K) << 5;
  }
}

/** y [M, N] = finish(patches(x) [M, K] · filter [K, N]), `chunk` rows at a time (a multiple of four). */
export function convolve(
  y: usize,
  x: usize,
  filter: usize,
  bias: usize,
  gate: usize,
  finish: i32,
  slope: f32,
  M: i32,
  K: i32,
  N: i32,
  chunk: i32,
  workspace: usize,
): void {
  next = workspace + 64;
  const panels = take(((<usize>K) << 5) * ((N + 7) >> 3));
  const tiles = take(((<usize>K) << 2) * chunk);
  beginPatches(take(patchBytes()));
  packPanels(panels, filter, K, N, false);
  const row = (<usize>N) << 2;
  for (let m = 0; m < M; m += chunk) {
    const count = min(chunk, M - m);
    packPatches(tiles, x, m, count);
    const offset = row * m;
    multiplyPacked(finish, slope, y + offset, tiles, panels, bias, gate + offset, count, K, N, workspace);
  }
}

/** x (+)= the sum of what the rows of g [M, N] · filterᵀ [N, K] put into their windows. */
export function convolveInputGradient(
  x: usize,
  g: usize,
  filter: usize,
  accumulate: bool,
  M: i32,
  K: i32,
  N: i32,
  chunk: i32,
  workspace: usize,
): void {
  next = workspace + 64;
  const panels = take(((<usize>N) << 5) * ((K + 7) >> 3));
  const tiles = take(((<usize>N) << 2) * chunk);
  const patches = take(((<usize>K) << 2) * chunk + 64);
  if (!accumulate) clearImages(x, M);
  packPanels(panels, filter, N, K, true);
  const row = (<usize>N) << 2;
  for (let m = 0; m < M; m += chunk) {
    const count = min(chunk, M - m);
    packRows(tiles, g + row * m, count, N);
    multiplyPacked(PLAIN, 0, patches, tiles, panels, 0, 0, count, N, K, workspace);
    addPatches(x, patches, m, count);
  }
}

/** filter [K, N] (+)= patches(x)ᵀ [K, M] · g [M, N] */
export function convolveFilterGradient(
  filter: usize,
  x: usize,
  g: usize,
  accumulate: bool,
  M: i32,
  K: i32,
  N: i32,
  chunk: i32,
  workspace: usize,
): void {
  next = workspace + 64;
  // Rows a multiple of a page apart would all fall into the same few places of the cache.
  const step = ((<usize>K) << 2) + ((K & 255) == 0 ? 64 : 0);
  const panel = take((<usize>chunk) << 5);
  const patches = take(step * chunk + 64);
  beginPatches(take(patchBytes()));
  const row = (<usize>N) << 2;
  for (let m = 0; m < M; m += chunk) {
    const count = min(chunk, M - m);
    writePatches(patches, step, x, m, count);
    const finish = accumulate || m > 0 ? ACCUMULATE : PLAIN;
    beginProduct(patches, 16, step, K, count, row, 0, workspace);
    for (let j = 0; j < N; j += 8) {
      const offset = (<usize>j) << 2;
      packColumns(panel, g + row * m + offset, count, N);
      multiplyPanel(finish, panel, filter + offset, N - j, 0, 0);
    }
  }
}
