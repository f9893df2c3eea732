import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { activeCount } from '~/methods/sparsity/masks';
import { dsrDropAndGrow, nextThreshold } from './dsr';
import golden from './golden.json';

type Case = (typeof golden.cases)[number];
const layersOf = ({ layers }: Case) =>
  layers.map(({ weights, mask }) => ({ weights, mask: Uint8Array.from(mask) }));
const connections = (layers: readonly { mask: Uint8Array }[]) =>
  layers.reduce((sum, { mask }) => sum + activeCount(mask), 0);

describe.each(golden.cases)('threshold $threshold, target $target', (each) => {
  const layers = layersOf(each);

  test('what falls, the next threshold, and the shares within one connection equal PyTorch’s', () => {
    const { layers: next, threshold } = dsrDropAndGrow(layers, each.threshold, createRng(1), each);
    expect(next.map(({ dropped }) => dropped)).toEqual(each.dropped.map(({ places }) => places));
    expect(threshold).toBe(each.next);
    next.forEach(({ grown }, at) =>
      expect(Math.abs(grown.length - (each.exactShares[at] ?? NaN))).toBeLessThan(1),
    );
  });

  test('for any seed the net keeps its connections, new ones are 0, those kept untouched', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { layers: next } = dsrDropAndGrow(layers, each.threshold, createRng(seed), each);
      expect(connections(next)).toBe(connections(layers));
      next.forEach(({ weights, fresh, grown, dropped }, at) => {
        expect(fresh).toEqual(grown);
        weights.forEach((weight, place) => {
          const kept = layers[at]!.mask[place] === 1 && !dropped.includes(place);
          expect(weight).toBe(kept ? layers[at]!.weights[place] : 0);
        });
      });
    }
  });
});

test('the threshold finds the target: exchanges settle within the tolerance', () => {
  const rng = createRng(12);
  let threshold = 1e-6;
  const options = { target: 50 };
  let dropped = 0;
  for (let round = 0; round < 40; round++) {
    const weights = Float64Array.from({ length: 1000 }, () => rng.normal());
    const mask = Uint8Array.from({ length: 1000 }, (_, place) => (place < 600 ? 1 : 0));
    const step = dsrDropAndGrow([{ weights, mask }], threshold, rng, options);
    dropped = step.layers[0]!.dropped.length;
    ({ threshold } = step);
  }
  // P(|w| < H) = 50/600 at H = 0.105; doubling and halving come within a factor 2 of it and stay there.
  expect(threshold).toBeGreaterThan(0.05);
  expect(threshold).toBeLessThan(0.22);
  expect(dropped).toBeGreaterThan(20);
});

test('a layer that loses much ends with less, a layer that loses nothing gains; all lost: the room decides', () => {
  const mask = Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0);
  const weak = { weights: [0.1, 0.1, 0.1, 9, 0, 0, 0, 0], mask };
  const strong = { weights: [9, 9, 9, 9, 0, 0, 0, 0], mask };
  const { layers } = dsrDropAndGrow([weak, strong], 1, createRng(1), { target: 3 });
  expect(layers.map((layer) => activeCount(layer.mask))).toEqual([2, 6]);
  const gone = dsrDropAndGrow([weak, strong], 100, createRng(1), { target: 3 }).layers;
  expect(gone.map((layer) => activeCount(layer.mask))).toEqual([4, 4]);
});

test('doubling, halving and leaving the threshold, at the borders of the tolerance', () => {
  const options = { target: 100, tolerance: 0.1 };
  expect([89, 90, 110, 111].map((dropped) => nextThreshold(1, dropped, options))).toEqual([2, 1, 1, 0.5]);
  expect(nextThreshold(0.01, 5, { target: 100 })).toBe(0.02);
});

test('misuse is named', () => {
  const layer = { weights: [1, 2], mask: Uint8Array.of(1, 1) };
  const exchange = (threshold: number, options: { target: number; tolerance?: number }) =>
    dsrDropAndGrow([layer], threshold, createRng(1), options);
  expect(() => exchange(0, { target: 1 })).toThrow(/threshold must be above 0 and finite, found 0/);
  expect(() => exchange(1, { target: 0 })).toThrow(/target must be a whole number of at least 1, found 0/);
  expect(() => exchange(1, { target: 1, tolerance: 1 })).toThrow(/tolerance must be in \[0, 1\), found 1/);
  expect(() => dsrDropAndGrow([{ ...layer, weights: [1, NaN] }], 1, createRng(1), { target: 1 })).toThrow(/weight at 1 is missing/); // prettier-ignore
  expect(() => dsrDropAndGrow([{ ...layer, mask: Uint8Array.of(0, 0) }], 1, createRng(1), { target: 1 })).toThrow(/no active connection/); // prettier-ignore
});
