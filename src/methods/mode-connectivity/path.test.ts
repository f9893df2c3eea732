import { describe, expect, it } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { along, barrier, bernstein, innerGradients, union } from './path';

const GRID = Array.from({ length: 101 }, (_, at) => at / 100);

describe('the curve', () => {
  it('begins and ends at its ends and is straight with two points', () => {
    const points = [[1, -2], [5, 9], [3, 4]]; // prettier-ignore
    expect([...along(points, 0)]).toEqual(points[0]);
    expect([...along(points, 1)]).toEqual(points[2]);
    expect([...along([points[0]!, points[2]!], 0.25)]).toEqual([1.5, -0.5]);
    // (1 − t)² θ₀ + 2 t (1 − t) θ₁ + t² θ₂
    expect(along(points, 0.3)[0]).toBeCloseTo(0.49 * 1 + 0.42 * 5 + 0.09 * 3, 12);
  });

  it('shares sum to 1 at every degree', () => {
    for (const degree of [1, 2, 3, 5])
      for (const t of GRID) {
        const weights = bernstein(degree, t);
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      }
    expect(bernstein(3, 0.5)).toEqual([0.125, 0.375, 0.375, 0.125]);
  });

  it('the gradients of its inner points are those of finite differences', () => {
    const loss = (w: ArrayLike<number>) => Math.sin(w[0]!) * w[1]! ** 2 + Math.exp(0.1 * w[0]!);
    const gradientOf = (w: ArrayLike<number>) => [
      Math.cos(w[0]!) * w[1]! ** 2 + 0.1 * Math.exp(0.1 * w[0]!),
      2 * Math.sin(w[0]!) * w[1]!,
    ];
    const points = [[1, -2], [0.5, 1], [2, 0.3], [3, 4]]; // prettier-ignore
    for (const t of [0.2, 0.7]) {
      const found = innerGradients(gradientOf(along(points, t)), 3, t);
      expect(found).toHaveLength(2);
      for (const k of [1, 2])
        for (const at of [0, 1]) {
          const moved = (by: number) =>
            loss(
              along(
                points.map((p, i) => p.map((v, j) => (i === k && j === at ? v + by : v))),
                t,
              ),
            );
          expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(found[k - 1]![at]!, 7);
        }
    }
  });

  it('refuses points of different lengths, and one alone', () => {
    expect(() => along([[1], [1, 2]], 0.5)).toThrow('expected points of one length, found 1, 2');
    expect(() => along([[1]], 0.5)).toThrow('at least two points');
    expect(() => bernstein(0, 0.5)).toThrow('found 0');
  });
});

describe('the barrier', () => {
  it('of a convex loss is 0 on every straight line', () => {
    const rng = createRng(4);
    for (let round = 0; round < 20; round++) {
      const [a, b] = [0, 1].map(() => Array.from({ length: 5 }, () => 3 * rng.normal()));
      const losses = GRID.map((t) => along([a!, b!], t).reduce((sum, w) => sum + w * w, 0));
      expect(barrier(losses).height).toBeCloseTo(0, 12);
    }
  });

  it('of a double well is its hill: (w² − 1)² between −1 and 1', () => {
    const loss = ([w = NaN]: ArrayLike<number> & Iterable<number>) => (w * w - 1) ** 2;
    expect(barrier(GRID.map((t) => loss(along([[-1], [1]], t))))).toEqual({ height: 1, at: 0.5 });
  });

  it('is walked around: on a ring the middle is high and a curved way is low', () => {
    const loss = (w: ArrayLike<number>) => (w[0]! ** 2 + w[1]! ** 2 - 1) ** 2;
    const straight = barrier(GRID.map((t) => loss(along([[-1, 0], [1, 0]], t)))).height; // prettier-ignore
    const control = [0, 0.2];
    for (let step = 0; step < 400; step++) {
      const t = (step % 19 + 1) / 20; // prettier-ignore
      const w = along([[-1, 0], control, [1, 0]], t); // prettier-ignore
      const pull = 4 * (w[0]! ** 2 + w[1]! ** 2 - 1);
      const [gradient] = innerGradients([pull * w[0]!, pull * w[1]!], 2, t);
      control.forEach((value, at) => (control[at] = value - 0.2 * gradient![at]!));
    }
    const curved = barrier(GRID.map((t) => loss(along([[-1, 0], control, [1, 0]], t)))).height; // prettier-ignore
    expect(straight).toBeCloseTo(1, 12);
    expect(curved).toBeLessThan(0.15);
  });

  it('is measured above the line between the ends', () => {
    expect(barrier([0, 2, 2]).height).toBe(1);
    expect(barrier([3, 1, 2])).toEqual({ height: 0, at: 0 });
    expect(barrier([1, NaN, 1]).height).toBeNaN();
    expect(() => barrier([1])).toThrow('found 1');
  });
});

it('the union of two masks', () => {
  expect([...union([1, 0, 0], [0, 0, 1])]).toEqual([1, 0, 1]);
  expect(() => union([1], [1, 0])).toThrow('masks of 1 and 2 places');
});
