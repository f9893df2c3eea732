import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import {
  bestBaseline,
  compareEstimators,
  momentsOf,
  pathwiseGradient,
  scoreFunctionGradient,
  scoreOfNormal,
} from './estimators';
import golden from './golden.json';
import { quadraticVariances } from './quadratic';

const value = (z: number) => Math.sin(z) + (z * z) / 2;
const slope = (z: number) => Math.cos(z) + z;
const at = { mean: golden.mean, deviation: golden.deviation };

describe('each sample equals PyTorch’s gradient', () => {
  golden.noise.values.forEach((noise, i) => {
    test(`noise ${noise.toFixed(3)}`, () => {
      const path = pathwiseGradient(slope, at, noise);
      const score = scoreFunctionGradient(value, at, noise);
      const based = scoreFunctionGradient(value, at, noise, golden.baseline);
      const expected = [golden.pathwise, golden.scoreFunction, golden.withBaseline];
      [path, score, based].forEach(({ byMean, byDeviation }, which) => {
        expect(byMean).toBeCloseTo(expected[which]?.[0]?.values[i] ?? NaN, 12);
        expect(byDeviation).toBeCloseTo(expected[which]?.[1]?.values[i] ?? NaN, 12);
      });
    });
  });
});

test.each(golden.quadratic)(
  'the closed form for δ = $offset, σ = $deviation, b = $baseline is the quadrature’s',
  ({ offset, deviation, baseline, mean, variance }) => {
    const exact = quadraticVariances([offset], deviation, baseline);
    expect(exact.gradient).toBeCloseTo(mean, 10);
    expect(exact.scoreFunction / variance).toBeCloseTo(1, 10);
  },
);

test('in five dimensions: measured means agree with the gradient, measured variances with the closed form', () => {
  const rng = createRng(5);
  const [offsets, deviation] = [[1, -0.5, 0.2, 0, 0.8], 0.7];
  const exact = quadraticVariances(offsets, deviation, 2);
  const n = 100_000;
  const [path, score, best]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < n; i++) {
    const noise = offsets.map(() => rng.normal());
    const f = offsets.reduce((sum, d, j) => sum + (d + deviation * noise[j]!) ** 2, 0);
    path.push(2 * (offsets[0]! + deviation * noise[0]!));
    score.push(((f - 2) * noise[0]!) / deviation);
    best.push(((f - exact.bestBaseline) * noise[0]!) / deviation);
  }
  const expected = [exact.pathwise, exact.scoreFunction, exact.withBestBaseline];
  [path, score, best].map(momentsOf).forEach(({ mean, variance, standardError }, i) => {
    expect(Math.abs(mean - exact.gradient)).toBeLessThan(4 * standardError);
    expect(Math.abs(variance / expected[i]! - 1)).toBeLessThan(0.05);
  });
});

test('with the dimension the score function’s variance grows, about as D², with the best baseline about as D; the pathwise one not', () => {
  const of = (d: number) => quadraticVariances(Array.from({ length: d }, () => 1), 1); // prettier-ignore
  expect(of(200).pathwise).toBe(of(1).pathwise);
  expect(of(400).scoreFunction / of(200).scoreFunction).toBeCloseTo(4, 1);
  expect(of(400).withBestBaseline / of(200).withBestBaseline).toBeCloseTo(2, 1);
});

test('the best baseline is best: others, the mean of f among them, have a larger variance', () => {
  const { bestBaseline: best, withBestBaseline } = quadraticVariances([0.9], 0.6);
  const meanOfF = 0.81 + 0.36;
  for (const b of [best - 0.1, best + 0.1, 0, meanOfF])
    expect(quadraticVariances([0.9], 0.6, b).scoreFunction).toBeGreaterThan(withBestBaseline);
  const rng = createRng(2);
  const noise = Array.from({ length: 200_000 }, () => rng.normal());
  const estimated = bestBaseline(noise.map((e) => (0.9 + 0.6 * e) ** 2), noise.map((e) => e / 0.6)); // prettier-ignore
  expect(Math.abs(estimated / best - 1)).toBeLessThan(0.02);
});

test('compared on one noise: equal means within their errors, the pathwise one with the least variance; seeded', () => {
  const what = { value, slope, at, samples: 20_000, baseline: 0.7 };
  const found = compareEstimators(what, createRng(3));
  // E f' = E cos z + μ = e^(−σ²/2) cos μ + μ
  const exact = Math.exp(-(at.deviation ** 2) / 2) * Math.cos(at.mean) + at.mean;
  for (const { mean, standardError } of Object.values(found))
    expect(Math.abs(mean - exact)).toBeLessThan(4 * standardError);
  expect(found.pathwise.variance).toBeLessThan(found.withBaseline.variance);
  expect(found.withBaseline.variance).toBeLessThan(found.scoreFunction.variance);
  expect(compareEstimators(what, createRng(3))).toEqual(found);
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  const place = { mean: 1, deviation: 0.5 };
  expect(pathwiseGradient((z) => 2 * z, place, 2)).toEqual({ byMean: 4, byDeviation: 8 });
  expect(scoreOfNormal(place, 2)).toEqual({ byMean: 4, byDeviation: 6 });
  expect(scoreFunctionGradient((z) => z * z, place, 2)).toEqual({ byMean: 16, byDeviation: 24 });
  expect(bestBaseline([1, 4], [1, 2])).toBe(3.4);
  expect(momentsOf([1, 3])).toEqual({ mean: 2, variance: 2, standardError: 1 });
  expect(quadraticVariances([1], 1)).toEqual({
    gradient: 2,
    pathwise: 4,
    scoreFunction: 30,
    bestBaseline: 4,
    withBestBaseline: 14,
  });
  expect(() => pathwiseGradient(slope, { mean: 0, deviation: 0 }, 1)).toThrow(/above 0 and finite, found 0/);
  expect(() => quadraticVariances([], 1)).toThrow(/at least one offset/);
  expect(() => quadraticVariances([1], -1)).toThrow(/found -1/);
  expect(() => bestBaseline([1], [])).toThrow(/found 0 and 1/);
  expect(() => bestBaseline([1], [0])).toThrow(/must not be 0/);
  expect(() => momentsOf([1])).toThrow(/at least two values, found 1/);
});
