import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { encodePoints } from '~/methods/toy-data/drawn';
import { DATA_SETS, modesOf, samplerOf } from './data';
import { measureAgainst } from './measure';

const DATA = 4096;
const SAMPLES = 1024;
const drawing = encodePoints([
  [-1, 1],
  [0.5, 0.5],
  [2, -2],
]);

describe.each(DATA_SETS)('%s', (name) => {
  const sample = samplerOf(name, drawing);
  const rng = createRng(7);
  const data = sample(rng, DATA);
  const yardstick = measureAgainst(data, 3, SAMPLES, (n) => sample(rng, n));

  test('lies inside the square', () => {
    // Five standard deviations beyond the outermost centre of the grid.
    expect(data.every((coordinate) => Math.abs(coordinate) <= 3)).toBe(true);
  });

  test('a perfect generator sits at both floors, not at 0', () => {
    const floors = { js: yardstick.jsFloor, w1: yardstick.w1Floor };
    const perfect = Array.from({ length: 10 }, () => yardstick.measure(sample(rng, SAMPLES)));
    for (const key of ['js', 'w1'] as const) {
      const floor = floors[key];
      const mean = perfect.reduce((sum, distances) => sum + distances[key], 0) / perfect.length;
      // Both are means of ten draws of one law: their difference has √(2/10) of its deviation.
      expect(Math.abs(mean - floor.mean)).toBeLessThan(5 * floor.spread * Math.sqrt(0.2));
      expect(mean).toBeGreaterThan(2 * floor.spread);
    }
  });

  test('a heap at one point is far above both floors', () => {
    const { js, w1 } = yardstick.measure(new Float32Array(2 * SAMPLES));
    expect(js).toBeGreaterThan(yardstick.jsFloor.mean + 20 * yardstick.jsFloor.spread);
    expect(w1).toBeGreaterThan(yardstick.w1Floor.mean + 5 * yardstick.w1Floor.spread);
  });
});

test('floors cost nothing until one is asked for, and are the same whichever is asked for first', () => {
  const sample = samplerOf('ring', drawing);
  const data = sample(createRng(7), DATA);
  const made = [0, 1].map(() => {
    const fresh = createRng(8);
    let draws = 0;
    const yardstick = measureAgainst(data, 3, SAMPLES, (n) => {
      draws += 1;
      return sample(fresh, n);
    });
    yardstick.measure(data.subarray(0, 2 * SAMPLES));
    return { yardstick, draws: () => draws };
  });
  expect(made.map(({ draws }) => draws())).toEqual([0, 0]);
  const [one, other] = made;
  const js = one?.yardstick.jsFloor;
  expect(other?.yardstick.w1Floor).toEqual(one?.yardstick.w1Floor);
  expect(other?.yardstick.jsFloor).toEqual(js);
  expect(made[0]?.draws()).toBe(made[1]?.draws());
});

test('samples that left the square do not look better for it: they are as far as can be', () => {
  const sample = samplerOf('ring', drawing);
  const rng = createRng(7);
  const { measure } = measureAgainst(sample(rng, DATA), 3, SAMPLES, (n) => sample(rng, n));
  expect(measure(new Float32Array(2 * SAMPLES).fill(50)).js).toBeCloseTo(Math.LN2, 12);
});

test('the mixtures have modes, the other sets none', () => {
  expect(modesOf('ring')?.modes).toHaveLength(8);
  expect(modesOf('grid')?.modes).toHaveLength(25);
  for (const name of DATA_SETS) if (name !== 'ring' && name !== 'grid') expect(modesOf(name)).toBeUndefined();
});
