import { covarianceOfRows, meanOfRows } from '~/methods/pca/pca';
import { cholesky } from '~/methods/linear-algebra/cholesky';
import { createRng } from '~/methods/rng/create-rng';
import autoencoder from '../../../../public/models/autoencoder-mnist-2d/test-codes.json';
import variational from '../../../../public/models/vae-mnist-2d-beta-1/test-codes.json';

/** Codes of the first test images, means where the code is a distribution. */
export interface Plane {
  /** [images, 2] */
  readonly codes: readonly (readonly [number, number])[];
  /** The digit of each. */
  readonly labels: readonly number[];
}

function readPlane({ z, labels }: { z: number[]; labels: number[] }): Plane {
  return { labels, codes: labels.map((_, i) => [z[2 * i] ?? NaN, z[2 * i + 1] ?? NaN] as const) };
}

/** The shipped autoencoder with two code numbers, and the VAE of the same size. */
export const planes = { autoencoder: readPlane(autoencoder), variational: readPlane(variational) };

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Distance from a place to the nearest code, one of them left out. */
function nearest(codes: Plane['codes'], [x, y]: readonly [number, number], except = -1): number {
  let least = Infinity;
  codes.forEach(([a, b], i) => {
    if (i !== except) least = Math.min(least, Math.hypot(a - x, b - y));
  });
  return least;
}

/** How far random codes fall from any code of a digit. */
export interface Holes {
  /** Median distance from a code to its nearest neighbour. */
  readonly neighbour: number;
  /** Median distance from a random code to the nearest code of a digit, in neighbour distances; 1 if codes fill the law. */
  readonly median: number;
}

/**
 * Draws codes and measures how far they fall from those of digits. For the VAE they come from its prior, for the autoencoder,
 * which has none, from the Gaussian that has the mean and covariance of its codes: the kindest simple choice.
 */
export function findHoles({ codes }: Plane, law: 'prior' | 'fitted', draws = 4000): Holes {
  const rng = createRng(1);
  const rows = codes.map((code) => [...code]);
  const mean = law === 'prior' ? [0, 0] : meanOfRows(rows);
  const covariance = law === 'prior' ? [[1, 0], [0, 1]] : covarianceOfRows(rows); // prettier-ignore
  const [[a = NaN] = [], [b = NaN, c = NaN] = []] = cholesky(covariance);
  const neighbour = middle(codes.map((code, i) => nearest(codes, code, i)));
  const distances = Array.from({ length: draws }, () => {
    const [e, f] = [rng.normal(), rng.normal()];
    return nearest(codes, [(mean[0] ?? 0) + a * e, (mean[1] ?? 0) + b * e + c * f]);
  });
  return { neighbour, median: middle(distances) / neighbour };
}

/** The variances of the codes' means, by coordinate. */
export function spreadOf({ codes }: Plane): [number, number] {
  const covariance = covarianceOfRows(codes.map((code) => [...code]));
  return [covariance[0]?.[0] ?? NaN, covariance[1]?.[1] ?? NaN];
}
