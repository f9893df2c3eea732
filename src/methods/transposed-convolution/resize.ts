import { convolve, type Grid } from './stamps';

/** How a picture is enlarged before a convolution. */
export type Interpolation = 'nearest' | 'bilinear';

function checkFactor(name: string, factor: number): void {
  if (!Number.isInteger(factor) || factor < 1)
    throw new RangeError(`${name}: factor must be a whole number of at least 1, found ${factor}`);
}

/**
 * Nearest-neighbour up-sampling: every pixel **copied** to a square of factor × factor. Nothing is averaged.
 * @param input [h, w]
 * @returns [h · factor, w · factor]
 * @throws RangeError if the factor is not a whole number ≥ 1.
 * @example upsampleNearestGrid([[1, 2]], 2) // [[1, 1, 2, 2], [1, 1, 2, 2]]
 */
export function upsampleNearestGrid(input: Grid, factor: number): number[][] {
  checkFactor('upsampleNearestGrid', factor);
  const wide = input.map((row) => row.flatMap((value) => Array.from({ length: factor }, () => value)));
  return wide.flatMap((row) => Array.from({ length: factor }, () => [...row]));
}

/** Linear interpolation of a row to `factor` times its length. */
function stretch(row: readonly number[], factor: number, alignCorners: boolean): number[] {
  const length = row.length * factor;
  return Array.from({ length }, (_, at) => {
    const aligned = length === 1 ? 0 : (at * (row.length - 1)) / (length - 1);
    const place = alignCorners ? aligned : Math.min(Math.max((at + 0.5) / factor - 0.5, 0), row.length - 1);
    const below = Math.floor(place);
    const [a, b] = [row[below]!, row[Math.min(below + 1, row.length - 1)]!];
    return a + (b - a) * (place - below);
  });
}

const flip = (grid: Grid): number[][] => (grid[0] ?? []).map((_, j) => grid.map((row) => row[j]!));

/** Where the pixels of the small picture lie in the large one. */
export interface BilinearOptions {
  /** Whether the centres of the corner pixels, not their outer edges, fall on each other; default false. */
  readonly alignCorners?: boolean;
}

/**
 * Bilinear up-sampling: each pixel a **mean** of the four nearest by distance. By default centres of pixels lie at ½, 1½, …, and beyond
 * the border the last pixel repeats: PyTorch's `align_corners=False`. With `alignCorners` pixel i of n is read at place
 * i (h − 1) / (n − 1): the step between neighbours then depends on the size of the picture.
 * @param input [h, w]
 * @returns [h · factor, w · factor]
 * @throws RangeError if the factor is not a whole number ≥ 1.
 * @example upsampleBilinearGrid([[0, 3]], 2) // [[0, 0.75, 2.25, 3], …]; { alignCorners: true } gives [[0, 1, 2, 3], …]
 */
export function upsampleBilinearGrid(
  input: Grid,
  factor: number,
  { alignCorners = false }: BilinearOptions = {},
): number[][] {
  checkFactor('upsampleBilinearGrid', factor);
  const wide = input.map((row) => stretch(row, factor, alignCorners));
  return flip(flip(wide).map((column) => stretch(column, factor, alignCorners)));
}

/**
 * Resize-convolution: up-sampling, then a plain convolution of stride 1, so that every place of the result is made of equally many
 * products and no checkerboard is built in.
 * @param input [h, w]
 * @param kernel [k, k], k odd; zeros around keep the size
 * @returns [h · factor, w · factor]
 * @throws RangeError if the factor is not a whole number ≥ 1 or the kernel not of odd size.
 * @see Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", Distill 2016
 * @example resizeConvolution([[3]], [[2]], { factor: 2, interpolation: 'nearest' }) // [[6, 6], [6, 6]]
 */
export function resizeConvolution(
  input: Grid,
  kernel: Grid,
  {
    factor,
    interpolation,
    alignCorners = false,
  }: { readonly factor: number; readonly interpolation: Interpolation } & BilinearOptions,
): number[][] {
  if (kernel.length % 2 === 0 || kernel.some((row) => row.length !== kernel.length))
    throw new RangeError(
      `resizeConvolution: the kernel must be square of odd size, found ${kernel.length} × ${kernel[0]?.length ?? 0}`,
    );
  const large =
    interpolation === 'nearest'
      ? upsampleNearestGrid(input, factor)
      : upsampleBilinearGrid(input, factor, { alignCorners });
  return convolve(large, kernel, { padding: (kernel.length - 1) / 2 });
}
