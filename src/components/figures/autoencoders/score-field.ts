import { unitVector } from '~/methods/rng/portable-math';

/** Clean points: 40 of them on a circle of radius 1. */
export const RING = Array.from({ length: 40 }, (_, i) => unitVector(i / 40) as readonly [number, number]);

/** Shares of the clean points in a noisy one: p(x | x̃) for points equally likely and noise N(0, σ² I). */
function sharesOf(noisy: readonly number[], points: readonly (readonly number[])[], sigma: number): number[] {
  const logs = points.map(
    (x) => -x.reduce((sum, value, j) => sum + (value - noisy[j]!) ** 2, 0) / (2 * sigma * sigma),
  );
  const top = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - top));
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.map((value) => value / total);
}

/** E[x | x̃], what the best denoiser answers. */
export function bestDenoised(
  noisy: readonly number[],
  points: readonly (readonly number[])[],
  sigma: number,
): number[] {
  const shares = sharesOf(noisy, points, sigma);
  return noisy.map((_, j) => points.reduce((sum, x, i) => sum + shares[i]! * x[j]!, 0));
}

/** log of the density of noisy points, up to a constant that does not depend on x̃. */
export function logNoisyDensity(
  noisy: readonly number[],
  points: readonly (readonly number[])[],
  sigma: number,
): number {
  const logs = points.map(
    (x) => -x.reduce((sum, value, j) => sum + (value - noisy[j]!) ** 2, 0) / (2 * sigma * sigma),
  );
  const top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
