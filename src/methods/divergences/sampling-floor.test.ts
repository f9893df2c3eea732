import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { sampleRing } from '~/methods/toy-data/ring';
import { jensenShannon, klDivergence, totalVariation } from './discrete';
import { histogram2d } from './histogram';
import { samplingFloor } from './sampling-floor';
import { slicedWasserstein, wasserstein1d } from './wasserstein';

type Estimator = (xs: Float32Array, ys: Float32Array) => number;
const N = 1024;

/** As a page draws them. */
const ESTIMATORS: Record<string, Estimator> = {
  JS: (xs, ys) => jensenShannon(histogram2d(xs), histogram2d(ys)),
  'KL with a pseudo-count': (xs, ys) =>
    klDivergence(histogram2d(xs, { pseudoCount: 0.5 }), histogram2d(ys, { pseudoCount: 0.5 })),
  TV: (xs, ys) => totalVariation(histogram2d(xs), histogram2d(ys)),
  'sliced W1': (xs, ys) => slicedWasserstein(xs, ys),
};

describe.each(Object.entries(ESTIMATORS))('%s', (_, estimate) => {
  const rng = createRng(1);
  const floor = samplingFloor((n) => sampleRing(rng, n), estimate, { n: N, repeats: 40 });

  test('a perfect generator sits at the floor, not at 0', () => {
    const [generator, data] = [createRng(100), createRng(200)];
    const values = Array.from({ length: 20 }, () => estimate(sampleRing(generator, N), sampleRing(data, N)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Five standard errors of the difference of two means, and no single one far out.
    expect(Math.abs(mean - floor.mean)).toBeLessThan(5 * floor.deviation * Math.sqrt(1 / 20 + 1 / 40));
    expect(floor.mean).toBeGreaterThan((10 * floor.deviation) / Math.sqrt(40));
    expect(Math.min(...floor.values, ...values)).toBeGreaterThan(0.3 * floor.mean);
    for (const value of values) expect(Math.abs(value - floor.mean)).toBeLessThan(5 * floor.deviation);
  });

  test('a generator that lost three modes of eight stands above it', () => {
    const [generator, data] = [createRng(100), createRng(200)];
    const points = sampleRing(generator, 2 * N);
    const kept = Array.from({ length: 2 * N }, (_, i) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0])
      .filter(([x = 0]) => x < 1)
      .slice(0, N);
    expect(estimate(Float32Array.from(kept.flat()), sampleRing(data, N))).toBeGreaterThan(
      floor.mean + 5 * floor.deviation,
    );
  });

  test('it falls with more samples', () => {
    const more = samplingFloor((n) => sampleRing(rng, n), estimate, { n: 4 * N, repeats: 10 });
    expect(more.mean).toBeLessThan(0.75 * floor.mean);
  });
});

test('without a pseudo-count KL of a perfect generator is infinite: its floor is no number to draw', () => {
  const rng = createRng(4);
  const kl: Estimator = (xs, ys) => klDivergence(histogram2d(xs), histogram2d(ys));
  expect(kl(sampleRing(rng, N), sampleRing(rng, N))).toBe(Infinity);
});

test('the upward bias of JS: two samples of n over K equal cells have (K − 1)/(4n) on average', () => {
  const rng = createRng(5);
  const [K, n] = [16, 2000];
  const draw = (size: number) => {
    const p = new Float64Array(K);
    for (let i = 0; i < size; i++) {
      const cell = rng.integer(K);
      p[cell] = (p[cell] ?? 0) + 1 / size;
    }
    return p;
  };
  const floor = samplingFloor(draw, jensenShannon, { n, repeats: 400 });
  const expected = (K - 1) / (4 * n);
  expect(Math.abs(floor.mean - expected)).toBeLessThan((5 * floor.deviation) / Math.sqrt(400));
});

test('W1 on the line of two samples of n from U[0, 1]: the mean area between their distribution functions', () => {
  const rng = createRng(6);
  const draw = (size: number) => Float32Array.from({ length: size }, () => rng.uniform());
  const floor = samplingFloor(draw, wasserstein1d, { n: 500, repeats: 300 });
  // √(2/n) times the mean of |Brownian bridge| over [0, 1]: E|B(t)| = √(2 t (1 − t)/π), its integral √(2/π) · π/8.
  const expected = Math.sqrt(2 / 500) * Math.sqrt(2 / Math.PI) * (Math.PI / 8);
  expect(Math.abs(floor.mean - expected)).toBeLessThan((5 * floor.deviation) / Math.sqrt(300));
});

test('n against another size; mean, deviation with divisor repeats − 1', () => {
  const sizes: number[] = [];
  const floor = samplingFloor((n) => n, (a, b) => sizes.push(a, b), { n: 3, reference: 7, repeats: 2 }); // prettier-ignore
  expect(sizes).toEqual([3, 7, 3, 7]);
  expect(floor).toEqual({ mean: 3, deviation: Math.SQRT2, values: [2, 4] });
  expect(() => samplingFloor(() => 0, () => 0, { n: 0 })).toThrow(/n must be a whole number of at least 1/); // prettier-ignore
  expect(() => samplingFloor(() => 0, () => 0, { n: 1, repeats: 1 })).toThrow(/repeats must be .* at least 2/); // prettier-ignore
});
