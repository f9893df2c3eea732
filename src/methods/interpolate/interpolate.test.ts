import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import golden from './golden.json';
import { interpolateLinear, interpolateSpherical, interpolationPath } from './interpolate';

const expectSame = (found: readonly number[], expected: readonly number[], digits = 12) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, j) => expect(value).toBeCloseTo(expected[j] ?? NaN, digits));
};

test.each(golden.cases)('at t = $t line and arc are PyTorch’s', (each) => {
  expectSame(interpolateLinear(each.from, each.to, each.t), each.linear);
  expectSame(interpolateSpherical(each.unitFrom, each.unitTo, each.t), each.spherical);
});

test('on the arc lengths stay and angles are in proportion; the line’s middle in 256 dimensions is √½ as long', () => {
  const rng = createRng(1);
  const unit = () => {
    const raw = Array.from({ length: 256 }, () => rng.normal());
    const length = Math.hypot(...raw);
    return raw.map((x) => (16 * x) / length);
  };
  const [a, b] = [unit(), unit()];
  const angle = (p: readonly number[], q: readonly number[]) =>
    Math.acos(p.reduce((sum, x, j) => sum + x * q[j]!, 0) / 256);
  for (const t of [0.1, 0.5, 0.7]) {
    const z = interpolateSpherical(a, b, t);
    expect(Math.hypot(...z)).toBeCloseTo(16, 10);
    expect(angle(a, z) / angle(a, b)).toBeCloseTo(t, 8);
  }
  expect(Math.abs(Math.hypot(...interpolateLinear(a, b, 0.5)) / 16 - Math.SQRT1_2)).toBeLessThan(0.05);
});

test('the ends are the codes, the way back the same, equal codes stay, other lengths are kept at the ends', () => {
  const [a, b] = [[3, 1, 0], [-1, 2, 5]] as const; // prettier-ignore
  for (const between of [interpolateLinear, interpolateSpherical]) {
    expectSame(between(a, b, 0), a);
    expectSame(between(a, b, 1), b);
    expectSame(between(a, b, 0.3), between(b, a, 0.7));
    expectSame(between(a, a, 0.4), a);
  }
  expectSame(interpolateSpherical([1, 0], [1, 1e-9], 0.5), [1, 5e-10], 15);
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  expect(interpolateLinear([0, 0], [2, 4], 0.5)).toEqual([1, 2]);
  expectSame(interpolateSpherical([1, 0], [0, 1], 0.5), [Math.SQRT1_2, Math.SQRT1_2]);
  expect(interpolationPath([0], [3], 4, interpolateLinear).map(([z = NaN]) => Number(z.toFixed(12)))).toEqual([0, 1, 2, 3]); // prettier-ignore
  expect(() => interpolateLinear([1], [1, 2], 0)).toThrow(/one length ≥ 1, found 1 and 2/);
  expect(() => interpolateSpherical([0], [1], 0.5)).toThrow(/neither code may be 0/);
  expect(() => interpolateSpherical([1, 0], [-1, 0], 0.5)).toThrow(/opposite ways/);
  expect(() => interpolationPath([0], [1], 1, interpolateLinear)).toThrow(/at least 2, found 1/);
});
