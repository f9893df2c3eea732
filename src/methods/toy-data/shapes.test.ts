import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import type { Rng } from '~/methods/rng/rng';
import { sampleCheckerboard } from './checkerboard';
import { grid25Modes, sampleGrid25 } from './grid';
import { sampleLine } from './line';
import { measureModes } from './mode-coverage';
import { sampleMoons } from './moons';
import { sampleRing } from './ring';
import { sampleSpiral } from './spiral';

const N = 40_000;
type Sampler = (rng: Rng, n: number) => Float32Array;
const SETS: Record<string, Sampler> = {
  ring: sampleRing,
  grid: sampleGrid25,
  spiral: sampleSpiral,
  moons: sampleMoons,
  line: sampleLine,
  checkerboard: sampleCheckerboard,
};

const pairs = (points: Float32Array) =>
  Array.from(
    { length: points.length / 2 },
    (_, i) => [points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN] as const,
  );
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(Object.entries(SETS))('%s', (_, sample) => {
  test('lies in the square |x|, |y| ≤ 3', () => {
    const points = sample(createRng(1), N);
    expect(points).toHaveLength(2 * N);
    expect(points.every((value) => Math.abs(value) <= 3)).toBe(true);
  });

  test('one seed gives the same points bit for bit, another others; a longer draw begins with the shorter one', () => {
    expect(sample(createRng(7), 50)).toEqual(sample(createRng(7), 50));
    expect(sample(createRng(7), 50)).toEqual(sample(createRng(7), 90).subarray(0, 100));
    expect(sample(createRng(7), 50)).not.toEqual(sample(createRng(8), 50));
  });

  test('no points are asked for: named', () => {
    expect(() => sample(createRng(1), 0)).toThrow(/n must be a whole number of at least 1, found 0/);
  });
});

// Bounds are five standard errors.
test('grid: 25 centres row by row about the origin; within 3σ lie 1 − e^−4.5 of the points, a 25th of them at each', () => {
  const modes = grid25Modes({ spacing: 2 });
  expect(modes).toHaveLength(25);
  expect(modes.slice(0, 6)).toEqual([[-4, -4], [-2, -4], [0, -4], [2, -4], [4, -4], [-4, -2]]); // prettier-ignore
  expect(modes[12]).toEqual([0, 0]);
  const { counts, closeShare, covered } = measureModes(sampleGrid25(createRng(2), N), grid25Modes(), 0.05);
  const close = 1 - Math.exp(-4.5);
  expect(Math.abs(closeShare - close)).toBeLessThan(5 * Math.sqrt((close * (1 - close)) / N));
  for (const count of counts) expect(Math.abs(count / N - close / 25)).toBeLessThan(5 * Math.sqrt(0.04 / N));
  expect(covered).toBe(25);
});

test('spiral: without noise angle and distance keep their ratio, and the squared distance is uniform', () => {
  const points = pairs(sampleSpiral(createRng(3), N, { radius: 2, turns: 2, noise: 0 }));
  for (const [x, y] of points.slice(0, 2000)) {
    const along = Math.hypot(x, y) / 2;
    expect(Math.hypot(x - 2 * along * Math.cos(4 * Math.PI * along), y - 2 * along * Math.sin(4 * Math.PI * along))).toBeLessThan(1e-4); // prettier-ignore
  }
  const squares = points.map(([x, y]) => (x * x + y * y) / 4);
  expect(Math.abs(meanOf(squares) - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / N));
  expect(Math.abs(meanOf(squares.map((value) => value ** 2)) - 1 / 3)).toBeLessThan(
    5 * Math.sqrt(4 / 45 / N),
  );
});

test('line: uniform between its ends without noise; noise adds its variance across', () => {
  const points = pairs(sampleLine(createRng(4), N, { noise: 0 }));
  for (const [x, y] of points) expect(Math.abs(y - x / 2)).toBeLessThan(1e-6);
  expect(Math.abs(meanOf(points.map(([x]) => x * x)) - 4 / 3)).toBeLessThan(5 * Math.sqrt(64 / 45 / N));
  const across = pairs(sampleLine(createRng(5), N, { noise: 0.2 })).map(
    ([x, y]) => (2 * y - x) / Math.sqrt(5),
  );
  expect(Math.abs(meanOf(across.map((value) => value ** 2)) - 0.04)).toBeLessThan(
    5 * Math.sqrt((2 * 0.04 ** 2) / N),
  );
});

test('checkerboard: only dark cells, each as often, uniform inside', () => {
  const points = pairs(sampleCheckerboard(createRng(6), N, { halfSide: 2, cells: 4 }));
  const counts = new Map<string, number>();
  for (const [x, y] of points) {
    const [column, row] = [Math.floor(x + 2), Math.floor(y + 2)];
    expect((column + row) % 2).toBe(0);
    counts.set(`${column} ${row}`, (counts.get(`${column} ${row}`) ?? 0) + 1);
  }
  expect(counts.size).toBe(8);
  for (const count of counts.values())
    expect(Math.abs(count / N - 1 / 8)).toBeLessThan(5 * Math.sqrt(0.11 / N));
  const inside = points.map(([x]) => x - Math.floor(x));
  expect(Math.abs(meanOf(inside) - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / N));
});

test('bad options are named', () => {
  expect(() => sampleGrid25(createRng(1), 5, { sigma: -1 })).toThrow(/sigma must be at least 0/);
  expect(() => grid25Modes({ spacing: NaN })).toThrow(/spacing must be at least 0 and finite, found NaN/);
  expect(() => sampleSpiral(createRng(1), 5, { turns: -1 })).toThrow(/turns must be at least 0/);
  expect(() => sampleLine(createRng(1), 5, { end: [Infinity, 0] })).toThrow(
    /end must be at least 0 and finite/,
  );
  expect(() => sampleCheckerboard(createRng(1), 5, { cells: 1 })).toThrow(/at least 2, found 1/);
});
