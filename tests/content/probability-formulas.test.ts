/** The formulas and numbers that the chapter on probability prints, from the methods that it shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flipPosterior } from '~/methods/bayes/decision';
import { posteriorOf } from '~/methods/bayes/posterior';
import { integrate, klOfMixtures } from '~/methods/density-fit/divergence';
import { fitByLikelihood, fitForward, fitReverse } from '~/methods/density-fit/fit';
import { logNormal, momentsOfMixture } from '~/methods/density-fit/mixture';
import { klDivergence } from '~/methods/divergences/discrete';
import { evidence, logEvidence, posterior } from '~/methods/linear-gaussian/model';
import { logSamplesNeeded, modelOfDimension } from '~/methods/marginal-likelihood/estimates';
import {
  bernoulliLogLikelihoodValue,
  gaussianLogLikelihoodValue,
  standardNormalKlValue,
} from '~/methods/vae/values';
import { decide } from '~/components/widgets/bayes-room/decide';
import { presets as rooms } from '~/components/widgets/bayes-room/bayes-room.params';
import {
  drawSample,
  explore,
  normalOf,
  partsOf,
  readLikelihood,
} from '~/components/widgets/kl-explorer/explore';
import { presets as heaps, type Params } from '~/components/widgets/kl-explorer/kl-explorer.params';
import {
  elboGap,
  errorsOf,
  PRIOR,
  proposalOf,
  samplesNeeded,
} from '~/components/widgets/marginal-likelihood/estimate';
import { presets as models } from '~/components/widgets/marginal-likelihood/marginal-likelihood.params';

const chapter = readFileSync('src/content/docs/probability.mdx', 'utf8');
/** The number is what was computed, to its last digit, and the chapter prints it in this phrase. */
function expectPrinted(phrase: string, ...values: readonly number[]): void {
  expect(chapter).toContain(phrase);
  const printed = [...phrase.replaceAll('−', '-').matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => text);
  values.forEach((value) => {
    const close = printed.some((text) => {
      const digits = text.split('.')[1]?.length ?? 0;
      return Math.abs(Number(text) - value) <= 0.5001 * 10 ** -digits;
    });
    expect(close, `${phrase}: computed ${value}`).toBe(true);
  });
}
const last = (values: readonly number[]) => values.at(-1) ?? NaN;

describe('likelihood', () => {
  it('of a normal is largest at the mean and the variance divided by n', () => {
    expect(fitByLikelihood([1, 3])).toEqual({ mean: 2, deviation: 1 });
    const mean = (mu: number, sigma: number) =>
      (logNormal(1, { mean: mu, deviation: sigma }) + logNormal(3, { mean: mu, deviation: sigma })) / 2;
    for (const [mu, sigma] of [[2.01, 1], [1.99, 1], [2, 1.01], [2, 0.99]] as const) expect(mean(mu, sigma)).toBeLessThan(mean(2, 1)); // prettier-ignore
  });
  it('is no density over the parameter', () => {
    expect(1 / integrate((t) => t ** 7 * (1 - t) ** 3, { from: 0, to: 1 })).toBeCloseTo(1320, 2);
  });
});

describe('KL', () => {
  it('of the coins, and of normals in closed form', () => {
    expectPrinted(
      '\\mathrm{KL}(\\text{fair}\\,\\|\\,\\text{loaded})=0.511',
      klDivergence([0.5, 0.5], [0.1, 0.9]),
    );
    expectPrinted(
      '\\mathrm{KL}(\\text{loaded}\\,\\|\\,\\text{fair})=0.368',
      klDivergence([0.1, 0.9], [0.5, 0.5]),
    );
    const [p, q] = [{ mean: 0.3, deviation: 0.7 }, { mean: -1, deviation: 1.9 }]; // prettier-ignore
    const closed = Math.log(q.deviation / p.deviation) + (p.deviation ** 2 + (p.mean - q.mean) ** 2) / (2 * q.deviation ** 2) - 0.5; // prettier-ignore
    expect(klOfMixtures([{ weight: 1, ...p }], [{ weight: 1, ...q }])).toBeCloseTo(closed, 9);
    expect(standardNormalKlValue([1.5], [Math.log(0.49)])).toBeCloseTo(
      (1.5 ** 2 + 0.49 - Math.log(0.49) - 1) / 2,
      12,
    );
    expect(standardNormalKlValue([1.5], [0])).toBeCloseTo(1.5 ** 2 / 2, 12);
  });
  it('and the mean log-likelihood: −H − KL, with the samples that the chapter quotes', () => {
    const now = explore(heaps.cover);
    expectPrinted('$H(p)=1.580$ and $\\mathrm{KL}(p\\,\\|\\,q)=0.557$', now.entropy, now.forward);
    expectPrinted('$-2.136$', -now.entropy - now.forward);
    const read = (n: Params['n'], seed: number) => readLikelihood(drawSample({ ...heaps.cover, n, seed }), normalOf(heaps.cover)); // prettier-ignore
    expectPrinted('$-2.157$ with a standard error of $0.025$', read('200', 1).mean, read('200', 1).error);
    expectPrinted('$-2.143\\pm0.008$', read('2000', 1).mean, read('2000', 1).error);
    expectPrinted('$-2.131$ and $-2.129$', read('2000', 2).mean, read('2000', 3).mean);
    expectPrinted(
      'mean $-0.63$ with seed 1 and $0.29$ with seed 2',
      read('20', 1).best.mean,
      read('20', 2).best.mean,
    );
  });
});

describe('both fits', () => {
  const parts = partsOf(heaps.cover);
  it('the moments of two heaps', () => {
    const { mean, deviation } = momentsOfMixture(parts);
    expect(mean).toBeCloseTo((1 - 2 * 0.6) * 2, 12);
    expect(deviation ** 2).toBeCloseTo(0.6 ** 2 + 4 * 0.6 * 0.4 * 2 ** 2, 12);
    expectPrinted('$\\mu=-0.4$, $\\sigma=2.05$', fitForward(parts).mean, fitForward(parts).deviation);
    expectPrinted('but 28% of what', 100 * explore(heaps.cover).wasted);
  });
  it('the table of reverse minima', () => {
    const from = (mean: number, deviation: number) => fitReverse(parts, { mean, deviation });
    const [left, right, bridge] = [from(-2.5, 1), from(2.5, 1), from(-0.4, 2.049)];
    const rows = [
      ['$\\mu=-2.00$, $\\sigma=0.60$ (model B) | 0.510 | 8.09 | 40%', left, heaps.seek],
      ['$\\mu=2.00$, $\\sigma=0.61$ | 0.915 | 12.4 | 60%', right, heaps.other],
      ['$\\mu=-0.31$, $\\sigma=1.76$ | 1.144 | 0.583 | 0%', bridge, heaps.bridge],
    ] as const;
    for (const [phrase, fit, preset] of rows) {
      const { forward, missed } = explore(preset);
      expectPrinted(phrase, fit.mean, fit.deviation, fit.kl, forward, 100 * missed);
    }
    expectPrinted('$0.511$ for $w=0.6$ and $0.916$ for $0.4$', Math.log(1 / 0.6), Math.log(1 / 0.4));
    const cover = explore(heaps.cover);
    expectPrinted('=0.557$ against $8.09$', cover.forward, explore(heaps.seek).forward);
    expectPrinted('=0.510$ against $1.278$', explore(heaps.seek).reverse, cover.reverse);
  });
});

describe('losses as likelihoods', () => {
  it('squared error and cross-entropy are the methods’', () => {
    const logVariance = Math.log(0.25);
    expect(gaussianLogLikelihoodValue([1.3], [0.4], [logVariance])).toBeCloseTo(-(0.9 ** 2 / 0.5 + Math.log(0.5) + Math.log(2 * Math.PI) / 2), 10); // prettier-ignore
    expect(-bernoulliLogLikelihoodValue([0.5], [0])).toBeCloseTo(0.693, 3);
    for (const logit of [-0.1, 0.1])
      expect(-bernoulliLogLikelihoodValue([0.5], [logit])).toBeGreaterThan(Math.LN2);
    expect(integrate((x) => 0.5 ** x * 0.5 ** (1 - x), { from: 0, to: 1 })).toBeCloseTo(0.5, 12);
  });
});

describe('the room', () => {
  it('flips at c(1 − π)/π', () => {
    expect(decide(rooms.room).flipRatio).toBeCloseTo(4, 12);
    expect(decide({ ...rooms.room, price: 2 }).flipRatio).toBeCloseTo(8, 12);
    expect(flipPosterior([[0, 1], [2, 0]])).toBeCloseTo(2 / 3, 12); // prettier-ignore
    expectPrinted('$0.18/0.42=0.429$', decide(rooms.room).posterior);
    expectPrinted('the posterior is $0.6$', decide(rooms.convinced).posterior);
    expectPrinted(
      'makes the ratio $9$ and the posterior $0.692$',
      decide(rooms.again).ratio,
      decide(rooms.again).posterior,
    );
    expectPrinted('ratio is an impressive 18, and the posterior $0.154$', decide(rooms.rare).ratio, posteriorOf([0.99, 0.01], [0.05, 0.9])[1] ?? NaN); // prettier-ignore
  });
});

describe('the linear decoder', () => {
  const model = { weights: [[2], [1]], offset: [0, 0], noiseVariance: 0.25 };
  it('by hand', () => {
    const { covariance } = evidence(model);
    expect(covariance).toEqual([[4.25, 2], [2, 1.25]]); // prettier-ignore
    expectPrinted('determinant $1.3125$', 4.25 * 1.25 - 2 * 2);
    expectPrinted('$\\log p(x)=-2.545$', logEvidence(model, [1, 1]));
    const { mean, covariance: spread } = posterior(model, [1, 1]);
    expect(mean[0]).toBeCloseTo(12 / 21, 12);
    expect(spread[0]?.[0]).toBeCloseTo(1 / 21, 12);
  });
});

describe('sampling', () => {
  const needed = (k: number) =>
    Math.exp(logSamplesNeeded(modelOfDimension(k, 0.09), Array<number>(k).fill(1), 0.1));
  it('needs the samples that the formula says', () => {
    expect(chapter).toContain(
      '290 samples in one dimension, 23,000 in four, 5.3 million in eight, $1.5\\cdot10^{16}$ in 24',
    );
    expect(needed(1)).toBeCloseTo(290, 0);
    expect(Math.round(needed(4) / 1000)).toBe(23);
    expect(needed(8) / 1e6).toBeCloseTo(5.3, 1);
    expect(needed(24) / 1e16).toBeCloseTo(1.5, 1);
    // E p(x|z)² / p(x)² of one coordinate by quadrature, to the power k.
    const x = 1;
    const likelihood = (z: number) => Math.exp(logNormal(x, { mean: z, deviation: 0.3 }));
    const prior = (z: number) => Math.exp(logNormal(z, { mean: 0, deviation: 1 }));
    const moment = (power: number) =>
      integrate((z) => likelihood(z) ** power * prior(z), { from: -6, to: 6 });
    const rho = moment(2) / moment(1) ** 2;
    expect(needed(8) / ((rho ** 8 - 1) / 0.01)).toBeCloseTo(1, 6);
  });
  it('fails and is repaired as the chapter says, for three seeds', () => {
    const bias = (name: keyof typeof models, seed: number, of: 'prior' | 'q') => {
      const params = { ...models[name], seed };
      const found = errorsOf(params, of === 'prior' ? PRIOR : proposalOf(params));
      return { ...found, bias: last(found.mean) };
    };
    expectPrinted('off by $-0.02$ nats on average of 20 repeats', bias('one', 1, 'prior').bias);
    const eight = bias('eight', 1, 'prior');
    expectPrinted('in eight by $-3.0$, with a standard deviation of $2.8$', eight.bias, eight.deviation);
    expectPrinted(
      '(seeds 2 and 3: $-5.0$ and $-3.6$)',
      bias('eight', 2, 'prior').bias,
      bias('eight', 3, 'prior').bias,
    );
    expectPrinted('in 24 by $-61$', bias('many', 1, 'prior').bias);
    expectPrinted('in eight dimensions $1.4$ count', eight.effective);
    const q = bias('eight', 1, 'q');
    expectPrinted('off by $0.02$ on average, with a standard deviation of $0.06$', q.bias, q.deviation);
    expectPrinted(
      '(seeds 2 and 3: $-0.01$, $-0.02$)',
      bias('eight', 2, 'q').bias,
      bias('eight', 3, 'q').bias,
    );
    expectPrinted('and 381 samples would do', 10 ** samplesNeeded(models.eight).proposal);
    expect(10 ** samplesNeeded(models.many).proposal / 1e4).toBeCloseTo(1.1, 1);
    expectPrinted('$1.66$ nats for the $q$ of the figure', elboGap(models.eight));
    for (const seed of [1, 2, 3]) {
      expect(bias('narrow', seed, 'q').bias).toBeGreaterThan(-0.5);
      expect(bias('narrow', seed, 'q').bias).toBeLessThan(-0.3);
    }
  });
});
