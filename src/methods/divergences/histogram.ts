export interface HistogramOptions {
  /** Half the side of the square about the origin that is divided, > 0; default 3. */
  readonly halfSide?: number;
  /** Cells along each side, a whole number ≥ 1; default 24. */
  readonly bins?: number;
  /** Added to the count of every cell, ≥ 0; default 0. Above 0 no cell is empty, so KL is finite. */
  readonly pseudoCount?: number;
}

/** What holds where nothing is said. */
export const HISTOGRAM_DEFAULTS = { halfSide: 3, bins: 24, pseudoCount: 0 } as const;

/**
 * How points of the plane fall into the cells of a square, as probabilities.
 *
 * Conventions: cell (column, row) counted from the lower left is element `row · bins + column`; a cell holds its left and lower
 * edges, not the others. **One more** element, the last, holds all points outside the square and those that are not
 * numbers, so that a generator does not look better by losing its samples. With a pseudo-count α each of the
 * K = bins² + 1 elements is (count + α)/(n + αK).
 * @param points [n, 2], row-major, n ≥ 1
 * @returns bins² + 1 probabilities, sum 1
 * @throws RangeError if there are no points, their number of values is odd, or an option is out of range.
 * @example histogram2d([-1, -1, 1, 1, 1, 1, 9, 9], { halfSide: 2, bins: 2 }) // [0.25, 0, 0, 0.5, 0.25]
 */
export function histogram2d(points: ArrayLike<number>, options: HistogramOptions = {}): Float64Array {
  const { halfSide, bins, pseudoCount } = { ...HISTOGRAM_DEFAULTS, ...options };
  const n = points.length / 2;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`histogram2d: points must be [n, 2] with n ≥ 1, found ${points.length} numbers`);
  if (!(halfSide > 0 && halfSide < Infinity))
    throw new RangeError(`histogram2d: halfSide must be above 0 and finite, found ${halfSide}`);
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`histogram2d: bins must be a whole number of at least 1, found ${bins}`);
  if (!(pseudoCount >= 0 && pseudoCount < Infinity))
    throw new RangeError(`histogram2d: pseudoCount must be at least 0 and finite, found ${pseudoCount}`);
  const counts = new Float64Array(bins * bins + 1).fill(pseudoCount);
  const place = (value: number) => Math.floor(((value + halfSide) * bins) / (2 * halfSide));
  for (let i = 0; i < n; i++) {
    const [column, row] = [place(points[2 * i] ?? NaN), place(points[2 * i + 1] ?? NaN)];
    const inside = column >= 0 && column < bins && row >= 0 && row < bins;
    const cell = inside ? row * bins + column : bins * bins;
    counts[cell] = (counts[cell] ?? NaN) + 1;
  }
  const total = n + pseudoCount * counts.length;
  return counts.map((count) => count / total);
}
