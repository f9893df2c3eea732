// The heart: four rows by eight columns of C in registers, one panel of B, all rows of A.

import * as code from '../opcodes';
import { sigmoid, tanh } from './functions';
import { multiplyAdd, positive, rectified, scaleUnless, splat, storeLanes } from './lanes';

/** What becomes of a finished sum before it is stored at `to`; `finish` is a constant after inlining. */
/* @inline */
export function finished(finish: i32, sum: v128, to: usize, bias: v128, gate: usize, slope: v128): v128 {
  if (finish == code.ACCUMULATE) return f32x4.add(sum, v128.load(to));
  if (finish == code.BIAS) return f32x4.add(sum, bias);
  if (finish == code.BIAS_RELU) return rectified(f32x4.add(sum, bias));
  if (finish == code.BIAS_TANH) return tanh(f32x4.add(sum, bias));
  if (finish == code.BIAS_SIGMOID) return sigmoid(f32x4.add(sum, bias));
  if (finish == code.BIAS_LEAKY) {
    const x = f32x4.add(sum, bias);
    return scaleUnless(positive(x), x, slope);
  }
  if (finish == code.GATED) return scaleUnless(positive(v128.load(gate)), sum, slope);
  return sum;
}

/** One row of a tile: both halves finished; beyond `columns` nothing is stored. */
/* @inline */
function storeRow(
  finish: i32,
  wide: bool,
  to: usize,
  left: v128,
  right: v128,
  bias0: v128,
  bias1: v128,
  gate: usize,
  slope: v128,
  columns: i32,
): void {
  const low = finished(finish, left, to, bias0, gate, slope);
  if (!wide) return storeLanes(to, low, columns);
  const high = finished(finish, right, to + 16, bias1, gate + 16, slope);
  v128.store(to, low);
  if (columns >= 8) v128.store(to, high, 16);
  else storeLanes(to + 16, high, columns - 4);
}

// The product at hand, set once for all its panels.
/** Tiles of four rows of A: column k of a tile lies at tile + k · aStep (16 bytes), the next tile at tile + aTile. */
let a: usize = 0;
let aTile: usize = 0;
let aStep: usize = 0;
/** Sizes, and bytes between rows of C and of the gate. */
let M: i32 = 0;
let K: i32 = 0;
let stride: usize = 0;
let slope: v128 = splat(0);
/** 32 bytes that rows beyond M are written to. */
let spare: usize = 0;

export function beginProduct(
  tiles: usize,
  tile: usize,
  step: usize,
  rows: i32,
  depth: i32,
  rowBytes: usize,
  s: f32,
  scratch: usize,
): void {
  a = tiles;
  aTile = tile;
  aStep = step;
  M = rows;
  K = depth;
  stride = rowBytes;
  slope = splat(s);
  spare = scratch;
}

/**
 * One panel of C, all rows.
 * @param wide more than four columns; else the right half is left out
 * @param panel eight columns of B, [K][8]
 * @param c where the panel of C begins; `bias` and `gate` lie likewise
 */
/* @inline */
function tiles(
  finish: i32,
  wide: bool,
  panel: usize,
  c: usize,
  columns: i32,
  bias: usize,
  gate: usize,
): void {
  const step = aStep;
  let tile = a;
  const end = panel + ((<usize>K) << 5);
  const bias0 = bias ? v128.load(bias) : splat(0);
  const bias1 = bias ? v128.load(bias, 16) : splat(0);
  for (let rows = M; rows > 0; rows -= 4) {
    let l0 = splat(0),
      r0 = splat(0),
      l1 = splat(0),
      r1 = splat(0);
    let l2 = splat(0),
      r2 = splat(0),
      l3 = splat(0),
      r3 = splat(0);
    let p = tile;
    let b = panel;
    do {
      const left = v128.load(b);
      const right = wide ? v128.load(b, 16) : left;
      let x = v128.load32_splat(p);
      l0 = multiplyAdd(x, left, l0);
      if (wide) r0 = multiplyAdd(x, right, r0);
      x = v128.load32_splat(p, 4);
      l1 = multiplyAdd(x, left, l1);
      if (wide) r1 = multiplyAdd(x, right, r1);
      x = v128.load32_splat(p, 8);
      l2 = multiplyAdd(x, left, l2);
      if (wide) r2 = multiplyAdd(x, right, r2);
      x = v128.load32_splat(p, 12);
      l3 = multiplyAdd(x, left, l3);
      if (wide) r3 = multiplyAdd(x, right, r3);
      p += step;
      b += 32;
    } while (b < end);
    storeRow(finish, wide, c, l0, r0, bias0, bias1, gate, slope, columns);
    const c1 = rows > 1 ? c + stride : spare;
    const c2 = rows > 2 ? c1 + stride : spare;
    const c3 = rows > 3 ? c2 + stride : spare;
    storeRow(finish, wide, c1, l1, r1, bias0, bias1, rows > 1 ? gate + stride : gate, slope, columns);
    storeRow(finish, wide, c2, l2, r2, bias0, bias1, rows > 2 ? gate + 2 * stride : gate, slope, columns);
    storeRow(finish, wide, c3, l3, r3, bias0, bias1, rows > 3 ? gate + 3 * stride : gate, slope, columns);
    tile += aTile;
    c += 4 * stride;
    gate += 4 * stride;
  }
}

/** `tiles` with `finish` as a constant, so that each case is a loop without branches. */
function multiplyWide(finish: i32, panel: usize, c: usize, columns: i32, bias: usize, gate: usize): void {
  switch (finish) {
    case code.PLAIN:
      tiles(code.PLAIN, true, panel, c, columns, bias, gate);
      break;
    case code.ACCUMULATE:
      tiles(code.ACCUMULATE, true, panel, c, columns, bias, gate);
      break;
    case code.BIAS:
      tiles(code.BIAS, true, panel, c, columns, bias, gate);
      break;
    case code.BIAS_RELU:
      tiles(code.BIAS_RELU, true, panel, c, columns, bias, gate);
      break;
    case code.BIAS_LEAKY:
      tiles(code.BIAS_LEAKY, true, panel, c, columns, bias, gate);
      break;
    case code.BIAS_TANH:
      tiles(code.BIAS_TANH, true, panel, c, columns, bias, gate);
      break;
    case code.BIAS_SIGMOID:
      tiles(code.BIAS_SIGMOID, true, panel, c, columns, bias, gate);
      break;
    default:
      tiles(code.GATED, true, panel, c, columns, bias, gate);
      break;
  }
}

function multiplyNarrow(finish: i32, panel: usize, c: usize, columns: i32, bias: usize, gate: usize): void {
  switch (finish) {
    case code.PLAIN:
      tiles(code.PLAIN, false, panel, c, columns, bias, gate);
      break;
    case code.ACCUMULATE:
      tiles(code.ACCUMULATE, false, panel, c, columns, bias, gate);
      break;
    case code.BIAS:
      tiles(code.BIAS, false, panel, c, columns, bias, gate);
      break;
    case code.BIAS_RELU:
      tiles(code.BIAS_RELU, false, panel, c, columns, bias, gate);
      break;
    case code.BIAS_LEAKY:
      tiles(code.BIAS_LEAKY, false, panel, c, columns, bias, gate);
      break;
    case code.BIAS_TANH:
      tiles(code.BIAS_TANH, false, panel, c, columns, bias, gate);
      break;
    case code.BIAS_SIGMOID:
      tiles(code.BIAS_SIGMOID, false, panel, c, columns, bias, gate);
      break;
    default:
      tiles(code.GATED, false, panel, c, columns, bias, gate);
      break;
  }
}

/** Columns `c` … of the product begun: at most eight of them, `columns` if that is fewer. */
export function multiplyPanel(
  finish: i32,
  panel: usize,
  c: usize,
  columns: i32,
  bias: usize,
  gate: usize,
): void {
  if (columns > 4) multiplyWide(finish, panel, c, columns, bias, gate);
  else multiplyNarrow(finish, panel, c, columns, bias, gate);
}
