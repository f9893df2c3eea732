/** The formulas that the chapter on losses prints, from the methods that it shows: what a judge's output means and measures. */
import { describe, expect, it } from 'vitest';
import type { Node } from '~/autodiff/graph';
import { mean, negate, square, affine } from '~/autodiff/ops';
import { energyGeneratorLoss } from '~/methods/gan-losses/ebgan';
import { hingeDiscriminatorLoss, hingeGeneratorLoss } from '~/methods/gan-losses/hinge';
import {
  leastSquaresDiscriminatorLoss,
  leastSquaresGeneratorLoss,
  type LeastSquaresLabels,
} from '~/methods/gan-losses/least-squares';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { optimalDiscriminator } from '~/methods/gan-losses/optimum';
import { wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { evaluateScalar } from '~/runtime/evaluate';
import {
  arrives,
  bestOutput,
  difference,
  js,
  kl,
  outputSlope,
  readChapter,
  sidesOf,
  total,
  tv,
} from './gan-losses-support.ts';

const data = [0.1, 0.2, 0.3, 0.4];
/** A generator with one parameter on four places: softmax of θ times a direction. */
const model = (theta: number) => {
  const weights = [0.3, -1, 0.5, 0.1].map((slope, i) => Math.exp(theta * slope + 0.2 * i));
  return weights.map((weight) => weight / total(weights));
};
const START = 0.4;
const at = (values: readonly number[], i: number) => values[i] ?? NaN;
const one = (loss: (s: Node) => Node, s: number) => evaluateScalar(loss, [[s]]);

/** The slope in θ of E_g ℓ(s*) with the outputs s* held at the optimum for START. */
function felt(loss: (s: Node) => Node, outputs: readonly number[]): number {
  const costs = outputs.map((s) => one(loss, s));
  return difference((theta) => total(model(theta).map((p, i) => p * at(costs, i))), START);
}

describe('(1) two factors', () => {
  it('the table of two heaps: slope of the loss times slope of the best judge', () => {
    const rows = [1, 2, 4].map((distance) => arrives(distance));
    const shown = rows.map(({ minimax, nonSaturating, leastSquares, wasserstein }) => [
      minimax,
      nonSaturating,
      leastSquares,
      wasserstein,
    ]);
    expect(shown.map((row) => row.map((x) => Number(x.toPrecision(3))))).toEqual([
      [0.477, 3.52, 0.74, 1],
      [0.00268, 8, 0.00536, 1],
      [2.03e-13, 16, 4.05e-13, 1],
    ]);
    // Narrow heaps: the push of the non-saturating loss tends to Δ/τ².
    expect(arrives(1, 0.05).nonSaturating).toBeCloseTo(1 / 0.05 ** 2, 6);
  });
  it('the column ℓ′ of the table of losses', () => {
    const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
    for (const s of [-5, -0.5, 0, 2]) {
      expect(outputSlope(minimaxGeneratorLoss, s)).toBeCloseTo(-sigmoid(s), 12);
      expect(outputSlope(nonSaturatingGeneratorLoss, s)).toBeCloseTo(sigmoid(s) - 1, 12);
      expect(
        outputSlope((x) => leastSquaresGeneratorLoss(x), s),
        'least squares',
      ).toBeCloseTo(2 * (s - 1), 12);
      expect(outputSlope(hingeGeneratorLoss, s)).toBe(-1);
      expect(outputSlope(wassersteinGeneratorLoss, s)).toBe(-1);
      expect(outputSlope(energyGeneratorLoss, s)).toBe(1);
    }
  });
});

describe('(2) what the generator follows', () => {
  const ratios = model(START).map((q, i) => q / at(data, i));
  const sameSlope = (found: number, divergence: (theta: number) => number) => {
    const slope = difference(divergence, START);
    expect(Math.abs(slope)).toBeGreaterThan(0.01);
    expect(found).toBeCloseTo(slope, 7);
  };
  it('minimax: 2 JS, by φ = r log r − (1 + r) log(1 + r)', () => {
    const logits = ratios.map((r) => -Math.log(r));
    sameSlope(felt(minimaxGeneratorLoss, logits), (t) => 2 * js(data, model(t)));
    const phi = (r: number) => r * Math.log(r) - (1 + r) * Math.log(1 + r);
    expect(total(data.map((p, i) => p * phi(at(ratios, i)))) - phi(1)).toBeCloseTo(
      2 * js(data, model(START)),
      12,
    );
    for (const r of [0.2, 1, 3])
      expect(difference(phi, r)).toBeCloseTo(one(minimaxGeneratorLoss, -Math.log(r)), 8);
  });
  it('non-saturating: 2 KL of the mixture to the data', () => {
    const logits = ratios.map((r) => -Math.log(r));
    sameSlope(
      felt(nonSaturatingGeneratorLoss, logits),
      (t) =>
        2 *
        kl(
          data.map((p, i) => (p + at(model(t), i)) / 2),
          data,
        ),
    );
    for (const r of [0.2, 1, 3])
      expect(one(nonSaturatingGeneratorLoss, -Math.log(r))).toBeCloseTo(Math.log(1 + r), 12);
  });
  it('hinge: 2 TV; EBGAN: m TV; and neither is flat', () => {
    const better = ratios.map((r) => (r < 1 ? 1 : -1));
    sameSlope(felt(hingeGeneratorLoss, better), (t) => 2 * tv(data, model(t)));
    const energies = ratios.map((r) => (r < 1 ? 0 : 3));
    sameSlope(felt(energyGeneratorLoss, energies), (t) => 3 * tv(data, model(t)));
  });
  it('the prices of leaving out a half and of missing everything', () => {
    const phis: ((r: number) => number)[] = [
      (r) => (r === 0 ? 0 : r * Math.log(r)) - (1 + r) * Math.log(1 + r),
      (r) => (1 + r) * Math.log(1 + r) - r,
      (r) => r - 2 * Math.log(1 + r) - 1 / (1 + r),
      (r) => Math.abs(r - 1),
    ];
    const half = phis.map((phi) => phi(2) / 2 + phi(0) / 2 - phi(1));
    const all = phis.map((phi) => phi(0) + phi(1e12) / 1e12 - phi(1));
    expect(half.map((x) => x.toFixed(3))).toEqual(['0.432', '0.262', '0.121', '1.000']);
    expect(all.map((x) => x.toFixed(3)).filter((_, i) => i !== 1)).toEqual(['1.386', '0.886', '2.000']);
    expect(at(all, 1)).toBeGreaterThan(20); // grows like log r
    const shares = half.map((x, i) => Math.round((100 * x) / at(all, i)));
    expect(shares.filter((_, i) => i !== 1)).toEqual([31, 14, 50]);
    expect(half[0]).toBeCloseTo(2 * js([0.5, 0.5], [1, 0]), 12);
  });
});

describe('(3) and (4) least squares', () => {
  const labels: Required<LeastSquaresLabels> = { fake: -1, real: 1, wanted: 0 };
  const best = (p: readonly number[], q: readonly number[], { fake, real }: Required<LeastSquaresLabels>) =>
    p.map((value, i) => (real * value + fake * at(q, i)) / (value + at(q, i)));
  /** Mean over p of (f − c)², by the shown function. */
  const cost = (p: readonly number[], f: readonly number[], options: LeastSquaresLabels) =>
    total(p.map((value, i) => value * one((s) => leastSquaresGeneratorLoss(s, options), at(f, i))));

  it('the best output is (B p_d + A p_g)/(p_d + p_g)', () => {
    const judge = sidesOf((x, y) => leastSquaresDiscriminatorLoss(x, y), { real: 1, fake: 0 });
    for (const [p, q] of [
      [0.7, 0.2],
      [0.1, 0.4],
    ] as const)
      expect(bestOutput(judge, p, q, [-1, 2])).toBeCloseTo(at(best([p], [q], { fake: 0, real: 1, wanted: 1 }), 0), 2); // prettier-ignore
  });
  it('with B − C = 1 and B − A = 2 the sum of both costs is the Pearson χ² of p_d + p_g and 2 p_g', () => {
    for (const t of [-2, 0, 1]) {
      const f = best(data, model(t), labels);
      const pearson = total(data.map((p, i) => (p - at(model(t), i)) ** 2 / (p + at(model(t), i))));
      expect(cost(data, f, labels) + cost(model(t), f, labels)).toBeCloseTo(pearson, 12);
    }
  });
  it('the usual labels: φ′ = (r/(1 + r))², its primitive, and the slope that the generator feels', () => {
    const phi = (r: number) => r - 2 * Math.log(1 + r) - 1 / (1 + r);
    for (const r of [0, 0.3, 1, 4]) expect(difference(phi, r + 1e-4)).toBeCloseTo(((r + 1e-4) / (1 + r + 1e-4)) ** 2, 6); // prettier-ignore
    const f = best(data, model(START), { fake: 0, real: 1, wanted: 1 });
    f.forEach((value, i) => expect(value).toBeCloseTo(at(optimalDiscriminator(data, model(START)), i), 12));
    const follows = (t: number) => total(data.map((p, i) => p * phi(at(model(t), i) / p)));
    expect(felt((s) => leastSquaresGeneratorLoss(s), f)).toBeCloseTo(difference(follows, START), 7);
  });
  it('the labels of the theorem send mass away from the uncovered half: slope +8/9; the usual ones: −4/9', () => {
    const [p, q] = [[0.5, 0.5], [1, 0]] as const; // prettier-ignore
    const slope = (options: Required<LeastSquaresLabels>) => {
      const f = best(p, q, options);
      return cost([0, 1], f, options) - cost([1, 0], f, options);
    };
    expect(slope(labels)).toBeCloseTo(8 / 9, 12);
    expect(slope({ fake: 0, real: 1, wanted: 1 })).toBeCloseTo(-4 / 9, 12);
    const pearson = (t: number) => (0.5 - (1 - t)) ** 2 / (1.5 - t) + (0.5 - t) ** 2 / (0.5 + t);
    expect(pearson(0.01)).toBeLessThan(pearson(0));
  });
  it('the misprint: at 0.2 it pushes the output down, the right loss up', () => {
    const misprint = (s: Node) => negate(mean(square(affine(s, 1, -1))));
    expect(outputSlope(misprint, 0.2)).toBeGreaterThan(0);
    expect(outputSlope((s) => leastSquaresGeneratorLoss(s), 0.2)).toBeLessThan(0);
  });
});

describe('(5) and (6) hinge', () => {
  const hinge = sidesOf(hingeDiscriminatorLoss, { real: 1, fake: -1 });
  it('the best score is +1 where data are more frequent, else −1, and costs 2 min(p, q)', () => {
    for (const [p, q] of [
      [0.7, 0.2],
      [0.1, 0.4],
    ] as const) {
      const s = bestOutput(hinge, p, q, [-3, 3]);
      expect(s).toBeCloseTo(p > q ? 1 : -1, 2);
      const value = p * hinge.real(Math.sign(s)) + q * hinge.fake(Math.sign(s));
      expect(value).toBeCloseTo(2 * Math.min(p, q), 12);
    }
    const [p, q] = [data, model(3)]; // prettier-ignore
    const difference = total(p.map((value, i) => (value - at(q, i)) * Math.sign(value - at(q, i))));
    expect(difference).toBeCloseTo(2 * tv(p, q), 12);
    expect(total(p.map((value, i) => 2 * Math.min(value, at(q, i))))).toBeCloseTo(2 - 2 * tv(p, q), 12);
  });
});

describe('designing a loss', () => {
  it('e^{−s} and r e^{s}: the minimum is at −½ log r, φ′ = √r, φ = ⅔ r^{3/2}', () => {
    for (const r of [0.2, 1, 5]) {
      const value = (s: number) => Math.exp(-s) + r * Math.exp(s);
      expect(difference(value, -Math.log(r) / 2)).toBeCloseTo(0, 6);
      expect(Math.exp(Math.log(r) / 2)).toBeCloseTo(Math.sqrt(r), 12);
      expect(difference((x) => (2 / 3) * x ** 1.5, r)).toBeCloseTo(Math.sqrt(r), 8);
    }
  });
  it('(17): for φ = ½|r − 1| the supremum is the total variation, at T = ±½', () => {
    const q = model(1);
    const value = (outputs: readonly number[]) =>
      total(q.map((p, i) => p * at(outputs, i))) - total(data.map((p, i) => p * at(outputs, i)));
    const best = data.map((p, i) => Math.sign(at(q, i) - p) / 2);
    expect(value(best)).toBeCloseTo(tv(data, q), 12);
    for (const other of [[0.5, 0.5, 0.5, 0.5], [0.5, -0.5, 0.1, 0.2]]) expect(value(other)).toBeLessThanOrEqual(tv(data, q)); // prettier-ignore
  });
});

it('the chapter prints these numbers', () => {
  const chapter = readChapter();
  for (const printed of [
    '| 1 | 0.477 | 3.52 | 0.740 | 0 | 1 |',
    '| 2 | 0.0027 | 8.00 | 0.0054 | 0 | 1 |',
    '| 4 | ${2\\cdot10^{-13}}$ | 16.0 | ${4\\cdot10^{-13}}$ | 0 | 1 |',
    '| 0.432 | 0.262 | 0.121 | half |',
    '| 1.386 | ∞ | 0.886 | all |',
    '| 31% | 0% | 14% | 50% |',
    '$+\\tfrac89$',
    '$-\\tfrac49$',
  ])
    // prettier-ignore
    expect(chapter, printed).toContain(printed);
});
