/** The formulas and numbers that the chapter on GANs prints, from the methods that it shows. Equation numbers are the chapter's. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { add, affine, matmul, multiply, softplus, square, subtract } from '~/autodiff/ops';
import {
  minimaxDiscriminatorLoss,
  minimaxGeneratorLoss,
  nonSaturatingGeneratorLoss,
} from '~/methods/gan-losses/minimax';
import { gameValueAtOptimum, optimalDiscriminator } from '~/methods/gan-losses/optimum';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { featureMatchingLoss } from '~/methods/minibatch-discrimination/feature-matching';
import { minibatchFeatures } from '~/methods/minibatch-discrimination/minibatch-features';
import {
  alternatingStep,
  extragradientStep,
  simultaneousStep,
  spectralRadius,
  type GameStep,
  type Place,
} from '~/methods/game-dynamics/bilinear';
import {
  blurredLogLikelihood,
  circleCurve,
  ringData,
  untrainedCurve,
} from '~/components/figures/gan/blurred';
import { evaluate, evaluateGradient, evaluateScalar, numbersOf, type Nested } from '~/runtime/evaluate';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const average = (values: readonly number[]) => total(values) / values.length;
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

  it('(1) and (2): L_D with logits is -V with D = σ(a), the two means added; L_G is its second term', () => {
    const [a, b] = [[2, -0.3], [-1, 0.4, 3]]; // prettier-ignore
    const value =
      average(a.map((x) => Math.log(sigmoid(x)))) + average(b.map((x) => Math.log(1 - sigmoid(x))));
    expect(evaluateScalar(minimaxDiscriminatorLoss, [a, b])).toBeCloseTo(-value, 12);
    const second = average(b.map((x) => Math.log(1 - sigmoid(x))));
    expect(evaluateScalar(minimaxGeneratorLoss, [b])).toBeCloseTo(second, 12);
  });

  it('(3): at a* = log(p_d/p_g) the slope of L_D is zero and D* = p_d/(p_d + p_g)', () => {
    const gradient = numbersOf(evaluateGradient(lossOfJudge, [real, fake, best])[2] ?? []);
    gradient.forEach((slope) => expect(slope).toBeCloseTo(0, 14));
    optimalDiscriminator(data, model).forEach((d, i) =>
      expect(d).toBeCloseTo(sigmoid(best[i]?.[0] ?? NaN), 14),
    );
    // Where one density is zero the optimum is at the edge.
    expect(optimalDiscriminator([0.3, 0], [0, 0.3])).toEqual([1, 0]);
  });

  it('(4): the largest V is 2 JS - log 4', () => {
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

describe('the slopes of the generator in the logit, (6) and (7)', () => {
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

describe('Wasserstein, (5)', () => {
  it('two heaps at distance |θ|: f(x) = -x reaches it, other functions of slope at most 1 do not exceed it', () => {
    const lipschitz: ((x: number) => number)[] = [(x) => -x, Math.sin, Math.tanh, Math.abs, (x) => -x / 2];
    for (const theta of [3, 1, 0.1]) {
      const values = lipschitz.map((f) => -evaluateScalar(wassersteinCriticLoss, [[f(0)], [f(theta)]]));
      expect(values[0]).toBeCloseTo(theta, 14);
      expect(Math.max(...values)).toBeCloseTo(theta, 14);
    }
  });

  it('mean score of samples minus that of data; the slope of the generator is -1 at any score', () => {
    expect(evaluateScalar(wassersteinCriticLoss, [[4, 2], [-1, 0, 4]])).toBeCloseTo(1 - 3, 14); // prettier-ignore
    expect(evaluateScalar(wassersteinGeneratorLoss, [[-1, 0, 4]])).toBeCloseTo(-1, 14);
    for (const score of [-50, 0, 50]) expect(slopeAt(wassersteinGeneratorLoss, score)).toBe(-1);
  });
});

describe('one step of each player by hand', () => {
  const [eta, x, z, theta] = [0.5, 2, 0, 0.5];
  const judge = (at: Node, w: Node, b: Node) => add(multiply(at, w), b);
  const lossD = (real: Node, fake: Node, w: Node, b: Node) =>
    minimaxDiscriminatorLoss(judge(real, w, b), judge(fake, w, b));
  const lossG = (noise: Node, t: Node, w: Node, b: Node) => minimaxGeneratorLoss(judge(add(noise, t), w, b));
  const scalar = (gradients: readonly Nested[], at: number) => numbersOf(gradients[at] ?? [])[0] ?? NaN;
  const [w0, b0] = [1, -1];
  const before = evaluateGradient(lossD, [[x], [theta + z], [w0], [b0]]);
  const [gw, gb] = [scalar(before, 2), scalar(before, 3)];
  const [w1, b1] = [w0 - eta * gw, b0 - eta * gb];

  it('the step of D', () => {
    expect(evaluateScalar(lossD, [[x], [theta + z], [w0], [b0]]).toFixed(3)).toBe('0.787');
    expect(gw).toBeCloseTo((sigmoid(1) - 1) * 2 + sigmoid(-0.5) * 0.5, 12);
    expect([gw, gb, w1, b1].map((value) => value.toFixed(3))).toEqual(['-0.349', '0.109', '1.175', '-1.054']);
    expect(evaluateScalar(lossD, [[x], [theta + z], [w1], [b1]]).toFixed(3)).toBe('0.729');
  });

  it('the step of G through the new judge, and what it throws away', () => {
    const gradients = evaluateGradient(lossG, [[z], [theta], [w1], [b1]]);
    const a = w1 * theta + b1;
    expect([a, -sigmoid(a), w1].map((value) => value.toFixed(3))).toEqual(['-0.467', '-0.385', '1.175']);
    const slope = scalar(gradients, 1);
    expect(slope).toBeCloseTo(-sigmoid(a) * w1, 12);
    expect([slope, theta - eta * slope, scalar(gradients, 2)].map((value) => value.toFixed(3))).toEqual([
      '-0.453',
      '0.726',
      '-0.193',
    ]);
  });
});

describe('mode collapse', () => {
  it('one point for all samples: -0.955 when D answers last, -log 4 when G does; mixed: -log 4 in either order', () => {
    const data = [0.5, 0.5];
    const value = (d: readonly number[], q: number) =>
      total(data.map((p, i) => p * Math.log(d[i] ?? NaN))) +
      q * Math.log(1 - (d[0] ?? NaN)) +
      (1 - q) * Math.log(1 - (d[1] ?? NaN));
    const grid = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
    const answers = grid.flatMap((a) => grid.map((b) => [a, b] as const));
    const best = (pick: (d: readonly number[]) => number) => Math.max(...answers.map(pick));
    for (const q of [1, 0]) expect(gameValueAtOptimum(data, [q, 1 - q]).toFixed(3)).toBe('-0.955');
    // D first, G then chooses one of the points: the value is linear in q, so mixing gains nothing.
    const last = best((d) => Math.min(value(d, 0), value(d, 1)));
    expect(last).toBeCloseTo(-Math.log(4), 12);
    expect(best((d) => Math.min(...[0, 0.25, 0.5, 0.75, 1].map((q) => value(d, q))))).toBeCloseTo(last, 12);
    expect(gameValueAtOptimum(data, data)).toBeCloseTo(-Math.log(4), 12);
  });

  it('the gradient of a sample does not depend on the others; with minibatch features it does', () => {
    const alone = (x: Node) => nonSaturatingGeneratorLoss(affine(square(x), -1, 0));
    const seen = (x: Node, t: Node) =>
      nonSaturatingGeneratorLoss(subtract(affine(square(x), -1, 0), minibatchFeatures(x, t, 1, 1)));
    const first = (gradients: readonly Nested[]) => numbersOf(gradients[0] ?? [])[0] ?? NaN;
    const [near, far] = [[[1], [1.2]], [[1], [5]]]; // prettier-ignore
    expect(first(evaluateGradient(alone, [near]))).toBe(first(evaluateGradient(alone, [far])));
    const pushed = first(evaluateGradient(seen, [near, [[1]]]));
    // A judge that dislikes likeness: descent moves the sample at 1 away from its neighbour at 1.2, more than without.
    expect(pushed).toBeGreaterThan(first(evaluateGradient(seen, [far, [[1]]])));
  });

  it('minibatch features are between 1, all others far, and n, all equal', () => {
    const count = (points: number[]) =>
      numbersOf(evaluate((f, t) => minibatchFeatures(f, t, 1, 1), [column(points), [[1]]]));
    expect(count([0, 100, 200])).toEqual([1, 1, 1]);
    expect(count([7, 7, 7])).toEqual([3, 3, 3]);
  });

  it('feature matching is the squared distance of the mean features', () => {
    const [real, fake] = [[[1, 0], [3, 0]], [[2, 2]]]; // prettier-ignore
    expect(evaluateScalar(featureMatchingLoss, [real, fake])).toBeCloseTo(4, 14);
  });
});

describe('the game V = xy', () => {
  const walk = (step: GameStep, rate: number, steps: number) => {
    const radii = [];
    let at: Place = { x: 1, y: 0 };
    for (let i = 0; i < steps; i++) {
      at = step(at, rate);
      radii.push(Math.hypot(at.x, at.y));
    }
    return radii;
  };

  it('eigenvalues: √(1 + η²), 1, √(1 - η² + η⁴)', () => {
    for (const eta of [0.05, 0.1, 0.5, 0.9]) {
      expect(spectralRadius(simultaneousStep, eta)).toBeCloseTo(Math.sqrt(1 + eta ** 2), 12);
      expect(spectralRadius(alternatingStep, eta)).toBeCloseTo(1, 12);
      expect(spectralRadius(extragradientStep, eta)).toBeCloseTo(Math.sqrt(1 - eta ** 2 + eta ** 4), 12);
    }
    // Trace and determinant of the printed matrix of alternating steps.
    const [first, second] = [alternatingStep({ x: 1, y: 0 }, 0.3), alternatingStep({ x: 0, y: 1 }, 0.3)];
    expect([first.x, second.x, first.y, second.y]).toEqual([1, -0.3, 0.3, 1 - 0.3 * 0.3]);
  });

  it('a hundred steps of η = 0.1', () => {
    expect(walk(simultaneousStep, 0.1, 100).at(-1)?.toFixed(3)).toBe('1.645');
    expect((1.01 ** 50).toFixed(3)).toBe('1.645');
    expect(walk(extragradientStep, 0.1, 100).at(-1)?.toFixed(3)).toBe('0.608');
    const circle = walk(alternatingStep, 0.1, 100_000);
    expect([Math.min(...circle), Math.max(...circle)].map((r) => r.toFixed(3))).toEqual(['0.976', '1.026']);
  });

  it('the one-parameter GAN is -log 4 - ψθ/2 near its solution', () => {
    const value = (product: number) => -Math.log(2) - Math.log1p(Math.exp(product));
    expect(value(0)).toBeCloseTo(-Math.log(4), 14);
    expect(difference(value, 0)).toBeCloseTo(-0.5, 9);
  });
});

describe('likelihood of a curve, blurred', () => {
  const [data, circle, untrained] = [ringData(), circleCurve(), untrainedCurve()];
  it('is best at 0.1 and at 1.4, and -54 and -9,654 at 0.01', () => {
    const best = (curve: typeof circle, widths: number[]) => {
      const values = widths.map((s) => blurredLogLikelihood(data, curve, s));
      return widths[values.indexOf(Math.max(...values))];
    };
    expect(best(circle, [0.06, 0.08, 0.1, 0.12, 0.14])).toBe(0.1);
    expect(best(untrained, [1, 1.2, 1.4, 1.6, 1.8])).toBe(1.4);
    expect(Math.round(blurredLogLikelihood(data, circle, 0.01))).toBe(-54);
    expect(Math.round(blurredLogLikelihood(data, untrained, 0.01))).toBe(-9654);
  });
});

it('the chapter prints these numbers', () => {
  const chapter = readFileSync(new URL('../../src/content/docs/gan.mdx', import.meta.url), 'utf8');
  for (const printed of [
    '-1.386',
    '1.386',
    '-0.955',
    'D=0.0067',
    '$-0.0067$',
    '$-0.9933$',
    '148',
    'about 17',
    '$0.262$',
    '$s=1.4$',
    '-9{,}654',
    '0.787',
    '-0.349',
    '-0.453',
    '0.726',
    '-0.193',
    '1.01^{50}=1.645',
    '0.976 and 1.026',
    '0.608',
  ])
    expect(chapter, printed).toContain(printed);
});
