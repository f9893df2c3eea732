import { choice, number, type ParamsOf } from '../shared/fields';

/** Ends of the axis of sparsity. */
export const LEAST = 0.5;
export const MOST = 0.99;

export const fields = {
  /** S */
  sparsity: number({ min: LEAST, max: MOST, default: 0.9 }),
  distribution: choice(['erk', 'er', 'uniform']),
  net: choice(['lenet', 'resnet', 'small']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

export const presets = {
  lenet: { net: 'lenet', sparsity: 0.9, distribution: 'erk' },
  lenetUniform: { net: 'lenet', sparsity: 0.9, distribution: 'uniform' },
  lenetExtreme: { net: 'lenet', sparsity: 0.99, distribution: 'erk' },
  resnet: { net: 'resnet', sparsity: 0.8, distribution: 'erk' },
  resnetEr: { net: 'resnet', sparsity: 0.8, distribution: 'er' },
  resnetUniform: { net: 'resnet', sparsity: 0.8, distribution: 'uniform' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
