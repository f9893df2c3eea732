import { expect, it } from 'vitest';
import { listEntries } from './sparse-entries';

const MASK = [...[0, 1, 0, 1], ...[0, 0, 0, 0], ...[1, 1, 0, 0]];

it('lists the entries by rows, and their order by columns', () => {
  expect(listEntries(MASK, 3, 4)).toEqual({
    rowStarts: Float32Array.of(0, 2, 2, 4),
    rowOf: Float32Array.of(0, 0, 2, 2),
    columnOf: Float32Array.of(1, 3, 0, 1),
    columnStarts: Float32Array.of(0, 1, 3, 3, 4),
    order: Float32Array.of(2, 0, 3, 1),
  });
});

it('puts the places behind the last entry into a row that is none', () => {
  const { rowOf, columnOf, rowStarts, order } = listEntries(MASK, 3, 4, 6);
  expect(rowStarts.at(-1)).toBe(4);
  expect([...rowOf.subarray(4)]).toEqual([3, 3]);
  expect([...columnOf.subarray(4), ...order.subarray(4)]).toEqual([0, 0, 0, 0]);
});

it('has room for one entry where there is none', () => {
  expect(listEntries([0, 0], 1, 2).rowOf).toEqual(Float32Array.of(1));
});

it.each([
  [[1, 1, 1], 2, 2, undefined, 'expected a mask of 2 · 2 numbers'],
  [[1, 1, 1, 1], 2, 2, 3, '4 entries do not fit into room for 3'],
] as const)('refuses what does not fit: %j', (mask, rows, columns, capacity, message) => {
  expect(() => listEntries(mask, rows, columns, capacity)).toThrow(message);
});
