import { expect, test } from 'vitest';
import { hingeGeneratorLoss } from '~/methods/gan-losses/hinge';
import { evaluateScalar } from '~/runtime/evaluate';
import { curveOf, losses, readAt, type LossName } from './curves';
import { describe as say } from './describe';
import { presets } from './generator-loss.params';
import { generatorLossText } from './generator-loss.text';

const sigma = (a: number) => 1 / (1 + Math.exp(-a));

test.each([-8, -5, -4, -0.3, 0, 1.7, 8])(
  'at a = %f loss and slope are those of the chapter’s formulas',
  (a) => {
    const mm = readAt('minimax', a);
    const ns = readAt('nonSaturating', a);
    expect(mm.loss).toBeCloseTo(Math.log(1 - sigma(a)), 10);
    expect(mm.slope).toBeCloseTo(-sigma(a), 13);
    expect(ns.loss).toBeCloseTo(-Math.log(sigma(a)), 10);
    expect(ns.slope).toBeCloseTo(sigma(a) - 1, 13);
    expect(ns.slope / mm.slope / Math.exp(-a)).toBeCloseTo(1, 10);
  },
);

test('the slope is that of the drawn curve', () => {
  for (const name of Object.keys(losses) as LossName[]) {
    const { a, loss, slope } = curveOf(name, 321);
    for (let i = 1; i + 1 < a.length; i++) {
      const difference =
        ((loss[i + 1] ?? NaN) - (loss[i - 1] ?? NaN)) / ((a[i + 1] ?? NaN) - (a[i - 1] ?? NaN));
      expect(Math.abs((slope[i] ?? NaN) - difference)).toBeLessThan(1e-4);
    }
  }
});

test('a point of a curve is what is read there', () => {
  const { a, loss, slope } = curveOf('nonSaturating', 5);
  expect(a).toEqual([-8, -4, 0, 4, 8]);
  expect(loss[1]).toBe(readAt('nonSaturating', -4).loss);
  expect(slope[1]).toBeCloseTo(readAt('nonSaturating', -4).slope, 14);
});

test('the default shows its claim: where the judge rejects, the non-saturating loss is e⁴ times as steep', () => {
  const here = {
    minimax: readAt('minimax', -4),
    nonSaturating: readAt('nonSaturating', -4),
    leastSquares: readAt('leastSquares', -4),
    linear: readAt('linear', -4),
  };
  expect(presets.rejected.a).toBe(-4);
  const text = say(-4, here, ['minimax', 'nonSaturating'], generatorLossText.en, 'en');
  expect(text).toContain('D = 0.018');
  expect(text).toContain('−0.018, of the non-saturating one −0.982');
  expect(text).toContain('54.6 times');
});

test('least squares pulls harder the farther away, rests at 1 and pushes back beyond', () => {
  for (const a of [-8, -1, 0.5, 1, 3]) {
    expect(readAt('leastSquares', a).loss).toBeCloseTo((a - 1) ** 2, 12);
    expect(readAt('leastSquares', a).slope).toBeCloseTo(2 * (a - 1), 12);
  }
});

test('one curve stands for Wasserstein and hinge because their generator losses are one function', () => {
  for (const a of [-8, -0.4, 0, 2.5]) {
    expect(readAt('linear', a).loss).toBeCloseTo(-a, 14);
    expect(readAt('linear', a).slope).toBe(-1);
    expect(evaluateScalar(hingeGeneratorLoss, [[a]])).toBe(readAt('linear', a).loss);
  }
});
