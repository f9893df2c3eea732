import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { shareOut } from './share';

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

test('in proportion, exactly the total, none above its room', () => {
  expect(shareOut(10, [1, 1, 2], [99, 99, 99])).toEqual([3, 2, 5]);
  expect(shareOut(9, [1, 1, 1], [99, 99, 99])).toEqual([3, 3, 3]);
  expect(shareOut(10, [1, 3, 1], [10, 4, 10])).toEqual([3, 4, 3]);
  expect(shareOut(0, [1, 1], [5, 5])).toEqual([0, 0]);
});

test('a layer without a claim gets only what no other can take; with no claim at all the room decides', () => {
  expect(shareOut(5, [0, 1], [10, 10])).toEqual([0, 5]);
  expect(shareOut(5, [0, 1], [10, 3])).toEqual([2, 3]);
  expect(shareOut(6, [0, 0], [10, 20])).toEqual([2, 4]);
});

test('invariants at 300 random claims: whole numbers, the sum, the room, and within one of the exact share where all have room', () => {
  const rng = createRng(17);
  for (let round = 0; round < 300; round++) {
    const room = Array.from({ length: 5 }, () => rng.integer(12));
    const claims = room.map(() => (rng.uniform() < 0.2 ? 0 : rng.uniform()));
    const total = rng.integer(sumOf(room) + 1);
    const shares = shareOut(total, claims, room);
    expect(sumOf(shares)).toBe(total);
    shares.forEach((share, at) => {
      expect(Number.isInteger(share)).toBe(true);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(room[at] ?? NaN);
    });
    const ample = shareOut(total, [1, ...claims.slice(1)], [999, 999, 999, 999, 999]);
    const all = 1 + sumOf(claims.slice(1));
    ample.forEach((share, at) =>
      expect(Math.abs(share - (total * (at === 0 ? 1 : claims[at]!)) / all)).toBeLessThan(1),
    );
  }
});

test('misuse is named', () => {
  expect(() => shareOut(5, [1, 1], [2, 2])).toThrow(/in 0 … 4, found 5/);
  expect(() => shareOut(1, [1], [2, 2])).toThrow(/1 claims, but room in 2 layers/);
  expect(() => shareOut(1, [-1, 1], [2, 2])).toThrow(
    /claim of layer 0 must be at least 0 and finite, found -1/,
  );
});
