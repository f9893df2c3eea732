import { expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { multiply, sqrt, square, sum, uniform } from '~/autodiff/ops';
import { applyMlp, type Activation } from '~/methods/mlp/mlp';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Flat } from '~/runtime/evaluate';
import golden from './golden.json';
import { gradientPenalty, interpolate } from './gradient-penalty';

/** The penalty of a perceptron whose parameters are the last inputs: weight, bias, weight, bias, … */
function penaltyOf(activation: Activation) {
  return (real: Node, fake: Node, alpha: Node, ...parameters: Node[]): Node => {
    const layers = parameters.flatMap((weight, i) => {
      const bias = parameters[i + 1];
      return i % 2 === 0 && bias ? [{ weight, bias }] : [];
    });
    return gradientPenalty((x) => applyMlp(layers, x, activation), real, fake, alpha, {
      epsilon: golden.epsilon,
    });
  };
}

for (const critic of golden.critics)
  test(`${critic.activation}: the penalty and its gradient by every parameter equal PyTorch's`, () => {
    const fn = penaltyOf(critic.activation as Activation);
    const inputs = [critic.real, critic.fake, critic.alpha, ...critic.parameters];
    expect(evaluateScalar(fn, inputs) / critic.penalty).toBeCloseTo(1, 11);
    const gradients = evaluateGradient(fn, inputs).slice(3);
    expect(gradients).toHaveLength(critic.gradients.length);
    gradients.forEach((gradient, i) => {
      const expected = critic.gradients[i]?.values ?? [];
      const found = numbersOf(gradient);
      expect(found).toHaveLength(expected.length);
      const scale = Math.max(...expected.map(Math.abs));
      found.forEach((value, k) =>
        expect(Math.abs(value - (expected[k] ?? NaN))).toBeLessThanOrEqual(1e-10 * scale),
      );
    });
  });

test('tanh: gradients by every input and parameter equal central differences', () => {
  // A smooth critic, because the penalty of a ReLU critic jumps where a gate switches.
  const rng = createRng(11);
  const random = (...shape: number[]): Flat & { values: number[] } => ({
    shape,
    values: Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 0.8 * rng.normal()),
  });
  const inputs = [random(5, 2), random(5, 2), random(5, 1), random(2, 4), random(4), random(4, 3), random(3), random(3, 1), random(1)]; // prettier-ignore
  const fn = penaltyOf('tanh');
  const h = 1e-5;
  evaluateGradient(fn, inputs).forEach((gradient, which) => {
    const { shape, values } = inputs[which] ?? { shape: [], values: [] };
    const at = (i: number, value: number) =>
      evaluateScalar(fn, inputs.with(which, { shape, values: values.with(i, value) }));
    numbersOf(gradient).forEach((exact, i) => {
      const value = values[i] ?? NaN;
      expect(exact).toBeCloseTo((at(i, value + h) - at(i, value - h)) / (2 * h), 7);
    });
  });
});

const bowl = (x: Node) => sum(square(x), [1]);

test('at (1.5, 2) the bowl |x|² has slope 5, so the penalty is 16', () => {
  const fn = (x: Node, y: Node, a: Node) => gradientPenalty(bowl, x, y, a);
  expect(evaluateScalar(fn, [[[3, 4]], [[0, 0]], [[0.5]]])).toBeCloseTo(16, 10);
});

test('the sum over features stands under the root, the mean is over the batch, the target is taken off the norm', () => {
  const fn = (x: Node, y: Node, a: Node) => gradientPenalty(bowl, x, y, a, { target: 2, epsilon: 0 });
  // Slopes 2|x| are 2 · 5 and 2 · 0.5 at α = 1.
  const points = [
    [3, 4],
    [0.3, 0.4],
  ];
  const zeros = [
    [0, 0],
    [0, 0],
  ];
  expect(evaluateScalar(fn, [points, zeros, [[1], [1]]])).toBeCloseTo((8 ** 2 + 1 ** 2) / 2, 12);
});

test('alpha multiplies the real point', () => {
  expect(evaluate(interpolate, [[[8, 0]], [[0, 4]], [[0.75]]])).toEqual([[6, 1]]);
});

test('a critic of slope one has no penalty, whatever alpha is', () => {
  const distance = (x: Node) => sqrt(sum(square(x), [1]));
  const fn = (x: Node, y: Node) => gradientPenalty(distance, x, y, uniform(x.graph, [2, 1]));
  const real = [[1, 2], [3, 1]]; // prettier-ignore
  const fake = [[2, 2], [-4, 1]]; // prettier-ignore
  expect(evaluateScalar(fn, [real, fake])).toBeLessThan(1e-20);
});

test('a flat critic has penalty 1; epsilon keeps its second-order gradient finite', () => {
  const of = (epsilon: number) => (x: Node, weight: Node) =>
    gradientPenalty((at) => multiply(bowl(at), weight), x, x, uniform(x.graph, [2, 1]), { epsilon });
  const inputs = [[[0, 0], [0, 0]], 3]; // prettier-ignore
  expect(evaluateScalar(of(1e-12), inputs)).toBeCloseTo(1, 5);
  expect(numbersOf(evaluateGradient(of(1e-12), inputs)[0] ?? NaN).every(Number.isFinite)).toBe(true);
  expect(numbersOf(evaluateGradient(of(0), inputs)[0] ?? NaN).some(Number.isNaN)).toBe(true);
});

test('wrong shapes are named', () => {
  const penalty = (critic: (x: Node) => Node) => (x: Node, y: Node, a: Node) =>
    gradientPenalty(critic, x, y, a);
  const rows = [
    [1, 2],
    [3, 4],
  ];
  expect(() => evaluate(penalty(bowl), [rows, [[1, 2]], [[0], [0]]])).toThrow(/found \[2, 2\] and \[1, 2\]/);
  expect(() => evaluate(penalty(bowl), [rows, rows, [0, 0]])).toThrow(/alpha must be \[2, 1\], found \[2\]/);
  expect(() => evaluate(penalty(sum), [rows, rows, [[0], [0]]])).toThrow(/must return \[2, 1\], found \[\]/);
});
