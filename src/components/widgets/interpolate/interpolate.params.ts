import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/** Test digits that figures have at hand. */
const LAST = 499;
const digit = (value: number) => number({ min: 0, max: LAST, default: value, integer: true });

export const fields = {
  /** Both ends: test digits, counted from 0 in the test set's order. By default a 4 and a 9. */
  first: digit(4),
  second: digit(7),
  /** How far on the way. */
  t: number({ min: 0, max: 1, default: 0.5 }),
  path: choice(['line', 'arc']),
  /** Where ONNX Runtime computes. */
  runtime: choice(['wasm', 'webgpu']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** Settings that ask for another runtime; the rest is taken up in the next frame. */
export const restarts = ['runtime'] as const satisfies readonly (keyof Params)[];

const near: Params = defaultsOf(fields);
export const presets = {
  /** A 4 and a 9. */
  near,
  /** A 0 and a 1. */
  far: { ...near, first: 3, second: 2 },
  /** Two 7s of different hands. */
  same: { ...near, first: 0, second: 17 },
  /** A 7 and a 5: the codes' way leads through a 3. */
  third: { ...near, first: 0, second: 15 },
  arc: { ...near, path: 'arc' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;

/** What is mixed: the pictures themselves, or codes of shipped models. */
export const WAYS = ['pixels', 'ae', 'acai', 'vae'] as const;
export type Way = (typeof WAYS)[number];

/** The folder of the model behind a way. */
export const MODEL_OF = {
  ae: 'autoencoder-mnist-16d',
  acai: 'acai-mnist-16d',
  vae: 'vae-mnist-16d-beta-1',
} as const satisfies Record<Exclude<Way, 'pixels'>, string>;
