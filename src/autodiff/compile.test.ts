import { expect, test } from 'vitest';
import { compile } from './compile';
import { Graph } from './graph';
import { constant, exp, input, multiply, parameter, sum, tanh } from './ops';
import type { Update } from './program';

function setUp() {
  const graph = new Graph();
  const w = parameter(graph, [3], [1, 2, 3], 'w');
  const x = input(graph, [3], 'x');
  const rate = constant(graph, 0.1);
  return { graph, w, x, rate };
}

test('inputs stand before what uses them; what nobody needs is left out', () => {
  const { w, x } = setUp();
  const unused = exp(x);
  const output = sum(multiply(tanh(w), x));
  const { order } = compile({ outputs: [output] });
  expect(order).not.toContain(unused);
  expect(order.at(-1)).toBe(output);
  order.forEach((node, position) =>
    node.inputs.forEach((from) => {
      expect(order.indexOf(from)).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(from)).toBeLessThan(position);
    }),
  );
});

test('what an update reads is computed', () => {
  const { w, x, rate } = setUp();
  const { order } = compile({ updates: [{ rule: 'sgd', parameter: w, gradient: exp(x), rate }] });
  expect(order).toEqual(expect.arrayContaining([w, x, exp(x), rate]));
});

test('errors name what disagrees', () => {
  const { graph, w, x, rate } = setUp();
  const sgd: Update = { rule: 'sgd', parameter: w, gradient: x, rate };
  expect(() => compile({})).toThrow(/at least one output or update/);
  expect(() => compile({ outputs: [x, input(new Graph(), [1], 'y')] })).toThrow(/belongs to another graph/);
  expect(() => compile({ updates: [{ ...sgd, parameter: x }] })).toThrow(
    /node 1 \(input\), which is not a parameter/,
  );
  expect(() => compile({ updates: [{ ...sgd, gradient: sum(x) }] })).toThrow(
    /sgd of parameter w with shape \[3\] was given shape \[\]/,
  );
  expect(() => compile({ updates: [{ ...sgd, rate: x }] })).toThrow(
    /rate must be one number, found shape \[3\]/,
  );
  expect(() => compile({ updates: [sgd, { rule: 'assign', parameter: w, value: x }] })).toThrow(
    /parameter w is updated twice/,
  );
  expect(graph.nodes).toContain(w);
});
