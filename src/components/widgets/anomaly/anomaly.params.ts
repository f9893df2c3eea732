import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

export const fields = {
  /** What is hidden among digits. */
  foreign: choice(['fashion', 'upside', 'negative', 'speckle', 'faint']),
  /** High means strange. `elbo` is of the VAE alone, `ink` of no model. */
  score: choice(['error', 'elbo', 'ink']),
  /** A folder of public/models. */
  model: choice(['vae-mnist-16d-beta-1', 'autoencoder-mnist-16d']),
  /** Percent of the digits that may raise a false alarm. */
  alarm: number({ min: 0, max: 50, default: 5 }),
  /** Where ONNX Runtime computes. */
  runtime: choice(['wasm', 'webgpu']),
};
export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;
export type Foreign = Params['foreign'];
export type Score = Params['score'];

/** Settings that ask for another model or runtime; the rest is taken up in the next frame. */
export const restarts = ['model', 'runtime'] as const satisfies readonly (keyof Params)[];

const fashion: Params = defaultsOf(fields);
/** What each shows is pinned in anomaly.shipped.test.ts. */
export const presets = {
  /** Clothes by the error. */
  fashion,
  /** Digits upside down: the model restores many of them. */
  upside: { ...fashion, foreign: 'upside' },
  /** Pale digits: restored better than digits. */
  faint: { ...fashion, foreign: 'faint' },
  /** Clothes by the sum of their ink: no model at all. */
  ink: { ...fashion, score: 'ink' },
  /** Digits upside down by −ELBO. */
  elbo: { ...fashion, foreign: 'upside', score: 'elbo' },
} as const satisfies Record<string, Params>;
export type PresetName = keyof typeof presets;
