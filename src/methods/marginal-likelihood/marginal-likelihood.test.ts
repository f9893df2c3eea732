import { describe, expect, test } from 'vitest';
import { logImportanceWeight } from '~/methods/linear-gaussian/elbo-gap';
import {
  bestDiagonal,
  logEvidence,
  posterior,
  priorOf,
  sampleGaussian,
} from '~/methods/linear-gaussian/model';
import { createRng } from '~/methods/rng/create-rng';
import {
  effectiveSampleSize,
  estimateByImportance,
  estimateByPrior,
  estimateFrom,
  logSamplesNeeded,
  modelOfDimension,
} from './estimates';
import golden from './golden.json';

test.each(golden.weighings)(
  'estimate and effective sample size are PyTorch’s ($effectiveSampleSize)',
  (each) => {
    const found = estimateFrom(each.logWeights.values);
    expect(found.logEstimate).toBeCloseTo(each.logEstimate, 10);
    expect(found.effectiveSampleSize).toBeCloseTo(each.effectiveSampleSize, 11);
  },
);

test.each(golden.needs)(
  'samples needed, by quadrature over the prior',
  ({ model, x, relativeError, ...each }) => {
    expect(logEvidence(model, x)).toBeCloseTo(each.logEvidence, 9);
    expect(logSamplesNeeded(model, x, relativeError)).toBeCloseTo(each.logSamples, 8);
  },
);

test('effective sample size: n for equal weights, 1 for one, unmoved by a common factor', () => {
  expect(effectiveSampleSize([5, 5, 5, 5])).toBe(4);
  expect(effectiveSampleSize([0, -Infinity])).toBe(1);
  expect(effectiveSampleSize([-900, -901])).toBeCloseTo(effectiveSampleSize([900, 899]), 12);
});

test('the weights in 40 dimensions are those of logImportanceWeight', () => {
  const model = modelOfDimension(40, 0.1);
  const x = Array.from({ length: 40 }, (_, i) => Math.sin(i));
  const q = bestDiagonal(model, x.map((each) => each + 0.05)); // prettier-ignore
  const rng = createRng(9);
  const logs = Array.from({ length: 50 }, () => {
    const z = sampleGaussian(q, Array.from(q.mean, () => rng.normal())); // prettier-ignore
    return logImportanceWeight(model, x, q, z);
  });
  const found = estimateByImportance(model, x, q, 50, createRng(9));
  expect(found.logEstimate).toBeCloseTo(estimateFrom(logs).logEstimate, 9);
  expect(found.effectiveSampleSize).toBeCloseTo(estimateFrom(logs).effectiveSampleSize, 8);
});

describe('a code of two dimensions', () => {
  const model = { weights: [[1, 0.4], [0.3, -0.8], [0.5, 0.5]], offset: [0.1, 0, -0.2], noiseVariance: 0.5 }; // prettier-ignore
  const x = [0.7, -1, 0.4];
  const exact = logEvidence(model, x);

  test('both estimates meet log p(x) within four of their own errors', () => {
    for (const seed of [1, 2, 3])
      for (const q of [priorOf(model), bestDiagonal(model, x)]) {
        const found = estimateByImportance(model, x, q, 4000, createRng(seed));
        expect(Math.abs(found.logEstimate - exact)).toBeLessThan(4 * found.relativeError);
      }
  });

  test('from the posterior one sample is exact; a better proposal has more effective samples', () => {
    const one = estimateByImportance(model, x, posterior(model, x), 1, createRng(4));
    expect(one.logEstimate).toBeCloseTo(exact, 11);
    const near = estimateByImportance(model, x, bestDiagonal(model, x), 2000, createRng(5));
    const far = estimateByPrior(model, x, 2000, createRng(5));
    expect(near.effectiveSampleSize).toBeGreaterThan(2 * far.effectiveSampleSize);
  });

  test('the plain estimate is unbiased for p(x), its logarithm too low on average', () => {
    const rng = createRng(6);
    const logs = Array.from({ length: 4000 }, () => estimateByPrior(model, x, 4, rng).logEstimate);
    const ratios = logs.map((each) => Math.exp(each - exact));
    const mean = ratios.reduce((a, b) => a + b) / ratios.length;
    const spread = Math.sqrt(ratios.reduce((a, b) => a + (b - mean) ** 2, 0) / ratios.length);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * spread) / Math.sqrt(ratios.length));
    expect(logs.reduce((a, b) => a + b) / logs.length).toBeLessThan(exact - 0.1);
  });

  test('the need foretells the spread: at n = need for r = 0.2 the relative error is 0.2', () => {
    const n = Math.round(Math.exp(logSamplesNeeded(model, x, 0.2)));
    const rng = createRng(7);
    const errors = Array.from({ length: 2000 }, () => Math.exp(estimateByPrior(model, x, n, rng).logEstimate - exact) - 1); // prettier-ignore
    const spread = Math.sqrt(errors.reduce((a, b) => a + b * b, 0) / errors.length);
    expect(Math.abs(spread / 0.2 - 1)).toBeLessThan(0.1);
  });
});

test('with the dimension log p(x) falls evenly and the need grows exponentially', () => {
  const at = (k: number) => logSamplesNeeded(modelOfDimension(k, 0.05), Array(k).fill(0.3), 0.1);
  const steps = [20, 21, 22].map((k) => at(k + 1) - at(k));
  for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? NaN, 5);
  expect(steps[0]).toBeGreaterThan(0.5);
  const evidenceOf = (k: number) => logEvidence(modelOfDimension(k, 0.05), Array(k).fill(0.3));
  expect(evidenceOf(6)).toBeCloseTo(6 * evidenceOf(1), 10);
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(effectiveSampleSize([0, 0, -1000])).toBe(2);
  expect(estimateFrom([0, 0])).toEqual({ logEstimate: 0, effectiveSampleSize: 2, relativeError: 0 });
  const narrow = { weights: [[1]], offset: [0], noiseVariance: 0.01 };
  expect(Math.exp(logSamplesNeeded(narrow, [0], 0.1)).toFixed(1)).toBe('612.4');
  expect(modelOfDimension(2, 0.1).weights).toEqual([[1, 0], [0, 1]]); // prettier-ignore
  expect(() => effectiveSampleSize([])).toThrow(/at least one weight above 0/);
  expect(() => estimateByPrior(narrow, [0], 0, createRng(1))).toThrow(/samples must be a whole number/);
  expect(() => logSamplesNeeded(narrow, [0], 0)).toThrow(/relativeError must be above 0/);
  expect(() => modelOfDimension(0, 1)).toThrow(/dimension must be a whole number/);
});
