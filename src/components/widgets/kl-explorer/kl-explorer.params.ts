import { choice, number, type ParamsOf } from '../shared/fields';

/** Half the axis on which both densities stand. */
export const HALF_AXIS = 6;

const place = (value: number) => number({ min: -HALF_AXIS, max: HALF_AXIS, default: value });

export const fields = {
  /** Means of the two parts of p. */
  leftAt: place(-2),
  rightAt: place(2),
  /** Weight of the left part; 0 leaves the right one alone. */
  share: number({ min: 0, max: 0.95, default: 0.6 }),
  /** Standard deviation of either part of p. */
  width: number({ min: 0.3, max: 2, default: 0.6 }),
  /** The one normal q. */
  qAt: place(0.5),
  qWidth: number({ min: 0.3, max: 4, default: 1 }),
  /** How many values are drawn from p for the likelihood, and with which seed. */
  n: choice(['200', '20', '2000']),
  seed: number({ min: 0, max: 9999, default: 1, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const two = { leftAt: -2, rightAt: 2, share: 0.6, width: 0.6, n: '200', seed: 1 } as const;
/** The settings of q are those that the fits find, rounded to 0.001: kl-explorer.test.ts fits them again. */
export const presets = {
  cover: { ...two, qAt: -0.4, qWidth: 2.049 },
  seek: { ...two, qAt: -1.998, qWidth: 0.604 },
  other: { ...two, qAt: 1.996, qWidth: 0.606 },
  bridge: { ...two, qAt: -0.313, qWidth: 1.762 },
  single: { ...two, share: 0, rightAt: 1, width: 0.8, qAt: -1, qWidth: 1.6 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
