import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { keepApart } from './keep-apart';

test('names that do not meet stay where they are', () => {
  expect(keepApart([90, 10, 50], 15, 0, 100)).toEqual([90, 10, 50]);
});

test('two that meet go half the way each, three on one spot about it, in their order', () => {
  expect(keepApart([50, 52, 90], 10, 0, 100)).toEqual([46, 56, 90]);
  expect(keepApart([50, 50, 50], 15, 0, 100)).toEqual([35, 50, 65]);
});

test('at an edge they stand one under another inside it', () => {
  expect(keepApart([98, 99, 100], 15, 0, 100)).toEqual([70, 85, 100]);
  expect(keepApart([-20, NaN], 15, 8, 100)).toEqual([8, 23]);
});

test('whatever is wanted: inside, in order, and nowhere nearer than the gap', () => {
  const rng = createRng(5);
  for (let run = 0; run < 200; run++) {
    const wanted = Array.from({ length: 6 }, () => 260 * rng.uniform() - 30);
    const places = keepApart(wanted, 16, 8, 192);
    const ranked = wanted.map((want, i) => ({ want, place: places[i]! })).sort((a, b) => a.want - b.want);
    ranked.forEach(({ place }, i) => {
      expect(place).toBeGreaterThanOrEqual(8 - 1e-9);
      expect(place).toBeLessThanOrEqual(192 + 1e-9);
      if (i > 0) expect(place - ranked[i - 1]!.place).toBeGreaterThanOrEqual(16 - 1e-9);
    });
  }
});
