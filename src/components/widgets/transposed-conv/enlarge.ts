import { createRng } from '~/methods/rng/create-rng';
import {
  resizeConvolution,
  upsampleBilinearGrid,
  upsampleNearestGrid,
} from '~/methods/transposed-convolution/resize';
import {
  convolve,
  overlapCounts,
  stampsOf,
  transposedConvolution,
  transposedSize,
  type Grid,
  type Stamp,
} from '~/methods/transposed-convolution/stamps';
import { LARGEST, type Params } from './transposed-conv.params';

/** Side of the kernel that follows a resize. */
export const RESIZE_KERNEL = 3;

const square = (side: number, value: (i: number, j: number) => number): number[][] =>
  Array.from({ length: side }, (_, i) => Array.from({ length: side }, (__, j) => value(i, j)));

/** 1, C(k − 1, i), …: a row of Pascal's triangle. */
function binomials(k: number): number[] {
  let row = [1];
  while (row.length < k) row = [1, ...row.map((value, i) => value + (row[i + 1] ?? 0))];
  return row;
}

/** The input picture, [size, size]: rising from left to right, flat, or one pixel. */
export function inputOf({ input, size }: Pick<Params, 'input' | 'size'>): number[][] {
  const middle = Math.floor(size / 2);
  return square(size, (i, j) => {
    if (input === 'ramp') return j + 1;
    return input === 'flat' || (i === middle && j === middle) ? 1 : 0;
  });
}

/** The kernel, [k, k]: ones, binomial weights, or uniform draws in [0, 1) rounded to a tenth and at least 0.1. */
export function kernelOf({ weights, draw }: Pick<Params, 'weights' | 'draw'>, k: number): number[][] {
  if (weights === 'ones') return square(k, () => 1);
  const row = binomials(k);
  if (weights === 'bell') return square(k, (i, j) => (row[i] ?? 0) * (row[j] ?? 0));
  const rng = createRng(draw);
  return square(k, () => Math.ceil(10 * (1 - rng.uniform())) / 10);
}

const sumOf = (grid: Grid): number => grid.flat().reduce((sum, value) => sum + value, 0);
const inner = (a: Grid, b: Grid): number =>
  a.reduce((sum, row, i) => sum + row.reduce((part, x, j) => part + x * (b[i]?.[j] ?? NaN), 0), 0);

/** One period (s × s) of a transposed convolution of ones, far from every border. */
function periodOf(kernel: Grid, stride: number): number[] {
  const k = kernel.length;
  const ones = square(2 * Math.ceil(k / stride) + 1, () => 1);
  const wide = transposedConvolution(ones, kernel, { stride });
  const from = k - 1;
  return wide.slice(from, from + stride).flatMap((row) => row.slice(from, from + stride));
}

/** How far the darkest place lies below the brightest, as a share of it: 0 for an even field, 1 where there are holes. */
const unevenness = (values: readonly number[]): number => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most - least < 1e-12 ? 0 : 1 - least / most;
};

/** How uneven a flat picture comes out of a transposed convolution, far from the border: 0 … 1. */
export const unevennessOf = (kernel: Grid, stride: number): number => unevenness(periodOf(kernel, stride));

/** The same for the other way: a flat input stays flat whatever the weights. */
function resizeUnevenness(params: Params, kernel: Grid): number {
  const made = resizeOf(
    params,
    square(LARGEST, () => 1),
    kernel,
  );
  return unevenness(made.slice(1, -1).flatMap((row) => row.slice(1, -1)));
}

function resizeOf({ resize, stride }: Params, input: Grid, kernel: Grid): number[][] {
  return resizeConvolution(input, kernel, {
    factor: stride,
    interpolation: resize === 'nearest' ? 'nearest' : 'bilinear',
    alignCorners: resize === 'corners',
  });
}

/** ⟨A u, x⟩ and ⟨u, Aᵀx⟩ for a random picture u of the result's size: A is the convolution, Aᵀ its transpose. */
function checkAdjoint(params: Params, input: Grid, kernel: Grid, result: Grid, padding: number) {
  const rng = createRng(1000 + params.draw);
  const picture = square(result.length, () => rng.normal());
  const options = { stride: params.stride, padding };
  return {
    left: inner(convolve(picture, kernel, options), input),
    right: inner(picture, result),
    /** A Aᵀx: what a convolution makes of the result. */
    back: convolve(result, kernel, options),
  };
}

/** The sum of the first stamps, cropped: what the result is so far. */
function pressed(size: number, stamps: readonly Stamp[]): number[][] {
  const canvas = square(size, () => 0);
  for (const { at, values } of stamps)
    values.forEach((row, a) =>
      row.forEach((value, b) => {
        const line = canvas[at[0] + a];
        const old = line?.[at[1] + b];
        if (line && old !== undefined) line[at[1] + b] = old + value;
      }),
    );
  return canvas;
}

/** All that the figure shows. */
export interface Enlarged {
  readonly input: Grid;
  readonly kernel: Grid;
  /** Side of the result. */
  readonly out: number;
  /** p as used: less than asked for where nothing would be left. */
  readonly padding: number;
  /** How many stamps are down, and how many there are. */
  readonly placed: number;
  readonly all: number;
  /** The last stamp put down. */
  readonly last: Stamp | undefined;
  readonly soFar: Grid;
  readonly result: Grid;
  /** Stamps on each place of the result. */
  readonly counts: Grid;
  /** Fewest and most stamps on a place far from the border. */
  readonly fewest: number;
  readonly most: number;
  readonly uneven: number;
  readonly resizedUneven: number;
  /** The input enlarged by the other way, before and after its convolution. */
  readonly enlarged: Grid;
  readonly resized: Grid;
  /** By what a flat input grows on average: Σw / s² and Σw. */
  readonly gain: number;
  readonly resizedGain: number;
  readonly adjoint: ReturnType<typeof checkAdjoint>;
}

/**
 * Computes the figure from its settings.
 * @example enlarge(presets.checkers).out // 9
 */
export function enlarge(params: Params): Enlarged {
  const { size, stride } = params;
  const input = inputOf(params);
  const kernel = kernelOf(params, params.kernel);
  const padding = Math.min(params.padding, Math.floor(((size - 1) * stride + params.kernel - 1) / 2));
  const options = { stride, padding };
  const stamps = stampsOf(input, kernel, options);
  const placed = Math.min(params.stamps, stamps.length);
  const out = transposedSize(size, params.kernel, options);
  const result = transposedConvolution(input, kernel, options);
  const counted = periodOf(
    square(params.kernel, () => 1),
    stride,
  );
  const second = kernelOf(params, RESIZE_KERNEL);
  const aligned = { alignCorners: params.resize === 'corners' };
  return {
    input,
    kernel,
    out,
    padding,
    placed,
    all: stamps.length,
    last: stamps[placed - 1],
    soFar: pressed(out, stamps.slice(0, placed)),
    result,
    counts: overlapCounts([size, size], [params.kernel, params.kernel], options),
    fewest: Math.min(...counted),
    most: Math.max(...counted),
    uneven: unevennessOf(kernel, stride),
    resizedUneven: resizeUnevenness(params, second),
    enlarged:
      params.resize === 'nearest'
        ? upsampleNearestGrid(input, stride)
        : upsampleBilinearGrid(input, stride, aligned),
    resized: resizeOf(params, input, second),
    gain: sumOf(kernel) / stride ** 2,
    resizedGain: sumOf(second),
    adjoint: checkAdjoint(params, input, kernel, result, padding),
  };
}
