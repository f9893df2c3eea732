/** The formulas and numbers that the chapter on variational autoencoders prints, from the methods that it shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHoles, planes, spreadOf } from '~/components/figures/vae/code-planes';
import { boundsOf, climb, drawNoise } from '~/components/widgets/elbo-gap/bounds';
import { presets as gapPresets } from '~/components/widgets/elbo-gap/elbo-gap.params';
import { exactly } from '~/components/widgets/reparameterization/exact';
import { presets as gradientPresets } from '~/components/widgets/reparameterization/reparameterization.params';
import { elboTerms } from '~/methods/linear-gaussian/elbo-gap';
import { posterior } from '~/methods/linear-gaussian/model';
import { logSamplesNeeded, modelOfDimension } from '~/methods/marginal-likelihood/estimates';
import { createRng } from '~/methods/rng/create-rng';
import { quadraticVariances } from '~/methods/score-function/quadratic';
import { betaVaeLoss, elbo, freeBits, importanceWeightedBound } from '~/methods/vae/bounds';
import { standardNormalKl } from '~/methods/vae/kl';
import { gaussianLogLikelihoodValue, logMeanExp, standardNormalKlValue } from '~/methods/vae/values';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';

const chapter = readFileSync(new URL('../../src/content/docs/vae.mdx', import.meta.url), 'utf8');
/** The chapter prints it. */
const expectPrinted = (text: string) => expect(chapter.includes(text), `the chapter prints "${text}"`).toBe(true); // prettier-ignore
const ones = (n: number) => Array.from({ length: n }, () => 1);

describe('the integral that cannot be sampled', () => {
  it('1,066 samples in one dimension, 3.4e10 in eight, 1.2e19 in sixteen', () => {
    const need = (k: number) => Math.exp(logSamplesNeeded(modelOfDimension(k, 0.01), ones(k), 0.1));
    expect(need(1)).toBeCloseTo(1066, 0);
    expect(need(8) / 3.4e10).toBeCloseTo(1, 1);
    expect(need(16) / 1.2e19).toBeCloseTo(1, 1);
    ['$1{,}066$', String.raw`$3.4\cdot10^{10}$`, String.raw`$1.2\cdot10^{19}$`].forEach(expectPrinted);
  });
});

describe('the bound and its gap', () => {
  it('both ways to write the ELBO agree with the program, and the identity holds', () => {
    const { logLikelihood, kl, elbo: bound, gap, logEvidence } = boundsOf(gapPresets.off);
    expect(evaluateScalar(elbo, [[[logLikelihood]], [[kl]]])).toBeCloseTo(bound, 12);
    expect(bound + gap).toBeCloseTo(logEvidence, 10);
  });

  it('the numbers of the figure: −9.67, −1.93, 7.74; 1.13 nats at the posterior; 4.80 at the prior', () => {
    const [off, closed, prior] = [gapPresets.off, gapPresets.closed, gapPresets.prior].map(boundsOf);
    expect(off?.elbo.toFixed(2)).toBe('-9.67');
    expect(off?.logEvidence.toFixed(2)).toBe('-1.93');
    expect(off?.gap.toFixed(2)).toBe('7.74');
    expect(closed?.kl.toFixed(2)).toBe('1.13');
    expect(prior?.gap.toFixed(2)).toBe('4.80');
    ['$=-9.67$', '$7.74$ nats', '$1.13$ nats', '$4.80$ too low'].forEach(expectPrinted);
  });

  it('a diagonal code leaves 0.51 nats at s = 0.5, 1.29 at 0.2; with K = 128 about 0.10 of the 0.51 are left', () => {
    const least = (noise: number) => boundsOf({ ...gapPresets.diagonal, noise });
    expect(least(0.5).leastGap.toFixed(2)).toBe('0.51');
    expect(least(0.2).leastGap.toFixed(2)).toBe('1.29');
    for (const noise of [0.2, 0.5])
      expect(least(noise).leastGap).toBeCloseTo(-Math.log(1 - least(noise).correlation ** 2) / 2, 10);
    const { bound } = climb(gapPresets.diagonal, drawNoise(gapPresets.diagonal));
    expect((least(0.5).logEvidence - (bound.at(-1) ?? NaN)).toFixed(2)).toBe('0.10');
    ['$0.51$ nats at $s=0.5$', '$1.29$ at $s=0.2$', 'at about $0.10$ with $K=128$'].forEach(expectPrinted);
  });
});

describe('the divergence', () => {
  it('0.5 nats at μ = 1, 1.81 at σ = 0.1; the gradients are μ and σ − 1/σ', () => {
    expect(standardNormalKlValue([1], [0])).toBe(0.5);
    expect(standardNormalKlValue([0], [2 * Math.log(0.1)]).toFixed(2)).toBe('1.81');
    const [mu, sigma] = [0.7, 0.4];
    const [byMean, byLog] = evaluateGradient((m, v) => standardNormalKl(m, v), [[[mu]], [[2 * Math.log(sigma)]]]).map((g) => numbersOf(g)[0] ?? NaN); // prettier-ignore
    expect(byMean).toBeCloseTo(mu, 12);
    // d/dσ = d/d(log σ²) · 2/σ
    expect(((byLog ?? NaN) * 2) / sigma).toBeCloseTo(sigma - 1 / sigma, 12);
  });
});

describe('two gradients', () => {
  it('z²: 4, 30 and 14 with the best baseline 4; 4,556 and 200 in 32 dimensions', () => {
    expect(quadraticVariances([1], 1)).toMatchObject({ pathwise: 4, scoreFunction: 30, withBestBaseline: 14, bestBaseline: 4 }); // prettier-ignore
    expect(quadraticVariances(ones(32), 1)).toMatchObject({ pathwise: 4, scoreFunction: 4556, withBestBaseline: 200 }); // prettier-ignore
    ['$7.5$ times', '$4{,}556$ at $D=32$', 'fifty times'].forEach(expectPrinted);
  });

  it('the wave: 12.5 against 2.0; the step: 0 instead of 0.24', () => {
    const wave = exactly(gradientPresets.wave);
    expect(wave.pathwise.toFixed(1)).toBe('12.5');
    expect(wave.scoreFunction.toFixed(1)).toBe('2.0');
    const step = exactly(gradientPresets.step);
    expect([step.pathwiseMean, step.gradient.toFixed(2)]).toEqual([0, '0.24']);
    ['is $12.5$', "function's $2.0$", 'is $0.24$'].forEach(expectPrinted);
  });
});

describe('weights', () => {
  it('squared error + 2s² KL is 2s² times the Gaussian loss, up to a constant', () => {
    const [s, x, kl] = [0.3, [0.2, 0.9, 0.4], 1.7];
    const of = (mean: number[]) => {
      const squares = x.reduce((sum, value, i) => sum + (value - (mean[i] ?? NaN)) ** 2, 0);
      const loss = kl - gaussianLogLikelihoodValue(x, mean, x.map(() => 2 * Math.log(s))); // prettier-ignore
      return 2 * s * s * loss - (squares + 2 * s * s * kl);
    };
    expect(of([0, 0, 0])).toBeCloseTo(of([1, -2, 0.3]), 10);
  });

  it('−L_β is below the ELBO for β ≥ 1; with β = 0 it can exceed log p(x)', () => {
    const { logLikelihood, kl, elbo: bound } = boundsOf(gapPresets.off);
    const minus = (beta: number) => -evaluateScalar((l, k) => betaVaeLoss(l, k, beta), [[[logLikelihood]], [[kl]]]); // prettier-ignore
    expect(minus(1)).toBeCloseTo(bound, 12);
    expect(minus(4)).toBeLessThan(bound);
    const sharp = boundsOf({ ...gapPresets.off, m1: 1.5, w1: 0.1 });
    expect(sharp.logLikelihood).toBeGreaterThan(sharp.logEvidence);
  });

  it('the threshold: the best weight of the linear model is w² = max(λ − βs², 0)', () => {
    const [lambda, noiseVariance] = [0.9, 0.2];
    // Loss averaged over data of variance λ, for the best code: in the model with noise βs² it is minus log-likelihood.
    for (const beta of [1, 2, 4, 5]) {
      const loss = (w: number) => {
        const model = { weights: [[w]], offset: [0], noiseVariance: beta * noiseVariance };
        // Quadratic in x, so ±√λ stand for all data of that variance.
        return -elboTerms(model, [Math.sqrt(lambda)], posterior(model, [Math.sqrt(lambda)])).elbo;
      };
      let best = 0;
      for (let w = 0; w <= 1.2; w += 0.001) if (loss(w) < loss(best) - 1e-12) best = w;
      expect(best ** 2).toBeCloseTo(Math.max(lambda - beta * noiseVariance, 0), 2);
    }
  });

  it('dividing L_β by β turns s² into βs²: the losses differ by a constant', () => {
    const [beta, noiseVariance] = [3, 0.2];
    const difference = (w: number, m: number, v: number) => {
      const q = { mean: [m], covariance: [[v]] };
      const of = (variance: number) => elboTerms({ weights: [[w]], offset: [0], noiseVariance: variance }, [0.8], q); // prettier-ignore
      const [one, other] = [of(noiseVariance), of(beta * noiseVariance)];
      return (-one.logLikelihood + beta * one.kl) / beta - (-other.logLikelihood + other.kl);
    };
    expect(difference(0.5, 0.1, 0.7)).toBeCloseTo(difference(-1.2, 0.9, 0.2), 10);
  });

  it('free bits: the mean over the batch comes before the maximum', () => {
    const term = (rows: number[][]) => evaluateScalar((k) => freeBits(k, 0.5), [rows]);
    expect(term([[0.1, 0.9], [0.3, 0.9]])).toBeCloseTo(0.5 + 0.9, 12); // prettier-ignore
    expect(term([[0, 2], [1, 0]])).toBeCloseTo(0.5 + 1, 12); // prettier-ignore
  });
});

describe('more samples', () => {
  it('leaving one of K + 1 weights out in turn: L_K never falls', () => {
    const rng = createRng(3);
    for (let i = 0; i < 200; i++) {
      const logs = Array.from({ length: 5 }, () => 3 * rng.normal());
      const parts = logs.map((_, out) => logMeanExp(logs.filter((__, j) => j !== out)));
      expect(logMeanExp(logs)).toBeGreaterThanOrEqual(parts.reduce((a, b) => a + b) / parts.length);
      expect(evaluateScalar(importanceWeightedBound, [[logs]])).toBeCloseTo(logMeanExp(logs), 10);
    }
  });

  it('what the chapter says of its code planes in words', () => {
    expect(findHoles(planes.autoencoder, 'fitted').median).toBeGreaterThan(
      2 * findHoles(planes.variational, 'prior').median,
    );
    for (const variance of spreadOf(planes.variational)) expect(variance).toBeGreaterThan(1);
  });
});
