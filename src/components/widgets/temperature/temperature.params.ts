import { choice, number, type ParamsOf } from '../shared/fields';

/** Ends of the axis of temperature. */
export const COLDEST = 0.5;
export const HOTTEST = 20;

/** The classes of the example; the first is the right one. */
export const CLASSES = ['shirt', 'coat', 'boot'] as const;

export const fields = {
  /** T */
  temperature: number({ min: COLDEST, max: HOTTEST, default: 4 }),
  teacher: choice(['garments', 'certain', 'smoothed']),
  student: choice(['labels', 'untrained', 'shifted']),
  /** Whether the loss has the factor T². */
  factor: choice(['squared', 'none']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const start = { temperature: 4, teacher: 'garments', student: 'labels', factor: 'squared' } as const;
export const presets = {
  cold: { ...start, temperature: 1 },
  warm: start,
  hot: { ...start, temperature: 20 },
  certain: { ...start, temperature: 1, teacher: 'certain' },
  smoothed: { ...start, teacher: 'smoothed' },
  unsquared: { ...start, temperature: 10, factor: 'none' },
  agrees: { ...start, student: 'shifted' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
