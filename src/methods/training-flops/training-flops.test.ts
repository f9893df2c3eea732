import { describe, expect, test } from 'vitest';
import { gradualSparsity } from '~/methods/pruning/schedule';
import { ticketSparsity } from '~/methods/lottery-ticket/lottery-ticket';
import golden from './golden.json';
import {
  denseStepFlops,
  pruningRunFlops,
  riglRunFlops,
  riglStepFlops,
  snfsStepFlops,
  sparseStepFlops,
  ticketRunFlops,
} from './training-flops';

describe.each(golden.runs)('f_D $dense, f_S $sparse, ΔT $every', (each) => {
  test('RigL’s cycle equals exact fractions’, its run a count step by step', () => {
    expect(riglStepFlops(each, each.every)).toBeCloseTo(each.cycle, 8);
    const schedule = { every: each.every, end: each.end, alpha: 0.3 };
    expect(riglRunFlops(each, schedule, each.steps)).toBe(each.run);
  });

  test('static ≤ RigL ≤ SNFS ≤ dense; RigL comes to static as ΔT grows', () => {
    expect(sparseStepFlops(each)).toBeLessThanOrEqual(riglStepFlops(each, each.every));
    expect(riglStepFlops(each, each.every)).toBeLessThanOrEqual(snfsStepFlops(each));
    expect(snfsStepFlops(each)).toBeLessThanOrEqual(denseStepFlops(each));
    expect(riglStepFlops(each, 1e9) / sparseStepFlops(each)).toBeCloseTo(1, 5);
  });
});

test('without sparsity all methods cost what dense training does', () => {
  const costs = { dense: 7, sparse: 7 };
  expect([sparseStepFlops(costs), snfsStepFlops(costs), riglStepFlops(costs, 5)]).toEqual([21, 21, 21]);
});

test('gradual pruning: the sum over the steps is 3 f_D times the mean density', () => {
  const schedule = { begin: 100, end: 500, every: 100, final: 0.8 };
  const found = pruningRunFlops(600, (step) => 1000 * (1 - gradualSparsity(step, schedule)));
  // Hundred steps each at densities 1, 1, 0.5375, 0.3, 0.2125, 0.2.
  expect(found).toBeCloseTo(3 * 1000 * 100 * (1 + 1 + 0.5375 + 0.3 + 0.2125 + 0.2), 6);
});

test('a ticket of 11 rounds costs about 4.7 dense trainings with its own', () => {
  const forward = Array.from({ length: 12 }, (_, round) => 1 - ticketSparsity(round, 0.2));
  // The geometric sum (1 − 0.8¹²) / 0.2.
  expect(ticketRunFlops(forward, 1) / 3).toBeCloseTo((1 - 0.8 ** 12) / 0.2, 12);
  expect(ticketRunFlops([10, 8], 100, 40)).toBe(3 * (10 * 40 + 18 * 60));
});

test('the examples of the doc comments', () => {
  const costs = { dense: 10, sparse: 1 };
  expect([denseStepFlops(costs), sparseStepFlops(costs), snfsStepFlops(costs)]).toEqual([30, 3, 12]);
  expect(riglStepFlops(costs, 2)).toBe(6);
  expect(riglRunFlops(costs, { every: 2, end: 4, alpha: 0.3 }, 6)).toBe(36);
  expect(pruningRunFlops(3, (t) => 10 * (1 - t / 4))).toBe(67.5);
  expect(ticketRunFlops([10, 8, 6.4], 100)).toBeCloseTo(7320, 9);
});

test('misuse is named', () => {
  const costs = { dense: 10, sparse: 1 };
  expect(() => sparseStepFlops({ dense: 1, sparse: 2 })).toThrow(
    /0 < sparse ≤ dense operations, found sparse 2 and dense 1/,
  );
  expect(() => denseStepFlops({ dense: 1, sparse: 0 })).toThrow(/found sparse 0/);
  expect(() => riglStepFlops(costs, 0)).toThrow(/ΔT must be a whole number of at least 1 step, found 0/);
  expect(() => riglRunFlops(costs, { every: 2, end: 7, alpha: 0.3 }, 6)).toThrow(/T_end must lie within the run of 6 steps, found 7/); // prettier-ignore
  expect(() => riglRunFlops(costs, { every: 2, end: 4, alpha: 0.3 }, 0)).toThrow(/steps must be a whole number of at least 1/); // prettier-ignore
  expect(() => pruningRunFlops(2, (t) => 1 - t)).toThrow(
    /forward cost of step 1 must be above 0 and finite, found 0/,
  );
  expect(() => ticketRunFlops([], 5)).toThrow(/forward costs above 0 and finite, found none/);
  expect(() => ticketRunFlops([1, -1], 5)).toThrow(/found -1/);
  expect(() => ticketRunFlops([1], 5, 5)).toThrow(/whole number in 0 … 4, found 5/);
});
