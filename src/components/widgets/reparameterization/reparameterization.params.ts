import { choice, number, type ParamsOf } from '../shared/fields';

/** The axis on which f, the density and the samples stand. */
export const HALF_AXIS = 5;

export const fields = {
  /** The function whose mean is to be moved. */
  f: choice(['square', 'bend', 'wave', 'step']),
  /** μ of every coordinate. */
  mu: number({ min: -3, max: 3, default: 1 }),
  /** σ itself, not log σ². */
  sigma: number({ min: 0.2, max: 2, default: 1 }),
  /** What is taken off f before it meets the score. */
  baseline: choice(['none', 'mean', 'best']),
  /** n, single-sample gradients. */
  samples: number({ min: 100, max: 4000, default: 1000, integer: true, logarithmic: true }),
  /** D: f is the sum over so many independent coordinates; the gradient is by the first one's parameter. */
  dimensions: number({ min: 1, max: 64, default: 1, integer: true, logarithmic: true }),
  /** The parameter by which the gradient is taken. */
  by: choice(['mu', 'sigma']),
  /** Which noise is drawn. */
  draw: number({ min: 1, max: 999, default: 1, integer: true }),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

const square = {
  f: 'square',
  mu: 1,
  sigma: 1,
  baseline: 'none',
  samples: 1000,
  dimensions: 1,
  by: 'mu',
  draw: 1,
} as const;
export const presets = {
  square,
  baseline: { ...square, baseline: 'best' },
  wide: { ...square, dimensions: 32, baseline: 'best' },
  step: { ...square, f: 'step' },
  wave: { ...square, f: 'wave', mu: 0.3, sigma: 0.5 },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
