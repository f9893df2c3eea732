import { unitVector } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import { checkCount, checkLength } from './ring';

export interface SpiralOptions {
  /** Distance of the outer end from the origin, ≥ 0; default 2.4. */
  readonly radius?: number;
  /** Turns from the origin to the outer end, ≥ 0; default 2. */
  readonly turns?: number;
  /** Standard deviation of the Gaussian noise along both axes, ≥ 0; default 0.05. */
  readonly noise?: number;
}

/** What holds where nothing is said. */
export const SPIRAL_DEFAULTS = { radius: 2.4, turns: 2, noise: 0.05 } as const;

/**
 * Points of a spiral of Archimedes with Gaussian noise: with u uniform on [0, 1) the distance from the origin is r√u and the
 * angle 2π · turns · √u, counter-clockwise from the positive x axis. The root spreads the points almost evenly along the arm.
 * @param n number of points
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n is not a whole number ≥ 1, or an option is negative.
 */
export function sampleSpiral(rng: Rng, n: number, options: SpiralOptions = {}): Float32Array {
  const {
    radius = SPIRAL_DEFAULTS.radius,
    turns = SPIRAL_DEFAULTS.turns,
    noise = SPIRAL_DEFAULTS.noise,
  } = options;
  checkCount('sampleSpiral', n);
  checkLength('sampleSpiral: radius', radius);
  checkLength('sampleSpiral: turns', turns);
  checkLength('sampleSpiral: noise', noise);
  const points = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const along = Math.sqrt(rng.uniform());
    const [cosine, sine] = unitVector(turns * along);
    points[2 * i] = radius * along * cosine + noise * rng.normal();
    points[2 * i + 1] = radius * along * sine + noise * rng.normal();
  }
  return points;
}
