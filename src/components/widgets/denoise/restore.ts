import { RunFailure } from '~/runtime/loop';
import type { Coder, Coders } from '../shared/coders';
import { PIXELS } from '../shared/test-digits';
import { corrupt, type Noise } from './corrupt';

/** Noisy pictures, what each network makes of them, and the errors of all. */
export interface Restored {
  /** [count · 784] each. */
  readonly clean: Float32Array;
  readonly noisy: Float32Array;
  /** In the order of the networks. */
  readonly restored: readonly Float32Array[];
  /** Errors of the noisy pictures, then those of each network, [count] each. */
  readonly errors: readonly (readonly number[])[];
}

/**
 * The mean squared error of a pixel, $\frac{1}{784}\sum_i (a_i - b_i)^2$, of each picture.
 * @param a, b [count · 784]
 */
export function errorsOf(a: Float32Array, b: Float32Array): number[] {
  return Array.from({ length: a.length / PIXELS }, (_, picture) => {
    let sum = 0;
    for (let i = picture * PIXELS; i < (picture + 1) * PIXELS; i += 1)
      sum += ((a[i] ?? NaN) - (b[i] ?? NaN)) ** 2;
    return sum / PIXELS;
  });
}

/** @throws RunFailure `internal` unless there are 784 finite values for each picture: the model file is not what it should be */
function check(pictures: Float32Array, expected: number, id: string): Float32Array {
  if (pictures.length !== expected)
    throw new RunFailure('internal', `${id}: expected ${expected} values, found ${pictures.length}`);
  const bad = pictures.find((p) => !Number.isFinite(p));
  if (bad !== undefined) throw new RunFailure('internal', `${id}: expected ink in 0 … 1, found ${bad}`);
  return pictures;
}

/** Encoded and decoded. */
async function pass(coder: Coder, pictures: Float32Array): Promise<Float32Array> {
  const { mean } = await coder.encode(pictures);
  return check(await coder.decode(mean), pictures.length, coder.id).slice();
}

/** Spoils test digits and has every network restore them. @param digits which, counted from 0 */
export async function restore(
  { coders, digits: { pictures } }: Pick<Coders, 'coders' | 'digits'>,
  digits: readonly number[],
  noise: Noise,
): Promise<Restored> {
  const clean = new Float32Array(digits.length * PIXELS);
  digits.forEach((digit, i) =>
    clean.set(pictures.subarray(digit * PIXELS, (digit + 1) * PIXELS), i * PIXELS),
  );
  const noisy = corrupt(pictures, digits, noise);
  const restored: Float32Array[] = [];
  // One after the other: a session runs one batch at a time anyway.
  for (const coder of coders) restored.push(await pass(coder, noisy));
  return { clean, noisy, restored, errors: [noisy, ...restored].map((each) => errorsOf(each, clean)) };
}

/** The mean picture of test digits from number `from` on, [784]. */
export function meanPicture(pictures: Float32Array, from: number): Float32Array {
  const count = pictures.length / PIXELS - from;
  return Float32Array.from({ length: PIXELS }, (_, pixel) => {
    let sum = 0;
    for (let i = from; i < from + count; i += 1) sum += pictures[i * PIXELS + pixel] ?? NaN;
    return sum / count;
  });
}
