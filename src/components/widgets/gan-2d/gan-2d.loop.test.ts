import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
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

describe('gan2d', () => {
  test('the same seed gives the same frames, bit for bit; another seed others', async () => {
    for (const loss of fields.loss.options) {
      const [one, two, other] = [
        await runOf({ ...short, loss }, 3),
        await runOf({ ...short, loss }, 3),
        await runOf({ ...short, loss }, 4),
      ];
      expect(one.frames).toHaveLength(21);
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

  test('a frame keeps its promises: counts, shares and probabilities in range, shapes as stated', async () => {
    const { last } = await runOf(short, 3);
    expect(last?.generated).toHaveLength(2048);
    expect(last?.field).toHaveLength(48 * 48);
    expect(last?.field.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(last?.counts).toHaveLength(8);
    const counted = last?.counts.reduce((sum, count) => sum + count, 0) ?? NaN;
    expect(last?.closeShare).toBeCloseTo(counted / 1024, 12);
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
  ])('bad parameters are named: %j', async (bad, message) => {
    await expect(runOf({ ...short, ...bad }, 3)).rejects.toThrow(message);
  });
});
