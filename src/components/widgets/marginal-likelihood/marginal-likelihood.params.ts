import { number, type ParamsOf } from '../shared/fields';

/** Most dimensions of the code. */
export const MOST_DIMENSIONS = 24;

export const fields = {
  /** Dimension of the code and of what is seen. */
  k: number({ min: 1, max: MOST_DIMENSIONS, default: 8, integer: true }),
  /** s: standard deviation of the noise on what is seen. */
  noise: number({ min: 0.1, max: 1, default: 0.3 }),
  /** Every coordinate of x. */
  at: number({ min: -3, max: 3, default: 1 }),
  /** The proposal's centre and width, in standard deviations of the exact posterior, from its mean. */
  shift: number({ min: 0, max: 2, default: 0.5 }),
  spread: number({ min: 0.5, max: 3, default: 1.3 }),
  seed: number({ min: 0, max: 9999, default: 1, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const eight = { k: 8, noise: 0.3, at: 1, shift: 0.5, spread: 1.3, seed: 1 } as const;
export const presets = {
  eight,
  one: { ...eight, k: 1 },
  many: { ...eight, k: 24 },
  exact: { ...eight, shift: 0, spread: 1 },
  narrow: { ...eight, shift: 0.5, spread: 0.6 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
