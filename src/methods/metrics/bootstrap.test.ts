import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { bootstrapDeviation } from './bootstrap';

const mean = (sample: Float64Array) => sample.reduce((sum, value) => sum + value, 0) / sample.length;

describe('bootstrapDeviation', () => {
  test('of a mean it is the standard error √(Σ(x − x̄)²/n)/√n, which resampling has in closed form', () => {
    const rng = createRng(4);
    const values = Array.from({ length: 40 }, () => rng.normal());
    const centre = mean(Float64Array.from(values));
    const exact = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0)) / values.length;
    const B = 20_000;
    // The relative error of a standard deviation of B draws is about 1/√(2B).
    const found = bootstrapDeviation(values, mean, createRng(5), B);
    expect(Math.abs(found / exact - 1)).toBeLessThan(4 / Math.sqrt(2 * B));
  });

  test('two values: the mean of two draws is −1, 0 or 1 with chances ¼, ½, ¼, so its variance is ½', () => {
    expect(bootstrapDeviation([-1, 1], mean, createRng(1), 40_000) ** 2).toBeCloseTo(1 / 2, 1);
  });

  test('equal values do not vary; one seed gives one answer', () => {
    expect(bootstrapDeviation([3, 3], mean, createRng(1), 10)).toBe(0);
    const once = () => bootstrapDeviation([1, 2, 5], mean, createRng(9), 30);
    expect(once()).toBe(once());
  });

  test('nothing to draw from, too few samples: named', () => {
    expect(() => bootstrapDeviation([], mean, createRng(1), 10)).toThrow(/at least one value/);
    expect(() => bootstrapDeviation([1], mean, createRng(1), 1)).toThrow(/found 1/);
  });
});
