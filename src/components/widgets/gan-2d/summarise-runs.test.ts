import { expect, test } from 'vitest';
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
    medianSteps: 700,
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
