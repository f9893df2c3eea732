import { expect, test } from 'vitest';
import { createRng } from '../rng/create-rng';
import { transportOnLine } from './line-transport';

const N = 2001;
const SPACING = 0.01;
const X = Array.from({ length: N }, (_, i) => (i - (N - 1) / 2) * SPACING);

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
const gaussian = (mean: number, sigma: number) =>
  normalised(X.map((x) => Math.exp(-((x - mean) ** 2) / (2 * sigma ** 2))));

function random(seed: number): number[] {
  const rng = createRng(seed);
  return normalised(X.map(() => rng.uniform() ** 3));
}

test('shifted equal Gaussians are their shift apart, and the critic falls all the way from the one to the other', () => {
  for (const shift of [0.5, 2, 4]) {
    const { distance, slopes } = transportOnLine(gaussian(-1, 0.3), gaussian(-1 + shift, 0.3), SPACING);
    expect(distance).toBeCloseTo(shift, 10);
    expect(slopes.slice(850, 900 + shift / SPACING).every((slope) => slope === -1)).toBe(true);
  }
});

test('Gaussians of one centre and widths s, t are √(2/π) |s − t| apart', () => {
  const { distance } = transportOnLine(gaussian(0, 0.5), gaussian(0, 1.2), SPACING);
  // The integrand has a kink where the distribution functions cross.
  expect(Math.abs(distance - Math.sqrt(2 / Math.PI) * 0.7)).toBeLessThan(SPACING ** 2);
});

test('the critic reaches the distance exactly (duality), and no other 1-Lipschitz function exceeds it', () => {
  for (const seed of [1, 2, 3]) {
    const [p, q] = [random(seed), random(seed + 100)];
    const { distance, critic } = transportOnLine(p, q, SPACING);
    const gap = (f: (i: number) => number) => p.reduce((sum, value, i) => sum + f(i) * (value - q[i]!), 0);
    expect(gap((i) => critic[i]!)).toBeCloseTo(distance, 10);
    for (const other of [
      (i: number) => X[i]!,
      (i: number) => -X[i]!,
      (i: number) => Math.sin(X[i]!),
      (i: number) => Math.abs(X[i]!),
    ])
      expect(gap(other)).toBeLessThanOrEqual(distance + 1e-12);
  }
});

test('it is a metric: 0 only for equal distributions, symmetric, and a detour is never shorter', () => {
  const [p, q, r] = [random(7), random(8), random(9)];
  const between = (one: number[], other: number[]) => transportOnLine(one, other, SPACING).distance;
  expect(between(p, p)).toBe(0);
  expect(transportOnLine(p, p, SPACING).slopes.every((slope) => slope === 0)).toBe(true);
  expect(between(p, q)).toBeCloseTo(between(q, p), 12);
  expect(between(p, r)).toBeLessThanOrEqual(between(p, q) + between(q, r));
});

test('a generator on one of two modes is pulled towards the other everywhere in between, also where it stands', () => {
  const data = gaussian(-2, 0.3).map((value, i) => (value + gaussianAt2[i]!) / 2);
  const { distance, slopes } = transportOnLine(data, gaussian(-2, 0.3), SPACING);
  expect(distance).toBeCloseTo(2, 8);
  expect(slopes[800]).toBe(1);
  expect(slopes[1000]).toBe(1);
});
const gaussianAt2 = gaussian(2, 0.3);

test('where no mass passes the slope is 0: any slope up to 1 is optimal there', () => {
  const { slopes, critic } = transportOnLine([0.5, 0.5, 0, 0, 0], [0, 0.5, 0.5, 0, 0], 1);
  expect([...slopes]).toEqual([-1, -1, 0, 0]);
  expect(critic.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 14);
});

test('the number printed in the doc comment; bad input is named', () => {
  expect(transportOnLine([1, 0, 0], [0, 0, 1], 0.5).distance).toBe(1);
  expect(() => transportOnLine([1], [0.5, 0.5], 1)).toThrow(/p has 1 values, q 2/);
  expect(() => transportOnLine([1, 0], [0.5, 0.4], 1)).toThrow(/q must sum to 1, found 0.9/);
  expect(() => transportOnLine([2, -1], [0.5, 0.5], 1)).toThrow(/p\[1\] must be at least 0, found -1/);
  expect(() => transportOnLine([1, 0], [0.5, 0.5], 0)).toThrow(/spacing must be above 0, found 0/);
});
