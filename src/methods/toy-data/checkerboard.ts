import type { Rng } from '~/methods/rng/rng';
import { checkCount, checkLength } from './ring';

export interface CheckerboardOptions {
  /** Cells along each side, a whole number ≥ 2; default 4, of which 8 hold data. */
  readonly cells?: number;
  /** Half the side of the board, ≥ 0; default 2.4. */
  readonly halfSide?: number;
}

/** What holds where nothing is said. */
export const CHECKERBOARD_DEFAULTS = { cells: 4, halfSide: 2.4 } as const;

/**
 * Points uniform on the dark cells of a checkerboard centred on the origin: those whose column and row, counted from the lower
 * left, sum to an even number. Neighbouring dark cells touch only in corners, so the density jumps from a constant to 0.
 * @param n number of points
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n or `cells` is not a whole number ≥ 1 (cells: ≥ 2), or the half side is negative.
 */
export function sampleCheckerboard(rng: Rng, n: number, options: CheckerboardOptions = {}): Float32Array {
  const { cells = CHECKERBOARD_DEFAULTS.cells, halfSide = CHECKERBOARD_DEFAULTS.halfSide } = options;
  checkCount('sampleCheckerboard', n);
  if (!Number.isInteger(cells) || cells < 2)
    throw new RangeError(`sampleCheckerboard: cells must be a whole number of at least 2, found ${cells}`);
  checkLength('sampleCheckerboard: halfSide', halfSide);
  const side = (2 * halfSide) / cells;
  const dark = Array.from(
    { length: cells * cells },
    (_, i) => [i % cells, Math.floor(i / cells)] as const,
  ).filter(([column, row]) => (column + row) % 2 === 0);
  const points = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const [column, row] = dark[rng.integer(dark.length)] ?? [NaN, NaN];
    points[2 * i] = side * (column + rng.uniform()) - halfSide;
    points[2 * i + 1] = side * (row + rng.uniform()) - halfSide;
  }
  return points;
}
