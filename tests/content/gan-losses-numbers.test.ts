/** The numbers and formulas of the questions on losses, from the methods that the chapter shows. */
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { affine, matmul } from '~/autodiff/ops';
import { wasserstein1d } from '~/methods/divergences/wasserstein';
import { hingeDiscriminatorLoss } from '~/methods/gan-losses/hinge';
import { leastSquaresDiscriminatorLoss, leastSquaresGeneratorLoss } from '~/methods/gan-losses/least-squares';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { evaluateScalar } from '~/runtime/evaluate';
import { answersOf, least } from './answers-support.ts';
import { difference, outputSlope, total, tv } from './gan-losses-support.ts';

const { expectFormula, expectNumbers } = answersOf('gan-losses');

const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
describe('numbers', () => {
  it('best output of LSGAN with labels −1 and 1 at densities 0.3 and 0.1', () => {
    const judgeLoss = (x: Node, y: Node) => leastSquaresDiscriminatorLoss(x, y, { fake: -1, real: 1 });
    const cost = (s: number) =>
      0.3 * evaluateScalar(judgeLoss, [[s], [-1]]) + 0.1 * evaluateScalar(judgeLoss, [[1], [s]]);
    expect(least(cost, -1, 1, 400).at).toBeCloseTo(0.5, 6);
    expectNumbers('ls-best', (0.3 - 0.1) / 0.4, [0.3 / 0.4, 1, 0.3 - 0.1, -0.5]);
  });
  it('least hinge loss for (½, ½) and (¼, ¾)', () => {
    const [p, q] = [[0.5, 0.5], [0.25, 0.75]] as const; // prettier-ignore
    const place = (i: number) =>
      least(
        (s) =>
          (p[i] ?? NaN) * evaluateScalar(hingeDiscriminatorLoss, [[s], [-1]]) +
          (q[i] ?? NaN) * evaluateScalar(hingeDiscriminatorLoss, [[1], [s]]),
        -2,
        2,
        400,
      );
    expect([place(0).at, place(1).at].map((s) => Math.round(s))).toEqual([1, -1]);
    const value = place(0).value + place(1).value;
    expect(value).toBeCloseTo(2 - 2 * tv(p, q), 9);
    expectNumbers('hinge-best', value, [
      tv(p, q),
      2 * tv(p, q),
      0.25 + 0.5,
      evaluateScalar(hingeDiscriminatorLoss, [[0], [0]]),
      0,
    ]);
  });
  it('W₁ of {0, 0, 6} and {1, 2, 3}', () => {
    const [x, y] = [[0, 0, 6], [1, 2, 3]] as const; // prettier-ignore
    const other = total([0 - 2, 0 - 3, 6 - 1].map(Math.abs)) / 3;
    expect(other).toBeCloseTo(10 / 3, 9);
    const middle = total([0 - 1, 0 - 3, 6 - 2].map(Math.abs)) / 3;
    expect(total(x)).toBe(total(y));
    expectNumbers('w1-sorted', wasserstein1d(x, y), [0, 6, middle, 1]);
    // The critic of the first feedback: slope −1 up to 3, +1 beyond.
    const critic = (t: number) => Math.abs(t - 3);
    expect(-evaluateScalar(wassersteinCriticLoss, [x.map(critic), y.map(critic)])).toBeCloseTo(2, 12);
  });
  it('the bound of a clipped 2-32-1 perceptron, and that of 2-64-64-1 in a feedback', () => {
    const bound = (sizes: readonly number[], c: number) =>
      sizes.slice(1).reduce((product, n, i) => product * c * Math.sqrt(n * (sizes[i] ?? NaN)), 1);
    expectNumbers('clip-bound', bound([2, 32, 1], 0.1), [0.1, 0.1 ** 2, 0.1 ** 2 * 64 * 32, 1]);
    expect(bound([2, 64, 64, 1], 0.01).toFixed(4)).toBe('0.0058');
  });
  it('the slow eigenvalue of R1 at γ = 2', () => {
    const root = Math.sqrt(1 - 1 / 4);
    expectNumbers('r1-eigen', -1 + root, [-1 - root, 1 - root, -1, -0.5]);
  });
});

describe('the penalty of the critic 3x₁ + 4x₂ + 7', () => {
  it('is 160 with λ = 10, and each misconception has its number', () => {
    const w = [[3], [4]];
    const penalty = (target: number) =>
      evaluateScalar(
        (real, fake, alpha, weight) =>
          gradientPenalty((x) => affine(matmul(x, weight), 1, 7), real, fake, alpha, { target }),
        [[[1, 2]], [[-1, 0.5]], [[0.3]], w],
      );
    expectNumbers('penalty-linear', 10 * penalty(1), [
      penalty(1),
      10 * (25 - 1),
      10 * penalty(0),
      10 * ((3 - 1) ** 2 + (4 - 1) ** 2),
      10 * Math.sqrt(penalty(1)),
    ]);
  });
});

describe('formulas', () => {
  it('the minimax slope', () => {
    expectFormula('mm-slope', (a) => outputSlope(minimaxGeneratorLoss, a));
    expect(outputSlope(nonSaturatingGeneratorLoss, 1)).toBeCloseTo(sigmoid(1) - 1, 12);
  });
  it('φ′ of the non-saturating loss', () => {
    expectFormula('ns-follows', (r) => evaluateScalar(nonSaturatingGeneratorLoss, [[-Math.log(r)]]));
  });
  it('the critic’s loss of a batch of two and two', () => {
    expectFormula('critic-loss', (u, v, p, q) => evaluateScalar(wassersteinCriticLoss, [[u, v], [p, q]])); // prettier-ignore
    expect(evaluateScalar(wassersteinGeneratorLoss, [[3, 5]])).toBe(-4);
  });
  it('the best output of (s − 1)² and s²', () => {
    expectFormula('design-best', bestBySlope);
  });
});

/** Where the slope of (s − 1)² + r s² is zero, by bisection. */
function bestBySlope(r: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (difference((s) => (s - 1) ** 2 + r * s ** 2, middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

describe('what feedback and explanations say', () => {
  it('LSGAN with labels −1, 1, 0: outputs −1/3 and 1, a unit of mass costs 1/9 and 1', () => {
    const outputs = [(0.5 - 1) / 1.5, 1];
    expect(outputs[0]).toBeCloseTo(-1 / 3, 12);
    const costs = outputs.map((f) =>
      evaluateScalar((s) => leastSquaresGeneratorLoss(s, { wanted: 0 }), [[f]]),
    );
    expect(costs.map((cost) => cost * 9)).toEqual([expect.closeTo(1, 9), expect.closeTo(9, 9)]);
  });
  it('LSGAN at the output 0: slope −2; the misprint has +2', () => {
    expect(outputSlope((s) => leastSquaresGeneratorLoss(s), 0)).toBe(-2);
  });
});
