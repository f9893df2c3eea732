import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { bestQuantile, chanceOfBetter, expectedBest } from './best-of';

/** Minima of every choice of n of the values. */
function minima(values: readonly number[], n: number, best = Infinity): number[] {
  if (n === 0) return [best];
  return values.flatMap((value, i) => minima(values.slice(i + 1), n - 1, Math.min(best, value)));
}

const rng = createRng(2);
const VALUES = Array.from({ length: 9 }, () => rng.normal());

describe('expectedBest', () => {
  test('is the mean of the minimum over every choice of n, for each n', () => {
    for (let n = 1; n <= VALUES.length; n++) {
      const all = minima(VALUES, n);
      expect(expectedBest(VALUES, n)).toBeCloseTo(
        all.reduce((sum, value) => sum + value, 0) / all.length,
        12,
      );
    }
    expect(expectedBest([3, 1, 2], 2)).toBeCloseTo(4 / 3, 15);
  });

  test('n = 1 is the mean, n = N the least; it never rises with the budget', () => {
    expect(expectedBest([4, 1, 1, 2], 1)).toBe(2);
    expect(expectedBest([4, 1, 1, 2], 4)).toBe(1);
    for (let n = 1; n < 9; n++)
      expect(expectedBest(VALUES, n + 1)).toBeLessThanOrEqual(expectedBest(VALUES, n));
  });

  test('uniform trials: about 1/(n + 1), also among ten thousand, where binomials would overflow', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
    for (const n of [1, 9, 99]) expect(expectedBest(many, n)).toBeCloseTo(1 / (n + 1), 4);
  });

  test('draws without putting back: unbiased where small samples are drawn from a known law', () => {
    // The mean over many lots of 5 uniform trials, at n = 3, is the true 1/4; with putting back it would be smaller.
    const source = createRng(7);
    const lots = Array.from({ length: 4000 }, () => expectedBest(Array.from({ length: 5 }, () => source.uniform()), 3)); // prettier-ignore
    const mean = lots.reduce((sum, value) => sum + value, 0) / lots.length;
    const spread = Math.sqrt(lots.reduce((sum, value) => sum + (value - mean) ** 2, 0) / lots.length);
    expect(Math.abs(mean - 1 / 4)).toBeLessThan((4 * spread) / Math.sqrt(lots.length));
  });

  test('an infinite trial counts as long as every choice may fall on infinite ones only', () => {
    expect(expectedBest([1, Infinity], 1)).toBe(Infinity);
    expect(expectedBest([1, Infinity], 2)).toBe(1);
  });

  test('budgets out of range and NaN are named', () => {
    expect(() => expectedBest([1, 2], 3)).toThrow(/whole number in 1 … 2 .*, found 3/);
    expect(() => expectedBest([1, NaN], 1)).toThrow(/found NaN/);
  });
});

test('bestQuantile is the quantile of the minimum over every choice of n', () => {
  for (const n of [1, 3, 9])
    for (const q of [0.1, 0.5, 0.9, 1]) {
      const all = minima(VALUES, n).sort((a, b) => a - b);
      expect(bestQuantile(VALUES, n, q)).toBe(all[Math.ceil(q * all.length - 1e-9) - 1]);
    }
  expect(bestQuantile([3, 1, 2], 2, 0.5)).toBe(1);
  expect(() => bestQuantile([1], 1, 0)).toThrow(/q must be in \(0, 1\], found 0/);
});

describe('chanceOfBetter', () => {
  const others = [...VALUES.slice(0, 3), ...Array.from({ length: 4 }, () => rng.normal() / 2)];

  test('is the share of pairs of choices in which the one is less, a draw counting half', () => {
    for (const n of [1, 2, 5, 7]) {
      const [a, b] = [minima(VALUES, n), minima(others, n)];
      let won = 0;
      for (const x of a) for (const y of b) won += x < y ? 1 : x === y ? 1 / 2 : 0;
      expect(chanceOfBetter(VALUES, others, n)).toBeCloseTo(won / a.length / b.length, 12);
      expect(chanceOfBetter(others, VALUES, n)).toBeCloseTo(1 - won / a.length / b.length, 12);
    }
  });

  test('against itself one half; wholly better 1; infinite trials draw with each other', () => {
    expect(chanceOfBetter(VALUES, VALUES, 4)).toBeCloseTo(1 / 2, 12);
    expect(chanceOfBetter([1, 2, 3], [4, 5], 2)).toBe(1);
    expect(chanceOfBetter([4, 5], [1, 2, 3], 2)).toBeCloseTo(0, 15);
    expect(chanceOfBetter([Infinity], [Infinity], 1)).toBe(1 / 2);
  });

  test('budgets that one of the two has not, and NaN, are named', () => {
    expect(() => chanceOfBetter([1, 2], [1], 2)).toThrow(/whole number in 1 … 1 .*, found 2/);
    expect(() => chanceOfBetter([1], [NaN], 1)).toThrow(/found NaN/);
  });
});
