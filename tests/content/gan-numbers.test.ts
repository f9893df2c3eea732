import { describe, expect, it } from 'vitest';
import { judge } from '~/components/questions/judge';
import { evaluateFormula, isFormula, readFormula } from '~/components/questions/kinds/read-formula';
import { toKey } from '~/components/questions/view';
import type { QuestionOf } from '~/schemas/question';
import { affine } from '~/autodiff/ops';
import type { Node } from '~/autodiff/graph';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { gameValueAtOptimum, optimalDiscriminator } from '~/methods/gan-losses/optimum';
import { wassersteinCriticLoss } from '~/methods/gan-losses/wasserstein';
import { simultaneousStep } from '~/methods/game-dynamics/bilinear';
import { featureMatchingLoss } from '~/methods/minibatch-discrimination/feature-matching';
import { minibatchFeatures } from '~/methods/minibatch-discrimination/minibatch-features';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
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

/** The value of a formula question's answer where its variables have these values. */
function answerAt(id: string, at: Readonly<Record<string, number>>): number {
  const question = readQuestionFiles()
    .flatMap(({ questions }) => questions)
    .find((item) => item.id === id);
  if (question?.kind !== 'formula')
    throw new Error(`expected a formula question "${id}", found ${question?.kind ?? 'none'}`);
  const formula = readFormula(question.answer, Object.keys(question.variables));
  if (!isFormula(formula)) throw new Error(`the answer of "${id}" is not a formula`);
  return evaluateFormula(formula, at);
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

  it('the gap of width 3 crossed with slope 60', () => {
    const share = 3 / 60;
    // The steepest generator that is allowed: its image of equally spaced noise, counted in the gap (0, 3).
    const noise = Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
    const inside = noise.map((z) => 60 * (z - 0.5)).filter((x) => x > 0 && x < 3).length / noise.length;
    expect(inside).toBeCloseTo(share, 6);
    expectNumbers('gan-gap-share', share, [0, 60 / 3, 1 / 60]);
  });

  it('one step of the generator θ + z through the judge 2x - 3', () => {
    const step = (loss: (logits: Node) => Node) => {
      const fn = (theta: Node) => loss(affine(theta, 2, -3));
      return 1 - (numbersOf(evaluateGradient(fn, [[1]])[0] ?? [])[0] ?? NaN);
    };
    const [minimax, other] = [step(minimaxGeneratorLoss), step(nonSaturatingGeneratorLoss)];
    const move = minimax - 1;
    expectNumbers('gan-hand-step', minimax, [other, 1 + move / 2, 1 - move]);
  });

  it('minibatch features of 0, 0, 0, 2', () => {
    const counts = numbersOf(
      evaluate((f, t) => minibatchFeatures(f, t, 1, 1), [[[0], [0], [0], [2]], [[1]]]),
    );
    const [first = NaN, , , fourth = NaN] = counts;
    expectNumbers('gan-minibatch-count', fourth, [fourth - 1, first, 1 + Math.exp(-2), 6]);
  });

  it('feature matching with h(x) = x: 0 at the mean, 1 at one end', () => {
    const data = [[-1], [1]];
    expect(evaluateScalar(featureMatchingLoss, [data, [[0], [0]]])).toBe(0);
    expect(evaluateScalar(featureMatchingLoss, [data, [[1], [1]]])).toBe(1);
  });

  it('formulas: the logit of D*, the slope of the non-saturating loss, the factor of a simultaneous step', () => {
    for (const [p, q] of [
      [0.3, 0.1],
      [0.2, 1.5],
    ] as const) {
      const [d = NaN] = optimalDiscriminator([p], [q]);
      expect(answerAt('gan-optimal-logit', { p, q })).toBeCloseTo(Math.log(d / (1 - d)), 12);
    }
    for (const a of [-3, 0, 2])
      expect(answerAt('gan-slope-formula', { a })).toBeCloseTo(slopeAt(nonSaturatingGeneratorLoss, a), 12);
    for (const h of [0.2, 0.7]) {
      const { x, y } = simultaneousStep({ x: 0.6, y: -0.8 }, h);
      expect(answerAt('gan-circling', { h })).toBeCloseTo(Math.hypot(x, y), 12);
    }
  });
});

const negateAll = (points: number[]) => points.map((x) => -x);
