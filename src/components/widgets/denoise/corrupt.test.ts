import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PIXELS } from '../shared/test-digits';
import { corrupt } from './corrupt';
import { TRAINED } from './denoise.params';

const grey = new Float32Array(500 * PIXELS).fill(0.5);
const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

test('the strongest noise of training is that of the script that trained', () => {
  const script = readFileSync(resolve('training/autoencoder_mnist/model.py'), 'utf8');
  const found = /^MOST_GAUSSIAN, MOST_MASKED = ([\d.]+), ([\d.]+)$/m.exec(script);
  expect(found?.slice(1).map(Number)).toEqual([TRAINED.gaussian, TRAINED.erased]);
});

describe('Gaussian noise', () => {
  const at = (strength: number, digits = [3], seed = 1) =>
    corrupt(grey, digits, { kind: 'gaussian', strength, seed });

  test('has mean 0 and the deviation asked for where nothing is cut', () => {
    const noise = at(
      0.05,
      Array.from({ length: 20 }, (_, i) => i),
    ).map((value) => (value - 0.5) / 0.05);
    // Of 15,680 draws: 4 standard errors, 1/√n for the mean and √(2/n) for the variance.
    expect(Math.abs(meanOf(noise))).toBeLessThan(4 / Math.sqrt(noise.length));
    expect(Math.abs(meanOf(noise.map((value) => value ** 2)) - 1)).toBeLessThan(
      4 * Math.sqrt(2 / noise.length),
    );
  });

  test('is held in [0, 1]', () => {
    const noisy = at(2);
    expect(Math.min(...noisy)).toBe(0);
    expect(Math.max(...noisy)).toBe(1);
  });

  test('more is more of the same, and none is none', () => {
    expect(at(0)).toEqual(grey.subarray(0, PIXELS));
    const [weak, strong] = [at(0.01), at(0.02)];
    weak.forEach((value, i) => expect(2 * (value - 0.5)).toBeCloseTo((strong[i] ?? NaN) - 0.5, 5));
  });

  test('belongs to seed and digit, not to what else was asked', () => {
    expect(at(0.5, [7, 3]).subarray(PIXELS)).toEqual(at(0.5, [3]));
    expect(at(0.5, [4])).not.toEqual(at(0.5, [3]));
    expect(at(0.5, [3], 2)).not.toEqual(at(0.5, [3], 1));
  });
});

describe('erased pixels', () => {
  const at = (strength: number) => corrupt(grey, [0, 1, 2, 3], { kind: 'erased', strength, seed: 1 });

  test('are 0, the others untouched, with the probability asked for', () => {
    const noisy = at(0.3);
    expect(new Set(noisy)).toEqual(new Set([0, 0.5]));
    const share = meanOf(noisy.map((value) => (value === 0 ? 1 : 0)));
    // 4 standard errors of a share.
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / noisy.length));
  });

  test('stay erased when more are', () => {
    const [few, more] = [at(0.2), at(0.6)];
    few.forEach((value, i) => value === 0 && expect(more[i]).toBe(0));
    expect(at(0)).toEqual(grey.subarray(0, 4 * PIXELS));
  });
});
