import { expect, test } from 'vitest';
import { createRng } from './create-rng';
import * as portable from './portable-math';

const rng = createRng(1);
const many = (from: number, to: number, count = 20000) =>
  Array.from({ length: count }, () => from + (to - from) * rng.uniform());
/** The largest error in units of the expected value. */
function worst(f: (x: number) => number, expected: (x: number) => number, points: readonly number[]): number {
  return Math.max(
    ...points.map((x) => {
      const wanted = expected(x);
      return Math.abs(f(x) - wanted) / Math.abs(wanted || 1);
    }),
  );
}

// Math.* is itself right to about one unit in the last place, 2.2e-16.
test('exp, log and tanh agree with Math to 1e-15 relative', () => {
  expect(worst(portable.exp, Math.exp, [...many(-700, 700), ...many(-1, 1)])).toBeLessThan(1e-15);
  const small = many(-40, 0).map((x) => 10 ** x);
  expect(worst(portable.log, Math.log, [...many(0, 3), ...small, ...many(0, 1e300)])).toBeLessThan(1e-15);
  expect(worst(portable.logOnePlus, Math.log1p, [...small, ...many(-0.9, 3)])).toBeLessThan(1e-15);
  expect(worst(portable.tanh, Math.tanh, [...many(-22, 22), ...many(-0.5, 0.5), ...small])).toBeLessThan(
    1e-15,
  );
});

test('sine and cosine agree with Math to 1e-15 absolute', () => {
  for (const x of [...many(-7, 7), ...many(-5e5, 5e5)]) {
    expect(Math.abs(portable.sin(x) - Math.sin(x))).toBeLessThan(1e-15);
    expect(Math.abs(portable.cos(x) - Math.cos(x))).toBeLessThan(1e-15);
  }
  for (const turns of many(-3, 3)) {
    const [cosine, sine] = portable.unitVector(turns);
    expect(Math.abs(cosine - Math.cos(2 * Math.PI * turns))).toBeLessThan(1e-14);
    expect(Math.abs(sine - Math.sin(2 * Math.PI * turns))).toBeLessThan(1e-14);
  }
});

test('edges are exact', () => {
  expect(portable.exp(0)).toBe(1);
  expect([portable.exp(-Infinity), portable.exp(Infinity), portable.exp(710)]).toEqual([
    0,
    Infinity,
    Infinity,
  ]);
  expect(portable.exp(-745)).toBe(5e-324);
  expect(portable.exp(709.7)).toBeCloseTo(Math.exp(709.7), -295);
  expect(portable.log(1)).toBe(0);
  expect([portable.log(0), portable.log(Infinity)]).toEqual([-Infinity, Infinity]);
  expect(portable.log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  expect(portable.log(-1)).toBeNaN();
  expect([portable.exp(NaN), portable.log(NaN), portable.tanh(NaN), portable.logOnePlus(NaN)]).toEqual([
    NaN,
    NaN,
    NaN,
    NaN,
  ]);
  expect([portable.tanh(0), portable.tanh(40), portable.tanh(-Infinity)]).toEqual([0, 1, -1]);
  expect(portable.unitVector(0.25).map(Math.abs)).toEqual([0, 1]);
  expect(portable.unitVector(1)).toEqual([1, 0]);
  expect(() => portable.sin(1e6)).toThrow(/at most 2\^19/);
});

test('the bits are what they were: one seed, one run, in every browser', () => {
  const points = many(-3, 3, 2000);
  const bits = (f: (x: number) => number) => {
    const words = new Uint32Array(Float64Array.from(points, f).buffer);
    return words.reduce((hash, word) => Math.imul(hash ^ word, 16777619) >>> 0, 2166136261);
  };
  expect([portable.exp, portable.tanh, portable.sin, portable.cos].map(bits)).toMatchInlineSnapshot(`
    [
      2415893386,
      3444899076,
      1881494881,
      2109571993,
    ]
  `);
});
