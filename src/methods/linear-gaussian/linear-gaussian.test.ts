import { describe, expect, test } from 'vitest';
import { combineMatrices, type Matrix } from '~/methods/linear-algebra/matrix';
import { createRng } from '~/methods/rng/create-rng';
import { logMeanExp } from '~/methods/vae/values';
import { elboTerms, expectedLogLikelihood, logImportanceWeight } from './elbo-gap';
import golden from './golden.json';
import {
  bestDiagonal,
  evidence,
  klOfGaussians,
  logEvidence,
  logNormalDensity,
  posterior,
  priorOf,
  sampleGaussian,
  sampleLinearGaussian,
  type Gaussian,
  type LinearGaussian,
} from './model';

const { model, x } = golden;
const apart = (a: Matrix, b: Matrix) => Math.max(...combineMatrices(a, b, (p, q) => Math.abs(p - q)).flat());
const expectSame = (found: Gaussian, expected: Gaussian, tolerance = 1e-12) => {
  expect(apart([found.mean], [expected.mean])).toBeLessThan(tolerance);
  expect(apart(found.covariance, expected.covariance)).toBeLessThan(tolerance);
};
const SMALL: LinearGaussian = { weights: [[2]], offset: [0], noiseVariance: 1 };

describe('equal to PyTorch’s', () => {
  test('log p(x), the posterior (there by conditioning the joint), the best diagonal code (there by Newton’s method)', () => {
    expect(logEvidence(model, x)).toBeCloseTo(golden.logEvidence, 12);
    expectSame(posterior(model, x), golden.posterior);
    expectSame(bestDiagonal(model, x), golden.bestDiagonal, 1e-9);
  });

  test.each(golden.terms.map((each, i) => [i, each] as const))('terms of code %i', (_, expected) => {
    const terms = elboTerms(model, x, expected.q);
    expect(terms.logLikelihood).toBeCloseTo(expected.logLikelihood, 10);
    expect(terms.kl).toBeCloseTo(expected.kl, 11);
    expect(terms.elbo).toBeCloseTo(expected.elbo, 10);
    expect(terms.gap).toBeCloseTo(expected.gap, 9);
  });

  test('an importance weight', () => {
    const weight = logImportanceWeight(model, x, golden.terms[0]!.q, golden.z);
    expect(weight).toBeCloseTo(golden.logImportanceWeight, 11);
  });
});

describe('the gap', () => {
  const rng = createRng(6);
  const some = (): Gaussian => {
    const [a, b, c] = [0.3 + rng.uniform(), rng.normal() / 3, 0.3 + rng.uniform()];
    return { mean: [rng.normal(), rng.normal()], covariance: [[a * a, a * b], [a * b, b * b + c * c]] }; // prettier-ignore
  };

  test('log p(x) = ELBO + KL(q ‖ posterior) for any q, and it is not the KL to the prior', () => {
    for (let i = 0; i < 50; i++) {
      const terms = elboTerms(model, x, some());
      expect(terms.elbo + terms.gap).toBeCloseTo(terms.logEvidence, 9);
      expect(terms.gap).toBeGreaterThan(0);
      expect(Math.abs(terms.gap - terms.kl)).toBeGreaterThan(1e-6);
    }
  });

  test('0 at the posterior; the best diagonal code is the best of diagonal ones and has smaller variances', () => {
    const exact = posterior(model, x);
    expect(Math.abs(elboTerms(model, x, exact).gap)).toBeLessThan(1e-12);
    const best = bestDiagonal(model, x);
    const least = elboTerms(model, x, best).gap;
    expect(least).toBeGreaterThan(1e-3);
    for (const factor of [0.9, 1.1])
      for (const j of [0, 1]) {
        const covariance = best.covariance.map((row, i) => row.map((v) => (i === j ? v * factor : v)));
        expect(elboTerms(model, x, { ...best, covariance }).gap).toBeGreaterThan(least);
      }
    for (const j of [0, 1]) expect(best.covariance[j]![j]!).toBeLessThan(exact.covariance[j]![j]!);
  });

  test('at the posterior every importance weight is p(x); elsewhere their mean is, the mean logarithm is the ELBO', () => {
    const exact = posterior(model, x);
    expect(logImportanceWeight(model, x, exact, [0.3, -2])).toBeCloseTo(logEvidence(model, x), 10);
    const q = bestDiagonal(model, x);
    const logs = Array.from({ length: 20_000 }, () =>
      logImportanceWeight(model, x, q, sampleGaussian(q, [rng.normal(), rng.normal()])),
    );
    const { elbo } = elboTerms(model, x, q);
    const mean = logs.reduce((a, b) => a + b) / logs.length;
    const spread = Math.sqrt(logs.reduce((a, b) => a + (b - mean) ** 2, 0) / logs.length);
    expect(Math.abs(mean - elbo)).toBeLessThan((4 * spread) / Math.sqrt(logs.length));
    expect(logMeanExp(logs)).toBeGreaterThan(mean);
    expect(Math.abs(logMeanExp(logs) - logEvidence(model, x))).toBeLessThan(0.05);
  });
});

test('p(x) by quadrature over the code', () => {
  let total = 0;
  for (let z = -12; z < 12; z += 0.001)
    total += 0.001 * Math.exp(logNormalDensity([z], priorOf(SMALL)) + logNormalDensity([1], { mean: [2 * z], covariance: [[1]] })); // prettier-ignore
  expect(logEvidence(SMALL, [1])).toBeCloseTo(Math.log(total), 10);
});

test('samples have the mean and covariance of the evidence', () => {
  const rng = createRng(8);
  const n = 20_000;
  const normals = (count: number) => Array.from({ length: count }, () => rng.normal());
  const drawn = Array.from({ length: n }, () => sampleLinearGaussian(model, normals(2), normals(3)).x);
  const { mean, covariance } = evidence(model);
  mean.forEach((m, i) => {
    const found = drawn.reduce((sum, each) => sum + each[i]!, 0) / n;
    expect(Math.abs(found - m)).toBeLessThan(4 * Math.sqrt(covariance[i]![i]! / n));
    const variance = drawn.reduce((sum, each) => sum + (each[i]! - m) ** 2, 0) / n;
    expect(Math.abs(variance / covariance[i]![i]! - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });
});

test('the numbers printed in the doc comments', () => {
  const standard = { mean: [0], covariance: [[1]] };
  expect(logNormalDensity([0], standard)).toBeCloseTo(-0.9189385332046727, 15);
  expect(klOfGaussians(standard, { mean: [1], covariance: [[1]] })).toBe(0.5);
  expect(evidence(SMALL)).toEqual({ mean: [0], covariance: [[5]] });
  expect(logEvidence(SMALL, [1])).toBeCloseTo(-1.8236574894217228, 14);
  expectSame(posterior(SMALL, [1]), { mean: [0.4], covariance: [[0.2]] }, 1e-15);
  expectSame(bestDiagonal(SMALL, [1]), { mean: [0.4], covariance: [[0.2]] }, 1e-15);
  const q = { mean: [0.4], covariance: [[0.2]] };
  expect(expectedLogLikelihood(SMALL, [1], q)).toBeCloseTo(-1.3389385332046728, 14);
  expect(sampleLinearGaussian(SMALL, [1], [0.5])).toEqual({ z: [1], x: [2.5] });
  expect(sampleGaussian({ mean: [1], covariance: [[4]] }, [0.5])).toEqual([2]);
});

test('bad models are named', () => {
  expect(() => evidence({ ...SMALL, noiseVariance: 0 })).toThrow(/noiseVariance must be above 0/);
  expect(() => posterior({ ...SMALL, offset: [0, 1] }, [1])).toThrow(/1 rows, offset 2 values/);
  expect(() => logEvidence(SMALL, [1, 2])).toThrow(/equal/);
  expect(() => elboTerms(SMALL, [1], { mean: [0], covariance: [[-1]] })).toThrow(/positive definite/);
});
