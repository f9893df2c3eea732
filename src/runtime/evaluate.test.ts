import { expect, test } from 'vitest';
import { matmul, square, sum } from '~/autodiff/ops';
import { nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { evaluate, evaluateGradient, evaluateScalar } from './evaluate';

test('evaluate runs a graph function on plain arrays', () => {
  expect(evaluate(nonSaturatingGeneratorLoss, [[0, 0]])).toBe(0.6931471805599453);
  expect(
    evaluate(
      (a, b) => matmul(a, b),
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[1], [-1]],
      ],
    ),
  ).toEqual([[-1], [-1]]);
  expect(evaluateScalar((x) => sum(x), [{ shape: [3, 2], values: [1, 2, 3, 4, 5, 6] }])).toBe(21);
});

test('evaluateGradient gives the gradient by each input', () => {
  expect(evaluateGradient((x) => sum(square(x)), [[1, -3]])).toEqual([[2, -6]]);
});

test('ragged, empty and wrongly shaped inputs are named', () => {
  expect(() => evaluate((x) => x, [[[1, 2], [3]]])).toThrow(/rows 0 and 1 .* shapes \[2\] and \[1\]/);
  expect(() => evaluate((x) => x, [[]])).toThrow(/empty array/);
  expect(() => evaluate((x) => x, [{ shape: [2, 2], values: [1, 2, 3] }])).toThrow(
    /shape \[2, 2\] has 4 elements/,
  );
  expect(() => evaluateScalar((x) => x, [[1, 2]])).toThrow(/not one number/);
  expect(() => evaluateGradient((x) => x, [[1, 2]])).toThrow(/expected one element, found shape \[2\]/);
});
