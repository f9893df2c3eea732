import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { encodePoints } from '~/methods/toy-data/drawn';
import { verdictKind } from '~/methods/toy-gan/options';
import { openSession } from '~/runtime/executors';
import { fields, presets, type Params } from './gan-2d.params';
import { gan2d, type Frame } from './gan-2d.loop';
import shipped from './poster.json';

type Settings = Params | (() => Params);

/** All frames of a run on the wasm executor, and how it ended; `until` stops it early. */
async function runOf(settings: Settings, seed: number, until: (frame: Frame) => boolean = () => false) {
  const abort = new AbortController();
  const frames: Frame[] = [];
  const loop = gan2d({
    seed,
    rng: createRng(seed),
    params: typeof settings === 'function' ? settings : () => settings,
    changed: () => Promise.resolve(),
    openSession: openSession('wasm'),
    progress: () => undefined,
    signal: abort.signal,
  });
  for (;;) {
    const { done, value } = await loop.next();
    if (done) return { frames, reason: value, last: frames.at(-1) };
    frames.push(value);
    if (until(value)) abort.abort();
  }
}

const short: Params = { ...presets.ring, stepsPerFrame: 5, steps: 100, hidden: 16, batch: 64 };

// Runs of thousands of steps take seconds; on a loaded machine many.
describe('gan2d', { timeout: 60_000 }, () => {
  test('the same seed gives the same frames, bit for bit; another seed others', async () => {
    for (const loss of fields.loss.options) {
      const settings = { ...short, loss, stepsPerFrame: 50 };
      const [one, two, other] = [
        await runOf(settings, 3),
        await runOf(settings, 3),
        await runOf(settings, 4),
      ];
      expect(one.frames).toHaveLength(3);
      expect(two.frames).toEqual(one.frames);
      expect(other.last?.generated).not.toEqual(one.last?.generated);
    }
  });

  test('steps per frame change how often one looks, not the run', async () => {
    const often = await runOf(short, 3);
    const seldom = await runOf({ ...short, stepsPerFrame: 50 }, 3);
    expect(seldom.last).toEqual(often.last);
  });

  test('the first frame is the state before training; the run ends after its steps', async () => {
    const { frames, reason, last } = await runOf({ ...short, steps: 103 }, 3);
    expect(frames[0]).toMatchObject({ step: 0, lossD: NaN, lossG: NaN });
    expect(last?.step).toBe(103);
    expect(reason).toBe('finished');
  });

  test('the first frame does not wait for the floors; later ones have them, all the same', async () => {
    const { frames } = await runOf(short, 3);
    const [first, second, ...later] = frames.map(({ jsFloor, w1Floor }) => ({ jsFloor, w1Floor }));
    const none = { mean: NaN, spread: NaN };
    expect(first).toEqual({ jsFloor: none, w1Floor: none });
    expect(Object.values(second ?? {}).every(({ mean, spread }) => mean > spread && spread > 0)).toBe(true);
    for (const each of later) expect(each).toEqual(second);
  });

  test('a frame keeps its promises: counts, shares and probabilities in range, shapes as stated', async () => {
    const { last } = await runOf(short, 3);
    expect(last?.generated).toHaveLength(2048);
    expect(last?.field).toHaveLength(48 * 48);
    expect(last?.field.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(last?.counts).toHaveLength(8);
    const counted = last?.counts.reduce((sum, count) => sum + count, 0) ?? NaN;
    expect(last?.closeShare).toBeCloseTo(counted / 1024, 12);
  });

  test('every loss fills its frame: shapes, kind of verdict, floors; k and M for BEGAN alone', async () => {
    for (const loss of fields.loss.options) {
      const { last } = await runOf({ ...short, loss, stepsPerFrame: 100 }, 3);
      expect(last?.fieldKind).toBe(verdictKind(loss));
      expect([last?.gradients.length, last?.manifold.length, last?.manifoldRows]).toEqual([2048, 1250, 25]);
      for (const key of ['js', 'w1', 'lossD', 'lossG', 'judgedReal', 'judgedFake', 'pull'] as const)
        expect(Number.isFinite(last?.[key])).toBe(true);
      expect(last?.js).toBeGreaterThan(last?.jsFloor.mean ?? NaN);
      expect(Number.isNaN(last?.beganK)).toBe(loss !== 'began');
      expect(Number.isNaN(last?.beganM)).toBe(loss !== 'began');
      if (last?.fieldKind === 'energy') expect(last.field.every((energy) => energy >= 0)).toBe(true);
    }
  });

  test('data with modes are counted, others not; drawn data lie where they were drawn', async () => {
    const only = { ...short, stepsPerFrame: 100 };
    const grid = await runOf({ ...only, data: 'grid' }, 3);
    expect([grid.last?.modes, grid.last?.counts.length]).toEqual([25, 25]);
    const spiral = await runOf({ ...only, data: 'spiral' }, 3);
    expect([spiral.last?.modes, spiral.last?.counts.length, spiral.last?.closeShare]).toEqual([0, 0, NaN]);
    const corner = await runOf({ ...only, data: 'drawn', drawn: encodePoints([[2, -2]]) }, 3);
    expect(corner.last?.real.every((value, i) => Math.abs(value - (i % 2 ? -2 : 2)) < 0.6)).toBe(true);
  });

  test('noise of one dimension: its lattice is one row', async () => {
    const { last } = await runOf({ ...short, noise: 1, stepsPerFrame: 100 }, 3);
    expect([last?.manifoldRows, last?.manifold.length]).toEqual([1, 50]);
  });

  test('one player alone: the other rests, and the turns still come to an end', async () => {
    const judge = await runOf({ ...short, train: 'judge', k: 5, stepsPerFrame: 50 }, 3);
    expect(judge.last).toMatchObject({ step: 100, judgeSteps: 100, generatorSteps: 0, lossG: NaN });
    expect(judge.last?.generated).toEqual(judge.frames[0]?.generated);
    expect(judge.last?.field).not.toEqual(judge.frames[0]?.field);
    const generator = await runOf({ ...short, train: 'generator', stepsPerFrame: 50 }, 3);
    expect(generator.last).toMatchObject({ step: 100, judgeSteps: 0, generatorSteps: 100, lossD: NaN });
    expect(generator.last?.generated).not.toEqual(generator.frames[0]?.generated);
    expect([judge.reason, generator.reason]).toEqual(['finished', 'finished']);
  });

  test('both players: k steps of the judge a turn', async () => {
    const { last } = await runOf({ ...short, k: 3, stepsPerFrame: 100 }, 3);
    expect(last).toMatchObject({ step: 100, judgeSteps: 300, generatorSteps: 100 });
  });

  test('minimax learns the ring: all eight modes with the shipped seed within 1,500 steps', async () => {
    const { last } = await runOf(presets.ring, shipped.seed, ({ covered }) => covered === 8);
    expect(last?.covered).toBe(8);
    expect(last?.step).toBeLessThanOrEqual(1500);
  });

  test('the Wasserstein loss learns the ring too: within 1,000 generator steps', async () => {
    const { last } = await runOf(presets.wasserstein, shipped.seed, ({ covered }) => covered === 8);
    expect(last?.covered).toBe(8);
    expect(last?.step).toBeLessThanOrEqual(1000);
  });

  test('the paper’s λ = 10 takes more than twice the steps on the ring, as the widget says', async () => {
    const all = ({ covered }: Frame) => covered === 8;
    const own = await runOf(presets.wasserstein, shipped.seed, all);
    const limit = 2 * (own.last?.step ?? NaN);
    const paper = await runOf(
      { ...presets.wasserstein, penalty: 10 },
      shipped.seed,
      (frame) => all(frame) || frame.step >= limit,
    );
    expect(own.last?.covered).toBe(8);
    expect(paper.last?.covered).toBeLessThan(8);
  });

  test('a strong judge: with minimax no gradient reaches the samples and they stay; with the other loss they move', async () => {
    const after = ({ step }: Frame) => step >= 300;
    const stuck = await runOf(presets.vanishing, shipped.seed, after);
    expect(stuck.last?.pull).toBeLessThan(1e-3);
    expect(stuck.last?.judgedFake).toBeLessThan(1e-3);
    expect(stuck.last?.generated.every((coordinate) => Math.abs(coordinate) < 1)).toBe(true);
    const moved = await runOf(presets.cured, shipped.seed, after);
    expect(moved.last?.pull).toBeGreaterThan(1);
    expect(moved.last?.generated.some((coordinate) => Math.abs(coordinate) > 1.5)).toBe(true);
  });

  test('absurd learning rates diverge: a result with a last frame, not an error', async () => {
    const { reason, last } = await runOf(presets.diverging, shipped.seed);
    expect(reason).toBe('diverged');
    expect(last?.generated.every(Number.isFinite)).toBe(true);
    expect(last?.step).toBeGreaterThan(0);
    expect(last?.step).toBeLessThan(1000);
  });

  test('a learning rate that is changed in mid-run is taken up', async () => {
    let rateG = 1e-3;
    const { frames } = await runOf(
      () => ({ ...short, rateG, rateD: 1e-3 }),
      3,
      ({ step }) => {
        if (step === 50) rateG = 1e-5;
        return false;
      },
    );
    const moved = (from: number, to: number) =>
      Math.max(
        ...(frames[from]?.generated.map((value, at) =>
          Math.abs(value - (frames[to]?.generated[at] ?? NaN)),
        ) ?? []),
      );
    expect(moved(15, 20)).toBeLessThan(moved(5, 10) / 5);
  });

  test.each([
    [{ rateG: 7 }, 'rateG: expected 0.00001 … 1, found 7'],
    [{ batch: 0 }, 'batch: expected 8 … 512, ∈ ℤ, found 0'],
    [{ loss: 'vanilla' as 'minimax' }, `loss: expected ${fields.loss.options.join(' | ')}, found "vanilla"`],
    [{ penalty: NaN }, 'penalty: expected 0 … 100, found NaN'],
    [{ drawn: '' }, 'drawn: expected ([A-Za-z0-9_-]²)ⁿ, 1 ≤ n ≤ 200, found ""'],
  ])('bad parameters are named: %j', async (bad, message) => {
    await expect(runOf({ ...short, ...bad }, 3)).rejects.toThrow(message);
  });
});
