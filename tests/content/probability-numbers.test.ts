/** The numbers and formulas of the questions on probability, from the methods that the chapter shows, and its experiments carried out. */
import { describe, expect, it } from 'vitest';
import { decide } from '~/components/widgets/bayes-room/decide';
import { presets as rooms } from '~/components/widgets/bayes-room/bayes-room.params';
import { explore, fit } from '~/components/widgets/kl-explorer/explore';
import { presets as heaps } from '~/components/widgets/kl-explorer/kl-explorer.params';
import { errorsOf, PRIOR, proposalOf } from '~/components/widgets/marginal-likelihood/estimate';
import {
  presets as models,
  type Params,
} from '~/components/widgets/marginal-likelihood/marginal-likelihood.params';
import { flipPrior } from '~/methods/bayes/decision';
import { posteriorOf } from '~/methods/bayes/posterior';
import { fitByLikelihood, fitReverse } from '~/methods/density-fit/fit';
import { klDivergence } from '~/methods/divergences/discrete';
import { evidence, posterior } from '~/methods/linear-gaussian/model';
import { gaussianLogLikelihoodValue } from '~/methods/vae/values';
import { answersOf } from './answers-support';

const { expectNumbers, expectFormula } = answersOf('probability');

describe('numbers', () => {
  it('the variance of largest likelihood', () => {
    const { deviation } = fitByLikelihood([0, 2, 4, 6]);
    expectNumbers('mle-normal', deviation ** 2, [20 / 3, deviation, 20]);
  });
  it('the coins', () => {
    const [p, q] = [[0.5, 0.5], [0.9, 0.1]]; // prettier-ignore
    const kl = klDivergence(p, q);
    expectNumbers('kl-coins', kl, [klDivergence(q, p), kl / Math.LN2, kl + Math.LN2]);
  });
  it('what is left of the likelihood', () => {
    expectNumbers('identity', 1.93 - 1.4, [1.93, 1.93 + 1.4, 1.4 - 1.93]);
  });
  it('a heap of a quarter', () => {
    const parts = [{ weight: 0.25, mean: 0, deviation: 1 }, { weight: 0.75, mean: 30, deviation: 1 }]; // prettier-ignore
    const { kl } = fitReverse(parts, { mean: 0.2, deviation: 1 });
    expectNumbers('reverse-kl', kl, [Math.log(4 / 3), 0.25, Math.log(4) / 4]);
  });
  it('the test of devices', () => {
    const after = posteriorOf([0.98, 0.02], [0.1, 0.95])[1] ?? NaN;
    expectNumbers('room-posterior', after, [0.95, 0.95 / 1.05, 0.019]);
  });
  it('one code, one coordinate', () => {
    const model = { weights: [[3]], offset: [0], noiseVariance: 1 };
    expectNumbers('ppca', evidence(model).covariance[0]?.[0] ?? NaN, [4, 1, posterior(model, [0]).covariance[0]?.[0] ?? NaN]); // prettier-ignore
  });
  it('samples in four dimensions', () => {
    const rho = 300 * 0.01 + 1;
    expectNumbers('samples', (rho ** 4 - 1) / 0.01 / 1000, [1.2, 300 ** 4 / 1000, (300 * 4 ** 2) / 1000]);
  });
});

describe('formulas', () => {
  it('KL of two outcomes', () => {
    expectFormula('kl-formula', (p, q) => klDivergence([p, 1 - p], [q, 1 - q]));
  });
  it('the slope in the variance', () => {
    const minus = (e: number, v: number) => -gaussianLogLikelihoodValue([Math.sqrt(e)], [0], [Math.log(v)]);
    const h = 3e-4;
    const apart = (e: number, v: number, step: number) => minus(e, v + step) - minus(e, v - step);
    // Central differences of fourth order.
    expectFormula('sigma', (e, v) => (8 * apart(e, v, h) - apart(e, v, 2 * h)) / (12 * h));
  });
  it('the ratio at the flip', () => {
    // With this ratio the prior at which the decision flips is the prior itself.
    const losses = (c: number) => [[0, 1], [c, 0]]; // prettier-ignore
    const ratioAt = (w: number, c: number) => decide({ ...rooms.room, prior: w, price: c }).flipRatio;
    expect(flipPrior([1, ratioAt(0.3, 2)], losses(2))).toBeCloseTo(0.3, 12);
    expectFormula('room-flip', ratioAt);
  });
});

describe('the experiments can be done', () => {
  it('three fits of one density', () => {
    const cover = explore(fit(heaps.other, 'forward'));
    expect(cover.forward - cover.leastForward).toBeLessThan(0.001);
    expect(cover.wasted).toBeGreaterThan(0.1);
    for (const start of [3, -3]) {
      const params = fit({ ...heaps.cover, qAt: start, qWidth: 0.5 }, 'reverse');
      const { reverseSlope, missed } = explore(params);
      expect(Math.sign(params.qAt)).toBe(Math.sign(start));
      expect(reverseSlope).toBeLessThan(0.01);
      expect(missed).toBeGreaterThan(0.3);
    }
  });
  it('the guess turned by one answer and by two', () => {
    expect(decide(rooms.room).guess).toBe('not');
    expect(decide(rooms.convinced).guess).toBe('understands');
    expect(decide(rooms.again).guess).toBe('understands');
  });
  it('a proposal that saves, one that fails', () => {
    const bias = (params: Params, q = proposalOf(params)) => errorsOf(params, q).mean.at(-1) ?? NaN;
    expect(bias(models.many, PRIOR)).toBeLessThan(-10);
    expect(Math.abs(bias(models.many))).toBeLessThan(0.1);
    expect(bias(models.narrow)).toBeLessThan(-0.2);
  });
});
