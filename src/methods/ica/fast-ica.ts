import { mapEigenvalues } from '~/methods/linear-algebra/eigen';
import {
  applyMatrix,
  checkSquare,
  dot,
  multiplyMatrices,
  transposeMatrix,
  type Matrix,
} from '~/methods/linear-algebra/matrix';
import { tanh } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import { whiten } from './whiten';

/** g of the fixed-point step: `tanh` bears outliers, `cube` is u³ (kurtosis). */
export type Nonlinearity = 'tanh' | 'cube';

/** g(u) and g′(u). */
const CONTRASTS: Record<Nonlinearity, (u: number) => readonly [g: number, slope: number]> = {
  tanh: (u) => {
    const g = tanh(u);
    return [g, 1 - g * g];
  },
  cube: (u) => [u * u * u, 3 * u * u],
};

/**
 * The nearest orthogonal matrix: $W \leftarrow (W W^\top)^{-1/2} W$. All rows have equal say, unlike Gram and Schmidt's.
 * @param w [k, k], of full rank
 * @returns [k, k] with orthonormal rows
 * @throws RangeError if w is not square or not of full rank.
 * @see Hyvärinen and Oja, "Independent component analysis: algorithms and applications", Neural Networks 13, 2000, section 6.4
 * @example decorrelate([[2, 0], [0, 3]]) // [[1, 0], [0, 1]]
 */
export function decorrelate(w: Matrix): number[][] {
  checkSquare('decorrelate', w);
  const inverseRoot = mapEigenvalues(multiplyMatrices(w, transposeMatrix(w)), (value) => {
    if (!(value > 0))
      throw new RangeError(`decorrelate: w must be of full rank, found the eigenvalue ${value}`);
    return 1 / Math.sqrt(value);
  });
  return multiplyMatrices(inverseRoot, w);
}

/**
 * One fixed-point step for all rows at once, then `decorrelate`:
 *
 * $$w_i \leftarrow \mathbb{E}[y\, g(w_i^\top y)] - \mathbb{E}[g'(w_i^\top y)]\, w_i$$
 *
 * @param w [k, k] with orthonormal rows
 * @param white white points, [n, k]
 * @param nonlinearity g
 * @returns the next w
 * @throws RangeError if sizes do not fit.
 * @see Hyvärinen, "Fast and robust fixed-point algorithms for independent component analysis", IEEE Transactions on Neural Networks
 * 10, 1999; Hyvärinen and Oja, 2000, section 6.1
 * @example fastIcaStep(identity(2), whiten(points).points, 'tanh')
 */
export function fastIcaStep(w: Matrix, white: Matrix, nonlinearity: Nonlinearity): number[][] {
  const contrast = CONTRASTS[nonlinearity];
  const moved = w.map((row) => {
    const next = row.map(() => 0);
    let slopes = 0;
    for (const y of white) {
      const [g, slope] = contrast(dot(row, y));
      slopes += slope / white.length;
      for (let j = 0; j < y.length; j++) next[j] = next[j]! + (g * y[j]!) / white.length;
    }
    return next.map((value, j) => value - slopes * row[j]!);
  });
  return decorrelate(moved);
}

export interface FastIcaOptions {
  /** Default `tanh`. */
  readonly nonlinearity?: Nonlinearity;
  /** How many sources, 1 … d; default d. */
  readonly count?: number;
  /** Steps at most; default 200. */
  readonly steps?: number;
  /** Ends where no row turns by more than this, 1 − |cos|; default 1e-10. */
  readonly tolerance?: number;
}

/** What was found. */
export interface Unmixed {
  /** Mean of the points, [d] */
  readonly mean: number[];
  /** The unmixing matrix, [k, d]: sources = unmixing (x − mean) */
  readonly unmixing: number[][];
  /** [n, k], mean 0, covariance I; order and signs are arbitrary */
  readonly sources: number[][];
  readonly steps: number;
  /** Whether the tolerance was met. */
  readonly converged: boolean;
}

/** A random orthogonal matrix. */
function startFrom(k: number, rng: Rng): number[][] {
  return decorrelate(Array.from({ length: k }, () => Array.from({ length: k }, () => rng.normal())));
}

/** The largest turn of a row, 1 − |⟨old, new⟩|. */
function turnOf(one: Matrix, other: Matrix): number {
  return one.reduce((most, row, i) => Math.max(most, 1 - Math.abs(dot(row, other[i]!))), 0);
}

/**
 * FastICA with symmetric decorrelation: a linear unmixing after which the coordinates are as independent as a rotation can make them.
 * It is done to **finished** codes and changes no training; at most one source may be normal, and scale, sign and order of sources
 * cannot be known.
 * @param points [n, d]
 * @param rng draws the start: k² normals
 * @throws RangeError as `whiten`.
 * @see Hyvärinen, 1999; Hyvärinen and Oja, "Independent component analysis: algorithms and applications", Neural Networks 13, 2000, section 6
 * @example fastIca(points, createRng(1), { nonlinearity: 'cube' }).sources
 */
export function fastIca(points: Matrix, rng: Rng, options: FastIcaOptions = {}): Unmixed {
  const { nonlinearity = 'tanh', steps: most = 200, tolerance = 1e-10 } = options;
  const white = whiten(points, options.count);
  let w = startFrom(white.matrix.length, rng);
  let [steps, converged] = [0, false];
  while (steps < most && !converged) {
    const next = fastIcaStep(w, white.points, nonlinearity);
    converged = turnOf(w, next) < tolerance;
    w = next;
    steps++;
  }
  const sources = white.points.map((y) => applyMatrix(w, y));
  return { mean: white.mean, unmixing: multiplyMatrices(w, white.matrix), sources, steps, converged };
}

/**
 * How far an unmixing W is from undoing a mixing A, whatever order, sign and scale it found: with P = |W A|,
 *
 * $$d = \frac{1}{2n(n-1)} \left[ \sum_i \left( \sum_j \frac{P_{ij}}{\max_k P_{ik}} - 1 \right) + \sum_j \left( \sum_i \frac{P_{ij}}{\max_k P_{kj}} - 1 \right) \right]$$
 *
 * Convention: divided by 2n(n − 1), so that it lies in [0, 1]; Amari et al. leave the sum undivided.
 * @param unmixing W, [n, n]
 * @param mixing A, [n, n], n ≥ 2
 * @returns 0 exactly where W A has one entry in each row and column
 * @throws RangeError if the sizes do not fit or a row or column of W A is 0.
 * @see Amari, Cichocki and Yang, "A new learning algorithm for blind signal separation", NeurIPS 1995
 * @example amariDistance([[0, 2], [-1, 0]], [[1, 0], [0, 1]]) // 0
 */
export function amariDistance(unmixing: Matrix, mixing: Matrix): number {
  const product = multiplyMatrices(unmixing, mixing).map((row) => row.map(Math.abs));
  const n = checkSquare('amariDistance: W A', product);
  if (n < 2) throw new RangeError('amariDistance: needs at least two sources, found 1');
  const surplus = (rows: Matrix) =>
    rows.reduce((total, row) => {
      const largest = Math.max(...row);
      if (!(largest > 0)) throw new RangeError('amariDistance: a row or column of W A is 0');
      return total + row.reduce((sum, value) => sum + value / largest, 0) - 1;
    }, 0);
  return (surplus(product) + surplus(transposeMatrix(product))) / (2 * n * (n - 1));
}
