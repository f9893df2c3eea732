import { choice, number, type ParamsOf } from '../shared/fields';

/** Ends of the axis of sparsity. */
export const LEAST = 0.5;
export const MOST = 0.99;
/** Steps of the run that the table prices. */
export const STEPS = 4000;

export const fields = {
  /** S */
  sparsity: number({ min: LEAST, max: MOST, default: 0.8 }),
  /** ΔT */
  every: number({ min: 1, max: 1000, default: 100, integer: true, logarithmic: true }),
  /** T_end as a share of the run. */
  end: number({ min: 0.05, max: 1, default: 0.75 }),
  distribution: choice(['erk', 'uniform']),
  net: choice(['resnet', 'lenet', 'small']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const start = { net: 'resnet', distribution: 'erk', sparsity: 0.8, every: 100, end: 0.75 } as const;
export const presets = {
  resnet: start,
  resnetUniform: { ...start, distribution: 'uniform' },
  lenet: { ...start, net: 'lenet', sparsity: 0.95 },
  restless: { ...start, net: 'lenet', sparsity: 0.95, every: 1, end: 1 },
  extreme: { ...start, net: 'lenet', sparsity: 0.99 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
