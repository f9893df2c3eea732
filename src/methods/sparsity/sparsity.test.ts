import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { erdosRenyiDensities, erdosRenyiRatio, uniformDensities } from './allocation';
import { forwardFlops, keptCounts, sparsityOf } from './counts';
import golden from './golden.json';
import { lenet300100, resnet50, weightCount, weightTotal, type SparseLayer } from './layers';
import {
  activeCount,
  applyMask,
  checkMask,
  highestPlaces,
  keepHighest,
  maskOf,
  placesOf,
  randomMask,
  randomPlaces,
} from './masks';

const netOf = (name: string) => (name === 'lenet' ? lenet300100() : resnet50());

test('ResNet-50: shapes and positions by a convolution’s arithmetic, 25.5 million weights, 8.2 billion operations', () => {
  expect(resnet50().map(({ shape, positions = 1 }) => ({ shape, positions }))).toEqual(golden.shapes);
  expect(forwardFlops(resnet50())).toBe(2 * golden.multiplyAdds);
  expect(weightTotal(resnet50())).toBe(25502912);
  expect(Math.round(forwardFlops(resnet50()) / 1e8)).toBe(82);
});

describe.each(golden.cases)('$net at sparsity $sparsity, kernel $kernel', (each) => {
  const layers = netOf(each.net);
  const { densities, epsilon, saturated } = erdosRenyiDensities(layers, each.sparsity, {
    kernel: each.kernel,
  });

  test('densities equal bisection’s to 1e-12 and the official procedure’s to its rounding, 2e-5', () => {
    densities.forEach((density, place) => {
      expect(Math.abs(density - (each.densities[place] ?? NaN))).toBeLessThan(1e-12);
      expect(Math.abs(density - (each.official[place] ?? NaN))).toBeLessThan(2e-5);
    });
  });

  test('the budget is met, no density is above 1, and ε of a saturated layer would be', () => {
    const asked = (1 - each.sparsity) * weightTotal(layers);
    const given = layers.reduce(
      (sum, layer, place) => sum + weightCount(layer) * (densities[place] ?? NaN),
      0,
    );
    expect(given / asked).toBeCloseTo(1, 12);
    layers.forEach((layer, place) => {
      const wished = epsilon * erdosRenyiRatio(layer, each.kernel);
      expect(wished > 1).toBe(saturated.includes(place));
      expect(densities[place]).toBe(Math.min(1, wished));
    });
  });

  test('kept connections give the sparsity within one weight a layer, and the share of the operations', () => {
    const kept = keptCounts(layers, densities);
    const found = sparsityOf(layers, kept);
    expect(found).toBeLessThanOrEqual(each.sparsity + 1e-12);
    expect(found).toBeGreaterThan(each.sparsity - layers.length / weightTotal(layers));
    expect(forwardFlops(layers, kept) / forwardFlops(layers)).toBeCloseTo(each.flopsShare, 4);
  });
});

// Table of the authors' README, github.com/google-research/rigl, in hundredths; it counts biases and activations too.
test.each([
  [0.8, 0.42, 0.23],
  [0.9, 0.24, 0.13],
  [0.95, 0.12, 0.08],
  [0.965, 0.09, 0.07],
])(
  'published shares of ResNet-50’s operations at sparsity %f: ERK %f, uniform %f, within 0.01',
  (sparsity, erk, uniform) => {
    const share = (densities: number[]) =>
      forwardFlops(resnet50(), keptCounts(resnet50(), densities)) / forwardFlops(resnet50());
    expect(Math.abs(share(erdosRenyiDensities(resnet50(), sparsity).densities) - erk)).toBeLessThan(0.01);
    expect(Math.abs(share(uniformDensities(resnet50(), sparsity, { dense: [0] })) - uniform)).toBeLessThan(
      0.01,
    );
  },
);

test('closed form: two layers of one ratio are equal; at S = 0 all are dense; `dense` layers are outside the budget', () => {
  const twins: SparseLayer[] = [
    { name: 'a', shape: [6, 3] },
    { name: 'b', shape: [3, 6] },
  ];
  expect(erdosRenyiDensities(twins, 0.75)).toEqual({
    densities: [0.25, 0.25],
    epsilon: 0.5,
    saturated: [],
  });
  expect(erdosRenyiDensities(resnet50(), 0).densities.every((density) => density === 1)).toBe(true);
  const { densities, saturated } = erdosRenyiDensities(lenet300100(), 0.9, { dense: [2] });
  expect(densities[2]).toBe(1);
  expect(saturated).toEqual([]);
  expect((densities[0]! * 235200 + densities[1]! * 30000) / 265200).toBeCloseTo(0.1, 14);
});

test('ER and ERK are one for fully connected layers and differ for kernels', () => {
  expect(erdosRenyiDensities(lenet300100(), 0.9, { kernel: false })).toEqual(
    erdosRenyiDensities(lenet300100(), 0.9),
  );
  const layer: SparseLayer = { name: 'conv', shape: [3, 3, 16, 32] };
  expect(erdosRenyiRatio(layer, false)).toBe(48 / 512);
  expect(erdosRenyiRatio(layer)).toBe(54 / 4608);
});

test('sparser asks for less of every layer', () => {
  let before = erdosRenyiDensities(resnet50(), 0).densities;
  for (const sparsity of [0.2, 0.5, 0.8, 0.9, 0.99]) {
    const now = erdosRenyiDensities(resnet50(), sparsity).densities;
    now.forEach((density, place) => expect(density).toBeLessThanOrEqual(before[place] ?? NaN));
    before = now;
  }
});

test('roundings: up, nearest, down; a last digit does not add a connection', () => {
  const layer: SparseLayer[] = [{ name: 'a', shape: [5, 5] }];
  expect((['up', 'nearest', 'down'] as const).map((by) => keptCounts(layer, [0.29], by)[0])).toEqual([8, 7, 7]); // prettier-ignore
  expect(keptCounts([{ name: 'a', shape: [10, 10] }], [0.07000000000000001])).toEqual([7]);
  expect(keptCounts([{ name: 'a', shape: [10, 10] }], [0.06999999999999999], 'down')).toEqual([7]);
});

test('the highest: exactly k, equal scores by index, only eligible places', () => {
  expect(highestPlaces([3, 9, 3, 3], 2)).toEqual([0, 1]);
  expect(highestPlaces([3, 9, 3, 3], 2, [3, 2, 0])).toEqual([0, 2]);
  expect(highestPlaces([1, NaN, 2], 1, [0, 2])).toEqual([2]);
  expect(highestPlaces([-Infinity, Infinity, 0], 2)).toEqual([1, 2]);
  expect(highestPlaces([], 0)).toEqual([]);
  const rng = createRng(7);
  const scores = Array.from({ length: 500 }, () => rng.integer(9));
  for (const k of [0, 1, 250, 499, 500]) expect(highestPlaces(scores, k)).toHaveLength(k);
});

test('against a plain sort of pairs, with many ties', () => {
  const rng = createRng(5);
  const scores = Array.from({ length: 400 }, () => rng.integer(40) - 20);
  const sorted = scores.map((_, place) => place).sort((a, b) => scores[b]! - scores[a]! || a - b);
  for (const k of [1, 37, 200, 399])
    expect(highestPlaces(scores, k)).toEqual(sorted.slice(0, k).sort((a, b) => a - b));
});

test('a random mask has exactly the asked connections, each place equally often, and is its seed’s', () => {
  expect(activeCount(randomMask(235200, 23520, createRng(3)))).toBe(23520);
  expect(randomMask(50, 20, createRng(4))).toEqual(randomMask(50, 20, createRng(4)));
  const rng = createRng(8);
  const counts = new Float64Array(10);
  for (let round = 0; round < 3000; round++) randomMask(10, 3, rng).forEach((m, i) => (counts[i]! += m));
  // Each count is binomial of 3,000 draws at 0.3: standard deviation 25; five of them.
  for (const count of counts) expect(Math.abs(count - 900)).toBeLessThan(125);
});

test('masks of all layers together, and the weights under a mask', () => {
  expect(keepHighest([[1, 5], [4]], 2)).toEqual([Uint8Array.of(0, 1), Uint8Array.of(1)]);
  expect(keepHighest([[2, 2], [2]], 2)).toEqual([Uint8Array.of(1, 1), Uint8Array.of(0)]);
  expect([...applyMask([3, -4], Uint8Array.of(0, 1))]).toEqual([0, -4]);
  expect(placesOf(Uint8Array.of(0, 1, 1), 1)).toEqual([1, 2]);
});

test('the numbers printed in the doc comments', () => {
  expect(weightCount({ name: 'fc1', shape: [784, 300] })).toBe(235200);
  expect(weightTotal(lenet300100())).toBe(266200);
  expect(uniformDensities(lenet300100(), 0.75, { dense: [0] })).toEqual([1, 0.25, 0.25]);
  expect(erdosRenyiRatio({ name: 'fc3', shape: [100, 10] })).toBe(0.11);
  expect(erdosRenyiDensities(lenet300100(), 0.9).densities.map((d) => Math.floor(1e4 * d) / 1e4)).toEqual([0.0795, 0.2301, 1]); // prettier-ignore
  expect(keptCounts(lenet300100(), [0.1, 0.1, 0.1])).toEqual([23520, 3000, 100]);
  expect(sparsityOf(lenet300100(), [23520, 3000, 100])).toBeCloseTo(0.9, 14);
  expect(forwardFlops(lenet300100())).toBe(532400);
  expect(randomPlaces([4, 5, 6], 3, createRng(1))).toEqual([4, 5, 6]);
  expect(maskOf(3, [1])).toEqual(Uint8Array.of(0, 1, 0));
});

test('misuse is named', () => {
  const net = lenet300100();
  for (const sparsity of [1, -0.1, NaN, 1.5]) {
    expect(() => erdosRenyiDensities(net, sparsity)).toThrow(/sparsity must be in \[0, 1\), found/);
    expect(() => uniformDensities(net, sparsity)).toThrow(/sparsity must be in \[0, 1\), found/);
  }
  expect(() => erdosRenyiDensities([], 0.5)).toThrow(/at least one layer, found none/);
  expect(() => uniformDensities(net, 0.5, { dense: [3] })).toThrow(/places 0 … 2 .* found 3/);
  expect(() => weightCount({ name: 'odd', shape: [3] })).toThrow(/layer odd: .* found \[3\]/);
  expect(() => weightCount({ name: 'odd', shape: [3, 2], positions: 0 })).toThrow(/layer odd: positions/);
  expect(() => keptCounts(net, [0.1, 0.1, 0.0001], 'nearest')).toThrow(
    /layer fc3 would be left without connections \(density 0.0001 of 1000 weights/,
  );
  expect(() => keptCounts(net, [0.1, 0.1, 0])).toThrow(/fc3 would be left without/);
  expect(() => keptCounts(net, [0.1, 0.1, 1.1])).toThrow(/density of layer fc3 must be in \(0, 1\]/);
  expect(() => keptCounts(net, [0.1])).toThrow(/one density for each of the 3 layers, found 1/);
  expect(() => forwardFlops(net, [1, 2, 1001])).toThrow(/layer fc3 may keep .* 0 … 1000 .* found 1001/);
  expect(() => randomMask(4, 5, createRng(1))).toThrow(/count must be a whole number in 0 … 4, found 5/);
  expect(() => keepHighest([[1], [2]], 3)).toThrow(/in 0 … 2, found 3/);
  expect(() => highestPlaces([1, NaN], 1)).toThrow(/score at 1 is missing or not a number/);
  expect(() => checkMask('here', Uint8Array.of(2), {})).toThrow(
    /here: a mask holds 0 and 1, found 2 at entry 0/,
  );
  expect(() => applyMask([1, 2], Uint8Array.of(1))).toThrow(/mask has 1 entries, but weights 2/);
});
