import { unitVector } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';

export interface RingOptions {
  /** Number of Gaussians, ≥ 1; default 8. */
  readonly modes?: number;
  /** Distance of their centres from the origin, > 0; default 2. */
  readonly radius?: number;
  /** Standard deviation of each along both axes, ≥ 0; default 0.1. */
  readonly sigma?: number;
}

/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** What holds where nothing is said. */
export const RING_DEFAULTS = { modes: 8, radius: 2, sigma: 0.1 } as const;

/**
 * Guards a number of points.
 * @param name of the caller, for the message
 * @throws RangeError if n is not a whole number ≥ 1.
 */
export function checkCount(name: string, n: number): void {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`${name}: n must be a whole number of at least 1, found ${n}`);
}

/**
 * Guards a length in the units of the plane.
 * @param name of the length, for the message
 * @throws RangeError if it is negative or not finite.
 */
export function checkLength(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity))
    throw new RangeError(`${name} must be at least 0 and finite, found ${value}`);
}

/**
 * The centres of the ring, equally spaced, the first on the positive x axis, counter-clockwise.
 * @throws RangeError if `modes` is not a whole number ≥ 1 or the radius is negative.
 * @example ringModes({ modes: 4, radius: 1 }) // (1, 0), (0, 1), (−1, 0), (0, −1) to rounding
 */
export function ringModes({
  modes = RING_DEFAULTS.modes,
  radius = RING_DEFAULTS.radius,
}: RingOptions = {}): Point[] {
  checkCount('ringModes: modes', modes);
  checkLength('ringModes: radius', radius);
  return Array.from({ length: modes }, (_, mode) => {
    const [x, y] = unitVector(mode / modes);
    return [radius * x, radius * y];
  });
}

/**
 * Points of a ring of Gaussians: each takes one of the centres with equal probability and adds N(0, σ²I).
 * @param n number of points
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n or `modes` is not a whole number ≥ 1, or a length is negative.
 * @see the test distribution of Metz et al., "Unrolled generative adversarial networks", ICLR 2017
 */
export function sampleRing(rng: Rng, n: number, options: RingOptions = {}): Float32Array {
  const { sigma = RING_DEFAULTS.sigma } = options;
  checkCount('sampleRing', n);
  checkLength('sampleRing: sigma', sigma);
  const modes = ringModes(options);
  const points = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const [x, y] = modes[rng.integer(modes.length)] ?? [NaN, NaN];
    points[2 * i] = x + sigma * rng.normal();
    points[2 * i + 1] = y + sigma * rng.normal();
  }
  return points;
}
