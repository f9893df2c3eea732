import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { measureModes, modesCovered } from './mode-coverage';
import { sampleMoons } from './moons';
import { ringModes, sampleRing } from './ring';

const N = 40_000;
const column = (points: Float32Array, which: 0 | 1) => points.filter((_, i) => i % 2 === which);
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

test('ring: eight centres on the circle, counter-clockwise from the positive x axis', () => {
  const modes = ringModes({ radius: 3 });
  expect(modes).toHaveLength(8);
  modes.forEach(([x, y], i) => {
    expect(x).toBeCloseTo(3 * Math.cos((i * Math.PI) / 4), 14);
    expect(y).toBeCloseTo(3 * Math.sin((i * Math.PI) / 4), 14);
  });
});

// Bounds are five standard errors.
test('ring: mean 0 and, along each axis, variance r²/2 + σ²', () => {
  const points = sampleRing(createRng(1), N, { radius: 2, sigma: 0.3 });
  expect(points).toHaveLength(2 * N);
  const variance = 2 + 0.09;
  for (const which of [0, 1] as const) {
    const values = column(points, which);
    expect(Math.abs(mean(values))).toBeLessThan(5 * Math.sqrt(variance / N));
    expect(Math.abs(mean(values.map((value) => value ** 2)) - variance)).toBeLessThan(5 * Math.sqrt(3 / N));
  }
});

test('ring: within 3σ of the centres lie 1 − e^−4.5 of the points, an eighth of them at each', () => {
  const { counts, closeShare, covered } = measureModes(sampleRing(createRng(2), N), ringModes(), 0.1);
  const expected = 1 - Math.exp(-4.5);
  expect(Math.abs(closeShare - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / N));
  for (const count of counts)
    expect(Math.abs(count / N - expected / 8)).toBeLessThan(5 * Math.sqrt(0.11 / N));
  expect(covered).toBe(8);
});

test('moons: symmetric about the origin, on half circles of the radius without noise', () => {
  const points = sampleMoons(createRng(3), N, { radius: 2, noise: 0 });
  const [xs, ys] = [column(points, 0), column(points, 1)];
  xs.forEach((x, i) => {
    const y = ys[i] ?? NaN;
    const upper = Math.hypot(x + 1, y + 0.5);
    const lower = Math.hypot(x - 1, y - 0.5);
    const onUpper = Math.abs(upper - 2) < 1e-6 && y >= -0.5 - 1e-6;
    const onLower = Math.abs(lower - 2) < 1e-6 && y <= 0.5 + 1e-6;
    expect(onUpper || onLower).toBe(true);
  });
  expect(Math.abs(mean(xs))).toBeLessThan(5 * Math.sqrt(3 / N));
  // E y² of the upper moon, r² E (sin θ − 1/4)² = r² (1/2 − 1/π + 1/16), is that of both.
  const expected = 4 * (1 / 2 - 1 / Math.PI + 1 / 16);
  expect(Math.abs(mean(ys.map((y) => y * y)) - expected)).toBeLessThan(5 * Math.sqrt(1 / N));
});

test('moons: noise adds its variance', () => {
  const plain = sampleMoons(createRng(4), N, { noise: 0 });
  const noisy = sampleMoons(createRng(5), N, { noise: 0.5 });
  const square = (points: Float32Array) => mean(points.map((value) => value ** 2));
  expect(Math.abs(square(noisy) - square(plain) - 0.25)).toBeLessThan(0.03);
});

test('one seed gives the same points', () => {
  expect(sampleRing(createRng(7), 20)).toEqual(sampleRing(createRng(7), 20));
  expect(sampleMoons(createRng(7), 20)).not.toEqual(sampleMoons(createRng(8), 20));
});

test('modes covered: at least the share of all samples within 3σ of the centre', () => {
  const modes = [
    [0, 0],
    [10, 0],
  ] as const;
  // Two at the first (the edge 3σ counts), one at the second, one nowhere.
  const samples = [0, 0, 0, 3, 10, 1, 5, 5];
  expect(measureModes(samples, modes, 1, 0.3)).toEqual({ counts: [2, 1], closeShare: 0.75, covered: 1 });
  expect(modesCovered(samples, modes, 1, 0.25)).toBe(2);
  expect(modesCovered(samples, modes, 1)).toBe(2);
  expect(modesCovered([0, 3.001], modes, 1)).toBe(0);
  expect(modesCovered([NaN, NaN], modes, 1)).toBe(0);
});

test('bad arguments are named', () => {
  expect(() => sampleRing(createRng(1), 0)).toThrow(/n must be a whole number of at least 1, found 0/);
  expect(() => sampleRing(createRng(1), 5, { sigma: -1 })).toThrow(/sigma must be at least 0/);
  expect(() => sampleMoons(createRng(1), 2.5)).toThrow(/found 2.5/);
  expect(() => measureModes([1, 2, 3], ringModes(), 0.1)).toThrow(/found 3 numbers/);
  expect(() => measureModes([1, 2], [], 0.1)).toThrow(/at least one mode/);
  expect(() => measureModes([1, 2], ringModes(), 0)).toThrow(/sigma must be above 0/);
  expect(() => measureModes([1, 2], ringModes(), 1, 0)).toThrow(/share must be in/);
});
