import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { erdosRenyiDensities, uniformDensities } from '~/methods/sparsity/allocation';
import { keptCounts, sparsityOf } from '~/methods/sparsity/counts';
import { lenet300100 } from '~/methods/sparsity/layers';
import { activeCount } from '~/methods/sparsity/masks';
import { evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { multiply, square, sum } from '~/autodiff/ops';
import { maskGradient, staticMasks } from './static-sparse';

test('each layer has exactly the connections that its density gives it, at any seed', () => {
  const net = lenet300100();
  for (const sparsity of [0.8, 0.9, 0.99]) {
    const { densities } = erdosRenyiDensities(net, sparsity);
    for (const seed of [1, 2]) {
      const kept = staticMasks(net, densities, createRng(seed)).map(activeCount);
      expect(kept).toEqual(keptCounts(net, densities));
      expect(sparsityOf(net, kept)).toBeCloseTo(sparsity, 4);
    }
  }
});

test('one seed gives one net; two seeds share about the density of their connections', () => {
  const net = lenet300100();
  const densities = uniformDensities(net, 0.9);
  const [first] = staticMasks(net, densities, createRng(1));
  expect(staticMasks(net, densities, createRng(1))[0]).toEqual(first);
  const [other] = staticMasks(net, densities, createRng(2));
  const common = first!.reduce((sum, entry, place) => sum + entry * other![place]!, 0);
  // 23,520 of 235,200 twice: 2,352 in common on average, hypergeometric standard deviation 44; five of them.
  expect(Math.abs(common - 2352)).toBeLessThan(220);
});

test('the masked gradient is the exact gradient of the loss of the masked weights', () => {
  const [weights, mask] = [[3, -2, 5], Uint8Array.of(1, 0, 1)];
  const through = evaluateGradient((w, m) => sum(square(multiply(w, m))), [weights, [...mask]])[0];
  // Dense: 2 (m ⊙ w).
  expect(numbersOf(through ?? NaN)).toEqual([...maskGradient([6, 0, 10], mask)]);
  expect([...maskGradient([3, 4], Uint8Array.of(0, 1))]).toEqual([0, 4]);
});

test('misuse is named', () => {
  expect(() => staticMasks(lenet300100(), [0.1, 0.1, 0.0001], createRng(1), 'nearest')).toThrow(/fc3 would be left without connections/); // prettier-ignore
  expect(() => maskGradient([1], Uint8Array.of(1, 0))).toThrow(/mask has 2 entries/);
});
