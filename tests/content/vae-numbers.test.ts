/** The numbers of the questions on variational autoencoders, from the methods that the chapter shows. */
import { describe, expect, it } from 'vitest';
import { boundsOf } from '~/components/widgets/elbo-gap/bounds';
import { presets as gapPresets } from '~/components/widgets/elbo-gap/elbo-gap.params';
import { exactly } from '~/components/widgets/reparameterization/exact';
import { presets as gradientPresets } from '~/components/widgets/reparameterization/reparameterization.params';
import { isBlind } from '~/components/widgets/reparameterization/describe';
import { pathwiseGradient, scoreFunctionGradient } from '~/methods/score-function/estimators';
import { freeBits } from '~/methods/vae/bounds';
import { standardNormalKlValue } from '~/methods/vae/values';
import { evaluateScalar } from '~/runtime/evaluate';
import { answersOf } from './answers-support.ts';

const { expectNumbers, expectFormula } = answersOf('vae');

describe('numbers of the questions', () => {
  it('the divergence of N(2, ¼)', () => {
    const v = 2 * Math.log(0.5);
    const kl = standardNormalKlValue([2], [v]);
    expectNumbers('kl-value', kl, [
      2 * kl,
      (4 + 0.25 - v / 2 - 1) / 2,
      (4 + 0.5 - v - 1) / 2,
      (4 + 0.25 + v - 1) / 2,
    ]);
  });

  it('the divergence as a formula', () => {
    expectFormula('kl-formula', (m, v) => standardNormalKlValue([m ?? NaN], [v ?? NaN]));
  });

  it('one sample of two gradients', () => {
    const at = { mean: 1, deviation: 0.5 };
    const path = pathwiseGradient((z) => 2 * z, at, 2);
    const score = scoreFunctionGradient((z) => z * z, at, 2);
    expectNumbers('gradient-sample', path.byDeviation, [path.byMean, score.byDeviation, 2 * 0.5, 2]);
  });

  it('the noise that a weight assumes, the threshold of collapse, the ration', () => {
    expectNumbers('mse-weight', Math.sqrt(0.02 / 2), [Math.sqrt(0.02), 0.02 / 2, 0.02]);
    expectNumbers('threshold', 0.9 / 0.2, [(0.9 - 0.2) / 0.2, 0.9 - 0.2, Math.sqrt(0.9 / 0.2), 0.2 / 0.9]);
    const kl = [0.1, 0.4, 2];
    const charged = evaluateScalar((k) => freeBits(k, 0.5), [[kl]]);
    expectNumbers('free-bits', charged, [2.5, charged - 1.5, 2]);
  });
});

describe('the experiments can be done', () => {
  it('pathwise worse, then wrong', () => {
    const wave = exactly(gradientPresets.wave);
    expect(wave.scoreFunction / wave.pathwise).toBeLessThan(0.5);
    expect(isBlind(wave)).toBe(false);
    expect(isBlind(exactly(gradientPresets.step))).toBe(true);
  });

  it('the gap closed, then more than a nat left; at the start neither holds', () => {
    expect(boundsOf(gapPresets.closed).gap).toBeLessThan(0.01);
    expect(boundsOf({ ...gapPresets.diagonal, noise: 0.2 }).leastGap).toBeGreaterThan(1);
    expect(boundsOf(gapPresets.off).gap).toBeGreaterThan(0.01);
    expect(boundsOf(gapPresets.diagonal).leastGap).toBeLessThan(1);
  });
});
