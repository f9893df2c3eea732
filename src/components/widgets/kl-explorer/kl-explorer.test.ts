import { expect, test } from 'vitest';
import { fitForward, fitReverse, meanLogLikelihood } from '~/methods/density-fit/fit';
import { describe as say, stateOf } from './describe';
import {
  drawSample,
  entropyOf,
  explore,
  fit,
  meanLogNormal,
  normalOf,
  overMean,
  partsOf,
  readLikelihood,
} from './explore';
import { presets, type Params } from './kl-explorer.params';
import { klExplorerText } from './kl-explorer.text';
import { histogramOf, roundUp } from './show';

const at = (params: Params, qAt: number, qWidth: number): Params => ({ ...params, qAt, qWidth });
const total = (ys: readonly number[], step: number) => ys.reduce((sum, y) => sum + y, 0) * step;

test('the fitted presets are what the optimisers find, from three starts', () => {
  const parts = partsOf(presets.cover);
  const found = {
    cover: fitForward(parts),
    seek: fitReverse(parts, { mean: -3, deviation: 0.5 }),
    other: fitReverse(parts, { mean: 3, deviation: 0.5 }),
    bridge: fitReverse(parts, { mean: -0.4, deviation: 2.049 }),
  };
  for (const [name, { mean, deviation }] of Object.entries(found)) {
    const { qAt, qWidth } = presets[name as keyof typeof found];
    expect(Math.abs(qAt - mean), name).toBeLessThan(6e-4);
    expect(Math.abs(qWidth - deviation), name).toBeLessThan(6e-4);
  }
  expect(found.seek.kl).toBeCloseTo(Math.log(1 / 0.6), 2);
  expect(found.other.kl).toBeCloseTo(Math.log(1 / 0.4), 2);
  expect(found.bridge.kl).toBeCloseTo(1.144, 3);
});

test('the area under an integrand is its divergence, and p log p is the entropy', () => {
  const now = explore(presets.cover);
  expect(total(now.forwardTerm, 0.04)).toBeCloseTo(now.forward, 3);
  const seek = explore(presets.seek);
  expect(total(seek.reverseTerm, 0.04)).toBeCloseTo(seek.reverse, 4);
  // The far tail of a wide q pays beyond the axis that is drawn.
  expect(now.reverse - total(now.reverseTerm, 0.04)).toBeCloseTo(0.096, 2);
  const single = partsOf(presets.single);
  expect(entropyOf(single)).toBeCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 0.64), 9);
});

test('one normal against another: the closed form', () => {
  const { forward, reverse } = explore(presets.single);
  const kl = (m: number, s: number, t: number) => Math.log(t / s) + (s * s + m * m) / (2 * t * t) - 0.5;
  expect(forward).toBeCloseTo(kl(2, 0.8, 1.6), 9);
  expect(reverse).toBeCloseTo(kl(2, 1.6, 0.8), 9);
});

test('covering misses nothing and wastes, seeking wastes nothing and misses the other heap', () => {
  const [cover, seek] = [explore(presets.cover), explore(presets.seek)];
  expect(cover.missed).toBeLessThan(0.001);
  expect(cover.wasted).toBeGreaterThan(0.1);
  expect(seek.missed).toBeCloseTo(0.4, 2);
  expect(seek.wasted).toBeLessThan(0.01);
});

test('the identity: mean log-likelihood of a large sample is −H − KL within three standard errors', () => {
  for (const seed of [1, 2, 3]) {
    const params: Params = { ...presets.cover, n: '2000', seed };
    const now = explore(params);
    const { mean, error } = readLikelihood(drawSample(params), normalOf(params));
    expect(Math.abs(mean + now.entropy + now.forward)).toBeLessThan(3 * error);
  }
});

test('the curves over the mean of q are those of the methods', () => {
  const params = presets.seek;
  const sample = drawSample(params);
  const means = overMean(params, sample);
  const i = means.mean.indexOf(1);
  const there = explore(at(params, 1, params.qWidth));
  expect(means.forward[i]).toBeCloseTo(there.forward, 8);
  expect(means.reverse[i]).toBeCloseTo(there.reverse, 5);
  const q = { mean: 1, deviation: params.qWidth };
  expect(means.sampled[i]).toBeCloseTo(meanLogLikelihood(sample, [{ weight: 1, ...q }]), 10);
  expect(meanLogNormal({ mean: 0, deviation: 1 }, { mean: 0, deviation: 1 })).toBeCloseTo(-1.4189385, 6);
});

test('the buttons fit: forward from anywhere to one place, reverse to the heap where it starts', () => {
  const { cover } = presets;
  expect(fit(at(cover, 5, 0.3), 'forward')).toEqual(cover);
  expect(fit(at(cover, 3, 0.5), 'reverse')).toEqual(presets.other);
  expect(fit(at(cover, -3, 0.5), 'reverse')).toEqual(presets.seek);
  expect(fit(cover, 'reverse')).toEqual(presets.bridge);
});

test('each state is named in words', () => {
  const state = (params: Params) => stateOf(explore(params), params);
  expect(state(presets.cover)).toBe('cover');
  expect(state(presets.seek)).toBe('seek');
  expect(state(presets.other)).toBe('seek');
  expect(state(presets.bridge)).toBe('bridge');
  expect(state(presets.single)).toBe('free');
  expect(state(at(presets.single, 1, 0.8))).toBe('equal');
  expect(say(explore(presets.seek), presets.seek, klExplorerText.en, 'en')).toContain(
    'p has 39.9% of its mass where q is less than a tenth of it',
  );
});

test('same seed, same sample; its histogram has area 1', () => {
  expect(drawSample(presets.cover)).toEqual(drawSample(presets.cover));
  const { ys } = histogramOf(drawSample(presets.cover));
  expect(total(Array.from(ys), 0.25)).toBeCloseTo(1, 6);
  expect([0.18, 0.2, 0.21, 7, 0.05].map(roundUp)).toEqual([0.2, 0.2, 0.3, 10, 0.05]);
});
