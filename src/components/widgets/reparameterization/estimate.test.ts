import { expect, test } from 'vitest';
import { quadraticVariances } from '~/methods/score-function/quadratic';
import { drawNoise, estimate, histogramOf, runningMeans } from './estimate';
import { exactly } from './exact';
import { OMEGA } from './functions';
import { presets, type Params } from './reparameterization.params';
import { reparameterizationText } from './reparameterization.text';
import { quantitiesOf } from './show';

const base: Params = presets.square;
const run = (params: Params) => {
  const exact = exactly(params);
  return { exact, ...estimate(params, drawNoise(params), exact.baseline) };
};

test.each([1, 2, 7, 64])('the square in %i dimensions: gradient and variances as in the closed form', (d) => {
  for (const [mu, sigma] of [
    [1, 1],
    [-2.5, 0.2],
    [0.3, 2],
  ] as const)
    for (const baseline of ['none', 'best'] as const) {
      const found = exactly({ ...base, mu, sigma, dimensions: d, baseline });
      const closed = quadraticVariances(Array(d).fill(mu), sigma, found.baseline);
      expect(found.gradient).toBeCloseTo(closed.gradient, 8);
      expect(found.pathwise).toBeCloseTo(closed.pathwise, 8);
      expect(found.scoreFunction / closed.scoreFunction).toBeCloseTo(1, 8);
      if (baseline === 'best') expect(found.baseline).toBeCloseTo(closed.bestBaseline, 8);
    }
});

test('the other functions: gradients by μ and σ as in closed form', () => {
  const phi = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  for (const [mu, sigma] of [
    [0.3, 0.5],
    [-1.2, 0.9],
  ] as const) {
    const at = { ...base, mu, sigma };
    const damped = Math.exp((-OMEGA * OMEGA * sigma * sigma) / 2);
    expect(exactly({ ...at, f: 'wave' }).gradient).toBeCloseTo(OMEGA * Math.cos(OMEGA * mu) * damped, 5);
    expect(exactly({ ...at, f: 'wave', by: 'sigma' }).gradient).toBeCloseTo(
      -OMEGA * OMEGA * sigma * Math.sin(OMEGA * mu) * damped,
      5,
    );
    expect(exactly({ ...at, f: 'step' }).gradient).toBeCloseTo(phi(mu / sigma) / sigma, 4);
    expect(exactly({ ...at, f: 'step', by: 'sigma' }).gradient).toBeCloseTo(
      (-mu * phi(mu / sigma)) / sigma ** 2,
      4,
    );
    // d/dσ E|z| = 2φ(μ/σ)
    expect(exactly({ ...at, f: 'bend', by: 'sigma' }).gradient).toBeCloseTo(2 * phi(mu / sigma), 4);
  }
});

test('both estimates have the exact mean, and the variances that are printed beside them; but not the pathwise one at a jump', () => {
  for (const f of ['square', 'bend', 'wave', 'step'] as const)
    for (const by of ['mu', 'sigma'] as const)
      for (const baseline of ['none', 'mean', 'best'] as const) {
        const params: Params = { ...base, f, by, baseline, sigma: 0.8, dimensions: 3, samples: 4000 };
        const { exact, pathwiseMoments, scoreMoments } = run(params);
        expect(Math.abs(scoreMoments.mean - exact.gradient)).toBeLessThan(4 * scoreMoments.standardError);
        expect(Math.abs(scoreMoments.variance / exact.scoreFunction - 1)).toBeLessThan(0.35);
        if (f === 'step') {
          expect(pathwiseMoments).toEqual({ mean: 0, variance: 0, standardError: 0 });
          expect(Math.abs(exact.gradient)).toBeGreaterThan(0.1);
        } else {
          expect(exact.pathwiseMean).toBeCloseTo(exact.gradient, 3);
          expect(Math.abs(pathwiseMoments.mean - exact.gradient)).toBeLessThan(
            4 * pathwiseMoments.standardError,
          );
          expect(Math.abs(pathwiseMoments.variance / exact.pathwise - 1)).toBeLessThan(0.2);
        }
      }
});

test('what the presets claim', () => {
  const ratio = (params: Params) => {
    const { scoreFunction, pathwise } = exactly(params);
    return scoreFunction / pathwise;
  };
  expect(ratio(presets.square)).toBeCloseTo(7.5, 6);
  expect(ratio(presets.baseline)).toBeCloseTo(3.5, 6);
  expect(ratio(presets.wide)).toBeGreaterThan(45);
  expect(ratio({ ...presets.wide, baseline: 'none' })).toBeGreaterThan(1000);
  // The counter-example: a function that turns quickly.
  expect(ratio(presets.wave)).toBeLessThan(0.5);
  const step = exactly(presets.step);
  expect(step.pathwiseMean).toBe(0);
  expect(step.gradient).toBeCloseTo(0.242, 3);
});

test('the best baseline is the best, and none changes the gradient', () => {
  for (const f of ['square', 'bend', 'wave', 'step'] as const) {
    const at = (baseline: Params['baseline']) => exactly({ ...base, f, baseline, dimensions: 4 });
    expect(at('best').scoreFunction).toBeLessThanOrEqual(at('mean').scoreFunction + 1e-12);
    expect(at('best').scoreFunction).toBeLessThan(at('none').scoreFunction + 1e-12);
    expect(at('best').gradient).toBe(at('none').gradient);
  }
});

test('one draw gives one picture, another draw another', () => {
  expect(run(base)).toEqual(run(base));
  expect(run({ ...base, draw: 2 }).pathwise).not.toEqual(run(base).pathwise);
});

test('a histogram counts every value once and says what lies outside; running means end at the mean', () => {
  const found = histogramOf([-1, 0.1, 0.1, 0.9, 3], [0, 1], 2);
  expect(found).toEqual({
    xs: [0, 0.5, 0.5, 1],
    ys: [0.4, 0.4, 0.2, 0.2],
    peak: 0.4,
    outside: 2,
  });
  const { pathwise, pathwiseMoments } = run(base);
  const { n, mean } = runningMeans(pathwise);
  expect(n[0]).toBe(1);
  expect(n.at(-1)).toBe(1000);
  expect(mean.at(-1)).toBeCloseTo(pathwiseMoments.mean, 10);
});

test('a gradient that is 0 is shown as 0, not as the rounding of its sum', () => {
  const params: Params = { ...base, mu: 0 };
  const { exact, ...found } = run(params);
  expect(exact.gradient).not.toBe(0);
  expect(quantitiesOf(exact, found, reparameterizationText.en)[0]?.value).toBe(0);
});
