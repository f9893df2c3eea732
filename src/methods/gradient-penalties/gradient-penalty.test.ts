import { expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { multiply, sqrt, square, sum, uniform } from '~/autodiff/ops';
import { applyMlp, type Activation } from '~/methods/mlp/mlp';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Flat } from '~/runtime/evaluate';
import { draganPenalty } from './dragan';
import golden from './golden.json';
import { gradientPenalty, interpolate } from './gradient-penalty';
import { r1Penalty } from './r1';

/** The parameters of a perceptron, weight, bias, weight, bias, …, as a critic. */
function criticOf(parameters: readonly Node[], activation: Activation): (x: Node) => Node {
  const layers = parameters.flatMap((weight, i) => {
    const bias = parameters[i + 1];
    return i % 2 === 0 && bias ? [{ weight, bias }] : [];
  });
  return (x) => applyMlp(layers, x, activation);
}

const { epsilon } = golden;

/** The penalty of a perceptron whose parameters are the last inputs. */
function penaltyOf(activation: Activation) {
  return (real: Node, fake: Node, alpha: Node, ...parameters: Node[]): Node =>
    gradientPenalty(criticOf(parameters, activation), real, fake, alpha, { epsilon });
}

interface Expected {
  readonly penalty: number;
  readonly gradients: readonly Flat[];
}

/** Value and gradients by the last inputs, against PyTorch's. */
function expectGolden(fn: (...nodes: Node[]) => Node, inputs: readonly Flat[], expected: Expected): void {
  expect(evaluateScalar(fn, inputs) / expected.penalty).toBeCloseTo(1, 11);
  const gradients = evaluateGradient(fn, inputs).slice(-expected.gradients.length);
  gradients.forEach((gradient, i) => {
    const wanted = Array.from(expected.gradients[i]?.values ?? []);
    const found = numbersOf(gradient);
    expect(found).toHaveLength(wanted.length);
    const scale = Math.max(...wanted.map(Math.abs));
    found.forEach((value, k) =>
      expect(Math.abs(value - (wanted[k] ?? NaN))).toBeLessThanOrEqual(1e-10 * scale),
    );
  });
}

golden.critics.forEach((critic, i) => {
  const activation = critic.activation as Activation;
  const { real, fake, alpha, noise, parameters } = critic;
  const named = `${activation}, judge ${i}`;

  test(`${named}: WGAN-GP's penalty and its gradient by every parameter equal PyTorch's`, () =>
    expectGolden(penaltyOf(activation), [real, fake, alpha, ...parameters], critic));

  test(`${named}: DRAGAN's penalty and its gradient by every parameter equal PyTorch's`, () => {
    const fn = (x: Node, delta: Node, ...weights: Node[]) =>
      draganPenalty(criticOf(weights, activation), x, delta, { epsilon });
    expectGolden(fn, [real, noise, ...parameters], critic.dragan);
  });

  test(`${named}: R1 and its gradient by every parameter equal PyTorch's`, () => {
    const fn = (x: Node, ...weights: Node[]) => r1Penalty(criticOf(weights, activation), x);
    expectGolden(fn, [real, ...parameters], critic.r1);
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

test('DRAGAN looks at data plus noise, and the noise is taken as it is', () => {
  const fn = (x: Node, delta: Node) => draganPenalty(bowl, x, delta);
  expect(evaluateScalar(fn, [[[1, 2]], [[0.5, 0]]])).toBeCloseTo(16, 10);
  // Where noise is zero it is the penalty at the data: slope 2 · 5.
  expect(evaluateScalar(fn, [[[3, 4]], [[0, 0]]])).toBeCloseTo(81, 10);
});

test('R1 has its ½ inside and pulls to slope 0, not 1: at (3, 4) the bowl has ½ · 10²', () => {
  const fn = (x: Node) => r1Penalty(bowl, x);
  expect(evaluateScalar(fn, [[[3, 4]]])).toBe(50);
  expect(evaluateScalar(fn, [[[3, 4], [0, 0]]])).toBe(25); // prettier-ignore
  const plane = (x: Node) => sum(multiply(x, 0.5), [1]);
  expect(evaluateScalar((x) => r1Penalty(plane, x), [[[3, 4]]])).toBe(0.25);
});

test('R1 of a flat judge and its second derivative are 0, without an epsilon', () => {
  const fn = (x: Node, weight: Node) => r1Penalty((at) => multiply(bowl(at), weight), x);
  expect(evaluateScalar(fn, [[[0, 0]], 3])).toBe(0);
  expect(numbersOf(evaluateGradient(fn, [[[0, 0]], 3])[1] ?? NaN)).toEqual([0]);
});

test('wrong shapes of the other penalties are named', () => {
  expect(() => evaluate((x, d) => draganPenalty(bowl, x, d), [[[1, 2]], [[1]]])).toThrow(
    /found \[1, 2\] and \[1, 1\]/,
  );
  expect(() => evaluate((x) => r1Penalty(sum, x), [[[1, 2]]])).toThrow(/must return \[1, 1\], found \[\]/);
  expect(() => evaluate((x) => r1Penalty(bowl, x), [[1, 2]])).toThrow(/points must be \[batch, features\]/);
});
