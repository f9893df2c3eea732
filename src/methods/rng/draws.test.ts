import { expect, test } from 'vitest';
import { createRng } from './create-rng';
import { drawIndices, drawNormal, drawUniform } from './draws';
import { threefry2x32 } from './threefry';

const draw = { seed: 42, stream: 3, run: 5 };
const N = 200_000;

/** Mean of the k-th powers. */
function moment(values: ArrayLike<number>, k: number): number {
  return Array.from(values).reduce((sum, value) => sum + value ** k, 0) / values.length;
}

test('uniforms are the high 24 bits of the words, counter (pair, run), key (seed, stream)', () => {
  const uniforms = drawUniform(5, draw);
  const words = threefry2x32(42, 3, 1, 5, new Uint32Array(2));
  expect(uniforms[2]).toBe(((words[0] ?? NaN) >>> 8) / 2 ** 24);
  expect(uniforms[3]).toBe(((words[1] ?? NaN) >>> 8) / 2 ** 24);
  // Exact in float32, so every executor has the same.
  expect(Array.from(Float32Array.from(uniforms))).toEqual(Array.from(uniforms));
});

test('a draw depends on seed, stream and run, and not on the size of the node', () => {
  const first = drawUniform(6, draw);
  expect(drawUniform(9, draw).slice(0, 6)).toEqual(first);
  expect(drawNormal(7, draw).slice(0, 6)).toEqual(drawNormal(6, draw));
  for (const other of [{ seed: 43 }, { stream: 4 }, { run: 6 }])
    expect(drawUniform(6, { ...draw, ...other })).not.toEqual(first);
});

test('normals are Box–Muller pairs of those words', () => {
  const [w0 = NaN, w1 = NaN] = threefry2x32(42, 3, 0, 5, new Uint32Array(2));
  const radius = Math.sqrt(-2 * Math.log(((w0 >>> 8) + 1) / 2 ** 24));
  const angle = (2 * Math.PI * (w1 >>> 8)) / 2 ** 24;
  const [first, second] = drawNormal(2, draw);
  expect(first).toBeCloseTo(radius * Math.cos(angle), 13);
  expect(second).toBeCloseTo(radius * Math.sin(angle), 13);
});

// Bounds are five standard errors of the mean of N draws.
test('uniforms have the moments of a uniform', () => {
  const values = drawUniform(N, draw);
  expect(Math.abs(moment(values, 1) - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / N));
  expect(Math.abs(moment(values, 2) - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / N));
  expect(Math.min(...values.subarray(0, 50_000))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values.subarray(0, 50_000))).toBeLessThan(1);
});

test('normals have the moments of a standard normal, pairs are not correlated', () => {
  const values = drawNormal(N, draw);
  const variances = [1, 2, 15, 96];
  [0, 1, 0, 3].forEach((expected, k) => {
    expect(Math.abs(moment(values, k + 1) - expected)).toBeLessThan(5 * Math.sqrt((variances[k] ?? NaN) / N));
  });
  const products = values.filter((_, i) => i % 2 === 0).map((value, i) => value * (values[2 * i + 1] ?? NaN));
  expect(Math.abs(moment(products, 1))).toBeLessThan(5 * Math.sqrt(2 / N));
});

test('indices are whole numbers below the limit, each as often', () => {
  const counts = new Float64Array(5);
  for (const index of drawIndices(N, 5, draw)) counts[index] = (counts[index] ?? NaN) + 1;
  expect(counts.reduce((a, b) => a + b)).toBe(N);
  for (const count of counts) expect(Math.abs(count - N / 5)).toBeLessThan(5 * Math.sqrt(N * 0.16));
});

test('createRng: one seed one sequence, another seed another', () => {
  const take = (seed: number) => {
    const rng = createRng(seed);
    return [rng.uniform(), rng.normal(), rng.integer(10), rng.uniform()];
  };
  expect(take(3)).toEqual(take(3));
  expect(take(3)).not.toEqual(take(4));
  expect(createRng(3).uniform()).toMatchInlineSnapshot(`0.6117587329354137`);
  const words = threefry2x32(3, 0xffffffff, 0, 0, new Uint32Array(2));
  expect(createRng(3).uniform()).toBe((words[0] ?? NaN) / 2 ** 32);
});

test('createRng: moments', () => {
  const rng = createRng(9);
  const normals = Float64Array.from({ length: N }, () => rng.normal());
  expect(Math.abs(moment(normals, 1))).toBeLessThan(5 * Math.sqrt(1 / N));
  expect(Math.abs(moment(normals, 2) - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
  const threes = Array.from({ length: N }, () => rng.integer(3));
  expect(new Set(threes)).toEqual(new Set([0, 1, 2]));
  expect(Math.abs(moment(threes, 1) - 1)).toBeLessThan(5 * Math.sqrt(2 / 3 / N));
});

test('bad seeds and limits are named', () => {
  for (const seed of [-1, 1.5, NaN, 2 ** 32])
    expect(() => createRng(seed)).toThrow(/seed: expected a whole number/);
  expect(() => createRng(1).integer(0)).toThrow(/integer: below/);
});
