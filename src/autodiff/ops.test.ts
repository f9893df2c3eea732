import { describe, expect, test } from 'vitest';
import { evaluate, evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { grad } from './grad';
import { Graph, type Node, type Shape } from './graph';
import * as ops from './ops';

function setUp(...shapes: Shape[]) {
  const graph = new Graph();
  const [a, b] = shapes.map((shape, i) => ops.input(graph, shape, `x${i}`));
  if (!a) throw new Error('needs a shape');
  return { graph, a, b: b ?? a };
}

describe('values', () => {
  const rows = [
    [1, 2, 3],
    [4, 5, 6],
  ];

  test('broadcasting aligns at the last axis', () => {
    expect(evaluate(ops.add, [rows, [10, 20, 30]])).toEqual([
      [11, 22, 33],
      [14, 25, 36],
    ]);
    expect(evaluate(ops.divide, [rows, [[1], [2]]])).toEqual([
      [1, 2, 3],
      [2, 2.5, 3],
    ]);
    expect(evaluate((x) => ops.subtract(1, x), [rows])).toEqual([
      [0, -1, -2],
      [-3, -4, -5],
    ]);
  });

  test('sums keep their axes as size 1; without axes the shape is []', () => {
    expect(evaluate((x) => ops.sum(x, [0]), [rows])).toEqual([[5, 7, 9]]);
    expect(evaluate((x) => ops.sum(x, [-1]), [rows])).toEqual([[6], [15]]);
    expect(evaluate((x) => ops.sum(x), [rows])).toBe(21);
    expect(evaluate((x) => ops.mean(x), [rows])).toBe(3.5);
    expect(evaluate((x) => ops.mean(x, [1]), [rows])).toEqual([[2], [5]]);
  });

  test('slice, pad and concat move blocks', () => {
    expect(evaluate((x) => ops.slice(x, [0, 1], [2, 2]), [rows])).toEqual([
      [2, 3],
      [5, 6],
    ]);
    expect(evaluate((x) => ops.pad(x, [1, 0], [3, 3]), [[[7, 8, 9]]])).toEqual([
      [0, 0, 0],
      [7, 8, 9],
      [0, 0, 0],
    ]);
    expect(evaluate((x, y) => ops.concat([x, y], 1), [rows, [[0], [9]]])).toEqual([
      [1, 2, 3, 0],
      [4, 5, 6, 9],
    ]);
  });

  test('gatherRows takes rows, scatterAddRows adds them back', () => {
    expect(evaluate(ops.gatherRows, [rows, [1, 0, 1]])).toEqual([rows[1], rows[0], rows[1]]);
    expect(evaluate((g, index) => ops.scatterAddRows(g, index, 3), [rows, [2, 2]])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [5, 7, 9],
    ]);
    expect(() => evaluate(ops.gatherRows, [rows, [2]])).toThrow(/whole numbers in 0 … 1, found 2/);
  });

  test('each transpose of a product gives the same product', () => {
    const a = [[1, 2, 3], [4, 5, 6]]; // prettier-ignore
    const b = [[1, 0], [2, 1], [0, 3]]; // prettier-ignore
    const aT = [[1, 4], [2, 5], [3, 6]]; // prettier-ignore
    const bT = [[1, 2, 0], [0, 1, 3]]; // prettier-ignore
    const expected = [[5, 11], [14, 23]]; // prettier-ignore
    for (const transposeA of [false, true])
      for (const transposeB of [false, true])
        expect(
          evaluate(
            (x, y) => ops.matmul(x, y, { transposeA, transposeB }),
            [transposeA ? aT : a, transposeB ? bT : b],
          ),
        ).toEqual(expected);
  });

  test('transpose puts axis order[i] at i; without an order all axes turn round', () => {
    expect(evaluate((x) => ops.transpose(x), [rows])).toEqual([[1, 4], [2, 5], [3, 6]]); // prettier-ignore
    expect(evaluate((x) => ops.transpose(x, [-1, 0, 1]), [[rows]])).toEqual([[[1, 4]], [[2, 5]], [[3, 6]]]); // prettier-ignore
  });

  test('maximum, minimum and clamp; where both are equal the derivative goes to the first', () => {
    expect(evaluate(ops.maximum, [[1, 5], [3, 3]])).toEqual([3, 5]); // prettier-ignore
    expect(evaluate(ops.minimum, [[1, 5], [3, 3]])).toEqual([1, 3]); // prettier-ignore
    expect(evaluate((x) => ops.clamp(x, 0, 1), [[-0.1, 0.3, 1.7]])).toEqual([0, 0.3, 1]);
    for (const op of [ops.maximum, ops.minimum])
      expect(evaluateGradient((a, b) => ops.sum(op(a, b)), [[2], [2]])).toEqual([[1], [0]]);
    expect(evaluateGradient((x) => ops.sum(ops.clamp(x, 0, 1)), [[-1, 0, 0.5, 1, 2]])).toEqual([
      [0, 1, 1, 1, 0],
    ]);
  });

  test('abs has derivative 0 at 0; stopGradient is the value without a derivative', () => {
    expect(evaluate(ops.abs, [[-2, 0, 3]])).toEqual([2, 0, 3]);
    expect(evaluateGradient((x) => ops.sum(ops.abs(x)), [[-2, 0, 3]])).toEqual([[-1, 0, 1]]);
    expect(evaluateGradient((x) => ops.multiply(x, ops.stopGradient(x)), [3])).toEqual([3]);
  });

  test('max over axes keeps them as size 1; without axes the shape is []', () => {
    expect(evaluate((x) => ops.max(x, [0]), [rows])).toEqual([[4, 5, 6]]);
    expect(evaluate((x) => ops.max(x, [-1]), [rows])).toEqual([[3], [6]]);
    expect(evaluate((x) => ops.max(x), [rows])).toBe(6);
    expect(evaluate((x) => ops.max(x, [0, 2]), [[rows, rows]])).toEqual([[[3], [6]]]);
  });

  test('softmax, its logarithm and logSumExp do not overflow, and their derivatives are right', () => {
    const large = [[1000, 1000], [-1000, 1000]]; // prettier-ignore
    expect(evaluate((x) => ops.softmax(x), [large])).toEqual([[0.5, 0.5], [0, 1]]); // prettier-ignore
    expect(evaluate((x) => ops.logSoftmax(x), [large])).toEqual([[-Math.LN2, -Math.LN2], [-2000, 0]]); // prettier-ignore
    expect(evaluate((x) => ops.softmax(x, 0), [large])).toEqual([[1, 0.5], [0, 0.5]]); // prettier-ignore
    expect(evaluate((x) => ops.logSumExp(x), [[1000, 1000]])).toBe(1000 + Math.LN2);
    const logits = [0.3, -1.2, 0.8];
    const p = numbersOf(evaluate((x) => ops.softmax(x), [logits]));
    // ∂ logSumExp / ∂x = softmax, and ∂²/∂x² = diag(p) − p pᵀ, here its first row.
    const gradientOf = (x: Node) => grad(ops.logSumExp(x), [x])[0] ?? x;
    numbersOf(evaluate(gradientOf, [logits])).forEach((value, i) =>
      expect(value).toBeCloseTo(p[i] ?? NaN, 14),
    );
    const [row] = evaluateGradient((x) => ops.sum(ops.slice(gradientOf(x), [0], [1])), [logits]);
    const [first = NaN] = p;
    numbersOf(row ?? []).forEach((value, i) =>
      expect(value).toBeCloseTo(i === 0 ? first * (1 - first) : -first * (p[i] ?? NaN), 14),
    );
  });

  test('softplus and sigmoid do not overflow', () => {
    expect(evaluate(ops.softplus, [[-1000, 0, 1000]])).toEqual([0, Math.LN2, 1000]);
    expect(evaluate(ops.sigmoid, [[-1000, 0, 1000]])).toEqual([0, 0.5, 1]);
  });

  test('at 0 relu, step and leakyRelu give 0', () => {
    for (const op of [ops.relu, ops.step, (x: Parameters<typeof ops.relu>[0]) => ops.leakyRelu(x, 0.2)])
      expect(evaluate(op, [0])).toBe(0);
  });
});

describe('simplification', () => {
  test('equal expressions are one node, leaves are not', () => {
    const { graph, a } = setUp([3]);
    expect(ops.exp(a)).toBe(ops.exp(a));
    expect(ops.uniform(graph, [3])).not.toBe(ops.uniform(graph, [3]));
    expect(ops.constant(graph, 2, [3])).toBe(ops.constant(graph, 2, [3]));
  });

  test('affine of affine is one affine; by 1 and 0 it is nothing', () => {
    const { a } = setUp([3]);
    expect(ops.affine(ops.affine(a, 2, 1), 3, 4)).toBe(ops.affine(a, 6, 7));
    expect(ops.affine(a, 1)).toBe(a);
    expect(ops.multiply(a, 1)).toBe(a);
    expect(ops.negate(ops.negate(a))).toBe(a);
  });

  test('a product with zero is zero, of the broadcast shape', () => {
    const { graph, a } = setUp([3]);
    const zero = ops.multiply(a, ops.constant(graph, 0, [2, 1]));
    expect([zero.op, zero.shape]).toEqual(['constant', [2, 3]]);
  });

  test('a repeated operand is not repeated where the other one has the whole shape', () => {
    const { a, b } = setUp([2, 3], [3]);
    expect(ops.add(a, ops.broadcast(b, [2, 3]))).toBe(ops.add(a, b));
    const both = ops.add(ops.broadcast(b, [2, 3]), ops.broadcast(b, [2, 3]));
    expect(both.shape).toEqual([2, 3]);
  });

  test('functions of a repeated value are computed once', () => {
    const { b } = setUp([2, 3], [3]);
    expect(ops.exp(ops.broadcast(b, [2, 3]))).toBe(ops.broadcast(ops.exp(b), [2, 3]));
  });

  test('constants fold', () => {
    const { graph } = setUp([]);
    const two = ops.constant(graph, 2);
    expect(ops.add(two, 3)).toBe(ops.constant(graph, 5));
    expect(ops.sum(ops.constant(graph, 2, [3, 4]), [1])).toBe(ops.constant(graph, 8, [3, 1]));
    expect(ops.constant(graph, -0)).toBe(ops.constant(graph, 0));
  });

  test('transpose of transpose is one; there and back is nothing', () => {
    const { a } = setUp([2, 3, 4]);
    const there = ops.transpose(a, [1, 2, 0]);
    expect(ops.transpose(there, [2, 0, 1])).toBe(a);
    expect(ops.transpose(there, [1, 2, 0])).toBe(ops.transpose(a, [2, 0, 1]));
  });

  test('reshape of reshape goes back to the source', () => {
    const { a } = setUp([2, 3]);
    expect(ops.reshape(ops.reshape(a, [6]), [2, 3])).toBe(a);
  });
});

describe('errors name both shapes', () => {
  const { graph, a, b } = setUp([2, 3], [4]);
  test.each([
    ['add', () => ops.add(a, b), /add: shapes \[2, 3\] and \[4\] do not broadcast/],
    ['broadcast', () => ops.broadcast(a, [3]), /shape \[2, 3\] does not broadcast to \[3\]/],
    ['reshape', () => ops.reshape(a, [5]), /\[2, 3\] and \[5\] have different numbers/],
    ['matmul', () => ops.matmul(a, a), /matmul: shapes \[2, 3\] and \[2, 3\] do not multiply/],
    ['matmul rank', () => ops.matmul(a, b), /\[2, 3\] and \[4\] do not multiply/],
    [
      'matmul transposed',
      () => ops.matmul(a, a, { transposeA: true, transposeB: true }),
      /\[2, 3\] transposed and/,
    ],
    [
      'slice',
      () => ops.slice(a, [1, 0], [2, 3]),
      /block of shape \[2, 3\] at \[1, 0\] does not lie in shape \[2, 3\]/,
    ],
    ['pad', () => ops.pad(a, [0, 1], [2, 3]), /block of shape \[2, 3\] at \[0, 1\]/],
    ['concat', () => ops.concat([a, ops.input(graph, [2, 2], 'y')], 0), /\[2, 3\] and \[2, 2\] differ/],
    ['transpose', () => ops.transpose(a, [0, 0]), /order \[0, 0\] does not name each axis of shape \[2, 3\]/],
    ['clamp', () => ops.clamp(a, 1, 0), /low ≤ high, found 1 and 0/],
    ['maximum', () => ops.maximum(a, b), /maximum: shapes \[2, 3\] and \[4\] do not broadcast/],
    ['sum', () => ops.sum(a, [2]), /axes \[2\] are not axes of shape \[2, 3\]/],
    ['gate', () => ops.gate(a, b, 0), /gate: shapes \[2, 3\] and \[4\] must be equal/],
    ['max', () => ops.max(a, [2]), /max: axes \[2\] are not axes of shape \[2, 3\]/],
    ['softmax', () => ops.softmax(a, 2), /softmax: axes \[2\] are not axes of shape \[2, 3\]/],
    ['softmax of a scalar', () => ops.softmax(ops.sum(a)), /needs an axis, found shape \[\]/],
    ['gatherRows', () => ops.gatherRows(a, a), /found \[2, 3\] and \[2, 3\]/],
    ['scatterAddRows', () => ops.scatterAddRows(a, b, 2), /found \[2, 3\] and \[4\]/],
    [
      'parameter',
      () => ops.parameter(graph, [2, 2], [1, 2, 3], 'w'),
      /parameter w: shape \[2, 2\] has 4 .* 3 initial/,
    ],
    ['sizes', () => ops.normal(graph, [0]), /at least 1, found \[0\]/],
    ['constant', () => ops.constant(graph, NaN), /must be finite, found NaN/],
    ['divide', () => ops.divide(a, 0), /divisor is the constant 0/],
    ['leakyRelu', () => ops.leakyRelu(a, -1), /slope must be at least 0/],
    ['randomIndex', () => ops.randomIndex(graph, [2], 0), /whole number in 1 … 2\^24, found 0/],
    ['two graphs', () => ops.add(a, ops.input(new Graph(), [3], 'z')), /belongs to another graph/],
    ['two numbers', () => ops.add(1, 2), /at least one operand must be a node/],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});
