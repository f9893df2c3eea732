import { expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { evaluateGradient, evaluateScalar, numbersOf, type Nested } from '~/runtime/evaluate';
import { beganConvergence, beganDiscriminatorLoss, beganGeneratorLoss } from './began';
import { energyDiscriminatorLoss, energyGeneratorLoss } from './ebgan';
import golden from './golden.json';
import { hingeDiscriminatorLoss, hingeGeneratorLoss } from './hinge';
import { leastSquaresDiscriminatorLoss, leastSquaresGeneratorLoss } from './least-squares';
import { minimaxDiscriminatorLoss, minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from './minimax';
import { gameValueAtOptimum, optimalDiscriminator } from './optimum';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from './wasserstein';

const BOTH: Record<string, (real: Node, fake: Node) => Node> = {
  minimaxDiscriminatorLoss,
  minimaxGeneratorLoss: (_, fake) => minimaxGeneratorLoss(fake),
  nonSaturatingGeneratorLoss: (_, fake) => nonSaturatingGeneratorLoss(fake),
  wassersteinCriticLoss,
  wassersteinGeneratorLoss: (_, fake) => wassersteinGeneratorLoss(fake),
  leastSquaresDiscriminatorLoss,
  leastSquaresGeneratorLoss: (_, fake) => leastSquaresGeneratorLoss(fake),
  'leastSquaresDiscriminatorLoss of labels -1, 1': (real, fake) =>
    leastSquaresDiscriminatorLoss(real, fake, { fake: -1, real: 1 }),
  'leastSquaresGeneratorLoss of label 0': (_, fake) => leastSquaresGeneratorLoss(fake, { wanted: 0 }),
  hingeDiscriminatorLoss,
  hingeGeneratorLoss: (_, fake) => hingeGeneratorLoss(fake),
  'energyDiscriminatorLoss of margin 3': (real, fake) => energyDiscriminatorLoss(real, fake, 3),
  energyGeneratorLoss: (_, fake) => energyGeneratorLoss(fake),
  'beganDiscriminatorLoss of k 0.3': (real, fake) => beganDiscriminatorLoss(real, fake, 0.3),
  beganGeneratorLoss: (_, fake) => beganGeneratorLoss(fake),
  'beganConvergence of gamma 0.7': (real, fake) => beganConvergence(real, fake, 0.7),
};

/** Within 1e-10 of the value, or 1e-16: PyTorch writes σ(a) − 1, which is 0 for a = 60, where ours is −8.8e-27. */
function expectClose(found: Nested | undefined, expected: readonly number[]): void {
  const numbers = numbersOf(found ?? []);
  expect(numbers).toHaveLength(expected.length);
  numbers.forEach((value, i) => {
    const wanted = expected[i] ?? NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-10 * Math.abs(wanted) + 1e-16);
  });
}

interface Recorded {
  readonly value: number;
  readonly byFake: { readonly values: readonly number[] };
  readonly byReal?: { readonly values: readonly number[] };
}

for (const [name, { value, byFake, byReal }] of Object.entries<Recorded>(golden.losses))
  test(`${name} and its gradients equal PyTorch's, also for scores of ±70`, () => {
    const loss = BOTH[name];
    if (!loss) throw new Error(`no function named ${name}`);
    const inputs = [golden.real, golden.fake];
    expectClose(evaluateScalar(loss, inputs), [value]);
    const [gradientReal, gradientFake] = evaluateGradient(loss, inputs);
    expectClose(gradientFake, byFake.values);
    expectClose(gradientReal, byReal?.values ?? golden.real.values.map(() => 0));
  });

test('the numbers printed in the doc comments', () => {
  const real = [[2], [1]];
  const fake = [[-1], [0]];
  expect(evaluateScalar(minimaxDiscriminatorLoss, [real, fake])).toBeCloseTo(0.7232992833196816, 15);
  expect(evaluateScalar(minimaxGeneratorLoss, [fake])).toBeCloseTo(-0.503204434039084, 15);
  expect(evaluateScalar(nonSaturatingGeneratorLoss, [fake])).toBeCloseTo(1.003204434039084, 15);
  expect(evaluateScalar(wassersteinCriticLoss, [real, fake])).toBe(-2);
  expect(evaluateScalar(wassersteinGeneratorLoss, [fake])).toBe(0.5);
  expect(evaluateScalar((x, y) => leastSquaresDiscriminatorLoss(x, y), [real, fake])).toBe(1);
  expect(evaluateScalar((y) => leastSquaresGeneratorLoss(y), [fake])).toBe(2.5);
  expect(evaluateScalar(hingeDiscriminatorLoss, [[[2], [0.5]], fake])).toBe(0.75);
  expect(evaluateScalar(hingeGeneratorLoss, [fake])).toBe(0.5);
});

test('means are added, not averaged: an undecided discriminator has 2 log 2', () => {
  expect(evaluateScalar(minimaxDiscriminatorLoss, [[0, 0, 0], [0]])).toBeCloseTo(2 * Math.LN2, 15);
});

test('where the discriminator is sure of a fake the minimax gradient vanishes, the non-saturating one does not', () => {
  const [minimax] = evaluateGradient(minimaxGeneratorLoss, [[-30]]);
  const [nonSaturating] = evaluateGradient(nonSaturatingGeneratorLoss, [[-30]]);
  expectClose(minimax, [-1 / (1 + Math.exp(30))]);
  expectClose(nonSaturating, [-1 / (1 + Math.exp(-30))]);
});

const P = [0.1, 0.2, 0.3, 0.4, 0];
const Q = [0.3, 0, 0.3, 0.1, 0.3];

/** Σ p log(p / m), 0 where p = 0. */
function divergence(p: readonly number[], m: readonly number[]): number {
  return p.reduce((sum, value, i) => sum + (value > 0 ? value * Math.log(value / (m[i] ?? NaN)) : 0), 0);
}

test('the game at the optimum is −log 4 + 2 JS, with JS the mean of two KL to the mixture', () => {
  const middle = P.map((p, i) => (p + (Q[i] ?? NaN)) / 2);
  const shannon = (divergence(P, middle) + divergence(Q, middle)) / 2;
  expect(gameValueAtOptimum(P, Q)).toBeCloseTo(-Math.log(4) + 2 * shannon, 14);
  expect(gameValueAtOptimum(P, P)).toBeCloseTo(-Math.log(4), 14);
  expect(gameValueAtOptimum([0.5, 0.5], [0.5, 0.5])).toBe(-1.3862943611198906);
  expect(gameValueAtOptimum([1, 0], [0, 1])).toBe(0);
});

test('no discriminator does better than the optimal one', () => {
  const value = (d: readonly number[]) =>
    P.reduce((sum, p, i) => sum + p * Math.log(d[i] ?? NaN) + (Q[i] ?? NaN) * Math.log(1 - (d[i] ?? NaN)), 0);
  expect(optimalDiscriminator(P, Q)).toEqual(P.map((p, i) => p / (p + (Q[i] ?? NaN))));
  // Where p or q is 0 the optimum is at the edge, so compare with points just inside.
  for (const shift of [-0.01, 0.01]) {
    const other = optimalDiscriminator(P, Q).map((d) => Math.min(Math.max(d + shift, 1e-9), 1 - 1e-9));
    expect(value(other)).toBeLessThan(gameValueAtOptimum(P, Q));
  }
  expect(optimalDiscriminator([0.5, 0.5], [0.5, 0])).toEqual([0.5, 1]);
  expect(optimalDiscriminator([0], [0])).toEqual([NaN]);
});

test('bad distributions are named', () => {
  expect(() => optimalDiscriminator([1], [0.5, 0.5])).toThrow(/pData has 1 values, pModel 2/);
  expect(() => optimalDiscriminator([-1], [1])).toThrow(/pData\[0\] must be at least 0, found -1/);
  expect(() => gameValueAtOptimum([0.5, 0.4], [0.5, 0.5])).toThrow(/pData must sum to 1, found 0.9/);
});
