import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { activeCount, type Mask } from '~/methods/sparsity/masks';
import golden from './golden.json';
import { keepLargest, magnitudeMasks } from './magnitude';
import { checkPruneSchedule, gradualSparsity, isPruneStep } from './schedule';

describe.each(golden.schedules)('schedule from $begin to $end every $every', (each) => {
  test('sparsities equal exact fractions’', () => {
    each.values.forEach((value, i) => expect(gradualSparsity(7 * i, each)).toBeCloseTo(value, 14));
  });

  test('it begins at s_i, ends at s_f, never falls, and moves only at pruning steps', () => {
    expect(gradualSparsity(each.begin, each)).toBeCloseTo(each.initial, 15);
    expect(gradualSparsity(each.end, each)).toBe(each.final);
    expect(gradualSparsity(each.end + 1000, each)).toBe(each.final);
    let before = gradualSparsity(0, each);
    for (let step = 1; step <= each.end + 5; step++) {
      const now = gradualSparsity(step, each);
      expect(now).toBeGreaterThanOrEqual(before);
      if (!isPruneStep(step, each)) expect(now).toBe(before);
      before = now;
    }
  });

  test('each pruning takes less than the one before', () => {
    const steps = Array.from({ length: each.end + 1 }, (_, t) => t).filter((t) => isPruneStep(t, each));
    expect(steps).toHaveLength((each.end - each.begin) / each.every + 1);
    const gains = steps.slice(1).map((t, i) => gradualSparsity(t, each) - gradualSparsity(steps[i]!, each));
    gains.slice(1).forEach((gain, i) => expect(gain).toBeLessThan(gains[i]!));
  });
});

describe.each(['layer', 'global'] as const)('scope %s', (scope) => {
  test('gradual pruning with weights that change between equals PyTorch’s', () => {
    let masks: Mask[] | undefined;
    for (const round of golden.rounds) {
      masks = magnitudeMasks(round.weights, round.sparsity, masks ? { masks, scope } : { scope });
      expect(masks.map((mask) => [...mask])).toEqual(round[scope]);
    }
  });

  test('what is pruned never comes back, and the count is exact', () => {
    const rng = createRng(2);
    let masks: Mask[] = [60, 40].map((size) => new Uint8Array(size).fill(1));
    for (const sparsity of [0, 0.3, 0.5, 0.7, 0.9]) {
      const weights = masks.map(({ length }) => Array.from({ length }, () => rng.normal()));
      const next = magnitudeMasks(weights, sparsity, { masks, scope });
      expect(next.reduce((sum, mask) => sum + activeCount(mask), 0)).toBe(Math.round(100 * (1 - sparsity)));
      next.forEach((mask, at) =>
        mask.forEach((entry, place) => expect(entry).toBeLessThanOrEqual(masks[at]![place]!)),
      );
      masks = next;
    }
  });
});

test('by layer each has the sparsity; together a layer of small weights loses more, even all', () => {
  const weights = [Array.from({ length: 10 }, (_, i) => 10 + i), Array.from({ length: 10 }, (_, i) => i)];
  expect(magnitudeMasks(weights, 0.5).map(activeCount)).toEqual([5, 5]);
  expect(magnitudeMasks(weights, 0.5, { scope: 'global' }).map(activeCount)).toEqual([10, 0]);
});

test('the examples of the doc comments', () => {
  const schedule = { begin: 100, end: 500, every: 100, final: 0.8 };
  expect(gradualSparsity(300, schedule)).toBeCloseTo(0.7, 15);
  checkPruneSchedule({ ...schedule, final: 0.9 }, 600);
  expect([...keepLargest([1, -3, 2], Uint8Array.of(1, 1, 0), 1)]).toEqual([0, 1, 0]);
  const masks = magnitudeMasks([[1, -3], [2, 0.5]], 0.5); // prettier-ignore
  expect(masks.map((mask) => [...mask])).toEqual([[0, 1], [1, 0]]); // prettier-ignore
});

test('misuse is named', () => {
  const good = { begin: 100, end: 500, every: 100, final: 0.8 };
  const check = (change: object, steps = 600) => () => checkPruneSchedule({ ...good, ...change }, steps); // prettier-ignore
  expect(check({ every: 0 })).toThrow(/Δt must be a whole number of at least 1 step, found 0/);
  expect(check({ every: 150 })).toThrow(/whole number of Δt = 150 steps after begin = 100, found 500/);
  expect(check({ end: 100 })).toThrow(/after begin = 100, found 100/);
  expect(check({ end: 700 })).toThrow(/within the run of 600 steps, found 700/);
  expect(check({ begin: -1 })).toThrow(/begin must be a whole number of at least 0/);
  expect(check({ final: 1 })).toThrow(/prune schedule, final: sparsity must be in \[0, 1\), found 1/);
  expect(check({ initial: 0.9 })).toThrow(/final sparsity must be at least the initial 0.9, found 0.8/);
  expect(() => gradualSparsity(-1, good)).toThrow(/step must be at least 0, found -1/);
  expect(() => magnitudeMasks([[1, 2]], 0.9)).toThrow(
    /magnitudeMasks, layer 0: a sparsity of 0.9 keeps none of 2/,
  );
  expect(() => magnitudeMasks([[1, NaN]], 0.5)).toThrow(/score at 1 is missing or not a number/);
  const masks = [Uint8Array.of(1, 0, 0, 0)];
  for (const scope of ['layer', 'global'] as const)
    expect(() => magnitudeMasks([[1, 2, 3, 4]], 0.5, { masks, scope })).toThrow(/in 0 … 1, found 2/);
  expect(() => magnitudeMasks([[1, 2]], 0.5, { masks })).toThrow(/layer 0 has 2 weights, but 4 mask entries/);
});
