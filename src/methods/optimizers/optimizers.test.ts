import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { input, parameter, square, subtract, sum } from '~/autodiff/ops';
import type { Update } from '~/autodiff/program';
import { openReferenceNow } from '~/runtime/executors/reference/session';
import { adamStep, type AdamState } from './adam';
import golden from './golden.json';
import { momentumStep, type MomentumState } from './momentum';
import { sgdStep } from './sgd';
import { adam, momentum, sgd } from './updates';

const { options, rates } = golden;
const width = golden.start.values.length;
const row = (values: readonly number[], step: number) => values.slice(step * width, (step + 1) * width);

/** A step with everything it carries: weights are the state itself or in it. */
const RULES = {
  sgd: (weights: ArrayLike<number>, gradient: readonly number[], rate: number) =>
    sgdStep(weights, gradient, rate),
  momentum: (() => {
    let state: MomentumState = { weights: golden.start.values, velocity: new Float64Array(width) };
    return (_: ArrayLike<number>, gradient: readonly number[], rate: number) =>
      (state = momentumStep(state, gradient, { rate, momentum: options.momentum })).weights;
  })(),
  adam: (() => {
    const zeros = new Float64Array(width);
    let state: AdamState = { weights: golden.start.values, mean: zeros, square: zeros, steps: 0 };
    return (_: ArrayLike<number>, gradient: readonly number[], rate: number) =>
      (state = adamStep(state, gradient, { ...options, rate })).weights;
  })(),
};

for (const [name, rule] of Object.entries(RULES))
  test(`${name}: five steps equal PyTorch's, the rate changing in between`, () => {
    let weights: ArrayLike<number> = golden.start.values;
    rates.forEach((rate, step) => {
      weights = rule(weights, row(golden.gradients.values, step), rate);
      row(golden.weights[name as keyof typeof RULES].values, step).forEach((expected, i) => {
        expect(Math.abs((weights[i] ?? NaN) / expected - 1)).toBeLessThan(1e-10);
      });
    });
  });

test('the examples of the doc comments', () => {
  expect([...sgdStep([1, 2], [10, -10], 0.1)]).toEqual([0, 3]);
  const { weights, velocity } = momentumStep({ weights: [1], velocity: [2] }, [1], {
    rate: 0.1,
    momentum: 0.5,
  });
  expect([[...weights], [...velocity]]).toEqual([[0.8], [2]]);
});

test("Adam's first step is as long as the rate, whatever the gradient's size", () => {
  for (const gradient of [1e-3, 5, 1e6]) {
    const start = { weights: [1], mean: [0], square: [0], steps: 0 };
    const { weights } = adamStep(start, [gradient], { rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 });
    expect(weights[0]).toBeCloseTo(0.99, 6);
  }
});

test('lengths that differ are named', () => {
  expect(() => sgdStep([1, 2], [1], 0.1)).toThrow(/2 weights, but 1 gradient values/);
});

/** Lowers |w − c|² for some steps and returns w. */
function descend(updates: (loss: Node, weights: Node) => Update[], steps: number): Float64Array {
  const graph = new Graph();
  const weights = parameter(graph, [3], [5, -2, 0], 'w');
  const loss = sum(square(subtract(weights, input(graph, [3], 'c', [1, 2, 3]))));
  const session = openReferenceNow({ seed: 0 });
  session.compile(compile({ outputs: [loss], updates: updates(loss, weights) })).run(steps);
  return session.read(weights);
}

test('each rule finds the minimum of a bowl', () => {
  const found = [
    descend((loss, w) => sgd(loss, [w], { rate: 0.1 }), 200),
    descend((loss, w) => momentum(loss, [w], { rate: 0.02, momentum: 0.8 }), 400),
    descend((loss, w) => adam(loss, [w], { rate: 0.05 }), 2000),
  ];
  for (const weights of found) weights.forEach((w, i) => expect(w).toBeCloseTo(i + 1, 4));
});

test('the rate may be a node that is turned between steps', () => {
  const graph = new Graph();
  const weight = parameter(graph, [1], [1], 'w');
  const rate = input(graph, [], 'rate', [0.25]);
  const session = openReferenceNow({ seed: 0 });
  const step = session.compile(compile({ updates: sgd(sum(square(weight)), [weight], { rate }) }));
  step.run();
  expect([...session.read(weight)]).toEqual([0.5]);
  session.write(rate, [0]);
  step.run();
  expect([...session.read(weight)]).toEqual([0.5]);
});
