import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import {
  binOf,
  largestFactorWeights,
  latentHistogram,
  resampledShares,
  resamplingProbabilities,
} from './debias';
import golden from './golden.json';

const expectSame = (found: readonly number[], expected: readonly number[], digits = 12) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, digits));
};

describe.each(golden.cases)('bins $options.bins, α $options.alpha', ({ codes, options, ...each }) => {
  test('histograms and probabilities are PyTorch’s', () => {
    each.shares.forEach((shares, j) => {
      const values = codes.map((code) => code[j] ?? NaN);
      expectSame(latentHistogram(values, options.bins).shares, shares);
    });
    expectSame(resamplingProbabilities(codes, options), each.probabilities);
    expectSame(largestFactorWeights(codes, options), each.largestFactor);
  });
});

const rng = createRng(1);
/** Nine tenths on the left, one tenth on the right. */
const LOPSIDED = Array.from({ length: 2000 }, () => (rng.uniform() < 0.9 ? 0 : 1) + 0.5 * rng.uniform());

test('probabilities sum to 1; the rarer a bin, the likelier each of its points', () => {
  const p = resamplingProbabilities(LOPSIDED.map((z) => [z])); // prettier-ignore
  expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12); // prettier-ignore
  const histogram = latentHistogram(LOPSIDED);
  const share = (i: number) => histogram.shares[binOf(histogram, LOPSIDED[i]!)]!;
  for (let i = 1; i < 200; i++) if (share(i) < share(0)) expect(p[i]!).toBeGreaterThan(p[0]!);
});

test('α → 0 makes the filled bins of one coordinate equal, a large α leaves the data as they are', () => {
  const codes = LOPSIDED.map((z) => [z]);
  const histogram = latentHistogram(LOPSIDED);
  const shares = (alpha: number) =>
    resampledShares(LOPSIDED, resamplingProbabilities(codes, { alpha }), histogram);
  const filled = histogram.shares.filter((share) => share > 0).length;
  shares(1e-12).forEach((share) => {
    if (share > 0) expect(share).toBeCloseTo(1 / filled, 8);
  });
  expectSame(shares(1e6), histogram.shares, 5);
});

test('a hundred coordinates do not overflow', () => {
  const codes = Array.from({ length: 30 }, () => Array.from({ length: 400 }, () => rng.normal()));
  const p = resamplingProbabilities(codes, { alpha: 1e-6 });
  expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 10); // prettier-ignore
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  const four = [[0], [0], [0], [1]];
  expect(latentHistogram([0, 0, 0, 1], 2).shares).toEqual([0.75, 0.25]);
  expect(binOf(latentHistogram([0, 1], 2), 0.5)).toBe(1);
  for (const weigh of [resamplingProbabilities, largestFactorWeights])
    expectSame(weigh(four, { bins: 2, alpha: 1e-9 }), [1 / 6, 1 / 6, 1 / 6, 1 / 2], 8);
  expectSame(resampledShares([0, 0, 0, 1], [1 / 6, 1 / 6, 1 / 6, 1 / 2], latentHistogram([0, 0, 0, 1], 2)), [0.5, 0.5]); // prettier-ignore
  expect(latentHistogram([2, 2], 3).shares).toEqual([1, 0, 0]);
  expect(() => latentHistogram([])).toThrow(/at least one/);
  expect(() => latentHistogram([NaN])).toThrow(/finite/);
  expect(() => latentHistogram([1], 0)).toThrow(/bins must be a whole number/);
  expect(() => resamplingProbabilities(four, { alpha: 0 })).toThrow(/alpha must be above 0/);
  expect(() => resamplingProbabilities([[1], []])).toThrow(/one length/);
  expect(() => resampledShares([1], [], latentHistogram([1]))).toThrow(/1 values and 0 probabilities/);
});
