import { optimalDiscriminator } from '~/methods/gan-losses/optimum';

/** Two normal heaps on a line: data at −1, samples at +1, standard deviation ½. */
export const HEAPS = { data: -1, samples: 1, tau: 0.5 } as const;

const density = (x: number, centre: number) =>
  Math.exp(-((x - centre) ** 2) / (2 * HEAPS.tau ** 2)) / (HEAPS.tau * Math.sqrt(2 * Math.PI));

/** What each kind of judge, the best of its kind, says at x. */
export interface Outputs {
  readonly x: number;
  readonly data: number;
  readonly samples: number;
  /** D*, and the best output of LSGAN with the labels 0 and 1. */
  readonly discriminator: number;
  /** ±1. */
  readonly hinge: number;
  /** The critic of W₁: slope sign(F_g − F_d), which is −1 here throughout. */
  readonly critic: number;
}

/** The best judges at points of a line. */
export function bestJudges(points: readonly number[]): Outputs[] {
  const data = points.map((x) => density(x, HEAPS.data));
  const samples = points.map((x) => density(x, HEAPS.samples));
  return optimalDiscriminator(data, samples).map((discriminator, i) => ({
    x: points[i] ?? NaN,
    data: data[i] ?? NaN,
    samples: samples[i] ?? NaN,
    discriminator,
    hinge: discriminator > 0.5 ? 1 : -1,
    critic: -(points[i] ?? NaN),
  }));
}
