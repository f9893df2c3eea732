/** One channel of a picture, row by row. */
export type Grid = readonly (readonly number[])[];

/** How a kernel moves; the same along both axes. */
export interface StampOptions {
  /** Step of the stamps, a whole number ≥ 1; default 1. */
  readonly stride?: number;
  /** Rows and columns cut off each edge of the result, ≥ 0; default 0. */
  readonly padding?: number;
  /** Rows and columns added at the **end** of each axis, 0 … stride − 1; default 0. */
  readonly outputPadding?: number;
}

/** One stamp: an input value times the whole kernel. */
export interface Stamp {
  /** Row and column of the input value. */
  readonly from: readonly [row: number, column: number];
  /** Where the kernel's first entry falls in the result, before anything is cropped: stride · from − padding; may be negative. */
  readonly at: readonly [row: number, column: number];
  /** The input value times the kernel. */
  readonly values: number[][];
}

function sizeOfGrid(name: string, grid: Grid): [number, number] {
  const width = grid[0]?.length ?? 0;
  if (width === 0 || grid.some((row) => row.length !== width))
    throw new RangeError(
      `${name}: must be rows of one length ≥ 1, found lengths ${grid.map((row) => row.length).join(', ') || 'none'}`,
    );
  return [grid.length, width];
}

function checkWhole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`${name} must be a whole number of at least ${least}, found ${value}`);
}

/**
 * The size of a transposed convolution's result along one axis:
 *
 * $$\text{out} = (\text{in} - 1)\, s - 2p + k + p_\text{out}$$
 *
 * A convolution of the same stride and padding takes this size back to `in`; with stride s > 1 it does so to s sizes, and the
 * output padding says which is meant. With stride 1 nothing is enlarged but the border.
 * @param size in ≥ 1
 * @param kernel k ≥ 1
 * @returns ≥ 1
 * @throws RangeError if an argument is not whole or too small, the output padding is not below the stride, or nothing is left.
 * @see Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, relationships 13 and 14
 * @example transposedSize(4, 4, { stride: 2, padding: 1 }) // 8
 */
export function transposedSize(
  size: number,
  kernel: number,
  { stride = 1, padding = 0, outputPadding = 0 }: StampOptions = {},
): number {
  checkWhole('transposedSize: size', size, 1);
  checkWhole('transposedSize: kernel', kernel, 1);
  checkWhole('transposedSize: stride', stride, 1);
  checkWhole('transposedSize: padding', padding, 0);
  checkWhole('transposedSize: outputPadding', outputPadding, 0);
  if (outputPadding >= stride)
    throw new RangeError(
      `transposedSize: outputPadding must be below the stride ${stride}, found ${outputPadding}`,
    );
  const out = (size - 1) * stride - 2 * padding + kernel + outputPadding;
  if (out < 1) throw new RangeError(`transposedSize: nothing is left, the size would be ${out}`);
  return out;
}

/**
 * The stamps of a transposed convolution, in the order of the input's rows: **each input value times the whole kernel**, put down at
 * `stride` times its place. The result is their sum, cropped.
 * @param input [h, w]
 * @param kernel [a, b]
 * @returns h · w stamps
 * @throws RangeError if a grid is ragged or empty, or the options do not fit.
 * @example stampsOf([[2]], [[1, 3]]) // [{ from: [0, 0], at: [0, 0], values: [[2, 6]] }]
 */
export function stampsOf(input: Grid, kernel: Grid, options: StampOptions = {}): Stamp[] {
  const [height] = sizeOfGrid('stampsOf: input', input);
  const [rows] = sizeOfGrid('stampsOf: kernel', kernel);
  transposedSize(height, rows, options);
  const { stride = 1, padding = 0 } = options;
  return input.flatMap((line, i) =>
    line.map((value, j): Stamp => ({
      from: [i, j],
      at: [stride * i - padding, stride * j - padding],
      values: kernel.map((row) => row.map((weight) => value * weight)),
    })),
  );
}

/** Adds a stamp to a canvas; what falls outside is dropped. */
function press(canvas: number[][], { at: [top, left], values }: Stamp): void {
  values.forEach((row, a) =>
    row.forEach((value, b) => {
      const line = canvas[top + a];
      const old = line?.[left + b];
      if (line && old !== undefined) line[left + b] = old + value;
    }),
  );
}

/**
 * Transposed convolution of one channel, stamp by stamp:
 *
 * $$y_{u,v} = \sum_{i,j,a,b:\; u = s i + a - p,\; v = s j + b - p} x_{i,j}\, w_{a,b}$$
 *
 * It is the **adjoint** of `convolve` with the same kernel, stride and padding, ⟨Ax, y⟩ = ⟨x, Aᵀy⟩, not its inverse. The kernel is not
 * flipped, as in PyTorch.
 * @param input [h, w]
 * @param kernel [a, b]
 * @returns sizes by `transposedSize`
 * @throws RangeError if a grid is ragged or empty, or the options do not fit.
 * @see Dumoulin and Visin, 2016, chapter 4; Zeiler et al., "Deconvolutional networks", CVPR 2010
 * @example transposedConvolution([[1, 2]], [[1, 1, 1]], { stride: 2 }) // [[1, 1, 3, 2, 2]]
 */
export function transposedConvolution(input: Grid, kernel: Grid, options: StampOptions = {}): number[][] {
  const [height, width] = sizeOfGrid('transposedConvolution: input', input);
  const [rows, columns] = sizeOfGrid('transposedConvolution: kernel', kernel);
  const size = [transposedSize(height, rows, options), transposedSize(width, columns, options)] as const;
  const canvas = Array.from({ length: size[0] }, () => Array.from({ length: size[1] }, () => 0));
  for (const stamp of stampsOf(input, kernel, options)) press(canvas, stamp);
  return canvas;
}

/**
 * How many stamps fall on each place of the result: where the kernel is not a multiple of the stride the counts differ from
 * pixel to pixel, which is what draws checkerboards.
 * @param input [h, w], its size
 * @param kernel [a, b], its size
 * @returns whole numbers, sizes by `transposedSize`
 * @throws RangeError as `transposedSize`.
 * @see Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", Distill 2016
 * @example overlapCounts([1, 3], [1, 3], { stride: 2 }) // [[1, 1, 2, 1, 2, 1, 1]]
 */
export function overlapCounts(
  input: readonly [number, number],
  kernel: readonly [number, number],
  options: StampOptions = {},
): number[][] {
  const ones = ([rows, columns]: readonly [number, number]) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1));
  return transposedConvolution(ones(input), ones(kernel), options);
}

/**
 * Convolution (cross-correlation) of one channel with zeros around it:
 * $y_{i,j} = \sum_{a,b} x_{s i + a - p,\, s j + b - p}\, w_{a,b}$.
 * @param input [h, w]
 * @param kernel [a, b]
 * @returns ⌊(in + 2p − k) / s⌋ + 1 along each axis
 * @throws RangeError if a grid is ragged or empty, the options are no whole numbers, or the kernel does not fit.
 * @see Dumoulin and Visin, 2016, relationship 6
 * @example convolve([[1, 2, 3, 4]], [[1, 1]], { stride: 2 }) // [[3, 7]]
 */
export function convolve(
  input: Grid,
  kernel: Grid,
  { stride = 1, padding = 0 }: Omit<StampOptions, 'outputPadding'> = {},
): number[][] {
  const [height, width] = sizeOfGrid('convolve: input', input);
  const [rows, columns] = sizeOfGrid('convolve: kernel', kernel);
  checkWhole('convolve: stride', stride, 1);
  checkWhole('convolve: padding', padding, 0);
  const count = (size: number, k: number) => Math.floor((size + 2 * padding - k) / stride) + 1;
  const [down, across] = [count(height, rows), count(width, columns)];
  if (down < 1 || across < 1)
    throw new RangeError(
      `convolve: a kernel of ${rows} × ${columns} does not fit into ${height} × ${width} with padding ${padding}`,
    );
  const at = (i: number, j: number) =>
    kernel.reduce(
      (sum, row, a) =>
        sum +
        row.reduce(
          (part, w, b) => part + w * (input[stride * i + a - padding]?.[stride * j + b - padding] ?? 0),
          0,
        ),
      0,
    );
  return Array.from({ length: down }, (_, i) => Array.from({ length: across }, (__, j) => at(i, j)));
}
