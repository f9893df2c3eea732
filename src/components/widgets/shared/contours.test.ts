import { describe, expect, test } from 'vitest';
import { contourLevels, findContour } from './contours';

describe('contours', () => {
  test('a slope is crossed where the level lies', () => {
    expect(findContour(Float32Array.of(0, 1, 0, 1), 2, 0.25)).toEqual([[0.25, 0, 0.25, 1]]);
    expect(findContour(Float32Array.of(0, 0, 1, 1), 2, 0.5)).toEqual([[1, 0.5, 0, 0.5]]);
  });

  test('a cone: every end lies at the level’s radius, and the pieces close', () => {
    const n = 41;
    const values = Float32Array.from({ length: n * n }, (_, i) =>
      Math.hypot((i % n) - 20, Math.floor(i / n) - 20),
    );
    const segments = findContour(values, n, 10);
    for (const [x0, y0, x1, y1] of segments)
      for (const radius of [Math.hypot(x0 - 20, y0 - 20), Math.hypot(x1 - 20, y1 - 20)])
        expect(Math.abs(radius - 10)).toBeLessThan(0.06);
    const length = segments.reduce((sum, [x0, y0, x1, y1]) => sum + Math.hypot(x1 - x0, y1 - y0), 0);
    expect(length).toBeGreaterThan(2 * Math.PI * 10 * 0.99);
    expect(length).toBeLessThan(2 * Math.PI * 10 * 1.01);
  });

  test('a saddle has two pieces that do not cross, whichever way it leans', () => {
    for (const [values, level] of [
      [Float32Array.of(1, 0, 0, 1), 0.4],
      [Float32Array.of(1, 0, 0, 1), 0.6],
      [Float32Array.of(0, 1, 1, 0), 0.4],
      [Float32Array.of(0, 1, 1, 0), 0.6],
    ] as const) {
      const pieces = findContour(values, 2, level);
      expect(pieces).toHaveLength(2);
      // Each piece cuts off one corner: its middle lies on one side of both diagonals' crossing.
      for (const [x0, y0, x1, y1] of pieces)
        expect(Math.hypot((x0 + x1) / 2 - 0.5, (y0 + y1) / 2 - 0.5)).toBeGreaterThan(0.2);
    }
  });

  test('holes in the values are left out; levels lie inside the range', () => {
    expect(findContour(Float32Array.of(0, NaN, 0, 1), 2, 0.5)).toEqual([]);
    expect(contourLevels(Float32Array.of(0, 1, NaN), 4)).toEqual([0.5]);
    expect(contourLevels(Float32Array.of(2, 2), 4)).toEqual([]);
  });
});
