import { expect, test } from 'vitest';
import { logNormalDensity } from '~/methods/linear-gaussian/model';
import { bestCodeOf, boundsOf, climb, closeGap, codeOf, drawNoise, ellipseOf, modelOf } from './bounds';
import { presets, type Params } from './elbo-gap.params';

const climbOf = (params: Params) => climb(params, drawNoise(params));

test('one coordinate: posterior, evidence and gap as in closed form', () => {
  for (const [x, noise, m1, w1] of [
    [1.5, 0.5, -0.5, 0.8],
    [-2, 1.5, 0.3, 0.1],
    [0.4, 0.2, 2.2, 1.6],
  ] as const) {
    const found = boundsOf({ ...presets.off, x, noise, m1, w1 });
    const variance = (noise * noise) / (1 + noise * noise);
    const mean = x / (1 + noise * noise);
    expect(found.posterior.mean[0]).toBeCloseTo(mean, 12);
    expect(found.posterior.covariance[0]?.[0]).toBeCloseTo(variance, 12);
    const spread = 1 + noise * noise;
    expect(found.logEvidence).toBeCloseTo(-(Math.log(2 * Math.PI * spread) + (x * x) / spread) / 2, 12);
    const gap = (w1 ** 2 / variance + (m1 - mean) ** 2 / variance - 1 - Math.log(w1 ** 2 / variance)) / 2;
    expect(found.gap).toBeCloseTo(gap, 8);
    expect(found.kl).toBeCloseTo((m1 ** 2 + w1 ** 2 - 1 - Math.log(w1 ** 2)) / 2, 10);
    expect(found.elbo + found.gap).toBeCloseTo(found.logEvidence, 8);
  }
});

test('two coordinates: the correlation is −1/(1 + s²), the gap that a diagonal q keeps −½ log(1 − ρ²)', () => {
  for (const noise of [0.2, 0.5, 1, 1.5]) {
    const found = boundsOf({ ...presets.diagonal, noise });
    expect(found.correlation).toBeCloseTo(-1 / (1 + noise * noise), 12);
    expect(found.leastGap).toBeCloseTo(-Math.log(1 - found.correlation ** 2) / 2, 10);
    // The full family keeps none.
    expect(boundsOf({ ...presets.full, noise }).leastGap).toBeCloseTo(0, 10);
  }
});

test('what the presets claim', () => {
  expect(boundsOf(presets.off).gap).toBeGreaterThan(5);
  expect(boundsOf(presets.closed).gap).toBeLessThan(1e-5);
  const prior = boundsOf(presets.prior);
  expect(prior.kl).toBeCloseTo(0, 12);
  expect(prior.gap).toBeGreaterThan(3);
  expect(boundsOf(presets.narrow).steady).toBe(false);
  expect(boundsOf(presets.off).steady).toBe(true);
  const diagonal = boundsOf(presets.diagonal);
  expect(diagonal.gap - diagonal.leastGap).toBeLessThan(1e-5);
  expect(diagonal.gap).toBeCloseTo(0.511, 3);
  expect(boundsOf(presets.full).gap).toBeLessThan(1e-4);
});

test('“as near as the family can” is: every small change of q widens the gap', () => {
  for (const family of ['diagonal', 'full'] as const)
    for (const codes of ['one', 'two'] as const) {
      const closed = closeGap({ ...presets.off, codes, family, x: -0.7, noise: 0.9 });
      const { gap, leastGap } = boundsOf(closed);
      expect(gap - leastGap).toBeLessThan(1e-5);
      for (const key of ['m1', 'w1', ...(codes === 'two' ? (['m2', 'w2'] as const) : [])] as const)
        for (const step of [-0.05, 0.05])
          expect(boundsOf({ ...closed, [key]: closed[key] + step }).gap).toBeGreaterThan(gap);
    }
  expect(bestCodeOf(presets.diagonal).covariance[0]?.[1]).toBe(0);
});

test('L_1 is the ELBO, L_K never falls as K doubles and never passes log p(x) beyond its error', () => {
  for (const params of Object.values(presets)) {
    const { bound, standardError } = climbOf(params);
    const { elbo, logEvidence } = boundsOf(params);
    expect(Math.abs((bound[0] ?? NaN) - elbo)).toBeLessThanOrEqual(4 * (standardError[0] ?? NaN) + 1e-9);
    bound.forEach((value, i) => {
      if (i > 0) expect(value).toBeGreaterThanOrEqual((bound[i - 1] ?? NaN) - 1e-9);
      expect(value).toBeLessThan(logEvidence + 4 * (standardError[i] ?? NaN) + 1e-9);
    });
  }
});

test('with 128 samples four fifths of the diagonal gap are made up for, though its weights have no variance; from the posterior one is enough', () => {
  const { bound } = climbOf(presets.diagonal);
  const { logEvidence, elbo } = boundsOf(presets.diagonal);
  expect((logEvidence - (bound.at(-1) ?? NaN)) / (logEvidence - elbo)).toBeLessThan(0.25);
  // The best bound is a poor proposal: mean-field variances are too small for the weights.
  expect(boundsOf(presets.diagonal).steady).toBe(false);
  const closed = climbOf(presets.closed);
  expect((closed.bound[0] ?? NaN) - boundsOf(presets.closed).logEvidence).toBeCloseTo(0, 2);
  expect(closed.effective).toBeGreaterThan(2000);
});

test('weights have a finite variance exactly while q has more than half of the posterior’s', () => {
  const half = Math.sqrt(0.2 / 2);
  expect(boundsOf({ ...presets.closed, w1: half + 1e-3 }).steady).toBe(true);
  expect(boundsOf({ ...presets.closed, w1: half - 1e-3 }).steady).toBe(false);
  expect(climbOf(presets.narrow).effective).toBeLessThan(climbOf({ ...presets.narrow, w1: 0.7 }).effective);
});

test('an ellipse runs at one height of the density', () => {
  const q = codeOf(presets.full);
  const { xs, ys } = ellipseOf(q, 2);
  const heights = xs.map((x, i) => logNormalDensity([x, ys[i] ?? NaN], q));
  const top = logNormalDensity([...q.mean], q);
  for (const height of heights) expect(top - height).toBeCloseTo(2, 10);
  expect(modelOf(presets.full).weights).toEqual([[1, 1]]);
});
