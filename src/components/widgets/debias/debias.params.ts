import { choice, number, type ParamsOf } from '../shared/fields';

/** Numbers of the code. */
export const UNITS = 16;

export const fields = {
  /** 285 upright ones with 15 that lean; 285 nines with 15 fours. */
  collection: choice(['ones', 'nines']),
  /** The number of the code that is shown, counted from 1; the weights follow it, too, unless `by` is another. */
  unit: number({ min: 1, max: UNITS, default: 2, integer: true }),
  /** What the weights look at: that number, the product over all, or the largest factor of all. */
  by: choice(['unit', 'product', 'largest']),
  /** log₁₀ of α. */
  alpha: number({ min: -4, max: 1, default: -2 }),
  bins: number({ min: 2, max: 40, default: 10, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const plain = { collection: 'ones', unit: 2, by: 'unit', alpha: -2, bins: 10 } as const;
/** What each shows is pinned in explore.test.ts. */
export const presets = {
  /** A number that sees the rare group. */
  found: plain,
  /** Wide bins and hardly any α: half of the draws, and a few digits carry every batch. */
  few: { ...plain, alpha: -4, bins: 5 },
  /** A number that the model does not use. */
  collapsed: { ...plain, unit: 4 },
  /** Fours among nines: no number has them by themselves. */
  blind: { ...plain, collection: 'nines', unit: 2 },
  /** All sixteen, as in the paper. */
  all: { ...plain, by: 'product' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
