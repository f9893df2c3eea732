import { expect, test } from 'vitest';
import { findPlace } from './free-place';

const unit = { domain: [0, 1] as const };
const square = { x: unit, y: unit, aspect: 1 };
const xs = Array.from({ length: 101 }, (_, i) => i / 100);
const curve = (f: (x: number) => number) => ({ xs, ys: xs.map(f) });
const size = [0.2, 0.1] as const;

test('a name stands beside its line, not on it', () => {
  const { y } = findPlace(
    curve(() => 0.5),
    [],
    square,
    size,
  );
  expect(Math.abs(y - 0.5)).toBeGreaterThan(0.05 - 1e-9);
  expect(Math.abs(y - 0.5)).toBeLessThan(0.11);
});

test('no curve crosses it, neither another nor a step between two points', () => {
  const step = curve((x) => (x < 0.5 ? 1 : 0));
  const ramp = curve((x) => x);
  const { x, y } = findPlace(step, [ramp], square, size);
  for (const { ys } of [step, ramp])
    ys.forEach((level, i) => {
      const inside = Math.abs((xs[i] ?? 0) - x) < 0.1 - 1e-9 && Math.abs(level - y) < 0.05 - 1e-9;
      expect(inside).toBe(false);
    });
  expect(Math.abs(x - 0.5)).toBeGreaterThan(0.1 - 1e-9);
});

test('it stays within the axes, in their units', () => {
  const { x, y } = findPlace(
    { xs: [-4, 4], ys: [8, 8] },
    [],
    { x: { domain: [-4, 4] }, y: { domain: [0, 8] }, aspect: 0.5 },
    size,
  );
  expect(Math.abs(x)).toBeLessThan(3.2 + 1e-9);
  expect(y).toBeLessThan(7.6 + 1e-9);
});

test('it is nearer to its own line than to another, and on none that only blocks', () => {
  const own = curve(() => 0.3);
  const other = curve(() => 0.42);
  const wall = curve(() => 0.2);
  const { y } = findPlace(own, [other], square, size, [wall]);
  expect(Math.abs(y - 0.3)).toBeLessThan(Math.abs(y - 0.42));
  expect(Math.abs(y - 0.2)).toBeGreaterThan(0.05 - 1e-9);
});

test('a curve with gaps is named beside what there is of it', () => {
  const { x } = findPlace(
    curve((at) => (at < 0.7 ? NaN : 0.5)),
    [],
    square,
    size,
  );
  expect(x).toBeGreaterThan(0.6);
});
