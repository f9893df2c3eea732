import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { activeCount, applyMask, randomMask } from '~/methods/sparsity/masks';
import golden from './golden.json';
import { exchangeCount, resetState, rewire, type MaskedLayer } from './rewire';
import { dropAndGrow, smallestActive } from './rigl';
import { checkSchedule, dropFraction, isUpdateStep } from './schedule';

function expectClose(found: ArrayLike<number>, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
}

describe.each(golden.runs)('exchanges with α = $alpha', (run) => {
  test('five updates equal PyTorch’s: fraction, dropped, grown, new, weights, momentum', () => {
    let layer: MaskedLayer = { weights: run.weights.values, mask: Uint8Array.from(run.mask) };
    let momentum: ArrayLike<number> = run.momentum.values;
    for (const update of run.updates) {
      const fraction = dropFraction(update.step, { every: 100, end: run.end, alpha: run.alpha });
      expect(fraction).toBeCloseTo(update.fraction, 14);
      const next = dropAndGrow(layer, update.gradients, fraction);
      momentum = resetState(momentum, next);
      expect(next.dropped).toEqual(update.dropped);
      expect(next.grown).toEqual(update.grown);
      expect(next.fresh).toEqual(update.fresh);
      expect([...next.mask]).toEqual(update.mask);
      expectClose(next.weights, update.weights);
      expectClose(momentum, update.momentum);
      layer = { weights: update.trained, mask: next.mask };
    }
  });
});

const random = (seed: number) => {
  const rng = createRng(seed);
  const mask = randomMask(60, 24, rng);
  const weights = applyMask(
    Float64Array.from({ length: 60 }, () => rng.normal()),
    mask,
  );
  return { layer: { weights, mask }, gradients: Float64Array.from({ length: 60 }, () => rng.normal()) };
};

describe.each(['keep', 'zero', 'never'] as const)('regrowth %s', (regrowth) => {
  test('the count of connections is preserved at every fraction', () => {
    for (let seed = 0; seed < 20; seed++)
      for (const fraction of [0, 0.1, 0.3, 0.5, 0.9, 1]) {
        const { layer, gradients } = random(seed);
        const next = dropAndGrow(layer, gradients, fraction, { regrowth });
        expect(activeCount(next.mask)).toBe(24);
        expect(next.dropped).toHaveLength(Math.floor(24 * fraction + 1e-9));
        expect(next.grown).toHaveLength(next.dropped.length);
        next.weights.forEach((weight, place) => {
          if (next.mask[place] === 0) expect(weight).toBe(0);
        });
        for (const place of next.fresh) expect(next.weights[place]).toBe(0);
      }
  });

  test('what is kept is untouched: the layer is the dropped one, growing changes nothing that it computes', () => {
    const { layer, gradients } = random(4);
    const next = dropAndGrow(layer, gradients, 0.25, { regrowth });
    const lost = next.dropped.filter((place) => !(regrowth === 'keep' && next.grown.includes(place)));
    const dropped = Float64Array.from(layer.weights, (w, place) => (lost.includes(place) ? 0 : w));
    expect(next.weights).toEqual(dropped);
  });

  test('no dropped weight is larger than a kept one; no place left out has a steeper gradient than a grown one', () => {
    const { layer, gradients } = random(9);
    const next = dropAndGrow(layer, gradients, 0.4, { regrowth });
    const size = (place: number) => Math.abs(layer.weights[place]!);
    const slope = (place: number) => Math.abs(gradients[place]!);
    const kept = [...layer.mask.keys()].filter((p) => layer.mask[p] === 1 && !next.dropped.includes(p));
    expect(Math.max(...next.dropped.map(size))).toBeLessThan(Math.min(...kept.map(size)));
    const left = [...layer.mask.keys()].filter(
      (p) => next.mask[p] === 0 && !(regrowth === 'never' && next.dropped.includes(p)),
    );
    expect(Math.max(...left.map(slope))).toBeLessThan(Math.min(...next.grown.map(slope)));
  });
});

test('a connection dropped and grown at once: keeps its weight, begins anew, or cannot come back', () => {
  const layer = { weights: [3, 1, 0, 0], mask: Uint8Array.of(1, 1, 0, 0) };
  const gradients = [0, 9, 1, -2];
  const of = (regrowth: 'keep' | 'zero' | 'never') => {
    const { mask, weights, dropped, grown, fresh } = dropAndGrow(layer, gradients, 0.5, { regrowth });
    return { mask: [...mask], weights: [...weights], dropped, grown, fresh };
  };
  expect(of('keep')).toEqual({
    mask: [1, 1, 0, 0],
    weights: [3, 1, 0, 0],
    dropped: [1],
    grown: [1],
    fresh: [],
  });
  expect(of('zero')).toEqual({
    mask: [1, 1, 0, 0],
    weights: [3, 0, 0, 0],
    dropped: [1],
    grown: [1],
    fresh: [1],
  });
  expect(of('never')).toEqual({
    mask: [1, 0, 0, 1],
    weights: [3, 0, 0, 0],
    dropped: [1],
    grown: [3],
    fresh: [3],
  });
});

test('ties go to the smaller index, in the drop and in the growth', () => {
  const layer = { weights: [1, -1, 1, 0, 0, 0], mask: Uint8Array.of(1, 1, 1, 0, 0, 0) };
  const { dropped, grown } = dropAndGrow(layer, [0, 0, 0, 2, -2, 2], 0.4);
  expect([dropped, grown]).toEqual([[0], [3]]);
});

test('the layer given is not changed', () => {
  const { layer, gradients } = random(2);
  const before = [layer.weights.slice(), layer.mask.slice()];
  dropAndGrow(layer, gradients, 0.5);
  expect([layer.weights, layer.mask]).toEqual(before);
});

test('the fraction falls from α to 0 along a cosine and stays there', () => {
  const schedule = { every: 100, end: 1000, alpha: 0.3 };
  expect(dropFraction(0, schedule)).toBe(0.3);
  expect(dropFraction(500, schedule)).toBeCloseTo(0.15, 15);
  expect(dropFraction(1000, schedule)).toBe(0);
  expect(dropFraction(5000, schedule)).toBe(0);
  for (let t = 1; t <= 1000; t++)
    expect(dropFraction(t, schedule)).toBeLessThan(dropFraction(t - 1, schedule));
});

test('updates come every ΔT steps and end before T_end', () => {
  const schedule = { every: 100, end: 450, alpha: 0.3 };
  const steps = Array.from({ length: 600 }, (_, t) => t).filter((t) => isUpdateStep(t, schedule));
  expect(steps).toEqual([0, 100, 200, 300, 400]);
  expect(isUpdateStep(400, { ...schedule, end: 400 })).toBe(false);
});

test('a fraction of a count is not lost to the last digit', () => {
  expect(exchangeCount('here', 30, 0.1)).toBe(3);
  expect(exchangeCount('here', 100, 0.29)).toBe(29);
  expect(exchangeCount('here', 10, 0.35)).toBe(3);
  expect(exchangeCount('here', 7, 1)).toBe(7);
});

test('the examples of the doc comments', () => {
  expect(smallestActive({ weights: [0.1, -3, 2], mask: Uint8Array.of(0, 1, 1) }, 1)).toEqual([2]);
  const layer = { weights: [3, 1, 0, 0], mask: Uint8Array.of(1, 1, 0, 0) };
  expect(dropAndGrow(layer, [0, 0, 1, -2], 0.5)).toMatchObject({ dropped: [1], grown: [3] });
  expect([...resetState([5, 6, 7], { mask: Uint8Array.of(1, 1, 0), fresh: [1] })]).toEqual([5, 0, 0]);
  expect(isUpdateStep(200, { every: 100, end: 450, alpha: 0.3 })).toBe(true);
  expect(dropFraction(225, { every: 100, end: 450, alpha: 0.5 })).toBeCloseTo(0.25, 15);
  checkSchedule({ every: 100, end: 450, alpha: 0.3 }, 600);
});

test('misuse is named', () => {
  const good = { every: 100, end: 450, alpha: 0.3 };
  expect(() => checkSchedule({ ...good, every: 0 }, 600)).toThrow(
    /ΔT must be a whole number of at least 1 step, found 0/,
  );
  expect(() => checkSchedule({ ...good, end: 601 }, 600)).toThrow(
    /T_end must lie within the run of 600 steps, found 601/,
  );
  expect(() => checkSchedule({ ...good, end: 0 }, 600)).toThrow(/T_end must be a whole number/);
  expect(() => checkSchedule({ ...good, alpha: 0 }, 600)).toThrow(/α must be in \(0, 1\], found 0/);
  expect(() => isUpdateStep(0, { ...good, every: 0 })).toThrow(/ΔT/);
  expect(() => dropFraction(-1, good)).toThrow(/step must be at least 0, found -1/);
  const layer = { weights: [3, 1, 2], mask: Uint8Array.of(1, 1, 1) };
  expect(() => dropAndGrow(layer, [1, 1], 0.5)).toThrow(/mask has 3 entries, but gradients 2/);
  expect(() => dropAndGrow(layer, [1, 1, 1], 1.5)).toThrow(/fraction to drop must be in \[0, 1\], found 1.5/);
  expect(() => dropAndGrow(layer, [1, 1, 1], 0.5, { regrowth: 'never' })).toThrow(/1 connections are to be grown, but only 0 places are free/); // prettier-ignore
  expect(() => dropAndGrow({ weights: [1], mask: Uint8Array.of(0) }, [1], 0.5)).toThrow(
    /no active connection/,
  );
  expect(() => dropAndGrow({ weights: [3, NaN], mask: Uint8Array.of(1, 1) }, [1, 1], 0.5)).toThrow(/score at 1 is missing or not a number/); // prettier-ignore
  expect(() => smallestActive(layer, 4)).toThrow(/in 0 … 3, found 4/);
  expect(() => rewire('here', layer, [], [1], 'keep')).toThrow(/here: place 1 is active already/);
});
