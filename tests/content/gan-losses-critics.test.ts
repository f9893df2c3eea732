/** The formulas of the chapter on losses that limit the judge: Wasserstein, clipping, penalties, spectral norm, and rest. */
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { clipSettings } from '~/components/figures/gan-energies/chapter-runs';
import clips from '~/components/figures/gan-losses/clip-runs.json';
import { add, affine, matmul, multiply, square, sum } from '~/autodiff/ops';
import { minimaxDiscriminatorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { runOnce } from '~/components/widgets/gan-2d/gan-2d.measure';
import { presets } from '~/components/widgets/gan-2d/gan-2d.params';
import runs from '~/components/widgets/gan-2d/runs.json';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { draganPenalty } from '~/methods/gradient-penalties/dragan';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { r1Penalty } from '~/methods/gradient-penalties/r1';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { norm, outputSlope, readChapter, total } from './gan-losses-support.ts';

const column = (values: readonly number[]) => values.map((value) => [value]);
const scoreGap = (f: (x: number) => number, x: readonly number[], y: readonly number[]) =>
  -evaluateScalar(wassersteinCriticLoss, [x.map(f), y.map(f)]);

describe('Wasserstein', () => {
  it('two heaps at distance |θ|: f(x) = −x reaches it, other functions of slope at most 1 do not exceed it', () => {
    const lipschitz: ((x: number) => number)[] = [(x) => -x, Math.sin, Math.tanh, Math.abs, (x) => -x / 2];
    for (const theta of [3, 1, 0.1]) {
      const values = lipschitz.map((f) => scoreGap(f, [0], [theta]));
      expect(values[0]).toBeCloseTo(theta, 14);
      expect(Math.max(...values)).toBeCloseTo(theta, 14);
    }
  });
  it('mean score of samples minus that of data; the slope of the generator is −1 at any score', () => {
    expect(evaluateScalar(wassersteinCriticLoss, [[4, 2], [-1, 0, 4]])).toBeCloseTo(1 - 3, 14); // prettier-ignore
    expect(evaluateScalar(wassersteinGeneratorLoss, [[-1, 0, 4]])).toBeCloseTo(-1, 14);
    for (const score of [-50, 0, 50]) expect(outputSlope(wassersteinGeneratorLoss, score)).toBe(-1);
  });
  it('a shift of all scores changes no gradient, a factor multiplies the loss', () => {
    const scores = [[1.5], [-0.5]];
    const shifted = scores.map(([score = NaN]) => [score + 5]);
    expect(evaluateGradient(wassersteinCriticLoss, shifted)).toEqual(
      evaluateGradient(wassersteinCriticLoss, scores),
    );
    const many = scores.map(([score = NaN]) => [1000 * score]);
    expect(evaluateScalar(wassersteinCriticLoss, many)).toBeCloseTo(1000 * -2, 9);
  });
});

describe('duality on a line', () => {
  const [x, y] = [[0, 1, 5], [2, 3, 4]] as const; // prettier-ignore
  const share = (points: readonly number[], t: number) => points.filter((p) => p <= t).length / points.length;
  /** A function with slope sign(F_g − F_d), by adding up small steps from 0. */
  const best = (to: number) => {
    let value = 0;
    for (let t = 0.0005; t < to; t += 0.001) value += 0.001 * Math.sign(share(y, t) - share(x, t));
    return value;
  };
  const sorted = (a: readonly number[], b: readonly number[]) =>
    total(a.map((value, i) => Math.abs(value - (b[i] ?? NaN)))) / a.length;

  it('for {0, 1, 5} and {2, 3, 4}: 5/3 by sorting, by the area, and by the best critic; the means differ by 1', () => {
    let area = 0;
    for (let t = 0.0005; t < 5; t += 0.001) area += 0.001 * Math.abs(share(y, t) - share(x, t));
    expect(sorted(x, y)).toBeCloseTo(5 / 3, 12);
    expect(area).toBeCloseTo(5 / 3, 3);
    expect(scoreGap(best, x, y)).toBeCloseTo(5 / 3, 3);
    expect(Math.abs(scoreGap((t) => t, x, y))).toBeCloseTo(1, 12);
  });
  it('every critic stays below every plan', () => {
    const critics: ((t: number) => number)[] = [
      (t) => t,
      (t) => -t,
      Math.sin,
      (t) => Math.abs(t - 2.5),
      best,
    ];
    const plans = [[2, 3, 4], [4, 2, 3], [3, 4, 2], [4, 3, 2]]; // prettier-ignore
    const cheapest = Math.min(...plans.map((plan) => sorted(x, plan)));
    for (const f of critics) expect(scoreGap(f, x, y)).toBeLessThanOrEqual(cheapest + 1e-3);
  });
});

describe('clipping', () => {
  it('the bound of a 2-64-64-1 perceptron is 5793 c³', () => {
    const sizes = [2, 64, 64, 1];
    const bound = (c: number) =>
      sizes.slice(1).reduce((product, n, i) => product * c * Math.sqrt(n * (sizes[i] ?? NaN)), 1);
    expect(Math.round(bound(1))).toBe(5793);
    expect(bound(0.01).toFixed(4)).toBe('0.0058');
    expect(bound(0.1).toFixed(1)).toBe('5.8');
  });
  it('a matrix with entries in [−c, c] reaches c √(n m) when all are c', () => {
    const [n, m, c] = [3, 5, 0.2];
    const image = Array.from({ length: n }, () => m * c * (1 / Math.sqrt(m)));
    expect(norm(image)).toBeCloseTo(c * Math.sqrt(n * m), 12);
  });
});

describe('the stored runs with clipped weights', () => {
  const preset = (name: string) => runs.presets.find((row) => row.preset === name)?.runs ?? [];
  const mean = (values: readonly number[]) => total(values) / values.length;
  it('with c = 0.2 do as well as the penalty, with a JS a little larger', () => {
    const [clip, penalty] = [preset('wassersteinClip'), preset('wasserstein')];
    expect(presets.wassersteinClip.clip).toBe(0.2);
    for (const { modes } of [...clip, ...penalty]) expect(modes).toBe(8);
    const difference = (key: 'close' | 'js') =>
      mean(clip.map((run) => run[key])) - mean(penalty.map((run) => run[key]));
    expect(Math.abs(difference('close'))).toBeLessThan(0.02);
    expect(difference('js')).toBeGreaterThan(0.01);
    expect(difference('js')).toBeLessThan(0.03);
  });
  it('cover fewer clusters the smaller c is; below c = 0.1 few samples are close', () => {
    expect(clips.rows.map(({ row }) => row)).toEqual(Object.keys(clipSettings));
    for (const { runs: ten } of clips.rows) expect(ten.map(({ seed }) => seed)).toHaveLength(10);
    const modes = clips.rows.map(({ runs: ten }) => mean(ten.map((run) => run.modes)));
    expect(modes).toEqual(modes.toSorted((a, b) => a - b));
    const close = clips.rows.map(({ runs: ten }) => mean(ten.map((run) => run.close)));
    expect(close).toEqual(close.toSorted((a, b) => a - b));
    expect(close[1]).toBeLessThan(0.2);
    expect(Math.max(...close)).toBeLessThan(0.7);
    const [smallest] = clips.rows;
    for (const { pull, travel } of smallest?.runs ?? []) {
      expect(pull).toBeLessThan(0.0058);
      expect(travel).toBeGreaterThan(0.1);
    }
  });
  it('c = 0.01, seed 0, does the same again', { timeout: 120_000 }, async () => {
    expect(await runOnce(0, clipSettings.clip001)).toMatchObject(clips.rows[0]?.runs[0] ?? {});
  });
});

describe('gradient penalty', () => {
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
  it('L_D + λ (‖∇f(x̂)‖ − 1)², x̂ = αx + (1 − α)x̃', () => {
    const bowl = (x: Node) => affine(sum(square(x), [1]), 0.5, 0); // ∇f(x) = x
    const loss = (x: Node, y: Node, a: Node) =>
      add(wassersteinCriticLoss(bowl(x), bowl(y)), affine(gradientPenalty(bowl, x, y, a), 10, 0));
    // x̂ = 0.75 (8, 0) + 0.25 (0, 4) = (6, 1)
    const expected = 8 - 32 + 10 * (Math.sqrt(37) - 1) ** 2;
    expect(evaluateScalar(loss, [[[8, 0]], [[0, 4]], [[0.75]]])).toBeCloseTo(expected, 8);
  });
  it('2 (‖g‖ − 1) (∂g/∂w)ᵀ g/‖g‖ for f(x) = ½ (x·w)²', () => {
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

describe('one point, a linear judge a(x) = ψx', () => {
  /** (θ̇, ψ̇) of gradient flow, from the losses that the chapter shows; `penalty` adds to the judge's. */
  function flow(theta: number, psi: number, penalty: (judge: (x: Node) => Node, data: Node) => Node) {
    const judge = (weight: Node) => (x: Node) => multiply(x, weight);
    const lossD = (weight: Node, sample: Node, data: Node) =>
      add(minimaxDiscriminatorLoss(judge(weight)(data), judge(weight)(sample)), penalty(judge(weight), data));
    const lossG = (weight: Node, sample: Node) => nonSaturatingGeneratorLoss(judge(weight)(sample));
    const [byPsi] = evaluateGradient(lossD, [psi, [[theta]], [[0]]]);
    const [, byTheta] = evaluateGradient(lossG, [psi, [[theta]]]);
    return [-(numbersOf(byTheta ?? [])[0] ?? NaN), -(numbersOf(byPsi ?? [])[0] ?? NaN)] as const;
  }
  const none = (_: unknown, data: Node) => affine(sum(data), 0, 0);
  const h = 1e-4;
  const jacobian = (penalty: Parameters<typeof flow>[2]) => {
    const [byTheta, byPsi] = [flow(h, 0, penalty), flow(0, h, penalty)];
    return [
      [byTheta[0] / h, byPsi[0] / h],
      [byTheta[1] / h, byPsi[1] / h],
    ] as const;
  };

  it('without a penalty: θ̇ = ψ/2, ψ̇ = −θ/2, so ±i/2', () => {
    const [[a, b], [c, d]] = jacobian(none);
    expect([a, b, c, d].map((x) => Number(x.toFixed(3)) + 0)).toEqual([0, 0.5, -0.5, 0]);
  });
  it('R1 adds −γψ, and the eigenvalues are −γ/2 ± √(γ²/4 − 1/4)', () => {
    for (const gamma of [0.5, 1, 4]) {
      const [[a, b], [c, d]] = jacobian((judge, data) => affine(r1Penalty(judge, data), gamma));
      expect([a, b, c].map((x) => Number(x.toFixed(3)) + 0)).toEqual([0, 0.5, -0.5]);
      expect(d).toBeCloseTo(-gamma, 6);
      const root = gamma ** 2 / 4 - 1 / 4;
      const mu = -gamma / 2 + (root > 0 ? Math.sqrt(root) : 0);
      expect(mu).toBeLessThan(0);
      // μ² + γμ + ¼ = 0 where the root is real
      if (root >= 0) expect(mu ** 2 + gamma * mu + 0.25).toBeCloseTo(0, 12);
    }
    const slow = -20 / 2 + Math.sqrt(100 - 0.25);
    expect(slow * 4 * 20).toBeCloseTo(-1, 2); // about −1/(4γ)
  });
  it('the penalty of WGAN-GP pushes ψ away from 0', () => {
    const pull = (psi: number) =>
      -(
        numbersOf(
          evaluateGradient(
            (w: Node, x: Node, y: Node, a: Node) => gradientPenalty((p) => multiply(p, w), x, y, a),
            [psi, [[0]], [[1]], [[0.5]]],
          )[0] ?? [],
        )[0] ?? NaN
      );
    expect(pull(0.1)).toBeCloseTo(2 * (1 - 0.1), 9);
    expect(pull(-0.1)).toBeCloseTo(-2 * (1 - 0.1), 9);
  });
});

describe('DRAGAN and R1', () => {
  const bowl = (x: Node) => affine(sum(square(x), [1]), 0.5, 0); // ∇f(x) = x
  it('DRAGAN takes the slope at x + δ and pulls it to 1; R1 takes it at x and halves its square', () => {
    expect(evaluateScalar((x: Node, d: Node) => draganPenalty(bowl, x, d), [[[2, 0]], [[1, 4]]])).toBeCloseTo(
      (5 - 1) ** 2,
      6,
    );
    expect(evaluateScalar((x: Node) => r1Penalty(bowl, x), [[[3, 4]]])).toBeCloseTo(25 / 2, 12);
  });
});

it('the chapter prints these numbers', () => {
  const chapter = readChapter();
  for (const printed of [
    '\\approx5793\\,c^3',
    '$0.0058$',
    '$5.8$',
    '=\\tfrac53$',
    '(3-1)^2=4',
    '\\pm\\tfrac i2',
  ])
    expect(chapter, printed).toContain(printed);
});
