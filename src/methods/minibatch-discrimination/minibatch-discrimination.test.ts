import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { multiply, sum } from '~/autodiff/ops';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Nested } from '~/runtime/evaluate';
import { featureMatchingLoss } from './feature-matching';
import golden from './golden.json';
import { minibatchFeatures } from './minibatch-features';

function expectClose(found: Nested | undefined, expected: readonly number[]): void {
  const numbers = numbersOf(found ?? []);
  const scale = Math.max(...expected.map(Math.abs));
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((value, i) =>
    expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThanOrEqual(1e-11 * scale),
  );
}

describe('minibatch features', () => {
  const { b, c } = golden;
  const of = (f: Node, t: Node) => minibatchFeatures(f, t, b, c);

  golden.batches.forEach(({ features, tensor, value, mixing, byFeatures, byTensor }, i) =>
    test(`batch ${i}: value and gradients equal PyTorch's, far-apart samples among them`, () => {
      expectClose(evaluate(of, [features, tensor]), value.values);
      const mixed = (f: Node, t: Node, r: Node) => sum(multiply(of(f, t), r));
      const [gradientFeatures, gradientTensor] = evaluateGradient(mixed, [features, tensor, mixing]);
      expectClose(gradientFeatures, byFeatures.values);
      expectClose(gradientTensor, byTensor.values);
    }),
  );

  test('the sum runs over the sample itself too: alone it has 1, n copies have n', () => {
    const one = (f: Node, t: Node) => minibatchFeatures(f, t, 1, 1);
    expect(evaluate(one, [[[3]], [[1]]])).toEqual([[1]]);
    expect(evaluate(one, [[[3], [3], [3]], [[1]]])).toEqual([[3], [3], [3]]);
    const [[near = NaN] = [], , [far = NaN] = []] = evaluate(one, [[[0], [0], [9]], [[1]]]) as number[][];
    expect(near).toBeCloseTo(2, 3);
    expect(far).toBeCloseTo(1, 3);
  });

  test('a kernel compares c numbers by their summed absolute differences', () => {
    const two = (f: Node, t: Node) => minibatchFeatures(f, t, 1, 2);
    const [[value = NaN] = []] = evaluate(two, [[[0, 0], [1, 2]], [[1, 0], [0, 1]]]) as number[][]; // prettier-ignore
    expect(value).toBeCloseTo(1 + Math.exp(-3), 12);
  });

  test('order of the batch does not matter, moving all samples together neither', () => {
    const kernel = [[1, -0.5]];
    const one = (f: Node, t: Node) => minibatchFeatures(f, t, 2, 1);
    const [first, second, third] = evaluate(one, [[[0], [1], [3]], kernel]) as number[][];
    expectClose(
      evaluate(one, [[[3], [0], [1]], kernel]),
      [third, first, second].flatMap((row) => row ?? []),
    );
    expectClose(
      evaluate(one, [[[10], [11], [13]], kernel]),
      [first, second, third].flatMap((row) => row ?? []),
    );
  });

  test('shapes that do not fit are named', () => {
    expect(() =>
      evaluate(
        (f, t) => minibatchFeatures(f, t, 2, 2),
        [
          [[1, 2]],
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ),
    ).toThrow(
      // prettier-ignore
      /a tensor \[a, 4\], found \[1, 2\] and \[2, 2\]/,
    );
  });
});

describe('feature matching', () => {
  const { real, fake, value, byFake } = golden.matching;

  test('value and gradient equal PyTorch’s; the features of the data get none', () => {
    expect(evaluateScalar(featureMatchingLoss, [real, fake]) / value).toBeCloseTo(1, 12);
    const [gradientReal = NaN, gradientFake] = evaluateGradient(featureMatchingLoss, [real, fake]);
    expectClose(gradientFake, byFake.values);
    expect(numbersOf(gradientReal).every((g) => g === 0)).toBe(true);
  });

  test('squared and summed over features, of the means: two sets with one mean have loss 0', () => {
    expect(evaluateScalar(featureMatchingLoss, [[[1, 0], [3, 0]], [[2, 2]]])).toBe(4); // prettier-ignore
    expect(evaluateScalar(featureMatchingLoss, [[[-5, 0], [5, 0]], [[0, 0]]])).toBe(0); // prettier-ignore
  });

  test('shapes that do not fit are named', () => {
    expect(() => evaluate(featureMatchingLoss, [[[1, 2]], [[1]]])).toThrow(/found \[1, 2\] and \[1, 1\]/);
  });
});
