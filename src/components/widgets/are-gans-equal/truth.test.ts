/**
 * Shown numbers against calculations written out anew: three live trials by the definitions of distance and cover, and the summaries of the stored run by counting choices.
 */
import { describe, expect, test } from 'vitest';
import { slicedWasserstein } from '~/methods/divergences/wasserstein';
import { createRng } from '~/methods/rng/create-rng';
import { LOSSES, type LossName } from '~/methods/toy-gan/options';
import { openSession } from '~/runtime/executors';
import { measureScale } from './are-gans-equal.loop';
import { defaults, type Params } from './are-gans-equal.params';
import { recorded, recordedOutcomes } from './recorded';
import { rangeOfBest, summarise } from './summarise';
import { layGround, runTrial, trainTrial } from './trial';

const SEED = 2;
const never = new AbortController().signal;

const pairsOf = (points: Float32Array): [number, number][] =>
  Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN]);

/** Mean over 32 directions π i/32 of the mean |difference| of sorted projections. */
function sliced(samples: Float32Array, data: Float32Array): number {
  const along = (points: Float32Array, angle: number) =>
    pairsOf(points)
      .map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle))
      .sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i < 32; i++) {
    const [a, b] = [along(samples, (Math.PI * i) / 32), along(data, (Math.PI * i) / 32)];
    sum += a.reduce((total, value, j) => total + Math.abs(value - (b[j] ?? NaN)), 0) / a.length;
  }
  return sum / 32;
}

/** Clusters at 2(cos, sin)(π j/4) with at least 1/80 of the samples within 0.3. */
function clusters(samples: Float32Array): number {
  const near = (j: number) =>
    pairsOf(samples).filter(
      ([x, y]) => Math.hypot(x - 2 * Math.cos((Math.PI * j) / 4), y - 2 * Math.sin((Math.PI * j) / 4)) <= 0.3,
    ).length;
  return [0, 1, 2, 3, 4, 5, 6, 7].filter((j) => near(j) >= samples.length / 160).length;
}

describe('a live trial', () => {
  const short: Params = { ...defaults, steps: 500 };
  const cases: readonly [what: string, loss: LossName, params: Params][] = [
    ['minimax, the default but shorter', 'minimax', short],
    ['NS + R₁, four times as long', 'r1', { ...short, steps: 2000 }],
    ['BEGAN on the spiral', 'began', { ...short, data: 'spiral' }],
  ];

  test.each(cases)('%s: distance and modes of its samples by their definitions', async (_, loss, params) => {
    const asked = [layGround(SEED, params), LOSSES.indexOf(loss), openSession('wasm'), never] as const;
    const [trial, trained] = [await runTrial(...asked), await trainTrial(...asked)];
    if (!trial || !trained) throw new Error('the trial was not made');
    expect(trial.loss).toBe(loss);
    expect(trial.w1).toBeCloseTo(sliced(trained.generated, asked[0].heldOut), 5);
    expect(trial.covered).toBe(params.data === 'ring' ? clusters(trained.generated) : 0);
  });

  test('the distance of a sample from the held-out data is the mean of sorted projections', () => {
    const { data, heldOut } = layGround(SEED, short);
    const sample = data.subarray(0, heldOut.length);
    expect(slicedWasserstein(sample, heldOut)).toBeCloseTo(sliced(sample, heldOut), 6);
    const { nothing } = measureScale(heldOut, short);
    expect(nothing).toBeCloseTo(sliced(new Float32Array(heldOut.length), heldOut), 6);
  });
});

describe('the table of the stored run', () => {
  const rows = summarise(recordedOutcomes, recorded.scale, 8);
  const scores = (loss: LossName) =>
    recordedOutcomes
      .filter((outcome) => outcome.loss === loss)
      .map(({ w1 }) => (Number.isFinite(w1) ? Math.min(w1, recorded.scale.nothing) : recorded.scale.nothing))
      .sort((a, b) => a - b);

  /** Minima of 40,000 choices of ten trials, by lot. */
  function choose(of: readonly number[], seed: number): number[] {
    const rng = createRng(seed);
    return Array.from({ length: 40_000 }, () => {
      const left = [...of];
      return Math.min(
        ...Array.from({ length: 10 }, () => left.splice(rng.integer(left.length), 1)[0] ?? NaN),
      );
    }).sort((a, b) => a - b);
  }

  test.each(['minimax', 'wassersteinClip', 'began'] as const)('%s: median, best of ten, modes', (loss) => {
    const row = rows.find((each) => each.loss === loss)!;
    const own = scores(loss);
    expect(row.median).toBeCloseTo(((own[29] ?? NaN) + (own[30] ?? NaN)) / 2, 12);
    const minima = choose(own, 6);
    const mean = minima.reduce((sum, value) => sum + value, 0) / minima.length;
    const deviation = Math.sqrt(minima.reduce((sum, value) => sum + (value - mean) ** 2, 0) / minima.length);
    const at = row.budgets.indexOf(10);
    expect(Math.abs((row.expected[at] ?? NaN) - mean)).toBeLessThan(
      (4 * deviation) / Math.sqrt(minima.length),
    );
    const [low, high] = rangeOfBest(row, 10);
    for (const [q, value] of [
      [0.1, low],
      [0.9, high],
    ] as const) {
      const below = minima.filter((each) => each < value - 1e-12).length / minima.length;
      const upTo = minima.filter((each) => each <= value + 1e-12).length / minima.length;
      expect(below).toBeLessThan(q + 0.01);
      expect(upTo).toBeGreaterThan(q - 0.01);
    }
    const all = recordedOutcomes.filter((outcome) => outcome.loss === loss && outcome.covered === 8);
    expect(row.allModes).toBe(all.length / 60);
  });
});
