import { describe, expect, it } from 'vitest';
import { judge } from '~/components/questions/judge';
import { toKey } from '~/components/questions/view';
import type { QuestionOf } from '~/schemas/question';
import { readQuestionFiles } from './read-content.ts';

/** The numbers of `gan.yaml`, recomputed from the formulas of the chapter. */
const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
/** Central difference with step 1e-5: error about 1e-10 for these functions. */
const slope = (f: (a: number) => number, a: number) => (f(a + 1e-5) - f(a - 1e-5)) / 2e-5;
const minimax = (a: number) => Math.log(1 - sigmoid(a));
const nonSaturating = (a: number) => -Math.log(sigmoid(a));

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

describe('numbers of the questions on GANs', () => {
  it('the optimal discriminator maximises p log D + q log(1 − D)', () => {
    const [p, q] = [0.3, 0.1];
    const value = (d: number) => p * Math.log(d) + q * Math.log(1 - d);
    const best = p / (p + q);
    for (let d = 0.01; d < 1; d += 0.01) expect(value(d)).toBeLessThanOrEqual(value(best));
    expectNumbers('gan-optimal-d', best, [p, p / q, q / (p + q), 0.5]);
  });

  it('the value at the optimum is −log 4', () => {
    const value = Math.log(0.5) + Math.log(1 - 0.5);
    expect(value).toBeCloseTo(-Math.log(4), 12);
    expectNumbers('gan-value-at-optimum', value, [-value, value / 2, 0, value / Math.LN10, value / Math.LN2]);
  });

  it('the minimax generator loss has slope −σ(a), the non-saturating one σ(a) − 1', () => {
    expect(slope(minimax, -5)).toBeCloseTo(-sigmoid(-5), 8);
    expect(slope(nonSaturating, -5)).toBeCloseTo(sigmoid(-5) - 1, 8);
    expectNumbers('gan-saturating-slope', slope(minimax, -5), [
      slope(nonSaturating, -5),
      -slope(minimax, -5),
      slope(minimax, 0),
    ]);
    // "less than one hundredth of the largest slope is left"
    expect(sigmoid(-5)).toBeLessThan(0.01);
    // the slopes that the feedback of gan-non-saturating quotes
    expect(slope(minimax, -5).toFixed(4)).toBe('-0.0067');
    expect(slope(nonSaturating, -5).toFixed(4)).toBe('-0.9933');
  });

  it('the penalty of a linear critic is λ(‖w‖ − 1)²', () => {
    const critic = (x: number, y: number) => 3 * x + 4 * y + 7;
    const [gx, gy] = [slope((x) => critic(x, 0.3), -0.8), slope((y) => critic(-0.8, y), 0.3)];
    const norm = Math.hypot(gx, gy);
    expectNumbers('gan-penalty-linear', 10 * (norm - 1) ** 2, [
      (norm - 1) ** 2,
      10 * (norm ** 2 - 1),
      10 * norm ** 2,
      10 * ((gx - 1) ** 2 + (gy - 1) ** 2),
      10 * (norm - 1),
    ]);
  });

  it('two points apart: JS is log 2 at any distance, W₁ is the distance', () => {
    for (const theta of [3, 1]) {
      expect(jensenShannon(new Map([[0, 1]]), new Map([[theta, 1]]))).toBeCloseTo(Math.LN2, 12);
      // On a line W₁ is the area between the distribution functions, here 1 between 0 and θ.
      expect(areaBetweenSteps(0, theta)).toBeCloseTo(theta, 3);
    }
  });
});

function jensenShannon(p: Map<number, number>, q: Map<number, number>): number {
  const at = (law: Map<number, number>, x: number) => law.get(x) ?? 0;
  const term = (a: number, mean: number) => (a > 0 ? 0.5 * a * Math.log(a / mean) : 0);
  const points = new Set([...p.keys(), ...q.keys()]);
  return [...points].reduce((sum, x) => {
    const mean = (at(p, x) + at(q, x)) / 2;
    return sum + term(at(p, x), mean) + term(at(q, x), mean);
  }, 0);
}

/** ∫ |1[x ≥ a] − 1[x ≥ b]| dx by a Riemann sum with step 1/1024. */
function areaBetweenSteps(a: number, b: number): number {
  let area = 0;
  for (let x = -5; x < 5; x += 1 / 1024) if (x >= a !== x >= b) area += 1 / 1024;
  return area;
}
