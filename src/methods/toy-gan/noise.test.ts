import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import { createRng } from '~/methods/rng/create-rng';
import { openReference } from '~/runtime/executors/reference/session';
import { noiseCentres, noiseLattice, noiseNode, sampleNoise } from './noise';
import { NOISE_LAWS } from './options';

const N = 8192;

/** Mean and variance of each coordinate. */
function momentsOf(values: ArrayLike<number>, dimensions: number) {
  return Array.from({ length: dimensions }, (_, d) => {
    const own = Array.from(values).filter((_value, i) => i % dimensions === d);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    return { mean, variance: own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length };
  });
}

async function drawNode(law: (typeof NOISE_LAWS)[number], dimensions: number) {
  const graph = new Graph();
  const node = noiseNode(graph, law, N, dimensions);
  const session = await openReference({ seed: 5 });
  const step = await session.compile(compile({ outputs: [node] }));
  await step.run();
  return step.read(node);
}

// Five standard errors of a mean and, for the variance, of the Gaussian law.
test.each(NOISE_LAWS)(
  '%s: mean 0 and about variance 1 in one and two dimensions, in a graph and outside',
  async (law) => {
    for (const dimensions of [1, 2])
      for (const draws of [await drawNode(law, dimensions), sampleNoise(createRng(5), law, N, dimensions)])
        for (const { mean, variance } of momentsOf(draws, dimensions)) {
          expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(N));
          expect(Math.abs(variance - 1)).toBeLessThan(0.08);
        }
  },
);

test('eight clusters: 3σ around the centres hold 99.7% (one dimension) and 98.9% (two) of the draws', () => {
  for (const dimensions of [1, 2]) {
    const centres = noiseCentres(dimensions);
    const draws = sampleNoise(createRng(1), 'eight', N, dimensions);
    let near = 0;
    for (let i = 0; i < N; i++) {
      const point = draws.subarray(i * dimensions, (i + 1) * dimensions);
      const distances = Array.from({ length: 8 }, (_, c) =>
        Math.hypot(...point.map((value, d) => value - (centres[c * dimensions + d] ?? NaN))),
      );
      if (Math.min(...distances) < 0.18) near += 1;
    }
    const expected = dimensions === 1 ? 0.9973 : 1 - Math.exp(-4.5);
    expect(Math.abs(near / N - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / N));
  }
});

test('a lattice: rows from the lowest second coordinate; one dimension is one row; further coordinates are 0', () => {
  const two = noiseLattice('gaussian', 2, 3);
  expect(two.rows).toBe(3);
  expect([...two.points]).toEqual([-2, -2, 0, -2, 2, -2, -2, 0, 0, 0, 2, 0, -2, 2, 0, 2, 2, 2]);
  expect([...noiseLattice('gaussian', 1, 3).points]).toEqual([-2, 0, 2]);
  const three = noiseLattice('uniform', 3, 2);
  expect(three.points).toHaveLength(12);
  expect(three.points[2]).toBe(0);
  expect(three.points[0]).toBeCloseTo(-Math.sqrt(3), 6);
});
