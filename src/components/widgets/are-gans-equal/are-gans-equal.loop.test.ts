import { describe as group, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { modesOf } from '~/methods/toy-gan/data';
import { LOSSES } from '~/methods/toy-gan/options';
import { openSession } from '~/runtime/executors';
import { areGansEqual, measureScale, type Frame, type Slice } from './are-gans-equal.loop';
import { defaults, fields, MODES, type Params } from './are-gans-equal.params';
import { recorded } from './recorded';
import { layGround, runTrial, turnsOf, type Trial } from './trial';
import { drawSettings, lossOf, RANGES } from './trial-draw';

/** All frames of one worker's share of a run. */
async function runOf(params: Params, seed: number, { first, stride }: Slice = { first: 0, stride: 1 }) {
  const frames: Frame[] = [];
  const loop = areGansEqual({
    seed,
    rng: createRng(seed),
    params: () => ({ ...params, first, stride }),
    changed: () => Promise.resolve(),
    openSession: openSession('wasm'),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  for (;;) {
    const { done, value } = await loop.next();
    if (done) return { frames, reason: value, trials: frames.flatMap(({ trial }) => (trial ? [trial] : [])) };
    frames.push(value);
  }
}

const short: Params = { ...defaults, steps: 500, trials: 10 };

group('trials', () => {
  test('one seed makes the same trials bit for bit, however they are shared out; another seed others', async () => {
    const alone = await runOf(short, 3);
    const halves = [
      await runOf(short, 3, { first: 0, stride: 2 }),
      await runOf(short, 3, { first: 1, stride: 2 }),
    ].flatMap(({ trials }) => trials);
    expect(alone.trials).toHaveLength(10);
    expect(halves.sort((a, b) => a.index - b.index)).toEqual(alone.trials);
    const other = await runOf({ ...short, trials: 10 }, 4, { first: 0, stride: 5 });
    expect(other.trials[0]?.w1).not.toBe(alone.trials[0]?.w1);
  });

  test('the first frame has no trial; then each loss has its turn', async () => {
    const { frames, reason, trials } = await runOf(short, 3);
    expect(frames[0]).toMatchObject({ step: 0, trial: undefined });
    expect(frames.map(({ step }) => step)).toEqual(frames.map((_, i) => i));
    expect(trials.map(({ loss }) => loss)).toEqual([...LOSSES]);
    expect(reason).toBe('finished');
  });

  test('settings lie in their ranges, in equal ratios, and do not hang on the loss', () => {
    const rng = createRng(5);
    const drawn = Array.from({ length: 4000 }, () => drawSettings(rng));
    for (const [name, range] of Object.entries(RANGES)) {
      const values = drawn.map((each) => each[name as keyof typeof each]);
      if ('oneOf' in range) expect([...new Set(values)].sort((a, b) => a - b)).toEqual([...range.oneOf]);
      else {
        const [low, high] = range.between;
        expect(values.every((value) => value >= low && value <= high)).toBe(true);
        const below = values.filter((value) => value < Math.sqrt(low * high)).length;
        expect(Math.abs(below / 4000 - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 4 / 4000));
      }
    }
    expect(lossOf(13)).toBe(LOSSES[3]);
  });

  test('equal cost: gradient steps of judge and generator together', () => {
    for (const k of [1, 2, 5])
      expect(Math.abs(turnsOf(10_000, k) * (k + 1) - 10_000)).toBeLessThanOrEqual(k + 1);
    expect(turnsOf(1, 5)).toBe(1);
  });

  test('learning and held-out data are different points of one law; every trial of a seed has the same', () => {
    const ground = layGround(3, short);
    expect(layGround(3, short)).toEqual(ground);
    expect(layGround(4, short).heldOut).not.toEqual(ground.heldOut);
    expect(ground.data.subarray(0, 8)).not.toEqual(ground.heldOut.subarray(0, 8));
  });

  test('an aborted trial ends without a result', async () => {
    const abort = new AbortController();
    abort.abort();
    expect(await runTrial(layGround(3, short), 0, openSession('wasm'), abort.signal)).toBeUndefined();
  });

  test.each([
    [{ steps: 3 }, 'steps: expected 500 … 50000, ∈ ℤ, found 3'],
    [{ trials: 1e9 }, 'trials: expected 10 … 1000, ∈ ℤ, found 1000000000'],
  ])('%j is named', async (change, message) => {
    await expect(runOf({ ...short, ...change }, 1)).rejects.toThrow(message);
  });
});

group('the scale', () => {
  test.each(fields.data.options)(
    '%s: the floor is above 0 and far below a generator that knows nothing',
    (data) => {
      const { floor, nothing } = measureScale(layGround(1, { ...defaults, data }).heldOut, { data });
      expect(floor.mean).toBeGreaterThan(0);
      expect(floor.mean + 5 * floor.deviation).toBeLessThan(nothing / 2);
      expect(MODES[data]).toBe(modesOf(data)?.modes.length ?? 0);
    },
  );
});

group('the stored run', () => {
  test('is of the default settings and has each loss equally often', () => {
    expect({ ...recorded.params, trials: defaults.trials }).toEqual(defaults);
    expect(recorded.w1).toHaveLength(recorded.params.trials);
    expect(recorded.covered).toHaveLength(recorded.params.trials);
    expect(recorded.params.trials % LOSSES.length).toBe(0);
  });

  test('was made by this code: some of its trials come out the same (else `npm run measure:are-gans-equal`)', async () => {
    const ground = layGround(recorded.seed, recorded.params);
    expect(measureScale(ground.heldOut, recorded.params)).toEqual(recorded.scale);
    const again: (Trial | undefined)[] = [];
    for (const index of QUICK)
      again.push(await runTrial(ground, index, openSession('wasm'), new AbortController().signal));
    expect(again.map((trial) => trial?.w1)).toEqual(QUICK.map((index) => recorded.w1[index]));
  }, 30_000);
});

/** Trials of narrow networks, one of them of second order. */
const QUICK = [0, 9, 12];
