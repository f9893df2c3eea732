import { expect, test } from 'vitest';
import { evaluate } from '~/runtime/evaluate';
import { grad } from './grad';
import { Graph, type Node } from './graph';
import { add, exp, input, multiply, square, sum, tanh } from './ops';

const gradOf = (y: Node, x: Node) => grad(y, [x])[0] ?? y;

test('derivatives of x⁴ to the fourth order are exact', () => {
  const derivative = (order: number) => (x: Node) => {
    let y = square(square(x));
    for (let i = 0; i < order; i++) y = gradOf(y, x);
    return y;
  };
  const found = [0, 1, 2, 3, 4].map((order) => evaluate(derivative(order), [2]));
  expect(found).toEqual([16, 32, 48, 48, 24]);
});

test('the Hessian of a product is symmetric, with mixed second derivatives', () => {
  const mixed = (order: 'xy' | 'yx') => (x: Node, y: Node) => {
    const f = multiply(exp(x), tanh(y));
    return order === 'xy' ? gradOf(gradOf(f, x), y) : gradOf(gradOf(f, y), x);
  };
  const inputs = [0.3, -0.7];
  expect(evaluate(mixed('xy'), inputs)).toBeCloseTo(Math.exp(0.3) / Math.cosh(0.7) ** 2, 14);
  expect(evaluate(mixed('yx'), inputs)).toBe(evaluate(mixed('xy'), inputs));
});

test('a value used twice gathers both gradients; a node between is a variable too', () => {
  const graph = new Graph();
  const x = input(graph, [2], 'x');
  const between = square(x);
  const [byX, byBetween] = grad(sum(add(multiply(between, between), between)), [x, between]);
  expect([byX?.shape, byBetween?.shape]).toEqual([[2], [2]]);
  const fn = (at: Node) => gradOf(sum(add(square(square(at)), square(at))), at);
  expect(evaluate(fn, [[1, 2]])).toEqual([6, 36]);
});

test('a seed weighs the elements of y', () => {
  const fn = (x: Node, seed: Node) => grad(square(x), [x], seed)[0] ?? x;
  expect(evaluate(fn, [[1, 2, 3], [1, 0, -1]])).toEqual([2, 0, -6]); // prettier-ignore
});

test('zeros where y does not depend on a node', () => {
  expect(evaluate((x: Node, other: Node) => gradOf(sum(x), other), [[1, 2], [[3, 4]]])).toEqual([[0, 0]]);
});

test('errors say what to do', () => {
  const graph = new Graph();
  const x = input(graph, [2], 'x');
  expect(() => grad(x, [x])).toThrow(
    /expected one element, found shape \[2\]; sum or average it, or give a seed/,
  );
  expect(() => grad(x, [x], sum(x))).toThrow(/the seed has shape \[\], but y has \[2\]/);
  expect(() => grad(sum(x), [input(new Graph(), [2], 'other')])).toThrow(/belongs to another graph than y/);
});
