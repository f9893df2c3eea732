import { choice, number, type ParamsOf } from '../shared/fields';

/** Half the axis on which both densities stand. */
export const HALF_AXIS = 4;

const centre = (value: number) => number({ min: -HALF_AXIS, max: HALF_AXIS, default: value });
// Narrower heaps than 0.3 at the far ends of the axis would have ratios of densities beyond 64-bit numbers.
const width = () => number({ min: 0.3, max: 1.2, default: 0.5 });

export const fields = {
  /** Centre of the data; two heaps stand at this distance to its left and right. */
  dataAt: centre(-2),
  modelAt: centre(2),
  gap: number({ min: 0, max: 2, default: 0 }),
  /** Standard deviation of each heap. */
  dataWidth: width(),
  modelWidth: width(),
  /** `box`: uniform, the supports can be disjoint. */
  shape: choice(['gaussian', 'box']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const apart = { dataAt: -2, modelAt: 2, gap: 0, dataWidth: 0.5, modelWidth: 0.5, shape: 'gaussian' } as const;
export const presets = {
  apart,
  disjoint: { ...apart, shape: 'box' },
  near: { ...apart, dataAt: -0.3, modelAt: 0.3 },
  half: { ...apart, dataAt: 0, modelAt: -1.6, gap: 1.6, dataWidth: 0.35, modelWidth: 0.35 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
