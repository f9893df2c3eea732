import { describe, expect, test } from 'vitest';
import { gameValueAtOptimum } from '~/methods/gan-losses/optimum';
import { createRng } from '~/methods/rng/create-rng';
import { jensenShannon, klDivergence, totalVariation } from './discrete';
import golden from './golden.json';
import { histogram2d } from './histogram';
import { makeSort } from './sort';
import { slicedWasserstein, wasserstein1d } from './wasserstein';

const near = (found: number, expected: number, tolerance = 1e-12) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

describe('between probabilities', () => {
  test.each(golden.discrete.map((each, i) => [i, each] as const))('pair %i equals PyTorch’s', (_, each) => {
    const [p, q] = [each.p.values, each.q.values];
    near(klDivergence(p, q), each.klDivergence);
    if (each.reverse === null) expect(klDivergence(q, p)).toBe(Infinity);
    else near(klDivergence(q, p), each.reverse);
    near(jensenShannon(p, q), each.jensenShannon);
    near(totalVariation(p, q), each.totalVariation);
  });

  test('natural logarithm, in nats; JS of disjoint distributions is log 2, TV with its ½ is 1', () => {
    near(klDivergence([0.5, 0.5], [0.25, 0.75]), 0.14384103622589045, 1e-15);
    near(jensenShannon([1, 0], [0, 1]), Math.LN2, 1e-15);
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
    expect(totalVariation([0.5, 0.5], [0.25, 0.75])).toBe(0.25);
  });

  test('KL is under its first argument, infinite where the second has a zero that the first has not', () => {
    expect(klDivergence([0.5, 0.5], [1, 0])).toBe(Infinity);
    near(klDivergence([1, 0], [0.5, 0.5]), Math.LN2, 1e-15);
    expect(klDivergence([1, 0], [1, 0])).toBe(0);
  });

  test('JS is symmetric, and the game of Goodfellow et al. at its optimum is −log 4 + 2 JS', () => {
    const [p, q] = [[0.1, 0.2, 0.3, 0.4, 0], [0.3, 0, 0.3, 0.1, 0.3]]; // prettier-ignore
    if (!p || !q) throw new Error('two distributions');
    expect(jensenShannon(p, q)).toBe(jensenShannon(q, p));
    near(gameValueAtOptimum(p, q), -Math.log(4) + 2 * jensenShannon(p, q), 1e-14);
    // The least numbers that there are do not make it infinite.
    expect(jensenShannon([1, 0], [1, 5e-324])).toBe(0);
  });

  test('Pinsker: TV² ≤ KL / 2, on random pairs', () => {
    const rng = createRng(3);
    for (let i = 0; i < 200; i++) {
      const draw = () => Array.from({ length: 5 }, () => rng.uniform() ** 3 + 1e-9);
      const normal = (values: number[]) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        return values.map((value) => value / total);
      };
      const [p, q] = [normal(draw()), normal(draw())];
      expect(totalVariation(p, q) ** 2).toBeLessThanOrEqual(klDivergence(p, q) / 2 + 1e-12);
      expect(jensenShannon(p, q)).toBeLessThanOrEqual(Math.LN2 * totalVariation(p, q) + 1e-12);
    }
  });

  test('what is no distribution is named', () => {
    expect(() => klDivergence([1], [0.5, 0.5])).toThrow(/p has 1 values, q 2/);
    expect(() => jensenShannon([0.5, 0.4], [0.5, 0.5])).toThrow(/p must sum to 1, found 0.9/);
    expect(() => totalVariation([1.5, -0.5], [0.5, 0.5])).toThrow(/p\[1\] must be at least 0, found -0.5/);
    expect(() => klDivergence([], [])).toThrow(/at least one value/);
    expect(() => klDivergence([NaN, 1], [0, 1])).toThrow(/p\[0\] must be at least 0, found NaN/);
  });
});

describe('transport on the line', () => {
  test.each(golden.line.map((each, i) => [i, each] as const))(
    'sample %i, ties and unequal sizes among them: equals the area between the distribution functions',
    (_, { x, y, wasserstein1d: expected }) => {
      near(wasserstein1d(x.values, y.values), expected);
      near(wasserstein1d(y.values, x.values), expected);
    },
  );

  test('a shift costs its length, a copy nothing, order does not matter, doubling every point changes nothing', () => {
    expect(wasserstein1d([0, 1], [5, 4])).toBe(4);
    expect(wasserstein1d([3, 1, 2], [2, 3, 1])).toBe(0);
    expect(wasserstein1d([0], [1, 3])).toBe(2);
    near(wasserstein1d([0, 0, 4, 4], [1, 2, 7]), wasserstein1d([0, 4], [1, 1, 2, 2, 7, 7]), 1e-15);
  });

  test('equal to the best assignment of all', () => {
    const rng = createRng(5);
    const [xs, ys] = [
      Array.from({ length: 6 }, () => rng.normal()),
      Array.from({ length: 6 }, () => rng.normal()),
    ];
    near(
      wasserstein1d(xs, ys),
      bestAssignment(xs.length, (i, j) => Math.abs((xs[i] ?? NaN) - (ys[j] ?? NaN))),
    );
  });

  test('an empty sample is named, a value that is no number makes the distance none', () => {
    expect(() => wasserstein1d([], [1])).toThrow(/xs must have at least one value/);
    expect(wasserstein1d([NaN, 1], [1, 2])).toBeNaN();
  });
});

/** The least mean cost over all ways to pair n with n. */
function bestAssignment(n: number, cost: (i: number, j: number) => number): number {
  const place = (i: number, free: readonly number[]): number =>
    i === n ? 0 : Math.min(...free.map((j) => cost(i, j) + place(i + 1, free.filter((other) => other !== j)))); // prettier-ignore
  return place(0, Array.from({ length: n }, (_, j) => j)) / n; // prettier-ignore
}

describe('sliced transport in the plane', () => {
  const { directions } = golden;

  test.each(golden.plane.map((each, i) => [i, each] as const))(
    'sample %i equals the mean of PyTorch’s distances along each direction, to float32',
    (_, { x, y, slicedWasserstein: expected }) =>
      near(slicedWasserstein(x.values, y.values, { directions }), expected, 3e-7),
  );

  test('plain mean over a half circle: a shift by v costs 2/π · |v|, to 1 in 1,000 with 32 directions, whatever its angle', () => {
    for (const angle of [0, 0.3, 1, 2.2]) {
      const shift = [5 * Math.cos(angle), 5 * Math.sin(angle)];
      near(slicedWasserstein([0, 0], shift), 10 / Math.PI, 1e-3);
    }
    near(slicedWasserstein([0, 0], [3, 4], { directions: 1000 }), 10 / Math.PI, 1e-6);
  });

  test('never above 2/π of W₁ in the plane', () => {
    const rng = createRng(8);
    const draw = () => Array.from({ length: 12 }, () => rng.normal());
    for (let i = 0; i < 20; i++) {
      const [xs, ys] = [draw(), draw()];
      const apart = (a: number, b: number) =>
        Math.hypot((xs[2 * a] ?? NaN) - (ys[2 * b] ?? NaN), (xs[2 * a + 1] ?? NaN) - (ys[2 * b + 1] ?? NaN));
      const w1 = bestAssignment(6, apart);
      expect(slicedWasserstein(xs, ys)).toBeLessThanOrEqual((2 / Math.PI) * w1 * 1.001);
    }
  });

  test('symmetric, 0 for a copy in another order, no chance in it', () => {
    const [xs, ys] = [[1, 2, 3, 4, 5, 7], [0, 0, 1, 1]]; // prettier-ignore
    expect(slicedWasserstein(xs ?? [], ys ?? [])).toBe(slicedWasserstein(ys ?? [], xs ?? []));
    expect(slicedWasserstein([1, 2, 3, 4], [3, 4, 1, 2])).toBe(0);
  });

  test('bad samples are named', () => {
    expect(() => slicedWasserstein([1, 2, 3], [1, 2])).toThrow(/xs must be \[n, 2\] with n ≥ 1, found 3/);
    expect(() => slicedWasserstein([1, 2], [1, 2], { directions: 0 })).toThrow(/at least 1, found 0/);
    expect(slicedWasserstein([NaN, 1, 2, 3], [1, 2])).toBeNaN();
  });

  test('the sort orders floats as the built-in one, signs, zeros, infinities and denormals too', () => {
    const rng = createRng(9);
    const sort = makeSort(300);
    for (const n of [1, 2, 299, 300]) {
      const values = Float32Array.from({ length: n }, () => rng.normal() * 10 ** (40 * rng.uniform() - 30));
      values.set([-Infinity, 1e-45, -1e-45, Infinity, 0, -0].slice(0, n));
      const expected = values.slice().sort();
      sort(values);
      expect(values).toEqual(expected);
    }
  });
});

describe('histogram', () => {
  test('cells row by row from the lower left, lower edges inside, upper ones not, the rest in the last', () => {
    expect([...histogram2d([-1, -1, 1, 1, 1, 1, 9, 9], { halfSide: 2, bins: 2 })]).toEqual([
      0.25, 0, 0, 0.5, 0.25,
    ]);
    expect([...histogram2d([-2, -2, 0, -2, 0, 0, 2, 0], { halfSide: 2, bins: 2 })]).toEqual([
      0.25, 0.25, 0, 0.25, 0.25,
    ]);
    expect([...histogram2d([NaN, 0, 0, -Infinity], { halfSide: 1, bins: 1 })]).toEqual([0, 1]);
  });

  test('sums to 1, with and without a pseudo-count, which leaves no cell empty', () => {
    const points = [0.1, 0.2, -2, 1, 2.9, 2.9];
    for (const pseudoCount of [0, 0.5]) {
      const p = histogram2d(points, { bins: 4, pseudoCount });
      expect(p).toHaveLength(17);
      near(p.reduce((sum, value) => sum + value, 0), 1, 1e-15); // prettier-ignore
    }
    expect([...histogram2d([0, 0], { bins: 1, pseudoCount: 1 })]).toEqual([2 / 3, 1 / 3]);
  });

  test('bad arguments are named', () => {
    expect(() => histogram2d([1])).toThrow(/found 1 numbers/);
    expect(() => histogram2d([1, 2], { bins: 0 })).toThrow(
      /bins must be a whole number of at least 1, found 0/,
    );
    expect(() => histogram2d([1, 2], { halfSide: 0 })).toThrow(/halfSide must be above 0/);
    expect(() => histogram2d([1, 2], { pseudoCount: -1 })).toThrow(/pseudoCount must be at least 0/);
  });
});
