import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, evaluateGradient, numbersOf } from '~/runtime/evaluate';
import { Graph, sizeOf, type Node, type Shape } from './graph';
import * as ops from './ops';

describe('values', () => {
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
});

describe('errors name both shapes', () => {
  const graph = new Graph();
  const a = ops.input(graph, [2, 3], 'a');
  const image = ops.input(graph, [2, 5, 6, 3], 'image');
  const filter = ops.input(graph, [3, 3, 3, 4], 'filter');
  const window = { strides: [1, 1], padding: [0, 0] } as const;
  test.each([
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
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});
