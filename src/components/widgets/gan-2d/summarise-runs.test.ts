import { describe, expect, test } from 'vitest';
import { runSeeds } from './gan-2d.measure';
import report from './runs.json';
import { summariseRuns, type StoredPreset } from './summarise-runs';

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
  const summaries = (report.presets as readonly StoredPreset[]).map(summariseRuns);
  const of = (preset: string) => {
    const summary = summaries.find((row) => row.preset === preset);
    if (!summary) throw new Error(`runs.json has no ${preset}`);
    return summary;
  };

  test('minimax and Wasserstein keep all eight modes with every seed, Wasserstein in fewer generator steps', () => {
    expect(of('ring').modes.least).toBe(8);
    expect(of('wasserstein').modes.least).toBe(8);
    expect(of('wasserstein').medianFirstAll).toBeLessThan(of('ring').medianFirstAll);
  });

  test('the non-saturating loss ends with a mode missing for two seeds of ten', () => {
    expect(of('nonSaturating').runs).toBe(10);
    expect(of('nonSaturating').reachedAll).toBeGreaterThan(7);
    const runs = report.presets.find(({ preset }) => preset === 'nonSaturating')?.runs ?? [];
    expect(runs.filter(({ modes }) => modes < 7.5)).toHaveLength(2);
  });

  test('a strong judge: minimax reaches no mode, the other loss one to three, closely', () => {
    expect(of('vanishing').modes.most).toBe(0);
    expect(of('cured').modes.least).toBeGreaterThanOrEqual(1);
    expect(of('cured').modes.most).toBeLessThanOrEqual(3);
    expect(of('cured').close.least).toBeGreaterThan(0.8);
  });

  test('absurd rates diverge with every seed', () => {
    expect(of('diverging').diverged).toBe(10);
  });

  test('a stored run is a run of this very code', async () => {
    const [again] = (await runSeeds('ring', [5], 700)).runs;
    const stored = report.presets.find(({ preset }) => preset === 'ring')?.runs[5];
    expect(stored?.seed).toBe(5);
    expect(again?.firstAll).toBe(stored?.firstAll);
    // First everywhere, then in place: all eight are covered while most samples still lie between them.
    expect(again?.close).toBeLessThan(0.4);
    expect(stored?.close).toBeGreaterThan(0.7);
  });
});
