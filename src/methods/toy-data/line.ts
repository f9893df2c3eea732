import type { Rng } from '~/methods/rng/rng';
import { checkCount, checkLength, type Point } from './ring';

export interface LineOptions {
  /** One end; the other is its image in the origin. Default (2, 1). */
  readonly end?: Point;
  /** Standard deviation of the Gaussian noise along both axes, ≥ 0; default 0.03. */
  readonly noise?: number;
}

/** What holds where nothing is said. */
export const LINE_DEFAULTS = { end: [2, 1], noise: 0.03 } as const;

/**
 * Points uniform on the segment from −end to end, with Gaussian noise: data of one dimension in a plane, as images are thin in
 * the space of pixels.
 * @param n number of points
 * @returns [n, 2], row-major: x₀, y₀, x₁, y₁, …
 * @throws RangeError if n is not a whole number ≥ 1, the noise is negative, or the end is not finite.
 */
export function sampleLine(rng: Rng, n: number, options: LineOptions = {}): Float32Array {
  const { end = LINE_DEFAULTS.end, noise = LINE_DEFAULTS.noise } = options;
  const [endX, endY] = end;
  checkCount('sampleLine', n);
  checkLength('sampleLine: noise', noise);
  checkLength('sampleLine: distance of the end', Math.abs(endX) + Math.abs(endY));
  const points = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const along = 2 * rng.uniform() - 1;
    points[2 * i] = along * endX + noise * rng.normal();
    points[2 * i + 1] = along * endY + noise * rng.normal();
  }
  return points;
}
