import type { Point } from './ring';

/** How many standard deviations from a centre still count as that mode. */
export const CLOSE = 3;

/** How far samples reach the modes of a mixture. */
export interface ModeCoverage {
  /** Samples within 3σ of each centre, in the order of the modes. */
  readonly counts: readonly number[];
  /** Share of all samples that lie within 3σ of some centre, 0 … 1. */
  readonly closeShare: number;
  /** How many modes have at least the share of samples asked for. */
  readonly covered: number;
}

/**
 * Counts for each mode the samples that lie within 3σ of it (in two dimensions 98.9% of a Gaussian does: 1 − e^−4.5). A sample
 * belongs to its nearest mode only.
 *
 * Convention: a mode is *covered* if at least `share` of **all** samples lie within 3σ of it. Papers differ (some ask for one
 * sample); a share does not depend on how many samples are drawn.
 * @param samples [n, 2], row-major, n ≥ 1; samples that are not finite are close to no mode
 * @param modes centres
 * @param sigma standard deviation of a mode along each axis, > 0
 * @param share in (0, 1]; default a tenth of an equal share, 1 / (10 · modes): 1.25% for eight
 * @throws RangeError if there are no samples, their number is odd, there is no mode, or sigma or share is out of range.
 */
export function measureModes(
  samples: ArrayLike<number>,
  modes: readonly Point[],
  sigma: number,
  share = 1 / (10 * modes.length),
): ModeCoverage {
  const n = samples.length / 2;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`measureModes: samples must be [n, 2] with n ≥ 1, found ${samples.length} numbers`);
  if (!modes.length) throw new RangeError('measureModes: expected at least one mode, found none');
  if (!(sigma > 0)) throw new RangeError(`measureModes: sigma must be above 0, found ${sigma}`);
  if (!(share > 0 && share <= 1))
    throw new RangeError(`measureModes: share must be in (0, 1], found ${share}`);
  const counts = modes.map(() => 0);
  for (let i = 0; i < n; i++) {
    const distances = modes.map(
      ([x, y]) => ((samples[2 * i] ?? NaN) - x) ** 2 + ((samples[2 * i + 1] ?? NaN) - y) ** 2,
    );
    const least = Math.min(...distances);
    const nearest = distances.indexOf(least);
    if (least <= (CLOSE * sigma) ** 2) counts[nearest] = (counts[nearest] ?? 0) + 1;
  }
  const close = counts.reduce((sum, count) => sum + count, 0);
  return { counts, closeShare: close / n, covered: counts.filter((count) => count >= share * n).length };
}

/** The number of modes covered: see `measureModes`. @example modesCovered(samples, ringModes(), 0.1) // 0 … 8 */
export function modesCovered(
  samples: ArrayLike<number>,
  modes: readonly Point[],
  sigma: number,
  share?: number,
): number {
  return measureModes(samples, modes, sigma, share).covered;
}
