import { choice, defaultsOf, number, type ParamsOf } from '../shared/fields';

/** The networks that are compared: equal but for what they saw in training. The order is that of their errors in a frame. */
export const MODEL_IDS = ['denoiser-mnist-16d', 'autoencoder-mnist-16d'] as const;

export const KINDS = ['gaussian', 'erased'] as const;
export type Kind = (typeof KINDS)[number];

/** The strongest noise of the denoiser's training: MOST_GAUSSIAN and MOST_MASKED of training/autoencoder_mnist/model.py. */
export const TRAINED: Readonly<Record<Kind, number>> = { gaussian: 0.8, erased: 0.6 };

/** Every setting of the widget. */
export const fields = {
  /** The test digit, counted from 0 in the test set's order. */
  digit: number({ min: 0, max: 499, default: 4, integer: true }),
  kind: choice(KINDS),
  /** Deviation of the Gaussian noise; ink is in [0, 1]. */
  sigma: number({ min: 0, max: 2, default: 0.5 }),
  /** Probability with which a pixel is set to 0. */
  erased: number({ min: 0, max: 0.95, default: 0.4 }),
  /** Where ONNX Runtime computes. */
  runtime: choice(['wasm', 'webgpu']),
};

export type Fields = typeof fields;
export type Params = ParamsOf<Fields>;

/** The setting that says how strong each kind of noise is. */
export const STRENGTH = { gaussian: 'sigma', erased: 'erased' } as const satisfies Record<Kind, keyof Params>;

export const strengthOf = (params: Params): number => params[STRENGTH[params.kind]];

/** Settings that ask for another session; the rest is taken up in the next frame. */
export const restarts = ['runtime'] as const satisfies readonly (keyof Params)[];

const trained: Params = defaultsOf(fields);

/** Settings worth visiting; `findings.test.ts` holds each to what the words say of it. */
export const presets = {
  /** Noise of a strength that training has shown. */
  trained,
  erased: { ...trained, kind: 'erased' },
  /** More than training has shown. */
  beyond: { ...trained, kind: 'erased', erased: 0.85 },
  /** What a denoiser does to a picture that needs none. */
  clean: { ...trained, sigma: 0 },
  /** The most noise of the scale. */
  most: { ...trained, sigma: 2 },
} as const satisfies Readonly<Record<string, Params>>;

export type PresetName = keyof typeof presets;
