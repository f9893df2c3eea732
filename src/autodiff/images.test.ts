import { describe, expect, test } from 'vitest';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import {
  evaluate,
  evaluateGradient,
  evaluateScalar,
  numbersOf,
  type Flat,
  type Nested,
} from '~/runtime/evaluate';
import golden from './golden.json';
import { grad } from './grad';
import { sizeOf, type Node } from './graph';
import * as ops from './ops';

/** Equal to PyTorch's float64 to ten digits of the largest. */
function expectClose(found: Nested | undefined, { values }: Flat): void {
  const numbers = numbersOf(found ?? []);
  const expected = Array.from(values);
  expect(numbers).toHaveLength(expected.length);
  const scale = Math.max(...expected.map(Math.abs));
  numbers.forEach((value, i) =>
    expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThanOrEqual(1e-10 * scale),
  );
}

describe('operations on images give what PyTorch gives, with their gradients', () => {
  for (const { name, stride, padding, x, filter, g, y, byX, byFilter } of golden.convolutions)
    test(`${name}, stride ${stride}, padding ${padding}`, () => {
      const op = name === 'conv2d' ? ops.conv2d : ops.conv2dTranspose;
      const convolve = (a: Node, w: Node) => op(a, w, { stride, padding });
      expectClose(evaluate(convolve, [x, filter]), y);
      const weighed = (a: Node, w: Node, weights: Node) => ops.sum(ops.multiply(convolve(a, w), weights));
      const [toX, toFilter] = evaluateGradient(weighed, [x, filter, g]);
      expectClose(toX, byX);
      expectClose(toFilter, byFilter);
    });

  const around = { stride: 2, padding: 1 };
  const functions: Readonly<Record<string, (x: Node) => Node>> = {
    'averagePool 2': (x) => ops.averagePool(x, 2),
    'averagePool 3, stride 2, padding 1': (x) => ops.averagePool(x, 3, around),
    'maxPool 2': (x) => ops.maxPool(x, 2),
    'maxPool 3, stride 2, padding 1': (x) => ops.maxPool(x, 3, around),
    'upsampleNearest 2': (x) => ops.upsampleNearest(x, 2),
    'upsampleBilinear 2': (x) => ops.upsampleBilinear(x, 2),
  };
  for (const { name, x, y, byX } of golden.resamplings)
    test(name, () => {
      const f = functions[name];
      if (!f) throw new Error(`no function for ${name}`);
      expectClose(evaluate(f, [x]), y);
      const cubed = (a: Node) => ops.sum(ops.multiply(ops.square(f(a)), f(a)));
      expectClose(evaluateGradient(cubed, [x])[0], byX);
    });
});

test('log softmax, its gradient and the gradient of that equal PyTorch’s', () => {
  const { x, g, v, y, byX, second } = golden.softmax;
  expectClose(
    evaluate((a) => ops.logSoftmax(a), [x]),
    y,
  );
  const weighed = (a: Node, weights: Node) => ops.sum(ops.multiply(ops.logSoftmax(a), weights));
  expectClose(evaluateGradient(weighed, [x, g])[0], byX);
  const slope = (a: Node, weights: Node, direction: Node) =>
    ops.sum(ops.multiply(grad(weighed(a, weights), [a])[0] ?? a, direction));
  expectClose(evaluateGradient(slope, [x, g, v])[0], second);
});

/** The critic of training/golden/autodiff_conv.py on images held as rows. */
function critic([w1, b1, w2, b2, w3]: readonly Node[], shape: readonly number[]): (rows: Node) => Node {
  if (!w1 || !b1 || !w2 || !b2 || !w3) throw new Error('the critic has five parameters');
  return (rows) => {
    const x = ops.reshape(rows, shape);
    const first = ops.tanh(ops.add(ops.conv2d(x, w1, { stride: 2, padding: 1 }), b1));
    const second = ops.tanh(ops.add(ops.conv2d(first, w2, { padding: 1 }), b2));
    const places = ops.conv2d(ops.averagePool(second, 2), w3);
    return ops.reshape(ops.sum(places, [1, 2, 3]), [shape[0] ?? 1, 1]);
  };
}

test('the gradient penalty of a convolutional critic and its gradient by every parameter equal PyTorch’s', () => {
  const { x, parameters, scores, penalty, gradients } = golden.penalty;
  const rows = { shape: [x.shape[0] ?? 1, sizeOf(x.shape.slice(1))], values: x.values };
  const judged = (real: Node, ...all: Node[]) => critic(all, x.shape)(real);
  expectClose(evaluate(judged, [rows, ...parameters]), scores);
  // Real and fake are the same here, so every point between is x itself.
  const penalised = (real: Node, alpha: Node, ...all: Node[]) =>
    gradientPenalty(critic(all, x.shape), real, real, alpha);
  const alpha = [[0.3], [0.5], [0.9]];
  expect(evaluateScalar(penalised, [rows, alpha, ...parameters]) / penalty).toBeCloseTo(1, 11);
  const found = evaluateGradient(penalised, [rows, alpha, ...parameters]).slice(2);
  expect(found).toHaveLength(gradients.length);
  found.forEach((gradient, i) => expectClose(gradient, gradients[i] ?? { shape: [], values: [] }));
});
