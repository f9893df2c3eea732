import { choice, code, number, type ParamsOf } from '../shared/fields';

/** Units of the layers: two coordinates and a constant 1, two hidden layers, two classes. */
export const SIZES = [3, 5, 5, 2] as const;
/** A letter for each of the 50 weights, layer by layer, output by output. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx';

export const fields = {
  score: choice(['snip', 'grasp', 'magnitude', 'random']),
  /** Share of weights that the score's mask leaves out. */
  sparsity: number({ min: 0, max: 0.98, default: 0.6 }),
  seed: number({ min: 0, max: 9999, default: 1, integer: true }),
  /** c: the last layer's initial weights are multiplied by it. */
  scale: number({ min: 0.1, max: 10, default: 1, logarithmic: true }),
  /** Weights that the reader has removed by hand. */
  removed: code({
    default: '',
    shape: '[A-Za-x]',
    accepts: (text) => /^[A-Za-x]{0,50}$/.test(text) && new Set(text).size === text.length,
  }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const start = { score: 'snip', sparsity: 0.6, seed: 1, scale: 1, removed: '' } as const;
export const presets = {
  snip: start,
  collapse: { ...start, sparsity: 0.94 },
  grasp: { ...start, score: 'grasp' },
  magnitude: { ...start, score: 'magnitude' },
  scaledSnip: { ...start, scale: 10 },
  scaledMagnitude: { ...start, score: 'magnitude', scale: 10 },
  byHand: { ...start, removed: 'BQ' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
