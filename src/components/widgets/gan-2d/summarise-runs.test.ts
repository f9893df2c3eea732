import { describe, expect, test } from 'vitest';
import { runSeeds } from './gan-2d.measure';
import report from './runs.json';
import { summariseRuns } from './summarise-runs';

const run = (modes: number, firstAll: number | null, reason = 'finished') => ({
  reason,
  steps: 100 * modes,
  modes,
  close: modes / 10,
  firstAll,
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
});

test('never covered is said so, and no run is an error', () => {
  expect(summariseRuns({ preset: 'ring', runs: [run(1, null)] }).medianFirstAll).toBeNaN();
  expect(() => summariseRuns({ preset: 'ring', runs: [] })).toThrow('ring has no run');
});

describe('what the chapter says of the stored runs', () => {
  const summaries = report.presets.map(summariseRuns);
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
  });
});
