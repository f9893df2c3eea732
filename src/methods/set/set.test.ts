import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { activeCount } from '~/methods/sparsity/masks';
import golden from './golden.json';
import { closestToZeroBySign, setDropAndGrow } from './set';

const layerOf = ({ weights, mask }: { weights: number[]; mask: number[] }) => ({
  weights,
  mask: Uint8Array.from(mask),
});

describe.each(golden.cases)('fraction $fraction', (each) => {
  const layer = layerOf(each);

  test('what is dropped equals PyTorch’s: by magnitude and by sign', () => {
    expect(setDropAndGrow(layer, each.fraction, createRng(1)).dropped).toEqual(each.magnitude);
    expect(closestToZeroBySign(layer, each.fraction)).toEqual(each.bySign);
    expect(setDropAndGrow(layer, each.fraction, createRng(1), { drop: 'by-sign' }).dropped).toEqual(
      each.bySign,
    );
  });

  test('the count is preserved, new weights are 0 and those kept untouched, for many seeds', () => {
    for (let seed = 0; seed < 30; seed++)
      for (const drop of ['magnitude', 'by-sign'] as const) {
        const next = setDropAndGrow(layer, each.fraction, createRng(seed), { drop, regrowth: 'zero' });
        expect(activeCount(next.mask)).toBe(activeCount(layer.mask));
        expect(next.fresh).toEqual(next.grown);
        next.weights.forEach((weight, place) => {
          const kept = layer.mask[place] === 1 && !next.dropped.includes(place);
          expect(weight).toBe(kept ? layer.weights[place] : 0);
        });
      }
  });
});

test('each free place is grown equally often, those just dropped too unless regrowth is `never`', () => {
  const layer = { weights: [5, 1, 0, 0, 0], mask: Uint8Array.of(1, 1, 0, 0, 0) };
  const counts = (regrowth: 'keep' | 'never') => {
    const rng = createRng(6);
    const found = [0, 0, 0, 0, 0];
    for (let round = 0; round < 3000; round++)
      for (const place of setDropAndGrow(layer, 0.5, rng, { regrowth }).grown) found[place]! += 1;
    return found;
  };
  // Binomial, standard deviations 24 and 26; five of them.
  const [kept, weak, ...others] = counts('keep');
  expect(kept).toBe(0);
  for (const count of [weak!, ...others]) expect(Math.abs(count - 750)).toBeLessThan(120);
  const [, never, ...rest] = counts('never');
  expect(never).toBe(0);
  for (const count of rest) expect(Math.abs(count - 1000)).toBeLessThan(130);
});

test('one seed gives one exchange; new weights may be drawn as at the start', () => {
  const layer = layerOf(golden.cases[0]!);
  expect(setDropAndGrow(layer, 0.3, createRng(3))).toEqual(setDropAndGrow(layer, 0.3, createRng(3)));
  const drawn = setDropAndGrow(layer, 0.3, createRng(3), { initial: () => 7 });
  expect(drawn.fresh.map((place) => drawn.weights[place])).toEqual(drawn.fresh.map(() => 7));
});

test('by sign: the example, and a weight of 0 counts as positive', () => {
  const mask = Uint8Array.of(1, 1, 1, 1);
  expect(closestToZeroBySign({ weights: [1, 2, -1, -5], mask }, 0.5)).toEqual([0, 2]);
  expect(closestToZeroBySign({ weights: [0, 2, -1, -5], mask }, 0.5)).toEqual([0, 2]);
});

test('misuse is named', () => {
  const full = { weights: [1, 2], mask: Uint8Array.of(1, 1) };
  expect(() => setDropAndGrow(full, -0.1, createRng(1))).toThrow(
    /fraction to drop must be in \[0, 1\], found -0.1/,
  );
  expect(() => setDropAndGrow(full, 0.5, createRng(1), { regrowth: 'never' })).toThrow(
    /only 0 places are free/,
  );
  expect(() => setDropAndGrow({ weights: [1], mask: Uint8Array.of(1, 0) }, 0.5, createRng(1))).toThrow(/mask has 2 entries, but weights 1/); // prettier-ignore
  expect(() => setDropAndGrow({ weights: [1], mask: Uint8Array.of(0) }, 0.5, createRng(1))).toThrow(/no active connection/); // prettier-ignore
});
