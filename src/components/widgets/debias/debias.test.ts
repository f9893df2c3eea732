import { expect, test } from 'vitest';
import { largestFactorWeights, resamplingProbabilities } from '~/methods/debias/debias';
import { presets, type Params } from './debias.params';
import { debiasText } from './debias.text';
import { describe as say, stateOf } from './describe';
import { collections, explore, overAlpha, weigh } from './explore';
import { alphaLines, histogramLines } from './show';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const words = debiasText.en;

test('each preset is in the state that its name says', () => {
  const states = Object.entries(presets).map(([name, params]) => [name, stateOf(explore(params), params)]);
  expect(Object.fromEntries(states)).toEqual({
    found: 'found',
    few: 'few',
    collapsed: 'unused',
    blind: 'blind',
    all: 'few',
  });
});

test('what the chapter and the words say of the presets', () => {
  const found = explore(presets.found);
  expect(found.rareBefore).toBeCloseTo(0.05, 12);
  expect(found.rareAfter).toBeGreaterThan(0.25);
  expect(found.effective).toBeLessThan(150);
  const few = explore(presets.few);
  expect(few.rareAfter).toBeGreaterThan(0.45);
  expect(few.effective).toBeLessThan(25);
  // Number 4 hardly varies; slant does, as much as the prior's draws or nearly.
  expect(explore(presets.collapsed).spread).toBeLessThan(0.03);
  expect(found.spread).toBeGreaterThan(0.5);
  expect(explore(presets.blind).rareAfter).toBeLessThan(0.05);
  const all = explore(presets.all);
  expect(all.effective).toBeLessThan(3);
  expect(all.most[0]?.times).toBeGreaterThan(150);
  // The cure that the words name.
  const largest = explore({ ...presets.all, by: 'largest' });
  expect(largest.effective).toBeGreaterThan(100);
  expect(explore({ ...presets.all, alpha: 0 }).effective).toBeGreaterThan(100);
});

test('with α near 0 every occupied bin gets the same share', () => {
  const { histogram, after } = explore({ ...presets.found, alpha: -4 });
  const occupied = after.filter((_, bin) => (histogram.shares[bin] ?? 0) > 0);
  for (const share of occupied) expect(Math.abs(share * occupied.length - 1)).toBeLessThan(0.05);
});

test('weights are the method’s, with the settings that are shown', () => {
  const { codes } = collections.nines;
  const params: Params = { ...presets.blind, unit: 9, alpha: -1, bins: 7 };
  const options = { alpha: 0.1, bins: 7 };
  expect(weigh(params)).toEqual(resamplingProbabilities(codes.map((row) => [row[8] ?? NaN]), options)); // prettier-ignore
  expect(weigh({ ...params, by: 'product' })).toEqual(resamplingProbabilities(codes, options));
  expect(weigh({ ...params, by: 'largest' })).toEqual(largestFactorWeights(codes, options));
});

test('the numbers in view by another calculation', () => {
  const params = presets.found;
  const p = weigh(params);
  const now = explore(params);
  expect(sum(p)).toBeCloseTo(1, 12);
  expect(now.effective).toBeCloseTo(sum(p) ** 2 / sum(p.map((each) => each ** 2)), 9);
  expect(now.rareAfter).toBeCloseTo(sum(p.slice(285)), 12);
  expect(now.most[0]?.times).toBeCloseTo(300 * Math.max(...p), 9);
  expect(sum(now.after)).toBeCloseTo(1, 12);
  expect(sum(now.rareShares)).toBeCloseTo(15 / 300, 12);
  const over = overAlpha(params);
  const at = over.alphas.indexOf(params.alpha);
  expect(over.rare[at]).toBe(now.rareAfter);
  expect(over.worth[at]).toBeCloseTo(now.effective / 300, 12);
});

test('a digit keeps its chance when all are alike, and α large makes them alike', () => {
  expect(explore({ ...presets.all, alpha: 1 }).effective).toBeGreaterThan(290);
  expect(overAlpha(presets.found).rare.at(-1)).toBeCloseTo(0.05, 2);
});

test('pictures: the collection, the rare in it, the draws; the baseline only where it is handed over', () => {
  const now = explore(presets.found);
  expect(histogramLines(now, undefined).map(({ role }) => role)).toEqual(['data', 'gradient', 'model']);
  expect(histogramLines(now, now)).toHaveLength(4);
  expect(alphaLines(overAlpha(presets.found), overAlpha(presets.few))).toHaveLength(4);
});

test('the words say the shares, in both languages', () => {
  const now = explore(presets.found);
  expect(say(now, presets.found, words, 'en')).toContain('are 5% of the digits and get 31% of the draws');
  for (const params of Object.values(presets))
    expect(say(explore(params), params, debiasText.ru, 'ru')).toMatch(/\d/);
});

test('the experiment of the chapter can be done, and not without doing it', () => {
  const near = explore({ ...presets.found, alpha: -3 });
  expect(near.rareAfter).toBeGreaterThan(0.4);
  expect(near.effective).toBeGreaterThan(30);
  expect(explore(presets.found).rareAfter).toBeLessThan(0.4);
  expect(explore(presets.few).effective).toBeLessThan(30);
});
