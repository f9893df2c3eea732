import { amariDistance, fastIca } from '~/methods/ica/fast-ica';
import { whiten } from '~/methods/ica/whiten';
import { applyMatrix, multiplyMatrices, transposeMatrix, type Matrix } from '~/methods/linear-algebra/matrix';
import { createRng } from '~/methods/rng/create-rng';
import { cos, log, sin, unitVector } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import type { Params } from './latent-ica.params';

/** Points of a draw. */
export const POINTS = 1000;
/** Draws over which the spread is told. */
export const DRAWS = 10;

type Sources = Params['sources'];

/** Independent sources of mean 0 and variance 1, one at a time; the ring's two come together. */
const uniform = (rng: Rng) => (rng.uniform() - 0.5) * Math.sqrt(12);
function laplace(rng: Rng): number {
  const sign = rng.uniform() < 0.5 ? -1 : 1;
  return (-sign * log(1 - rng.uniform())) / Math.SQRT2;
}
const DRAWN: Record<Sources, (rng: Rng) => number[]> = {
  uniform: (rng) => [uniform(rng), uniform(rng)],
  laplace: (rng) => [laplace(rng), laplace(rng)],
  one: (rng) => [uniform(rng), rng.normal()],
  normal: (rng) => [rng.normal(), rng.normal()],
  ring: (rng) => unitVector(rng.uniform()).map((value) => value * Math.SQRT2),
};

/** A draw of the sources, mixed and made white. */
export interface Mixture {
  /** A, [2, 2] */
  readonly mixing: Matrix;
  /** x = A s, [n, 2] */
  readonly points: Matrix;
  /** K of the white points y = K (x − mean), [2, 2] */
  readonly whitening: Matrix;
  readonly white: Matrix;
}

/** @example mixSources(presets.uniform).white.length // 1000 */
export function mixSources({ sources, mix, draw }: Omit<Params, 'angle'>): Mixture {
  const rng = createRng(draw);
  const drawn = Array.from({ length: POINTS }, () => DRAWN[sources](rng));
  const mixing = [
    [1, mix],
    [mix / 2, 1],
  ];
  const points = multiplyMatrices(drawn, transposeMatrix(mixing));
  const { matrix, points: white } = whiten(points);
  return { mixing, points, whitening: matrix, white };
}

const RADIANS = Math.PI / 180;

/** R(θ), [2, 2]: u = R y. */
export function turnBy(degrees: number): number[][] {
  const [c, s] = [cos(degrees * RADIANS), sin(degrees * RADIANS)];
  return [
    [c, s],
    [-s, c],
  ];
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean 0 and covariance I are what `whiten` gives, so moments need no centring. */
function correlationOf(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [meanOf(one), meanOf(other)];
  const product = meanOf(one.map((value, i) => (value - a) * ((other[i] ?? NaN) - b)));
  const spread = (values: readonly number[], mean: number) => meanOf(values.map((value) => (value - mean) ** 2)); // prettier-ignore
  return product / Math.sqrt(spread(one, a) * spread(other, b));
}

/** What two coordinates say of each other and of themselves. */
export interface Moments {
  /** Their correlation: 0 for white points, however they are turned. */
  readonly correlation: number;
  /** That of their squares: 0 where they are independent. */
  readonly squares: number;
  /** Excess kurtosis E u⁴ − 3 of each: 0 for a normal. */
  readonly kurtosis: readonly [number, number];
}

/** @throws RangeError never: any points of two coordinates will do. */
export function momentsOf(points: Matrix): Moments {
  const [u, v] = [points.map((row) => row[0] ?? NaN), points.map((row) => row[1] ?? NaN)];
  const squared = (values: readonly number[]) => values.map((value) => value * value);
  const kurtosis = (values: readonly number[]) => meanOf(values.map((value) => value ** 4)) - 3;
  return {
    correlation: correlationOf(u, v),
    squares: correlationOf(squared(u), squared(v)),
    kurtosis: [kurtosis(u), kurtosis(v)],
  };
}

/** |κ₁| + |κ₂|: what the kurtosis form of ICA makes as large as it can. */
export const contrastOf = ({ kurtosis: [a, b] }: Moments): number => Math.abs(a) + Math.abs(b);

/** What FastICA makes of a mixture. */
export interface Found {
  /** Its turn of the white points, 0 … 90 degrees. */
  readonly angle: number;
  readonly distance: number;
  readonly steps: number;
  readonly converged: boolean;
}

/** FastICA with u³, the rule that climbs kurtosis, from a start drawn with the same number. */
export function runIca({ mixing, points, whitening }: Mixture, draw: number): Found {
  const { unmixing, steps, converged } = fastIca(points, createRng(500 + draw), { nonlinearity: 'cube' });
  // W = unmixing · K⁻¹ is orthogonal; its first row is (cos θ, sin θ) up to quarter turns.
  const [[a = 1, b = 0] = [], [c = 0, d = 1] = []] = whitening;
  const det = a * d - b * c;
  const inverse = [[d / det, -b / det], [-c / det, a / det]]; // prettier-ignore
  const [[x = 1, y = 0] = []] = multiplyMatrices(unmixing, inverse);
  const degrees = Math.atan2(y, x) / RADIANS;
  return { angle: ((degrees % 90) + 90) % 90, distance: amariDistance(unmixing, mixing), steps, converged };
}

/** Over further draws: mean and standard deviation (n − 1). */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** How far FastICA is from the truth over further draws. */
export function spreadOf(settings: Pick<Params, 'sources' | 'mix'>): Spread {
  const distances = Array.from({ length: DRAWS }, (_, i) => {
    const mixture = mixSources({ ...settings, draw: 101 + i });
    return runIca(mixture, i).distance;
  });
  const mean = meanOf(distances);
  const squares = distances.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (DRAWS - 1)) };
}

/** The points turned, what they say of each other, and how far this unmixing is from the truth. */
export interface Turned {
  readonly points: Matrix;
  readonly moments: Moments;
  readonly distance: number;
}

export function turn({ mixing, whitening, white }: Mixture, degrees: number): Turned {
  const rotation = turnBy(degrees);
  const points = white.map((y) => applyMatrix(rotation, y));
  return {
    points,
    moments: momentsOf(points),
    distance: amariDistance(multiplyMatrices(rotation, whitening), mixing),
  };
}

/** Contrast and dependence over all turns, every second degree. */
export function sweep(mixture: Mixture): { angles: number[]; contrast: number[]; squares: number[] } {
  const angles = Array.from({ length: 46 }, (_, i) => 2 * i);
  const all = angles.map((angle) => turn(mixture, angle).moments);
  return {
    angles,
    contrast: all.map(contrastOf),
    squares: all.map(({ squares }) => Math.abs(squares)),
  };
}
