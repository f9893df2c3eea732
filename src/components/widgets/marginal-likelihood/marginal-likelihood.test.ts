import { expect, test } from 'vitest';
import { posterior } from '~/methods/linear-gaussian/model';
import {
  estimateByImportance,
  estimateFrom,
  modelOfDimension,
} from '~/methods/marginal-likelihood/estimates';
import type { Rng } from '~/methods/rng/rng';
import { describe as say, showCount, type Found } from './describe';
import {
  COUNTS,
  elboGap,
  errorsOf,
  exactValue,
  logWeights,
  overDimension,
  posteriorOf,
  PRIOR,
  proposalOf,
  samplesNeeded,
} from './estimate';
import { fields, presets, type Params } from './marginal-likelihood.params';
import { marginalLikelihoodText } from './marginal-likelihood.text';
import { drawNoise, isDrawn, noiseOf, SAMPLES } from './noise';
import { lowestOf } from './show';

const eight: Params = presets.eight;
const find = (of: Params): Found => ({
  exact: exactValue(of),
  prior: errorsOf(of, PRIOR),
  proposal: errorsOf(of, proposalOf(of)),
  needed: samplesNeeded(of),
});
const last = (values: readonly number[]) => values.at(-1) ?? NaN;

test('the weights are those of the tested estimator, fed the same noise', () => {
  const params = { ...eight, k: 3 };
  const columns = noiseOf(params.seed, 3);
  const model = modelOfDimension(3, params.noise ** 2);
  const x = [1, 1, 1];
  for (const q of [PRIOR, proposalOf(params)]) {
    let taken = 0;
    const replay: Rng = {
      normal: () => columns[taken % 3]?.[Math.floor(taken++ / 3)] ?? NaN,
      uniform: () => NaN,
      integer: () => NaN,
    };
    const gaussian = {
      mean: [q.mean, q.mean, q.mean],
      covariance: x.map((_, i) => x.map((__, j) => (i === j ? q.deviation ** 2 : 0))),
    };
    const expected = estimateByImportance(model, x, gaussian, 100, replay);
    const ours = estimateFrom(Array.from(logWeights(params, q).subarray(0, 100)));
    expect(ours.logEstimate).toBeCloseTo(expected.logEstimate, 9);
    expect(ours.effectiveSampleSize).toBeCloseTo(expected.effectiveSampleSize, 6);
  }
});

test('the posterior of a coordinate and the exact value are the model’s', () => {
  const { mean, covariance } = posterior(modelOfDimension(2, 0.09), [1, 1]);
  expect(posteriorOf(eight).mean).toBeCloseTo(mean[1] ?? NaN, 12);
  expect(posteriorOf(eight).deviation ** 2).toBeCloseTo(covariance[1]?.[1] ?? NaN, 12);
  expect(exactValue(eight)).toBeCloseTo(8 * (-0.5 * Math.log(2 * Math.PI * 1.09) - 0.5 / 1.09), 9);
});

test('with q the posterior every weight is p(x)', () => {
  const { errors, effective } = errorsOf(presets.exact, proposalOf(presets.exact));
  for (const row of errors) for (const error of row) expect(Math.abs(error)).toBeLessThan(1e-9);
  expect(effective).toBeCloseTo(SAMPLES, 4);
  expect(elboGap(presets.exact)).toBeCloseTo(0, 12);
});

test('the claim: 1,000 samples of the prior do in one dimension and fail in eight, those of q do in both', () => {
  for (const seed of [1, 2, 3]) {
    const [one, several] = [find({ ...presets.one, seed }), find({ ...eight, seed })];
    expect(Math.abs(last(one.prior.mean))).toBeLessThan(0.03);
    expect(last(several.prior.mean)).toBeLessThan(-1);
    expect(several.prior.deviation).toBeGreaterThan(1);
    expect(several.prior.effective).toBeLessThan(5);
    expect(Math.abs(last(several.proposal.mean))).toBeLessThan(0.1);
    expect(several.proposal.deviation).toBeLessThan(0.15);
  }
});

test('the logarithm is too low on average, and less so with more samples', () => {
  const { mean } = errorsOf(eight, PRIOR);
  for (const error of mean) expect(error).toBeLessThan(0);
  expect(last(mean)).toBeGreaterThan(mean[0] ?? NaN);
});

test('samples needed: the closed form for q agrees with the prior’s where q is the prior, and with sampled weights', () => {
  const { mean, deviation } = posteriorOf(eight);
  const asPrior = { ...eight, shift: (0 - mean) / deviation, spread: 1 / deviation };
  expect(proposalOf(asPrior).mean).toBeCloseTo(0, 12);
  const { prior, proposal } = samplesNeeded(asPrior);
  expect(proposal).toBeCloseTo(prior, 9);
  expect(samplesNeeded(presets.one).prior).toBeCloseTo(2.46, 2);
  expect(samplesNeeded(eight).prior).toBeCloseTo(6.73, 2);
  // Var(w)/p² from 20,000 sampled weights, against n · r².
  const relative = Array.from(logWeights(eight, proposalOf(eight)), (log) =>
    Math.exp(log - exactValue(eight)),
  );
  const average = relative.reduce((sum, w) => sum + w, 0) / relative.length;
  const variance = relative.reduce((sum, w) => sum + (w - average) ** 2, 0) / relative.length;
  expect(average).toBeCloseTo(1, 1);
  expect(Math.log10(variance / 0.01)).toBeCloseTo(samplesNeeded(eight).proposal, 1);
});

test('too narrow a q has weights of infinite variance, says so, and is too low where it looks sure', () => {
  expect(samplesNeeded(presets.narrow).proposal).toBe(Infinity);
  expect(samplesNeeded({ ...presets.narrow, spread: 0.72 }).proposal).toBeLessThan(Infinity);
  const found = find(presets.narrow);
  expect(last(found.proposal.mean)).toBeLessThan(-0.1);
  expect(say(presets.narrow, found, marginalLikelihoodText.en, 'en')).toContain(
    'variance of its weights is infinite',
  );
});

test('the curve over the dimension is a power, and the axis holds the presets', () => {
  const { prior } = overDimension(eight);
  expect((prior[23] ?? NaN) - (prior[22] ?? NaN)).toBeCloseTo((prior[15] ?? NaN) - (prior[14] ?? NaN), 6);
  expect(samplesNeeded(presets.many).prior).toBeLessThan(20);
  for (const params of Object.values(presets)) expect(lowestOf(find(params))).toBeLessThan(0);
  expect(COUNTS.at(-1)).toBe(SAMPLES);
  expect(fields.k.max).toBe(24);
});

test('counts are told as one reads them', () => {
  const words = marginalLikelihoodText.en;
  expect([2.46, 0, 6.73, 20.903, Infinity].map((log) => showCount(log, words, 'en'))).toEqual([
    '290',
    '1',
    '5 · 10⁶',
    '8 · 10²⁰',
    'no number',
  ]);
});

test('same seed, same estimates; another seed, others', () => {
  expect(errorsOf(eight, PRIOR)).toEqual(errorsOf(eight, PRIOR));
  const first = last(errorsOf(eight, PRIOR).mean);
  expect(last(errorsOf({ ...eight, seed: 2 }, PRIOR).mean)).not.toBe(first);
  expect(last(errorsOf(eight, PRIOR).mean)).toBe(first);
});

test('noise drawn in slices is the same, and drawing ends when nobody waits for it any more', async () => {
  const at = (of: readonly Float64Array[]) => of.map((column) => column[7]);
  const whole = at(noiseOf(8, 4));
  noiseOf(9, 1);
  expect(isDrawn(8, 4)).toBe(false);
  expect(await drawNoise(8, 4, () => false)).toBe(true);
  expect(isDrawn(8, 4)).toBe(true);
  expect(at(noiseOf(8, 4))).toEqual(whole);
  let asked = 0;
  expect(await drawNoise(8, 12, () => ++asked > 3)).toBe(false);
  expect([isDrawn(8, 7), isDrawn(8, 8)]).toEqual([true, false]);
});
