import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { activeCount } from '~/methods/sparsity/masks';
import golden from './golden.json';
import { momentumClaims, smoothGradient, snfsDropAndGrow } from './snfs';

type Case = (typeof golden.cases)[number];
const layersOf = ({ layers }: Case) =>
  layers.map((layer) => ({ ...layer, mask: Uint8Array.from(layer.mask) }));
const connections = (layers: readonly { mask: Uint8Array }[]) =>
  layers.reduce((sum, { mask }) => sum + activeCount(mask), 0);

describe.each(golden.cases)('fraction $fraction', (each) => {
  const layers = layersOf(each);
  const next = snfsDropAndGrow(layers, each.fraction);

  test('claims, dropped and grown connections equal PyTorch’s', () => {
    momentumClaims(layers).forEach((claim, at) => expect(claim).toBeCloseTo(each.claims[at] ?? NaN, 14));
    expect(next.map(({ dropped }) => dropped)).toEqual(each.dropped.map(({ places }) => places));
    expect(next.map(({ grown }) => grown)).toEqual(each.grown.map(({ places }) => places));
  });

  test('the net keeps its number of connections, the layers do not', () => {
    expect(connections(next)).toBe(connections(layers));
    expect(next.map(({ mask }) => activeCount(mask))).not.toEqual(
      layers.map(({ mask }) => activeCount(mask)),
    );
    next.forEach(({ fresh, weights }) => fresh.forEach((place) => expect(weights[place]).toBe(0)));
  });
});

test('without regrowth nothing dropped comes back, and the total still holds', () => {
  const layers = layersOf(golden.cases[0]!);
  const next = snfsDropAndGrow(layers, 0.5, { regrowth: 'never' });
  expect(connections(next)).toBe(connections(layers));
  for (const { dropped, grown } of next) expect(grown.filter((place) => dropped.includes(place))).toEqual([]);
});

test('one layer: SNFS is a drop by magnitude and growth by momentum', () => {
  const layer = { weights: [3, 1, 0, 0], mask: Uint8Array.of(1, 1, 0, 0), momentum: [0, 0, 1, -2] };
  const [next] = snfsDropAndGrow([layer], 0.5);
  expect(next).toMatchObject({ dropped: [1], grown: [3] });
});

test('all momentum 0: the room decides, the total holds', () => {
  const rng = createRng(1);
  const weights = () => Array.from({ length: 10 }, () => rng.normal());
  const mask = Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
  const layers = [0, 1].map(() => ({ weights: weights(), mask, momentum: new Float64Array(10) }));
  expect(momentumClaims(layers)).toEqual([0, 0]);
  expect(snfsDropAndGrow(layers, 0.5).map((next) => activeCount(next.mask))).toEqual([4, 4]);
});

test('the smoothed gradient of a constant one comes to it: error βⁿ', () => {
  let momentum: ArrayLike<number> = [0, 0];
  for (let step = 0; step < 30; step++) momentum = smoothGradient(momentum, [2, -4], 0.9);
  expect(momentum[0]).toBeCloseTo(2 * (1 - 0.9 ** 30), 13);
  expect(momentum[1]).toBeCloseTo(-4 * (1 - 0.9 ** 30), 13);
});

test('the examples of the doc comments', () => {
  expect([...smoothGradient([1], [3], 0.5)]).toEqual([2]);
  const one = (momentum: number) => ({ weights: [1], mask: Uint8Array.of(1), momentum: [momentum] });
  expect(momentumClaims([one(3), one(-1)])).toEqual([0.75, 0.25]);
});

test('misuse is named', () => {
  const layer = { weights: [1, 2], mask: Uint8Array.of(1, 1), momentum: [1, 1] };
  expect(() => snfsDropAndGrow([layer], 2)).toThrow(/fraction to drop must be in \[0, 1\], found 2/);
  expect(() => snfsDropAndGrow([{ ...layer, momentum: [1] }], 0.5)).toThrow(
    /mask has 2 entries, but momentum 1/,
  );
  expect(() => snfsDropAndGrow([layer], 0.5, { regrowth: 'never' })).toThrow(/in 0 … 0, found 1/);
  expect(() => snfsDropAndGrow([{ ...layer, mask: Uint8Array.of(0, 0) }], 0.5)).toThrow(
    /no active connection/,
  );
  expect(() => smoothGradient([1], [1], 1)).toThrow(/β must be in \[0, 1\), found 1/);
  expect(() => smoothGradient([1], [1, 2], 0.5)).toThrow(/1 values of momentum, but 2/);
});
