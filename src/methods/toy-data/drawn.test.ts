import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import {
  decodePoints,
  DRAWN_HALF_SIDE,
  encodePoints,
  isDrawing,
  LATTICE,
  MAX_DRAWN,
  sampleDrawn,
} from './drawn';

const CELL = (2 * DRAWN_HALF_SIDE) / LATTICE;

test('a drawing comes back to within half a cell, in its order; corners are letters A and _', () => {
  const points = [
    [0.05, 0.05],
    [-2.99, 2.99],
    [1.3, -2.2],
  ] as const;
  const text = encodePoints(points);
  expect(text).toHaveLength(6);
  expect(text.slice(2, 4)).toBe('A_');
  decodePoints(text).forEach(([x, y], i) => {
    const [wantedX, wantedY] = points[i] ?? [NaN, NaN];
    expect(Math.abs(x - wantedX)).toBeLessThanOrEqual(CELL / 2);
    expect(Math.abs(y - wantedY)).toBeLessThanOrEqual(CELL / 2);
  });
});

test('every cell is its own: text → points → text is the identity on all 4096', () => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const column of digits)
    for (const row of digits) expect(encodePoints(decodePoints(column + row))).toBe(column + row);
});

test('two points of one cell are one; what lies outside goes to the edge', () => {
  expect(
    encodePoints([
      [0.01, 0.01],
      [0.02, 0.03],
    ]),
  ).toHaveLength(2);
  expect(encodePoints([[99, -99]])).toBe(encodePoints([[2.99, -2.99]]));
});

test.each([
  ['', false],
  ['a', false],
  ['ab', true],
  ['a b', false],
  ['a+', false],
  ['ab='.repeat(2), false],
  ['ab'.repeat(MAX_DRAWN), true],
  ['ab'.repeat(MAX_DRAWN + 1), false],
])('%j is a drawing: %s', (text, yes) => {
  expect(isDrawing(text)).toBe(yes);
  if (!yes) expect(() => decodePoints(text)).toThrow(/^decodePoints: expected 1 … 200 pairs/);
});

test('bad points are named', () => {
  expect(() => encodePoints([])).toThrow('encodePoints: expected 1 … 200 cells, found 0');
  expect(() => encodePoints([[NaN, 1]])).toThrow('found (NaN, 1)');
});

test('samples: each point equally often, with the deviation asked for', () => {
  const n = 20_000;
  const samples = sampleDrawn(
    createRng(1),
    n,
    encodePoints([
      [-1, 0],
      [1, 0],
    ]),
    { sigma: 0.1 },
  );
  expect(samples).toHaveLength(2 * n);
  const right = samples.filter((x, i) => i % 2 === 0 && x > 0).length;
  expect(Math.abs(right / n - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / n));
  const ys = samples.filter((_, i) => i % 2 === 1);
  const variance = ys.reduce((sum, y) => sum + (y - CELL / 2) ** 2, 0) / n;
  expect(Math.abs(variance - 0.01)).toBeLessThan(5 * 0.01 * Math.sqrt(2 / n));
  expect(() => sampleDrawn(createRng(1), 0, 'ab')).toThrow('sampleDrawn');
});
