import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { frechetDistance, frechetOfFeatures, momentsOfFeatures } from './frechet';
import golden from './golden.json';

test.each(golden.cases)('of features ($distance) it is PyTorch’s', ({ real, fake, distance }) => {
  expect(frechetOfFeatures(real, fake) / distance).toBeCloseTo(1, 10);
  expect(frechetOfFeatures(fake, real) / distance).toBeCloseTo(1, 10);
});

test('diagonal covariances: the sum over coordinates of (m − m′)² + (σ − σ′)²; squared, not its root', () => {
  const one = { mean: [1, 2], covariance: [[4, 0], [0, 9]] }; // prettier-ignore
  const other = { mean: [0, 2], covariance: [[1, 0], [0, 25]] }; // prettier-ignore
  expect(frechetDistance(one, other)).toBeCloseTo(1 + 1 + 4, 12);
  expect(frechetDistance(one, one)).toBeLessThan(1e-12);
});

test('singular covariances: more coordinates than points', () => {
  const rng = createRng(1);
  const draw = () => Array.from({ length: 4 }, () => Array.from({ length: 8 }, () => rng.normal()));
  const [a, b] = [draw(), draw()];
  expect(frechetOfFeatures(a, b)).toBeGreaterThan(0);
  expect(frechetOfFeatures(a, a)).toBeLessThan(1e-6);
});

test('biased upwards: two samples of one law are apart, the more so the fewer they are', () => {
  const rng = createRng(2);
  const draw = (n: number) => Array.from({ length: n }, () => Array.from({ length: 4 }, () => rng.normal()));
  const mean = (n: number) => Array.from({ length: 20 }, () => frechetOfFeatures(draw(n), draw(n))).reduce((a, b) => a + b) / 20; // prettier-ignore
  expect(mean(20)).toBeGreaterThan(3 * mean(200));
  expect(mean(200)).toBeGreaterThan(0);
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(frechetDistance({ mean: [0], covariance: [[1]] }, { mean: [3], covariance: [[4]] })).toBeCloseTo(
    10,
    13,
  );
  expect(momentsOfFeatures([[1], [3]])).toEqual({ mean: [2], covariance: [[2]] });
  expect(frechetOfFeatures([[0], [2]], [[3], [5]])).toBeCloseTo(9, 12);
  const unit = { mean: [0], covariance: [[1]] };
  expect(() => frechetDistance(unit, { mean: [0, 0], covariance: [[1]] })).toThrow(/sizes must be equal/);
  expect(() => frechetDistance({ mean: [0], covariance: [[-1]] }, unit)).toThrow(/positive semi-definite/);
  expect(() => frechetOfFeatures([[1]], [[1], [2]])).toThrow(/more than 1 points/);
});
