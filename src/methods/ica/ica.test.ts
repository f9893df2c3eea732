import { describe, expect, test } from 'vitest';
import { identity, multiplyMatrices, transposeMatrix, type Matrix } from '~/methods/linear-algebra/matrix';
import { covarianceOfRows } from '~/methods/pca/pca';
import { createRng } from '~/methods/rng/create-rng';
import { amariDistance, decorrelate, fastIca, fastIcaStep, type Nonlinearity } from './fast-ica';
import golden from './golden.json';
import { whiten } from './whiten';

const expectSame = (found: Matrix, expected: Matrix, digits = 10) =>
  found.forEach((row, i) =>
    row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]?.[j] ?? NaN, digits)),
  );

describe('equal to PyTorch’s', () => {
  test('whitening', () => {
    const found = whiten(golden.points);
    expectSame(found.matrix, golden.matrix);
    expectSame(found.points, golden.white);
  });

  test.each(Object.entries(golden.runs))('three steps with %s', (name, steps) => {
    let w: Matrix = golden.start;
    for (const expected of steps) {
      w = fastIcaStep(w, golden.white, name as Nonlinearity);
      expectSame(w, expected, 9);
    }
  });

  test('Amari’s distance', () => {
    const unmixing = multiplyMatrices(golden.start, golden.matrix);
    expect(amariDistance(unmixing, golden.mixing)).toBeCloseTo(golden.amariDistance, 11);
  });
});

const MIXING = [[1, 0.6, -0.3], [-0.5, 1, 0.4], [0.2, 0.7, 1]]; // prettier-ignore
const mix = (sources: Matrix) => multiplyMatrices(sources, transposeMatrix(MIXING));

describe.each(['tanh', 'cube'] as const)('unmixing with %s', (nonlinearity) => {
  const rng = createRng(3);
  const sources = Array.from({ length: 4000 }, () => [
    rng.uniform() - 0.5,
    rng.uniform() < 0.5 ? -1 : 1,
    Math.sin(6.283 * rng.uniform()),
  ]);
  const found = fastIca(mix(sources), createRng(1), { nonlinearity });

  test('finds three sources that are not normal, whatever the start', () => {
    expect(found.converged).toBe(true);
    expect(amariDistance(found.unmixing, MIXING)).toBeLessThan(0.03);
    const other = fastIca(mix(sources), createRng(2), { nonlinearity });
    expect(amariDistance(other.unmixing, MIXING)).toBeLessThan(0.03);
    // Whitening alone is not enough.
    expect(amariDistance(whiten(mix(sources)).matrix, MIXING)).toBeGreaterThan(0.1);
  });

  test('sources are white; one seed, one result', () => {
    expectSame(covarianceOfRows(found.sources), identity(3), 9);
    expect(fastIca(mix(sources), createRng(1), { nonlinearity })).toEqual(found);
  });
});

test('two normal sources cannot be told apart: the distance stays large', () => {
  const rng = createRng(4);
  const sources = Array.from({ length: 2000 }, () => [rng.normal(), rng.normal()]);
  const mixing = [[1, 0.8], [-0.2, 1]]; // prettier-ignore
  const distances = [1, 2, 3, 4].map((seed) =>
    amariDistance(
      fastIca(multiplyMatrices(sources, transposeMatrix(mixing)), createRng(seed)).unmixing,
      mixing,
    ),
  );
  expect(Math.max(...distances)).toBeGreaterThan(0.1);
});

test('decorrelation gives orthonormal rows and leaves an orthogonal matrix alone', () => {
  const w = decorrelate(MIXING);
  expectSame(multiplyMatrices(w, transposeMatrix(w)), identity(3), 13);
  expectSame(decorrelate(w), w, 13);
});

test('Amari’s distance is 0 for any order, sign and scale, at most 1', () => {
  expect(amariDistance([[0, 2], [-1, 0]], identity(2))).toBe(0); // prettier-ignore
  expect(amariDistance([[1, 1], [1, 1]], identity(2))).toBe(1); // prettier-ignore
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(whiten([[-2], [2]]).points).toEqual([[-1], [1]]);
  expectSame(decorrelate([[2, 0], [0, 3]]), identity(2), 15); // prettier-ignore
  expect(() => whiten([[1, 1], [2, 2]])).toThrow(/direction 1 of 2 has no variance/); // prettier-ignore
  expect(() => whiten([[1], [2]], 2)).toThrow(/in 1 … 1, found 2/);
  expect(() => decorrelate([[0, 0], [0, 1]])).toThrow(/full rank/); // prettier-ignore
  expect(() => amariDistance([[1]], [[1]])).toThrow(/at least two sources/);
  expect(() => amariDistance([[0, 0], [1, 1]], identity(2))).toThrow(/is 0/); // prettier-ignore
});
