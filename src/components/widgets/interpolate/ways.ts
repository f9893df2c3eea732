import { interpolateLinear, interpolateSpherical } from '~/methods/interpolate/interpolate';
import type { Classify, Coder } from '../shared/coders';
import { PIXELS } from '../shared/test-digits';
import type { Seen } from './interpolate.frame';
import { MODEL_OF, WAYS, type Params, type Way } from './interpolate.params';

/** Pixels between these are neither ink nor paper. */
const [PAPER, INK] = [0.2, 0.8];

/** Share of the pixels of a picture that are neither ink nor paper. */
export const greyOf = (picture: ArrayLike<number>): number => {
  let grey = 0;
  for (let i = 0; i < picture.length; i += 1) {
    const value = picture[i] ?? NaN;
    if (value > PAPER && value < INK) grey += 1;
  }
  return grey / picture.length;
};

export const pictureOf = (pictures: Float32Array, i: number) =>
  pictures.subarray(i * PIXELS, (i + 1) * PIXELS);

/** The digit to which the classifier gives most, for each picture. */
export async function see(classify: Classify, pictures: Float32Array): Promise<Seen[]> {
  return (await classify(pictures)).map((shares) => {
    const share = Math.max(...shares);
    return { digit: shares.indexOf(share), share };
  });
}

/** A code, or a picture, between two others. */
export type Between = (from: readonly number[], to: readonly number[], t: number) => number[];
export const betweenOf = (path: Params['path']): Between =>
  path === 'arc' ? interpolateSpherical : interpolateLinear;

/** One way: what stands for a picture, and the picture that stands for it. */
export interface Route {
  readonly way: Way;
  /** [count][k] for pictures [count · 784] */
  encode(pictures: Float32Array): Promise<readonly (readonly number[])[]>;
  decode(codes: readonly (readonly number[])[]): Promise<Float32Array>;
  /** Pixels are mixed in a straight line, whatever the path of codes. */
  between(path: Params['path']): Between;
}

const pixels: Route = {
  way: 'pixels',
  encode: (pictures) =>
    Promise.resolve(Array.from({ length: pictures.length / PIXELS }, (_, i) => [...pictureOf(pictures, i)])),
  decode: (codes) => Promise.resolve(Float32Array.from(codes.flat())),
  between: () => interpolateLinear,
};

/** The ways in the order of `WAYS`. @param coders of the models of `MODEL_OF`, in its order */
export function routesOf(coders: readonly Coder[]): Route[] {
  const ids = Object.values(MODEL_OF);
  return WAYS.map((way) => {
    if (way === 'pixels') return pixels;
    const coder = coders[ids.indexOf(MODEL_OF[way])];
    if (!coder) throw new Error(`interpolate: expected a model for "${way}", found none`);
    return {
      way,
      encode: async (pictures) => (await coder.encode(pictures)).mean,
      decode: (codes) => coder.decode(codes),
      between: betweenOf,
    };
  });
}
