import type { Rng } from '~/methods/rng/rng';
import { checkCount, checkLength, type Point } from './ring';

export interface GridOptions {
  /** Distance between neighbouring centres, ≥ 0; default 1. */
  readonly spacing?: number;
  /** Standard deviation of each Gaussian along both axes, ≥ 0; default 0.05. */
  readonly sigma?: number;
}

/** What holds where nothing is said. */
export const GRID_DEFAULTS = { spacing: 1, sigma: 0.05 } as const;

/** Centres along each axis. */
const SIDE = 5;

/**
 * The centres of the grid, row by row from below, each row from the left; the middle one is the origin.
 * @throws RangeError if the spacing is negative or not finite.
 * @example grid25Modes()[0] // [-2, -2]; grid25Modes()[24] is [2, 2]
 */
export function grid25Modes({ spacing = GRID_DEFAULTS.spacing }: GridOptions = {}): Point[] {
  checkLength('grid25Modes: spacing', spacing);
  const at = (place: number) => spacing * (place - (SIDE - 1) / 2);
  return Array.from({ length: SIDE * SIDE }, (_, mode) => [at(mode % SIDE), at(Math.floor(mode / SIDE))]);
}

/**
 * Points of 25 Gaussians on a square grid: each takes one of the centres with equal probability and adds N(0, σ²I).
 * @param n number of points
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n is not a whole number ≥ 1, or a length is negative.
 * @see a common test of mode collapse, there mostly with spacing 2 and σ = 0.05: here the clusters are wider for their distance
 */
export function sampleGrid25(rng: Rng, n: number, options: GridOptions = {}): Float32Array {
  const { sigma = GRID_DEFAULTS.sigma } = options;
  checkCount('sampleGrid25', n);
  checkLength('sampleGrid25: sigma', sigma);
  const modes = grid25Modes(options);
  const points = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const [x, y] = modes[rng.integer(modes.length)] ?? [NaN, NaN];
    points[2 * i] = x + sigma * rng.normal();
    points[2 * i + 1] = y + sigma * rng.normal();
  }
  return points;
}
