import { choice, code, defaultsOf, number, type ParamsOf } from '../shared/fields';
import { DRAWING_SHAPE, isDrawing } from './ink';
import { HALF } from './latent-plane';

/** The shipped models by the weight of their divergence; `vae-digits` is a VAE with β = 1 and twice the width. */
export const MODELS = ['vae-digits', 'vae-1', 'vae-0.25', 'vae-4', 'vae-16', 'ae'] as const;
export type ModelName = (typeof MODELS)[number];

const coordinate = (value: number) => number({ min: -HALF, max: HALF, default: value });

/**
 * Every setting of the widget. Coordinates u: those of z for a VAE, whose prior is N(0, I); an autoencoder has none, and u counts
 * standard deviations of its test codes from their mean, number by number.
 */
export const fields = {
  /** The handle. By default a 0 of the model `vae-digits`; the line comes from a 7. */
  z1: coordinate(1.3),
  z2: coordinate(1.8),
  /** The other end of the line. */
  from1: coordinate(-2),
  from2: coordinate(-0.7),
  /** What stands in the plane: decoded digits, the codes of test digits, or both. */
  show: choice(['digits', 'codes', 'both']),
  model: choice(MODELS),
  /** A second model, at the same places. */
  against: choice(['none', ...MODELS]),
  /** Numbers of a code: a plane, or traversals of sixteen. */
  size: choice(['2', '16']),
  /** The test digit whose code is traversed, counted from 0 in the test set's order. */
  digit: number({ min: 0, max: 99, default: 4, integer: true }),
  /** Whose code is traversed. */
  source: choice(['test', 'drawing']),
  /** The reader's own digit; nothing for a blank sheet. */
  drawing: code({ accepts: isDrawing, shape: DRAWING_SHAPE, default: '' }),
  /** Which of the 16 numbers moves, counted in the order in which the rows stand. */
  unit: number({ min: 1, max: 16, default: 1, integer: true }),
  /** What it is set to. */
  value: number({ min: -3, max: 3, default: 2 }),
  /** Where ONNX Runtime computes. */
  runtime: choice(['wasm', 'webgpu']),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that ask for other models or another runtime; the rest is taken up in the next frame. */
export const restarts = ['runtime', 'model', 'against', 'size'] as const satisfies readonly (keyof Params)[];

const walk: Params = defaultsOf(fields);

/** Settings worth visiting; `findings.test.ts` holds each to what the words say of it. */
export const presets = {
  /** A straight line from a 7 to a 0. */
  walk,
  /** Where the codes of several digits meet. */
  between: { ...walk, z1: -0.6, z2: 0.7, from1: -1.5, from2: 0.6, show: 'both' },
  /** Where no code of a digit has ever been. */
  outside: { ...walk, z1: 3.4, z2: -1.2, from1: 1.6, from2: 0.6, show: 'both' },
  /** A place well inside the autoencoder's codes that none of them is near, and the same place of a VAE. */
  hole: { ...walk, model: 'ae', against: 'vae-1', z1: 0.9, z2: 1.5, from1: 0, from2: 0, show: 'codes' },
  /** The same plane at a low and a high price of the code. */
  betas: { ...walk, model: 'vae-0.25', against: 'vae-16', z1: 1, z2: 1, from1: -1, from2: -1, show: 'codes' },
  /** Sixteen numbers, of which the prior has taken most. */
  traverse: { ...walk, model: 'vae-4', size: '16' },
  /** The same without a prior. */
  traverseAe: { ...walk, model: 'vae-4', against: 'ae', size: '16' },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
