import type { Run } from '~/runtime/loop';
import type { ModelName, Params } from './digit-latents.params';
import type { TestCodes } from './latent-plane';

import { PIXELS } from '../shared/test-digits';

export { PIXELS };

/** What became of a downloaded file: the model store's notes. */
export type LabNote = 'storage-full' | 'storage-unavailable' | 'kept-copy-damaged';

/** How coordinates u stand for codes z: z = mean + sd · u, number by number. Mean 0 and sd 1 where there is a prior. */
export interface Space {
  readonly mean: readonly number[];
  readonly sd: readonly number[];
}

/** Codes of pictures in coordinates u, [count][size]; `sd` of q(z|x) where the code is a distribution. */
export interface Encoded {
  readonly mean: readonly (readonly number[])[];
  readonly sd: readonly (readonly number[])[] | undefined;
}

/** A decoder that is ready, and the test codes that were shipped with it. All codes are coordinates u. */
export interface LatentModel {
  readonly name: ModelName;
  /** Numbers of a code. */
  readonly size: number;
  readonly space: Space;
  readonly codes: TestCodes;
  /** KL of each number in nats per test image, from the manifest; undefined without a prior. */
  readonly kl: readonly number[] | undefined;
  /** @returns for each code 784 probabilities of ink, row by row from the top left */
  readonly decode: (codes: readonly (readonly number[])[]) => Promise<Float32Array>;
  /**
   * Where the encoder places pictures; it is downloaded at the first call.
   * @param pictures [count · 784], ink in [0, 1]
   */
  readonly encode: (pictures: Float32Array) => Promise<Encoded>;
}

/** The models that the settings ask for, on one runtime. */
export interface Lab {
  readonly device: 'wasm' | 'webgpu';
  readonly models: readonly LatentModel[];
  /** Test digits by which a drawing is judged, [count · 784], ink in [0, 1]; downloaded at the first call. */
  readonly testDigits: () => Promise<Float32Array>;
  /** What the reader may want to know about the downloads so far. */
  notes(): readonly LabNote[];
  release(): Promise<void>;
}

/** Downloads and opens. The worker hands in the real one. */
export type OpenLab = (params: Params, run: Pick<Run<Params>, 'progress' | 'signal'>) => Promise<Lab>;

/** z of a point in coordinates u. */
export const toCode = ({ mean, sd }: Space, u: readonly number[]): number[] =>
  u.map((value, i) => (mean[i] ?? 0) + (sd[i] ?? 1) * value);

/** Coordinates u of a code z. */
export const fromCode = ({ mean, sd }: Space, z: readonly number[]): number[] =>
  z.map((value, i) => (value - (mean[i] ?? 0)) / (sd[i] ?? 1));

/** N(0, I). */
export const priorSpace = (size: number): Space => ({
  mean: Array.from({ length: size }, () => 0),
  sd: Array.from({ length: size }, () => 1),
});

/** Mean and standard deviation (of the codes given, division by their count) of each number. @param z [count · size] */
export function fitSpace(z: readonly number[], size: number): Space {
  const count = z.length / size;
  const moments = Array.from({ length: size }, (_, unit) => {
    const values = Array.from({ length: count }, (__, i) => z[i * size + unit] ?? NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    // A number that never changes has no scale of its own.
    return { mean, sd: Math.sqrt(variance) || 1 };
  });
  return { mean: moments.map(({ mean }) => mean), sd: moments.map(({ sd }) => sd) };
}

/** @throws RangeError unless there are 784 finite values for each of `count` pictures: the model file is not what it should be */
export function checkPictures(pictures: Float32Array, count: number): Float32Array {
  if (pictures.length !== count * PIXELS)
    throw new RangeError(`decoder: expected ${count * PIXELS} values, found ${pictures.length}`);
  const bad = pictures.findIndex((p) => !Number.isFinite(p));
  if (bad >= 0)
    throw new RangeError(`decoder: expected probabilities, found ${pictures[bad]} at element ${bad}`);
  return pictures;
}
