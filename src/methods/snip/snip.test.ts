import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { affine, mean, multiply, negate, logSoftmax, sum } from '~/autodiff/ops';
import { activate, dense, type Activation } from '~/methods/mlp/mlp';
import { activeCount } from '~/methods/sparsity/masks';
import { evaluate, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import golden from './golden.json';
import { connectionSensitivity, connectionSensitivityNodes, snipMasks } from './snip';

type Net = (typeof golden.nets)[number];

/** The net of the golden script: x, labels, weights, biases → loss. */
const lossOf =
  ({ activation, temperature }: Net) =>
  (x: Node, y: Node, w1: Node, w2: Node, b1: Node, b2: Node): Node => {
    const logits = dense(activate(activation as Activation, dense(x, w1, b1)), w2, b2);
    return negate(mean(sum(multiply(y, logSoftmax(affine(logits, 1 / temperature, 0))), [1])));
  };
const inputsOf = (net: Net) => [net.batch, net.labels, ...net.weights, ...net.biases];
const valuesOf = (parts: readonly { readonly values: readonly number[] }[]) =>
  parts.map(({ values }) => values);

describe.each(golden.nets)('$activation, temperature $temperature', (net) => {
  const loss = lossOf(net);

  test('the loss, and the scores through the graph and from arrays, equal PyTorch’s', () => {
    expect(evaluateScalar(loss, inputsOf(net))).toBeCloseTo(net.loss, 12);
    const arrays = connectionSensitivity(valuesOf(net.weights), valuesOf(net.gradients));
    net.sensitivity.forEach((expected, layer) => {
      const nodes = evaluate(
        (x, y, w1, w2, b1, b2) => connectionSensitivityNodes(loss(x, y, w1, w2, b1, b2), [w1, w2])[layer]!,
        inputsOf(net),
      );
      const found = numbersOf(nodes);
      expected.forEach((value, place) => {
        expect(Math.abs((found[place] ?? NaN) - value)).toBeLessThan(1e-12);
        expect(Math.abs((arrays[layer]?.[place] ?? NaN) - value)).toBeLessThan(1e-12);
      });
    });
  });

  test('the score is the slope of the loss as one connection is turned down, by finite differences', () => {
    const h = 1e-5;
    const slopes = net.weights.map(({ values }, layer) =>
      values.map((_, place) => {
        const at = (c: number) => {
          const scaled = net.weights.map((each, l) => ({
            shape: each.shape,
            values: each.values.map((w, p) => (l === layer && p === place ? c * w : w)),
          }));
          return evaluateScalar(loss, [net.batch, net.labels, ...scaled, ...net.biases]);
        };
        return Math.abs(at(1 + h) - at(1 - h)) / (2 * h);
      }),
    );
    const total = slopes.flat().reduce((sum, slope) => sum + slope, 0);
    slopes.forEach((layer, l) =>
      layer.forEach((slope, place) =>
        expect(Math.abs(slope / total - (net.sensitivity[l]?.[place] ?? NaN))).toBeLessThan(1e-6),
      ),
    );
  });

  test.each(net.masks)(
    'the masks at sparsity $sparsity are those of PyTorch’s top k',
    ({ sparsity, snip }) => {
      expect(snipMasks(net.sensitivity, sparsity).map((mask) => [...mask])).toEqual(snip);
    },
  );
});

test('scores sum to 1 and do not change with the scale of the loss; signs do not matter', () => {
  const [weights, gradients] = [[[0.5, -2], [3]], [[1, 0.1], [-0.2]]]; // prettier-ignore
  const scores = connectionSensitivity(weights, gradients);
  expect(scores.reduce((total, layer) => total + layer[0]! + (layer[1] ?? 0), 0)).toBeCloseTo(1, 15);
  const scaled = connectionSensitivity(weights, gradients.map((g) => g.map((v) => -8 * v))); // prettier-ignore
  expect(scaled).toEqual(scores);
});

test('exactly the asked number stays, ties by layer and index; a layer may collapse', () => {
  const scores = [Array.from({ length: 60 }, () => 0.01), Array.from({ length: 40 }, () => 0.01)];
  const masks = snipMasks(scores, 0.7);
  expect(masks.map(activeCount)).toEqual([30, 0]);
  expect(masks[0]!.slice(0, 30).every((entry) => entry === 1)).toBe(true);
  for (const sparsity of [0, 0.3, 0.5, 0.99])
    expect(snipMasks(scores, sparsity).reduce((total, mask) => total + activeCount(mask), 0)).toBe(
      Math.round(100 * (1 - sparsity)),
    );
});

test('the examples of the doc comments', () => {
  const scores = connectionSensitivity([[1, -2], [4]], [[3, 1], [0.75]]); // prettier-ignore
  expect(scores.map((layer) => [...layer])).toEqual([[0.375, 0.25], [0.375]]); // prettier-ignore
  expect(snipMasks(scores, 0.5).map((mask) => [...mask])).toEqual([[1, 0], [1]]); // prettier-ignore
});

test('misuse is named', () => {
  expect(() => snipMasks([[1, 2]], 1)).toThrow(/snipMasks: sparsity must be in \[0, 1\), found 1/);
  expect(() => snipMasks([[1, 2]], 0.9)).toThrow(/sparsity of 0.9 keeps none of 2 weights/);
  expect(() => snipMasks([[1, NaN]], 0.5)).toThrow(/score at 1 is missing or not a number/);
  expect(() => connectionSensitivity([[1]], [[0]])).toThrow(/not 0 everywhere, their absolute sum is 0/);
  expect(() => connectionSensitivity([[1]], [[NaN]])).toThrow(/must be finite/);
  expect(() => connectionSensitivity([[1, 2]], [[1]])).toThrow(
    /layer 0 has 2 weights, but 1 gradient values/,
  );
  expect(() => connectionSensitivity([[1]], [[1], [2]])).toThrow(/1 layers of weights, but 2/);
  expect(() => connectionSensitivity([], [])).toThrow(/at least one weight, found none/);
});
