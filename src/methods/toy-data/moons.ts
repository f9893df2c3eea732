import { unitVector } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import { checkCount, checkLength } from './ring';

export interface MoonsOptions {
  /** Radius of both half circles, > 0; default 1.5. */
  readonly radius?: number;
  /** Standard deviation of the Gaussian noise along both axes, ≥ 0; default 0.1. */
  readonly noise?: number;
}

/** What holds where nothing is said. */
export const MOONS_DEFAULTS = { radius: 1.5, noise: 0.1 } as const;

/**
 * Points of two interleaved half circles with Gaussian noise, centred on the origin. With θ uniform on [0, π] the upper moon
 * is (r cos θ − r/2, r sin θ − r/4); the lower one is its image under (x, y) ↦ (−x, −y); each is taken with probability ½.
 * @param n number of points
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n is not a whole number ≥ 1, or a length is negative.
 */
export function sampleMoons(rng: Rng, n: number, options: MoonsOptions = {}): Float32Array {
  const { radius = MOONS_DEFAULTS.radius, noise = MOONS_DEFAULTS.noise } = options;
  checkCount('sampleMoons', n);
  checkLength('sampleMoons: radius', radius);
  checkLength('sampleMoons: noise', noise);
  const points = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const side = rng.integer(2) === 0 ? 1 : -1;
    const [cosine, sine] = unitVector(rng.uniform() / 2);
    points[2 * i] = side * radius * (cosine - 0.5) + noise * rng.normal();
    points[2 * i + 1] = side * radius * (sine - 0.25) + noise * rng.normal();
  }
  return points;
}
