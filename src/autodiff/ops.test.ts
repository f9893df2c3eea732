import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { grad } from './grad';
import { Graph, sizeOf, type Node, type Shape } from './graph';
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

  test('conv2d lays the filter over the image without turning it; its adjoint spreads it', () => {
    const image = [[[[1], [2], [3]], [[4], [5], [6]], [[7], [8], [9]]]]; // prettier-ignore
    const filter = [[[[1]], [[10]]], [[[100]], [[1000]]]]; // prettier-ignore
    expect(evaluate((x, w) => ops.conv2d(x, w), [image, filter])).toEqual([
      [
        [[5421], [6532]],
        [[8754], [9865]],
      ],
    ]);
    expect(evaluate((x, w) => ops.conv2d(x, w, { stride: 2, padding: 1 }), [image, filter])).toEqual([
      [
        [[1000], [3200]],
        [[7040], [9865]],
      ],
    ]);
    expect(evaluate((x, w) => ops.conv2dTranspose(x, w, { stride: 2 }), [[[[[1], [2]]]], filter])).toEqual([
      [
        [[1], [10], [2], [20]],
        [[100], [1000], [200], [2000]],
      ],
    ]);
  });

  test("padding 'same' has ⌈size / stride⌉ windows and puts the odd zero behind", () => {
    const ones = { shape: [1, 4, 4, 1], values: new Array<number>(16).fill(1) };
    const filter = { shape: [3, 3, 1, 1], values: new Array<number>(9).fill(1) };
    const same = (stride: number) => (x: Node, w: Node) => ops.conv2d(x, w, { stride, padding: 'same' });
    expect(numbersOf(evaluate(same(1), [ones, filter])).slice(0, 4)).toEqual([4, 6, 6, 4]);
    expect(numbersOf(evaluate(same(2), [ones, filter]))).toEqual([9, 6, 6, 4]);
    const larger = (x: Node, w: Node) => ops.conv2dTranspose(x, w, { stride: 2, padding: 'same' });
    expect(numbersOf(evaluate(larger, [ones, filter]))).toHaveLength(64);
  });

  const grid = [[[[1], [2], [3], [4]], [[5], [6], [7], [8]]]]; // prettier-ignore

  test('pooling: windows side by side, a rest is left out, zeros outside count in a mean and not in a maximum', () => {
    expect(evaluate((x) => ops.sumPool(x, 2), [grid])).toEqual([[[[14], [22]]]]);
    expect(evaluate((x) => ops.averagePool(x, [2, 3]), [grid])).toEqual([[[[4]]]]);
    expect(evaluate((x) => ops.maxPool(x, 2), [grid])).toEqual([[[[6], [8]]]]);
    const below = (x: Node) => ops.affine(x, -1);
    const around = { stride: 2, padding: 1 } as const;
    expect(evaluate((x) => ops.averagePool(below(x), 2, around), [grid])).toEqual([
      [[[-0.25], [-1.25], [-1]], [[-1.25], [-3.25], [-2]]], // prettier-ignore
    ]);
    expect(evaluate((x) => ops.maxPool(below(x), 2, around), [grid])).toEqual([
      [[[-1], [-2], [-4]], [[-5], [-6], [-8]]], // prettier-ignore
    ]);
  });

  test('of several largest the first has the derivative', () => {
    const ones = [[[[1], [1]], [[1], [1]]]]; // prettier-ignore
    expect(evaluateGradient((x) => ops.sum(ops.maxPool(x, 2)), [ones])).toEqual([
      [
        [
          [[1], [0]],
          [[0], [0]],
        ],
      ],
    ]);
    expect(evaluateGradient((x) => ops.max(x), [[3, 5, 5]])).toEqual([[0, 1, 0]]);
  });

  test('up-sampling: nearest repeats, bilinear goes between with the border repeated, both keep what is constant', () => {
    const pair = [[[[0], [4]]]];
    expect(evaluate((x) => ops.upsampleNearest(x, [1, 3]), [pair])).toEqual([
      [[[0], [0], [0], [4], [4], [4]]],
    ]);
    expect(evaluate((x) => ops.upsampleBilinear(x, [1, 2]), [pair])).toEqual([[[[0], [1], [3], [4]]]]);
    const flat = { shape: [2, 3, 2, 5], values: new Array<number>(60).fill(2.5) };
    for (const up of [ops.upsampleNearest, ops.upsampleBilinear])
      expect(new Set(numbersOf(evaluate((x) => up(x, 2), [flat])))).toEqual(new Set([2.5]));
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

  test('the adjoints are adjoint: ⟨g, conv(x, w)⟩ = ⟨input gradient, x⟩ = ⟨filter gradient, w⟩', () => {
    const rng = createRng(1);
    const random = (shape: Shape) => ({
      shape,
      values: Array.from({ length: sizeOf(shape) }, () => rng.normal()),
    });
    const [x, w, g] = [random([2, 7, 6, 3]), random([4, 3, 3, 2]), random([2, 3, 6, 2])];
    const options = { stride: [2, 1], padding: 1 } as const;
    const inner = (a: Node, b: Node) => ops.sum(ops.multiply(a, b));
    const direct = evaluate((a, f, b) => inner(ops.conv2d(a, f, options), b), [x, w, g]);
    const window = { strides: [2, 1], padding: [1, 1] } as const;
    const byInput = (a: Node, f: Node, b: Node) => inner(ops.conv2dInputGradient(b, f, x.shape, window), a);
    const byFilter = (a: Node, f: Node, b: Node) => inner(ops.conv2dFilterGradient(a, b, w.shape, window), f);
    expect(evaluate(byInput, [x, w, g])).toBeCloseTo(Number(direct), 10);
    expect(evaluate(byFilter, [x, w, g])).toBeCloseTo(Number(direct), 10);
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
  const image = ops.input(graph, [2, 5, 6, 3], 'image');
  const filter = ops.input(graph, [3, 3, 3, 4], 'filter');
  const window = { strides: [1, 1], padding: [0, 0] } as const;
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
    [
      'conv2d channels',
      () => ops.conv2d(image, ops.input(graph, [3, 3, 2, 4], 'w')),
      /found \[2, 5, 6, 3\] and \[3, 3, 2, 4\]/,
    ],
    ['conv2d rank', () => ops.conv2d(a, filter), /expected an image .* found \[2, 3\] and/],
    [
      'conv2d size',
      () => ops.conv2d(image, ops.input(graph, [6, 3, 3, 1], 'w')),
      /windows of \[6, 3\] .* image of shape \[2, 5, 6, 3\]/,
    ],
    [
      'conv2d stride',
      () => ops.conv2d(image, filter, { stride: 0 }),
      /strides must be whole numbers of at least 1, found \[0, 0\]/,
    ],
    [
      'conv2d padding',
      () => ops.conv2d(image, filter, { padding: -1 }),
      /padding must be 'same', 'valid' or whole numbers/,
    ],
    [
      'conv2d padding only',
      () => ops.conv2d(image, filter, { padding: 3 }),
      /padding \[3, 3\] do not lie on an image/,
    ],
    ['conv2dTranspose', () => ops.conv2dTranspose(image, filter), /found \[2, 5, 6, 3\] and \[3, 3, 3, 4\]/],
    [
      'input gradient',
      () => ops.conv2dInputGradient(image, ops.input(graph, [3, 3, 1, 3], 'w'), [3, 7, 8, 1], window),
      /\[2, 5, 6, 3\] and \[3, 7, 8, 1\] have different numbers of images/,
    ],
    [
      'filter gradient',
      () => ops.conv2dFilterGradient(image, image, [3, 3, 3, 4], window),
      /found \[2, 5, 6, 3\] and \[3, 3, 3, 4\]/,
    ],
    [
      'averagePool rank',
      () => ops.averagePool(a, 2),
      /averagePool: expected an image .* found \[2, 3\] and \[2, 2\]/,
    ],
    [
      'maxPool size',
      () => ops.maxPool(image, 7),
      /maxPool: windows of \[7, 7\] .* image of shape \[2, 5, 6, 3\]/,
    ],
    [
      'maxPool window',
      () => ops.maxPool(image, 0),
      /window of whole sizes ≥ 1, found \[2, 5, 6, 3\] and \[0, 0\]/,
    ],
    [
      'unpool',
      () => ops.unpool(image, [1, 5, 6, 3], { ...window, size: [1, 1] }),
      /found \[1, 5, 6, 3\] and \[2, 5, 6, 3\]/,
    ],
    [
      'takeAtMax',
      () => ops.takeAtMax(a, image, image.shape, { ...window, size: [1, 1] }),
      /shapes \[2, 3\] and \[2, 5, 6, 3\] must be equal/,
    ],
    [
      'upsampleNearest',
      () => ops.upsampleNearest(image, 1.5),
      /whole factors ≥ 1, found \[2, 5, 6, 3\] and \[1.5, 1.5\]/,
    ],
    ['upsampleBilinear', () => ops.upsampleBilinear(a, 2), /upsampleBilinear: expected an image/],
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
