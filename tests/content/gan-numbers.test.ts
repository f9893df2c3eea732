import { describe, expect, it } from 'vitest';
import { judge } from '~/components/questions/judge';
import { toKey } from '~/components/questions/view';
import type { QuestionOf } from '~/schemas/question';
import { affine, matmul } from '~/autodiff/ops';
import type { Node } from '~/autodiff/graph';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { gameValueAtOptimum, optimalDiscriminator } from '~/methods/gan-losses/optimum';
import { wassersteinCriticLoss } from '~/methods/gan-losses/wasserstein';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { readQuestionFiles } from './read-content.ts';

/** The slope of a generator's loss at one logit. */
function slopeAt(loss: (logits: Node) => Node, logit: number): number {
  return numbersOf(evaluateGradient(loss, [[logit]])[0] ?? [])[0] ?? NaN;
}

function numeric(id: string): QuestionOf<'numeric'> {
  const question = readQuestionFiles()
    .flatMap(({ questions }) => questions)
    .find((item) => item.id === id);
  if (question?.kind !== 'numeric')
    throw new Error(`expected a numeric question "${id}", found ${question?.kind ?? 'none'}`);
  return question;
}

/** The answer is the value to 1e-3 of its size, is accepted, and each mistake gets its own feedback. */
function expectNumbers(id: string, answer: number, mistakes: number[]): void {
  const question = numeric(id);
  expect(Math.abs(question.answer - answer)).toBeLessThan(1e-3 * Math.abs(answer));
  expect(question.mistakes.map(({ value }) => value)).toHaveLength(mistakes.length);
  const key = toKey(question, 'en');
  expect(judge(key, { kind: 'numeric', text: String(answer) })).toEqual({ status: 'right' });
  mistakes.forEach((value, i) => {
    expect(judge(key, { kind: 'numeric', text: String(value) }), `${id}, mistake ${String(value)}`).toEqual({
      status: 'wrong',
      feedback: [i],
      missing: 0,
    });
  });
}

describe('numbers of the questions on GANs, from the methods that the chapter shows', () => {
  it('the optimal discriminator at densities 0.3 and 0.1', () => {
    const [d = NaN] = optimalDiscriminator([0.3], [0.1]);
    expectNumbers('gan-optimal-d', d, [0.3, 0.3 / 0.1, 1 - d, 0.5]);
  });

  it('the value of the game when half of the data is covered', () => {
    const [data, model] = [
      [0.5, 0.5],
      [1, 0],
    ];
    const value = gameValueAtOptimum(data, model);
    const [shared = NaN] = optimalDiscriminator(data, model);
    const [first, second] = [0.5 * Math.log(shared), Math.log(1 - shared)];
    expect(first + second).toBeCloseTo(value, 12);
    expectNumbers('gan-value-half-covered', value, [
      gameValueAtOptimum(data, data),
      gameValueAtOptimum([1, 0], [0, 1]),
      first,
      second,
      0.5 * Math.log(0.5) + Math.log(0.5),
      (value + Math.log(4)) / 2,
    ]);
  });

  it('the slopes of both generator losses at logit -3', () => {
    const [minimax, other] = [slopeAt(minimaxGeneratorLoss, -3), slopeAt(nonSaturatingGeneratorLoss, -3)];
    // The misconception: d(1 − σ(a))/da by a central difference, without the logarithm.
    const reject = (a: number) => 1 - Math.exp(-Math.log1p(Math.exp(-a)));
    const bare = (reject(-3 + 1e-5) - reject(-3 - 1e-5)) / 2e-5;
    expectNumbers('gan-saturating-slope', minimax, [other, -minimax, bare, slopeAt(minimaxGeneratorLoss, 0)]);
    // "less than a twentieth of the largest slope is left", and the slopes that gan-non-saturating quotes
    expect(Math.abs(minimax)).toBeLessThan(1 / 20);
    expect([minimax.toFixed(3), other.toFixed(3)]).toEqual(['-0.047', '-0.953']);
  });

  it('the penalty of the critic 3x₁ + 4x₂ + 7', () => {
    const w = [[3], [4]];
    const penalty = (target: number) =>
      evaluateScalar(
        (real, fake, alpha, weight) =>
          gradientPenalty((x) => affine(matmul(x, weight), 1, 7), real, fake, alpha, { target }),
        [[[1, -2]], [[0.5, 4]], [[0.3]], w],
      );
    const norm = Math.sqrt(penalty(0));
    expectNumbers('gan-penalty-linear', 10 * penalty(1), [
      penalty(1),
      10 * (penalty(0) - 1),
      10 * penalty(0),
      10 * w.reduce((sum, [slope = NaN]) => sum + (slope - 1) ** 2, 0),
      10 * (norm - 1),
    ]);
  });

  it('two points apart: JS is log 2 at any distance, W₁ is the distance', () => {
    // Whatever the distance, the two points are two places with nothing in common.
    expect((gameValueAtOptimum([1, 0], [0, 1]) + Math.log(4)) / 2).toBeCloseTo(Math.LN2, 12);
    // The critic f(x) = −x has slope 1 and reaches the work of carrying one unit of mass from θ to 0.
    for (const theta of [3, 1])
      expect(-evaluateScalar(wassersteinCriticLoss, [negateAll([0]), negateAll([theta])])).toBeCloseTo(
        theta,
        12,
      );
  });

  it('the critic: a shift of all scores changes no gradient, doubling doubles the loss', () => {
    const scores = [[1.5], [-0.5]];
    const shifted = scores.map(([score = NaN]) => [score + 5]);
    expect(evaluateGradient(wassersteinCriticLoss, shifted)).toEqual(
      evaluateGradient(wassersteinCriticLoss, scores),
    );
    const doubled = scores.map(([score = NaN]) => [2 * score]);
    expect(evaluateScalar(wassersteinCriticLoss, doubled)).toBeCloseTo(
      2 * evaluateScalar(wassersteinCriticLoss, scores),
      12,
    );
  });
});

const negateAll = (points: number[]) => points.map((x) => -x);
