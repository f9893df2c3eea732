import { choice, number, type ParamsOf } from '../shared/fields';

/** Half the logit axis. */
export const HALF_AXIS = 8;

export const fields = {
  /** Logit that the judge gives the sample: D = σ(a). */
  a: number({ min: -HALF_AXIS, max: HALF_AXIS, default: -4 }),
  leastSquares: choice(['off', 'on']),
  /** Wasserstein's generator loss and the hinge loss's are one function. */
  linear: choice(['off', 'on']),
};
export type LossFields = typeof fields;
export type Params = ParamsOf<LossFields>;

const two = { leastSquares: 'off', linear: 'off' } as const;
export const presets = {
  rejected: { a: -4, ...two },
  undecided: { a: 0, ...two },
  believed: { a: 4, ...two },
  all: { a: -4, leastSquares: 'on', linear: 'on' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
