import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import plain from '../../../../public/models/autoencoder-mnist-16d/model.json';
import denoiser from '../../../../public/models/denoiser-mnist-16d/model.json';
import { makeOpenCoders, type Coders } from '../shared/coders';
import { PIXELS } from '../shared/test-digits';
import { CURVE_DIGITS, strengthsOf } from './denoise.frame';
import { MODEL_IDS, presets, strengthOf, type Kind, type Params } from './denoise.params';
import { findingsOf } from './describe';
import { errorsOf, meanPicture, restore } from './restore';

// What the words say, by the files that the site ships.

const SITE = 'https://example.org/course/';
/** The site as files: what the shipped page would get. */
const fetch: typeof globalThis.fetch = (input) => {
  const { pathname } = new URL(input as string);
  const path = /^\/course\/(models|data)\//.test(pathname)
    ? `public/${pathname.slice('/course/'.length)}`
    : pathname.replace(/^\//, '');
  return Promise.resolve(new Response(new Uint8Array(readFileSync(resolve(path)))));
};

let coders: Coders;
beforeAll(async () => {
  const never = { progress: () => undefined, signal: new AbortController().signal };
  const open = makeOpenCoders({ base: SITE, fetch, sleep: () => Promise.resolve() });
  coders = await open({ ids: MODEL_IDS, runtime: 'wasm', classifier: true }, never);
  return () => coders.release();
});

const curveDigits = Array.from({ length: CURVE_DIGITS }, (_, i) => i);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Standard deviation of the mean over the digits. */
function blurOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

/** Errors of the curve's digits: noisy, denoiser, plain. */
async function errorsAt(kind: Kind, strength: number) {
  const { errors } = await restore(coders, curveDigits, { kind, strength, seed: 0 });
  const [noisy = [], denoised = [], restored = []] = errors;
  return { noisy, denoised, restored };
}
const meansAt = async (kind: Kind, strength: number) => {
  const { noisy, denoised, restored } = await errorsAt(kind, strength);
  return { noisy: meanOf(noisy), denoised: meanOf(denoised), restored: meanOf(restored) };
};
async function frameOf(params: Params) {
  const { kind, digit } = params;
  const strength = strengthOf(params);
  const { errors } = await restore(coders, [digit], { kind, strength, seed: 0 });
  const [noisy = NaN, denoised = NaN, restored = NaN] = errors.map(([error]) => error);
  return { kind, strength, errors: { noisy, denoiser: denoised, autoencoder: restored } };
}

describe('the curve agrees with the manifests’ 10,000 digits within its own sampling error', () => {
  const known = [
    ['gaussian', 0.5, 'noisy-mse', 'noisy-restored-mse'],
    ['erased', 0.25, 'masked-mse', 'masked-restored-mse'],
    ['gaussian', 0, undefined, 'test-mse'],
  ] as const;
  test.each(known)('%s %d', async (kind, strength, before, after) => {
    const { noisy, denoised, restored } = await errorsAt(kind, strength);
    const pairs = [
      [noisy, before ? denoiser.metrics[before].value : 0],
      [denoised, denoiser.metrics[after].value],
      [restored, plain.metrics[after].value],
    ] as const;
    for (const [errors, stated] of pairs)
      expect(Math.abs(meanOf(errors) - stated)).toBeLessThanOrEqual(4 * blurOf(errors));
  });

  test('and 0.5 and none are points of the curve', () => {
    expect(strengthsOf('gaussian')).toEqual(expect.arrayContaining([0, 0.1, 0.2, 0.5, 0.8, 2]));
    expect(strengthsOf('erased')).toEqual(expect.arrayContaining([0, 0.25, 0.4, 0.6, 0.95]));
  });
});

describe('what the words say', () => {
  test('weak Gaussian noise: the plain autoencoder’s answer is worse than the picture; erased pixels: better', async () => {
    for (const strength of [0.1, 0.3, 0.5]) {
      const { noisy, restored } = await meansAt('gaussian', strength);
      expect(restored).toBeGreaterThan(noisy);
    }
    for (const strength of [0.2, 0.4, 0.6]) {
      const { noisy, restored } = await meansAt('erased', strength);
      expect(restored).toBeLessThan(noisy);
    }
  });

  test('without noise both do harm to every digit, the denoiser on the whole more', async () => {
    const { denoised, restored } = await errorsAt('gaussian', 0);
    expect(Math.min(...denoised, ...restored)).toBeGreaterThan(0);
    expect(meanOf(denoised)).toBeGreaterThan(meanOf(restored));
  });

  test('denoising begins to pay between 0.1 and 0.2', async () => {
    const [weak, strong] = [await meansAt('gaussian', 0.1), await meansAt('gaussian', 0.2)];
    expect(weak.denoised).toBeGreaterThan(weak.noisy);
    expect(strong.denoised).toBeLessThan(strong.noisy);
  });

  test('below a tenth of erased pixels it does not pay', async () => {
    const { noisy, denoised } = await meansAt('erased', 0.05);
    expect(denoised).toBeGreaterThan(noisy);
    const more = await meansAt('erased', 0.15);
    expect(more.denoised).toBeLessThan(more.noisy);
  });

  test('beyond training the error goes on rising, steeply with erased pixels, up to that of the mean digit', async () => {
    const at = async (kind: Kind, strength: number) => (await meansAt(kind, strength)).denoised;
    const rises = [await at('gaussian', 0.8), await at('gaussian', 1.4), await at('gaussian', 2)];
    expect(rises).toEqual(rises.toSorted((a, b) => a - b));
    const [before, end] = [await at('erased', 0.6), await at('erased', 0.9)];
    expect(end).toBeGreaterThan(3 * before);
    const answers = meanErrors();
    expect(end / meanOf(answers)).toBeGreaterThan(0.9);
    expect(end / meanOf(answers)).toBeLessThan(1.1);
    // Faint: less ink than half of the clean picture's.
    const { clean, restored } = await restore(coders, curveDigits, {
      kind: 'erased',
      strength: 0.95,
      seed: 0,
    });
    expect(meanOf([...restored[0]!])).toBeLessThan(meanOf([...clean]) / 2);
  });

  test('at σ = 2 four in ten answers are read as what was there, at 0.5 nine; a third is worse than the mean digit', async () => {
    for (const seed of [0, 1, 2]) {
      expect((await judge(0.5, seed)).right).toBeGreaterThan(90);
      const { right, worse } = await judge(2, seed);
      expect(Math.round(right / 10)).toBe(4);
      expect(Math.abs(worse - 100 / 3)).toBeLessThan(5);
    }
  });
});

/** Of the denoiser's hundred answers: those read as the digit that was there, and those worse than the mean digit. */
async function judge(strength: number, seed: number) {
  const { restored, errors } = await restore(coders, curveDigits, { kind: 'gaussian', strength, seed });
  const shares = await coders.classify!(restored[0]!);
  const isRight = (i: number) => shares[i]!.indexOf(Math.max(...shares[i]!)) === coders.digits.labels[i];
  const mean = meanErrors();
  return {
    right: curveDigits.filter(isRight).length,
    worse: curveDigits.filter((i) => errors[1]![i]! > mean[i]!).length,
  };
}

/** Errors of answering each digit of the curve with the mean of the others. */
function meanErrors(): number[] {
  const { pictures } = coders.digits;
  const mean = meanPicture(pictures, CURVE_DIGITS);
  return curveDigits.map((i) => errorsOf(mean, pictures.subarray(i * PIXELS, (i + 1) * PIXELS))[0]!);
}

describe('presets', () => {
  const claims = [
    ['trained', ['helps']],
    ['erased', ['helps']],
    ['beyond', ['helps', 'beyond']],
    ['clean', ['harms', 'plainNearer']],
    ['most', ['helps', 'beyond']],
  ] as const;
  test.each(claims)('%s: %j', async (name, findings) => {
    expect(findingsOf(await frameOf(presets[name]))).toEqual(findings);
  });

  test('the chapter’s experiment can be done, with the digit and the seed that it begins with', async () => {
    const weak = (await frameOf({ ...presets.trained, sigma: 0.1 })).errors;
    expect(weak.noisy).toBeGreaterThan(0.002);
    expect(weak.noisy).toBeLessThan(0.006);
    expect(weak.denoiser).toBeGreaterThan(0.007);
    const removed = (await frameOf(presets.trained)).errors;
    expect(removed.denoiser).toBeLessThan(0.015);
    expect(removed.autoencoder).toBeGreaterThan(0.03);
    expect((await frameOf(presets.most)).errors.denoiser).toBeGreaterThan(0.065);
  });

  test('it is a 4', () => expect(coders.digits.labels[presets.trained.digit]).toBe(4));
});
