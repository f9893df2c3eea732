import { describe, expect, test } from 'vitest';
import { runSeeds } from './gan-2d.measure';
import report from './runs.json';
import { RUN_TABLES, summariseRuns, type StoredPreset } from './summarise-runs';

const run = (modes: number, firstAll: number | null, reason = 'finished') => ({
  reason,
  steps: 100 * modes,
  modes,
  close: modes / 10,
  firstAll,
  js: modes / 100,
  jsFloor: 0.01,
  w1: modes / 20,
  w1Floor: 0.05,
  travel: 0.5,
  ofModes: 8,
});

test('spread over seeds, medians of even and odd counts', () => {
  const summary = summariseRuns({
    preset: 'ring',
    runs: [run(8, 300), run(6, null), run(7, 100, 'diverged')],
  });
  expect(summary).toMatchObject({
    runs: 3,
    diverged: 1,
    mostSteps: 800,
    reachedAll: 2,
    medianFirstAll: 200,
  });
  expect(summary.modes).toEqual({ mean: 7, least: 6, most: 8 });
  expect(summary.close.mean).toBeCloseTo(0.7, 12);
  expect(summary.js).toEqual({ mean: expect.closeTo(0.07, 12) as number, least: 0.06, most: 0.08 });
  expect(summary.jsFloor).toBeCloseTo(0.01, 12);
  expect(summary.w1Floor).toBeCloseTo(0.05, 12);
  expect([summary.energy, summary.beganK]).toEqual([undefined, undefined]);
});

test('energies and BEGAN’s k are summarised where every run has them', () => {
  const judged = (off: number) => ({
    ...run(1, null),
    energy: { data: 1, samples: 2, off, held: 1, lost: off === 3 ? null : 4 },
    began: { k: 0.5, m: 1 },
  });
  const summary = summariseRuns({ preset: 'began', runs: [judged(3), judged(5)] });
  expect(summary.energy?.off).toEqual({ mean: 4, least: 3, most: 5 });
  expect(summary.energy?.held?.mean).toBe(1);
  expect(summary.energy?.lost).toEqual({ mean: 4, least: 4, most: 4 });
  expect(summary.beganK?.mean).toBe(0.5);
  expect(summariseRuns({ preset: 'began', runs: [judged(3), run(1, null)] }).energy).toBeUndefined();
});

test('never covered is said so, and no run is an error', () => {
  expect(summariseRuns({ preset: 'ring', runs: [run(1, null)] }).medianFirstAll).toBeNaN();
  expect(() => summariseRuns({ preset: 'ring', runs: [] })).toThrow('ring has no run');
});

describe('what the chapter says of the stored runs', () => {
  const stored = report.presets as readonly StoredPreset[];
  const summaries = stored.map(summariseRuns);
  const of = (preset: string) => {
    const summary = summaries.find((row) => row.preset === preset);
    if (!summary) throw new Error(`runs.json has no ${preset}`);
    return summary;
  };

  test('every row of the tables was measured, over ten seeds', () => {
    for (const table of Object.values(RUN_TABLES))
      for (const preset of table) expect(of(preset).runs).toBe(10);
  });

  test('minimax, both Wasserstein losses, DRAGAN and R1 keep all eight modes with every seed', () => {
    for (const preset of ['ring', 'wasserstein', 'dragan', 'r1']) expect(of(preset).modes.least).toBe(8);
    expect(of('wassersteinClip').modes.least).toBeGreaterThan(7.5);
    expect(of('wasserstein').medianFirstAll).toBeLessThan(of('ring').medianFirstAll);
  });

  test('the non-saturating and hinge losses end with a mode missing for a few seeds, least squares for most', () => {
    const losers = (preset: string) =>
      stored.find((row) => row.preset === preset)?.runs.filter(({ modes }) => modes < 7.5).length;
    expect(losers('nonSaturating')).toBe(2);
    expect(losers('hinge')).toBe(3);
    expect(losers('leastSquares')).toBeGreaterThanOrEqual(5);
    expect(of('leastSquares').modes.least).toBeGreaterThan(4);
  });

  test('JS over the last fifth, mean of ten seeds: 0.17 to 0.25 for all but EBGAN (a third) and BEGAN (a half); none at its floor', () => {
    const means = new Map(RUN_TABLES.losses.map((preset) => [preset, of(preset).js.mean]));
    for (const [preset, mean] of means)
      if (preset !== 'ebgan' && preset !== 'began') {
        expect(mean, preset).toBeGreaterThan(0.16);
        expect(mean, preset).toBeLessThan(0.26);
      }
    expect(Math.abs((means.get('ebgan') ?? NaN) - 0.34)).toBeLessThan(0.04);
    expect(Math.abs((means.get('began') ?? NaN) - 0.51)).toBeLessThan(0.04);
    for (const preset of RUN_TABLES.losses)
      expect(of(preset).js.least).toBeGreaterThan(5 * of(preset).jsFloor);
  });

  test('EBGAN never holds all eight; BEGAN holds one or two, closely, while its k stays near 0', () => {
    expect(of('ebgan').modes.most).toBeLessThan(7.5);
    expect(of('began').modes.mean).toBeLessThan(2.5);
    expect(of('began').close.mean).toBeGreaterThan(0.7);
    expect(of('began').beganK?.most).toBeLessThan(0.2);
  });

  test('their cause: EBGAN’s judge calls the lost modes better than the held ones, BEGAN’s calls them equal; neither moves samples', () => {
    const [ebgan, began] = [of('ebgan').energy, of('began').energy];
    expect(ebgan?.lost?.mean).toBeLessThan(0.5 * (ebgan?.held?.mean ?? NaN));
    expect(ebgan?.off.mean).toBeGreaterThan(2 * (ebgan?.held?.mean ?? NaN));
    expect(Math.abs((began?.lost?.mean ?? NaN) - (began?.held?.mean ?? NaN))).toBeLessThan(0.1);
    expect(began?.off.mean).toBeGreaterThan(5 * (began?.held?.mean ?? NaN));
  });

  test('a strong judge: minimax reaches no mode; non-saturating collapses, the faster generator too; DRAGAN cures', () => {
    expect(of('vanishing').modes.most).toBe(0);
    for (const preset of ['cured', 'collapse']) {
      expect(of(preset).modes.least).toBeGreaterThanOrEqual(1);
      expect(of(preset).modes.most).toBeLessThan(4);
      expect(of(preset).close.least).toBeGreaterThan(0.7);
    }
    expect(of('collapseCured').modes.least).toBeGreaterThan(7.5);
    expect(of('collapseCured').js.most).toBeLessThan(of('collapse').js.least);
  });

  test('cycling: with every seed farther from the data, and travelling farther, than with any seed of its cure', () => {
    expect(of('cycling').js.least).toBeGreaterThan(of('cyclingCured').js.most);
    expect(of('cycling').travel.least).toBeGreaterThan(of('cyclingCured').travel.most);
    expect(of('cyclingCured').js.mean).toBeLessThan(0.05);
  });

  test('a slow judge leaves two modes at most; rates turned round hold all eight, nearer to the data than equal rates', () => {
    expect(of('imbalanced').modes.most).toBeLessThan(2);
    expect(of('imbalancedCured').modes.least).toBe(8);
    expect(of('imbalancedCured').js.most).toBeLessThan(of('nonSaturating').js.mean);
  });

  test('absurd rates diverge with every seed', () => {
    expect(of('diverging').diverged).toBe(10);
  });

  test('a stored run is a run of this very code', async () => {
    const [again] = (await runSeeds('ring', [5], 700)).runs;
    const before = report.presets.find(({ preset }) => preset === 'ring')?.runs[5];
    expect(before?.seed).toBe(5);
    expect(again?.firstAll).toBe(before?.firstAll);
    // First everywhere, then in place: all eight are covered while most samples still lie between them.
    expect(again?.close).toBeLessThan(0.4);
    expect(before?.close).toBeGreaterThan(0.7);
  });
});
