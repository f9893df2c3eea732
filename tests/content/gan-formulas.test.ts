/** The formulas and numbers that the chapter on GANs prints, from the methods that it shows. Equation numbers are the chapter's. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { add, affine, matmul, multiply, softplus, square, sum } from '~/autodiff/ops';
import {
  minimaxDiscriminatorLoss,
  minimaxGeneratorLoss,
  nonSaturatingGeneratorLoss,
} from '~/methods/gan-losses/minimax';
import { gameValueAtOptimum, optimalDiscriminator } from '~/methods/gan-losses/optimum';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const average = (values: readonly number[]) => total(values) / values.length;
const norm = (values: readonly number[]) => Math.sqrt(total(values.map((value) => value ** 2)));
const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
/** KL(p‖q) = E_p log(p/q). */
const kl = (p: readonly number[], q: readonly number[]) =>
  total(p.map((value, i) => (value > 0 ? value * Math.log(value / (q[i] ?? NaN)) : 0)));
const halfway = (p: readonly number[], q: readonly number[]) =>
  p.map((value, i) => (value + (q[i] ?? NaN)) / 2);
const js = (p: readonly number[], q: readonly number[]) => (kl(p, halfway(p, q)) + kl(q, halfway(p, q))) / 2;
const difference = (fn: (t: number) => number, at: number, h = 1e-5) => (fn(at + h) - fn(at - h)) / (2 * h);
const column = (values: readonly number[]) => values.map((value) => [value]);
const slopeAt = (loss: (logits: Node) => Node, logit: number) =>
  numbersOf(evaluateGradient(loss, [[logit]])[0] ?? [])[0] ?? NaN;

describe('the game and its optimal judge, (1) to (4)', () => {
  // Four data points and four samples on two places: p_d = (3/4, 1/4), p_g = (1/4, 3/4).
  const real = [[1, 0], [1, 0], [1, 0], [0, 1]]; // prettier-ignore
  const fake = [[1, 0], [0, 1], [0, 1], [0, 1]]; // prettier-ignore
  const [data, model] = [[0.75, 0.25], [0.25, 0.75]]; // prettier-ignore
  const lossOfJudge = (x: Node, y: Node, table: Node) =>
    minimaxDiscriminatorLoss(matmul(x, table), matmul(y, table));
  const best = column(data.map((p, i) => Math.log(p / (model[i] ?? NaN))));

  it('(1) and (4): L_D with logits is -V with D = σ(a), the two means added', () => {
    const [a, b] = [[2, -0.3], [-1, 0.4, 3]]; // prettier-ignore
    const value =
      average(a.map((x) => Math.log(sigmoid(x)))) + average(b.map((x) => Math.log(1 - sigmoid(x))));
    expect(evaluateScalar(minimaxDiscriminatorLoss, [a, b])).toBeCloseTo(-value, 12);
  });

  it('(2): at a* = log(p_d/p_g) the slope of L_D is zero and D* = p_d/(p_d + p_g)', () => {
    const gradient = numbersOf(evaluateGradient(lossOfJudge, [real, fake, best])[2] ?? []);
    gradient.forEach((slope) => expect(slope).toBeCloseTo(0, 14));
    optimalDiscriminator(data, model).forEach((d, i) =>
      expect(d).toBeCloseTo(sigmoid(best[i]?.[0] ?? NaN), 14),
    );
    // Where one density is zero the optimum is at the edge.
    expect(optimalDiscriminator([0.3, 0], [0, 0.3])).toEqual([1, 0]);
  });

  it('(3): the largest V is 2 JS - log 4', () => {
    expect(-evaluateScalar(lossOfJudge, [real, fake, best])).toBeCloseTo(
      2 * js(data, model) - Math.log(4),
      12,
    );
    expect(gameValueAtOptimum(data, model)).toBeCloseTo(2 * js(data, model) - Math.log(4), 12);
  });

  it('-1.386 at equal distributions, L_D = 1.386 there, JS = log 2 without overlap', () => {
    expect(gameValueAtOptimum(data, data).toFixed(3)).toBe('-1.386');
    expect(evaluateScalar(minimaxDiscriminatorLoss, [[0, 0], [0]]).toFixed(3)).toBe('1.386');
    expect(js([1, 0], [0, 1])).toBeCloseTo(Math.LN2, 14);
    expect(gameValueAtOptimum([1, 0], [0, 1])).toBe(0);
  });

  it('in single precision 1 - σ(a) becomes zero near a = 17; the softplus form keeps its value', () => {
    const f = Math.fround;
    const rejected = (a: number) => f(1 - f(1 / f(1 + f(Math.exp(-a)))));
    const limit = Array.from({ length: 4000 }, (_, i) => i / 100).find((a) => rejected(a) === 0) ?? NaN;
    expect(Math.round(limit)).toBe(17);
    expect(rejected(80)).toBe(0);
    for (const t of [-80, -1, 0, 17, 80]) {
      const value = Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
      expect(evaluateScalar(softplus, [t]) / value).toBeCloseTo(1, 12);
    }
  });
});

describe('the slopes of the generator in the logit, (5) and (6)', () => {
  it('are -σ(a) and σ(a) - 1, also by central differences of log(1 - D) and -log D', () => {
    for (const a of [-5, -1, 0, 2]) {
      expect(slopeAt(minimaxGeneratorLoss, a)).toBeCloseTo(-sigmoid(a), 12);
      expect(slopeAt(nonSaturatingGeneratorLoss, a)).toBeCloseTo(sigmoid(a) - 1, 12);
      expect(difference((t) => Math.log(1 - sigmoid(t)), a)).toBeCloseTo(-sigmoid(a), 8);
      expect(difference((t) => -Math.log(sigmoid(t)), a)).toBeCloseTo(sigmoid(a) - 1, 8);
    }
  });

  it('the numbers at a = -5 and a = 0', () => {
    const [minimax, other] = [slopeAt(minimaxGeneratorLoss, -5), slopeAt(nonSaturatingGeneratorLoss, -5)];
    expect([sigmoid(-5), minimax, other].map((x) => x.toFixed(4))).toEqual(['0.0067', '-0.0067', '-0.9933']);
    expect(other / minimax).toBeCloseTo(Math.exp(5), 9);
    expect(Math.round(other / minimax)).toBe(148);
    expect(slopeAt(minimaxGeneratorLoss, 0)).toBe(slopeAt(nonSaturatingGeneratorLoss, 0));
    expect(Math.abs(slopeAt(minimaxGeneratorLoss, 1))).toBeGreaterThan(
      Math.abs(slopeAt(nonSaturatingGeneratorLoss, 1)),
    );
  });
});

describe('what the generator follows when the judge is optimal', () => {
  const data = [0.1, 0.2, 0.3, 0.4];
  /** A generator with one parameter on the four places: softmax of θ times a direction. */
  const model = (theta: number) => {
    const weights = [0.3, -1, 0.5, 0.1].map((slope, i) => Math.exp(theta * slope + 0.2 * i));
    return weights.map((weight) => weight / total(weights));
  };
  const START = 0.4;
  /** The slope in θ of the loss over all places, the judge optimal for START and held fixed. */
  const felt = (loss: (logits: Node) => Node) => {
    const costs = optimalDiscriminator(data, model(START)).map((d) =>
      evaluateScalar(loss, [[Math.log(d / (1 - d))]]),
    );
    return difference((theta) => total(model(theta).map((p, i) => p * (costs[i] ?? NaN))), START);
  };

  it('minimax: 2 JS', () => {
    expect(felt(minimaxGeneratorLoss)).toBeCloseTo(
      difference((t) => 2 * js(data, model(t)), START),
      8,
    );
  });

  it('non-saturating: KL(p_g‖p_d) - 2 JS, which is 2 KL of the mixture to p_d', () => {
    const contrast = (t: number) => kl(model(t), data) - 2 * js(data, model(t));
    const slope = difference(contrast, START);
    expect(Math.abs(slope)).toBeGreaterThan(0.01);
    expect(felt(nonSaturatingGeneratorLoss)).toBeCloseTo(slope, 8);
    for (const t of [-2, 0, 1, 3]) expect(contrast(t)).toBeCloseTo(2 * kl(halfway(data, model(t)), data), 12);
  });

  it('half of the data left out costs 0.262, a sample without data infinitely much', () => {
    const cost = (p: readonly number[], q: readonly number[]) => 2 * kl(halfway(p, q), p);
    expect(cost([0.5, 0.5], [1, 0]).toFixed(3)).toBe('0.262');
    expect(cost([1, 0], [0.99, 0.01])).toBe(Infinity);
  });
});

describe('Wasserstein, (7) and (8)', () => {
  it('two heaps at distance |θ|: f(x) = -x reaches it, other functions of slope at most 1 do not exceed it', () => {
    const lipschitz: ((x: number) => number)[] = [(x) => -x, Math.sin, Math.tanh, Math.abs, (x) => -x / 2];
    for (const theta of [3, 1, 0.1]) {
      const values = lipschitz.map((f) => -evaluateScalar(wassersteinCriticLoss, [[f(0)], [f(theta)]]));
      expect(values[0]).toBeCloseTo(theta, 14);
      expect(Math.max(...values)).toBeCloseTo(theta, 14);
    }
  });

  it('(8): mean score of samples minus that of data; the slope of the generator is -1 at any score', () => {
    expect(evaluateScalar(wassersteinCriticLoss, [[4, 2], [-1, 0, 4]])).toBeCloseTo(1 - 3, 14); // prettier-ignore
    expect(evaluateScalar(wassersteinGeneratorLoss, [[-1, 0, 4]])).toBeCloseTo(-1, 14);
    for (const score of [-50, 0, 50]) expect(slopeAt(wassersteinGeneratorLoss, score)).toBe(-1);
  });
});

describe('gradient penalty, (9) and (10)', () => {
  /** Points whose interpolation is the point itself, so that the penalty is taken there. */
  const at = (point: number[]) => [[point], [point], [[0.5]]];

  it('the linear critic with ‖w‖ = 3: penalty 4, gradient of length 4 along w', () => {
    const w = [2, -1, 2];
    const fn = (x: Node, y: Node, a: Node, weight: Node) =>
      gradientPenalty((p) => matmul(p, weight), x, y, a);
    const inputs = [[[1, 2, 3]], [[0, -1, 4]], [[0.3]], column(w)];
    expect(norm(w)).toBe(3);
    expect(evaluateScalar(fn, inputs)).toBeCloseTo(4, 10);
    const gradient = numbersOf(evaluateGradient(fn, inputs)[3] ?? []);
    expect(norm(gradient)).toBeCloseTo(4, 10);
    gradient.forEach((slope, i) => expect(slope).toBeCloseTo((4 * (w[i] ?? NaN)) / 3, 10));
  });

  it('(9): L_D + λ (‖∇f(x̂)‖ - 1)², x̂ = αx + (1 - α)G(z)', () => {
    const bowl = (x: Node) => affine(sum(square(x), [1]), 0.5, 0); // ∇f(x) = x
    const loss = (x: Node, y: Node, a: Node) =>
      add(wassersteinCriticLoss(bowl(x), bowl(y)), affine(gradientPenalty(bowl, x, y, a), 10, 0));
    // x̂ = 0.75 (8, 0) + 0.25 (0, 4) = (6, 1)
    const expected = 8 - 32 + 10 * (Math.sqrt(37) - 1) ** 2;
    expect(evaluateScalar(loss, [[[8, 0]], [[0, 4]], [[0.75]]])).toBeCloseTo(expected, 8);
  });

  it('(10): 2 (‖g‖ - 1) (∂g/∂w)ᵀ g/‖g‖ for f(x) = ½ (x·w)²', () => {
    const fn = (x: Node, y: Node, a: Node, weight: Node) =>
      gradientPenalty((p) => affine(multiply(matmul(p, weight), matmul(p, weight)), 0.5, 0), x, y, a);
    const [x, w] = [[0.7, -0.2], [1.1, 0.6]]; // prettier-ignore
    const dot = total(x.map((value, i) => value * (w[i] ?? NaN)));
    const g = w.map((value) => dot * value);
    // ∂g_i/∂w_j = w_i x_j + (x·w) δ_ij, so (∂g/∂w)ᵀ g = x (w·g) + (x·w) g
    const through = total(w.map((value, i) => value * (g[i] ?? NaN)));
    const found = numbersOf(evaluateGradient(fn, [...at(x), column(w)])[3] ?? []);
    expect(found).toHaveLength(2);
    found.forEach((slope, j) => {
      const expected = (2 * (norm(g) - 1) * ((x[j] ?? NaN) * through + dot * (g[j] ?? NaN))) / norm(g);
      expect(slope).toBeCloseTo(expected, 9);
    });
  });
});

it('the chapter prints these numbers', () => {
  const chapter = readFileSync(new URL('../../src/content/docs/gan.mdx', import.meta.url), 'utf8');
  for (const printed of [
    '-1.386',
    '1.386',
    'D=0.0067',
    '$-0.0067$',
    '$-0.9933$',
    '148',
    'about 17',
    '$0.262$',
    '(3-1)^2=4',
  ])
    expect(chapter, printed).toContain(printed);
});
