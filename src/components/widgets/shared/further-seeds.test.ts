import { expect, test } from 'vitest';
import { meanSpread, pairedRow, soundPairs, type SeedPair } from './further-seeds';

const pair = (seed: number, a: number, b: number, diverged = false): SeedPair => ({
  seed,
  measures: [{ js: a }, { js: b }],
  reasons: ['finished', diverged ? 'diverged' : 'finished'],
  seconds: [1, 1],
});

test('mean and standard deviation with n − 1; one number has no spread', () => {
  expect(meanSpread([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, spread: Math.sqrt(32 / 7) });
  expect(meanSpread([3])).toEqual({ mean: 3, spread: NaN });
});

test('differences are taken on the same seed: what both sides share falls out of their spread', () => {
  const row = pairedRow('js', [pair(1, 10, 11), pair(2, 20, 21), pair(3, 30, 31)]);
  expect(row?.a.spread).toBeCloseTo(10, 12);
  expect(row?.difference).toEqual({ mean: 1, spread: 0 });
  expect([row?.larger, row?.seeds]).toEqual([3, 3]);
});

test('a seed on which a side diverged is not in the means; a quantity that a side lacks has no row', () => {
  const pairs = soundPairs([pair(1, 1, 2), pair(2, 1, 1e6, true)]);
  expect(pairs.map(({ seed }) => seed)).toEqual([1]);
  expect(pairedRow('js', [pair(1, 1, NaN)])).toBeUndefined();
  expect(pairedRow('k', pairs)).toBeUndefined();
});
