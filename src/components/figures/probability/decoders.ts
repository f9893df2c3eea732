import { integrate } from '~/methods/density-fit/divergence';
import { logNormal } from '~/methods/density-fit/mixture';
import { tanh } from '~/methods/rng/portable-math';

/** Two decoders of one standard normal code: x = g(z) + noise of standard deviation NOISE. */
export const decoders = {
  linear: (z: number) => 2 * z,
  tanh: (z: number) => 2 * tanh(2 * z),
} as const;
export type Decoder = keyof typeof decoders;
export const NOISE = 0.3;

/** p(x|z) p(z) */
export function jointOf(decoder: Decoder, x: number, z: number): number {
  const mean = decoders[decoder](z);
  return Math.exp(logNormal(x, { mean, deviation: NOISE }) + logNormal(z, { mean: 0, deviation: 1 }));
}

/** p(x) = ∫ p(x|z) p(z) dz by quadrature: one dimension of z is no trouble. */
export function marginalOf(decoder: Decoder, x: number): number {
  return integrate((z) => jointOf(decoder, x, z), { from: -8, to: 8, points: 1601 });
}

/** p(z|x) = p(x|z) p(z) / p(x) on the line. */
export function posteriorOf(decoder: Decoder, x: number, zs: readonly number[]): number[] {
  const evidence = marginalOf(decoder, x);
  return zs.map((z) => jointOf(decoder, x, z) / evidence);
}
