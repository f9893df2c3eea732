import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { input, mean, multiply, normal, sigmoid, slice, square, subtract } from '~/autodiff/ops';
import { adam } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate } from '~/runtime/evaluate';
import { openReferenceNow } from '~/runtime/executors/reference/session';
import { applyMlp, dense, initialVariance, initMlp, parametersOf, type Activation } from './mlp';

const initialOf = (node: Node | undefined) =>
  node?.op === 'parameter' ? node.attributes.initial : new Float32Array();

test('dense is x · W + b', () => {
  const found = evaluate(dense, [[[1, 2]], [[1, 0, 2], [0, 1, 1]], [10, 20, 30]]); // prettier-ignore
  expect(found).toEqual([[11, 22, 34]]);
});

test('the last layer has no activation', () => {
  const fn = (x: Node, weight: Node, bias: Node) => applyMlp([{ weight, bias }], x, 'relu');
  expect(evaluate(fn, [[[1]], [[-3]], [1]])).toEqual([[-2]]);
  const two = (x: Node, weight: Node, bias: Node) =>
    applyMlp([{ weight, bias }, { weight, bias }], x, 'leakyRelu'); // prettier-ignore
  expect(evaluate(two, [[[1]], [[-3]], [1]])).toEqual([[expect.closeTo(-3 * (0.2 * -2) + 1, 14)]]);
});

test('variances: He for ReLU, He with slope for leaky ReLU, Glorot for tanh', () => {
  expect(initialVariance(50, 70, 'relu')).toBeCloseTo(2 / 50, 15);
  expect(initialVariance(50, 70, 'leakyRelu')).toBeCloseTo(2 / (50 * 1.04), 15);
  expect(initialVariance(50, 70, 'tanh')).toBeCloseTo(2 / 120, 15);
});

for (const activation of ['relu', 'leakyRelu', 'tanh'] as const satisfies readonly Activation[])
  test(`${activation}: initial weights have that variance, biases are 0`, () => {
    const net = initMlp(new Graph(), [100, 90, 80], createRng(5), { activation, name: 'net' });
    const expected = [initialVariance(100, 90, activation), initialVariance(90, 80, 'tanh')];
    net.forEach(({ weight, bias }, layer) => {
      const values = initialOf(weight);
      const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
      // Five standard errors of a sample variance.
      expect(Math.abs(variance / (expected[layer] ?? NaN) - 1)).toBeLessThan(
        5 * Math.sqrt(2 / values.length),
      );
      expect(initialOf(bias).every((value) => value === 0)).toBe(true);
    });
    expect(parametersOf(net).map(({ shape }) => shape)).toEqual([[100, 90], [90], [90, 80], [80]]);
  });

test('one seed gives the same weights; too few sizes are named', () => {
  const make = (seed: number) =>
    initMlp(new Graph(), [2, 3, 1], createRng(seed), { activation: 'relu', name: 'n' });
  expect(parametersOf(make(1)).map(initialOf)).toEqual(parametersOf(make(1)).map(initialOf));
  expect(initialOf(make(1)[0]?.weight)).not.toEqual(initialOf(make(2)[0]?.weight));
  expect(() => initMlp(new Graph(), [2], createRng(1), { activation: 'relu', name: 'n' })).toThrow(
    /found \[2\]/,
  );
});

test('it learns a product, which no linear function comes near', () => {
  const graph = new Graph();
  const net = initMlp(graph, [2, 16, 1], createRng(1), { activation: 'tanh', name: 'net' });
  const x = normal(graph, [64, 2]);
  const product = multiply(slice(x, [0, 0], [64, 1]), slice(x, [0, 1], [64, 1]));
  const loss = mean(square(subtract(sigmoid(product), applyMlp(net, x, 'tanh'))));
  const session = openReferenceNow({ seed: 1 });
  const rate = input(graph, [], 'rate', [0.02]);
  const step = session.compile(
    compile({ outputs: [loss], updates: adam(loss, parametersOf(net), { rate }) }),
  );
  step.run();
  const before = step.readNow(loss)[0] ?? NaN;
  step.run(400);
  expect(before).toBeGreaterThan(0.1);
  // The variance of sigmoid(ab) is 0.03: that is what the best linear function leaves.
  expect(step.readNow(loss)[0]).toBeLessThan(0.005);
});
