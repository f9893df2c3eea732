import { describe, expect, test } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { add, affine, mean, negate, square } from '~/autodiff/ops';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { hingeDiscriminatorLoss, hingeGeneratorLoss } from './hinge';
import { leastSquaresDiscriminatorLoss, leastSquaresGeneratorLoss } from './least-squares';

/** Scores after steps of gradient descent on a loss of them alone. */
function descend(
  loss: (scores: Node) => Node,
  scores: readonly number[],
  steps: number,
  rate = 0.1,
): number[] {
  let at = [...scores];
  for (let i = 0; i < steps; i++) {
    const [gradient = []] = evaluateGradient(loss, [at]);
    const slopes = numbersOf(gradient);
    at = at.map((score, j) => score - rate * (slopes[j] ?? NaN));
  }
  return at;
}

const judgeLoss = (real: Node, fake: Node) => leastSquaresDiscriminatorLoss(real, fake);
const gap = (scores: readonly number[]) => scores.map((score) => Math.abs(score - 1));

describe('least squares: signs, bracket, factor', () => {
  test('no factor ½ and sums of means: a judge that says ½ to everything has ½', () => {
    expect(evaluateScalar(judgeLoss, [[0.5, 0.5, 0.5], [0.5]])).toBe(0.5);
  });

  test('labels 1 and 0: where data fall 3 times of 10 and samples 7, the best single answer is 3/10, as in minimax', () => {
    // One score for all: 3 data and 7 samples there, so that the means are weighted 3 : 7.
    const loss = (score: Node) =>
      add(
        affine(leastSquaresDiscriminatorLoss(score, affine(score, 0)), 3),
        affine(leastSquaresDiscriminatorLoss(affine(score, 0, 1), score), 7),
      );
    expect(descend(loss, [0.9], 200, 0.02)[0]).toBeCloseTo(0.3, 12);
  });

  test('right: descent takes the scores of samples to 1', () => {
    const after = descend(leastSquaresGeneratorLoss, [-2, 0.5, 3], 100);
    for (const distance of gap(after)) expect(distance).toBeLessThan(0.01);
  });

  test('misprinted −E[(D(x̂ − 1))²], D the identity: descent takes every score away from 1', () => {
    const misprint = (scores: Node) => negate(mean(square(affine(scores, 1, -1))));
    const start = [-2, 0.5, 3];
    const before = gap(start);
    gap(descend(misprint, start, 100)).forEach((distance, i) =>
      expect(distance).toBeGreaterThan(100 * (before[i] ?? NaN)),
    );
  });

  test('misprinted bracket alone: +E[(D(x̂ − 1))²] is least where the judge says 0 one step beside, not where it says 1', () => {
    const judge = (x: Node) => affine(x, 2, 4);
    const bracket = (x: Node) => mean(square(judge(affine(x, 1, -1))));
    // Descent on samples x: D(x − 1) = 0 at x = −1, where D(x) = 2; the right loss ends at D(x) = 1.
    expect(descend(bracket, [3], 200)[0]).toBeCloseTo(-1, 10);
    expect(descend((x) => leastSquaresGeneratorLoss(judge(x)), [3], 200)[0]).toBeCloseTo(-1.5, 10);
  });

  test('misprinted −E[(D(x) − 1)²] + E[D(x̂)²]: the judge lowers it for ever', () => {
    const misprint = (real: number) =>
      evaluateScalar((scores: Node) => negate(mean(square(affine(scores, 1, -1)))), [[real]]);
    expect(misprint(1)).toBeCloseTo(0, 15);
    expect(misprint(11)).toBe(-100);
    expect(misprint(1001)).toBe(-1e6);
    expect(evaluateScalar(judgeLoss, [[1], [0]])).toBe(0);
  });

  test('labels that are not finite are named', () => {
    expect(() => evaluate((x) => leastSquaresGeneratorLoss(x, { wanted: NaN }), [[1]])).toThrow(/finite/);
  });
});

describe('hinge', () => {
  test('means added: an undecided judge has 2; beyond ±1 on the right side nothing is to learn', () => {
    expect(evaluateScalar(hingeDiscriminatorLoss, [[0, 0], [0]])).toBe(2);
    const [byReal = NaN, byFake = NaN] = evaluateGradient(hingeDiscriminatorLoss, [
      [1.5, 0.5],
      [-1.5, -0.5],
    ]);
    expect(numbersOf(byReal)).toEqual([0, -0.5]);
    expect(numbersOf(byFake)).toEqual([0, 0.5]);
  });

  test('on the hinge itself the derivative is 0', () => {
    const [byReal = NaN, byFake = NaN] = evaluateGradient(hingeDiscriminatorLoss, [[1], [-1]]);
    expect([...numbersOf(byReal), ...numbersOf(byFake)].map(Math.abs)).toEqual([0, 0]);
  });

  test('the generator has no hinge: its gradient is −1/n at every score', () => {
    const [gradient = NaN] = evaluateGradient(hingeGeneratorLoss, [[-50, 0, 3, 50]]);
    expect(numbersOf(gradient)).toEqual([-0.25, -0.25, -0.25, -0.25]);
  });
});
