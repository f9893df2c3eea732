import { describe, expect, test, vi } from 'vitest';
import type { Run } from '~/runtime/loop';
import type { Coder, Coders } from '../shared/coders';
import { PIXELS } from '../shared/test-digits';
import type { Frame } from './anomaly.frame';
import { GROUP, makeAnomaly, PART } from './anomaly.loop';
import { presets, type Params } from './anomaly.params';
import { histogramsOf } from './histogram';
import { WORST } from './judge';

const TWO = 2 * PART;

/** A run whose settings the test turns; `rested` counts how often the loop waited for the reader. */
function makeRun(first: Params, seed = 1) {
  let params = first;
  let wake: (() => void) | undefined;
  const abort = new AbortController();
  const rested = vi.fn();
  const run = {
    seed,
    params: () => params,
    changed: () => new Promise<void>((resolve) => (rested(), (wake = resolve))),
    signal: abort.signal,
    progress: () => undefined,
  } as unknown as Run<Params>;
  const set = (next: Partial<Params>) => {
    params = { ...params, ...next };
    wake?.();
  };
  return { run, set, rested, stop: () => (abort.abort(), wake?.()) };
}

/** A code of one number, the ink of the first pixel; the decoder paints it over the whole picture. Digit i has ink i/400 everywhere. */
function formulaLab(logvar?: number) {
  const encode = vi.fn<Coder['encode']>((pictures) => {
    const mean = Array.from({ length: pictures.length / PIXELS }, (_, i) => [pictures[i * PIXELS] ?? NaN]);
    return Promise.resolve({ mean, logvar: logvar === undefined ? undefined : mean.map(() => [logvar]) });
  });
  const decode: Coder['decode'] = (codes) =>
    Promise.resolve(Float32Array.from(codes.flatMap(([code]) => Array.from({ length: PIXELS }, () => code ?? NaN)))); // prettier-ignore
  const pictures = Float32Array.from({ length: 500 * PIXELS }, (_, i) => Math.floor(i / PIXELS) / 400);
  const release = vi.fn(() => Promise.resolve());
  const lab: Coders = {
    device: 'wasm',
    coders: [{ id: 'vae', encode, decode }],
    classify: undefined,
    digits: { pictures, labels: new Uint8Array(500) },
    notes: [],
    release,
  };
  // Clothes that no code of one grey restores: the first pixel is paper, the rest ink.
  const clothes = vi.fn(() =>
    Promise.resolve({
      pictures: Float32Array.from({ length: GROUP * PIXELS }, (_, i) => (i % PIXELS === 0 ? 0 : 1)),
      notes: [],
    }),
  );
  return { loop: makeAnomaly(() => Promise.resolve(lab), clothes), encode, release, clothes };
}

async function take(frames: AsyncGenerator<Frame, unknown>, count: number): Promise<Frame[]> {
  const taken: Frame[] = [];
  for (let i = 0; i < count; i += 1) {
    const { value, done } = await frames.next();
    if (done) throw new Error(`the loop ended after ${i} frames`);
    taken.push(value);
  }
  return taken;
}
const WHOLE = GROUP / PART;

describe('frames', () => {
  test('fifty of each, then more, until all are scored; then the loop rests', async () => {
    const { loop, release } = formulaLab();
    const { run, rested, stop } = makeRun(presets.fashion);
    const frames = loop(run);
    const taken = await take(frames, WHOLE);
    expect(taken.map(({ step }) => step)).toEqual(taken.map((_, i) => TWO * (i + 1)));
    expect(taken.map(({ normal, foreign }) => normal.length - foreign.length)).toEqual(taken.map(() => 0));
    expect(rested).not.toHaveBeenCalled();
    const next = frames.next();
    await vi.waitFor(() => expect(rested).toHaveBeenCalledOnce());
    stop();
    expect(await next).toEqual({ done: true, value: 'finished' });
    expect(release).toHaveBeenCalledOnce();
  });

  test('errors, area and mistakes by formula', async () => {
    const { loop } = formulaLab();
    const [frame] = await take(loop(makeRun(presets.fashion).run), 1);
    // Flat digits are restored exactly; clothes but for their first pixel not at all.
    expect(frame!.normal).toEqual(Array.from({ length: PART }, () => 0));
    expect(frame!.foreign[0]).toBeCloseTo((PIXELS - 1) / PIXELS, 12);
    expect(frame!.area).toBe(1);
    expect(frame!.misses.count).toBe(0);
    // Equal scores stand or fall together: at 5% none of them may raise an alarm.
    expect(frame!.falseAlarms.count).toBe(0);
    expect([frame!.curve.alarms, frame!.curve.hits]).toEqual([[0, 0, 1], [0, 1, 1]]); // prettier-ignore
  });

  test('ink: the worst false alarms have the most ink, and come with their restorations', async () => {
    const { loop } = formulaLab();
    const settings: Params = { ...presets.faint, score: 'ink', alarm: 20 };
    const last = (await take(loop(makeRun(settings).run), WHOLE)).at(-1)!;
    expect(last.falseAlarms.count).toBe(60);
    expect(last.threshold).toBeCloseTo((240 / 400) * PIXELS, 2);
    const { pictures, restored } = last.falseAlarms;
    expect(pictures).toHaveLength(WORST * PIXELS);
    expect([0, 1].map((i) => pictures[i * PIXELS])).toEqual([299 / 400, 298 / 400].map(Math.fround));
    expect(restored).toEqual(pictures);
    // A third of the ink: none reaches the threshold, and the palest is missed the worst.
    expect(last.misses.count).toBe(GROUP);
    expect(last.misses.pictures[PIXELS]).toBeCloseTo(1 / 1200, 6);
    expect(last.area).toBeLessThan(0.2);
  });

  test('−ELBO: Bernoulli and Gaussian by hand; an autoencoder has none and is judged by its error', async () => {
    const settings: Params = { ...presets.fashion, score: 'elbo' };
    const [frame] = await take(formulaLab(-2).loop(makeRun(settings).run), 1);
    const ink = 40 / 400;
    const kl = (ink ** 2 + Math.exp(-2) + 2 - 1) / 2;
    const entropy = -PIXELS * (ink * Math.log(ink) + (1 - ink) * Math.log(1 - ink));
    expect(frame!.score).toBe('elbo');
    expect(frame!.normal[40]).toBeCloseTo(kl + entropy, 3);
    const ae: Params = { ...settings, model: 'autoencoder-mnist-16d' };
    const [plain] = await take(formulaLab().loop(makeRun(ae).run), 1);
    expect(plain!.score).toBe('error');
    expect(plain!.normal[40]).toBe(0);
  });

  test('at 0% no digit raises an alarm and the threshold is a number', async () => {
    const settings: Params = { ...presets.fashion, score: 'ink', alarm: 0 };
    const last = (await take(formulaLab().loop(makeRun(settings).run), WHOLE)).at(-1)!;
    expect(last.falseAlarms.count).toBe(0);
    expect(last.threshold).toBeGreaterThan((299 / 400) * PIXELS - 1e-3);
    expect(last.misses.count).toBe(0);
  });

  test('strangers made of digits', async () => {
    const first = async (foreign: Params['foreign'], seed = 1) =>
      (
        await take(formulaLab().loop(makeRun({ ...presets.fashion, foreign, score: 'ink' }, seed).run), 1)
      )[0]!;
    const inkOf = ({ foreign }: Frame) => foreign[20];
    expect(inkOf(await first('upside'))).toBeCloseTo(0.05 * PIXELS, 3);
    expect(inkOf(await first('speckle'))).toBeCloseTo(0.05 * PIXELS, 3);
    expect(inkOf(await first('negative'))).toBeCloseTo(0.95 * PIXELS, 3);
    expect(inkOf(await first('faint'))).toBeCloseTo((0.05 / 3) * PIXELS, 3);
    expect(await first('speckle', 7)).toEqual(await first('speckle', 7));
  });
});

describe('the reader', () => {
  test('another threshold or score judges anew and scores nothing; strangers of before are kept', async () => {
    const { loop, encode, clothes } = formulaLab();
    const { run, set } = makeRun(presets.fashion);
    const frames = loop(run);
    await take(frames, WHOLE);
    const calls = encode.mock.calls.length;
    const after = async (next: Partial<Params>) => {
      const coming = frames.next();
      set(next);
      return (await coming).value as Frame;
    };
    expect((await after({ alarm: 50 })).step).toBe(2 * GROUP);
    expect((await after({ score: 'ink' })).falseAlarms.count).toBe(GROUP / 2);
    expect(encode.mock.calls.length).toBe(calls);
    const turned = await after({ foreign: 'upside' });
    expect([turned.normal.length, turned.foreign.length]).toEqual([GROUP, PART]);
    expect(turned.step).toBe(2 * GROUP + PART);
    await take(frames, WHOLE - 1);
    expect((await after({ foreign: 'fashion' })).foreign).toHaveLength(GROUP);
    expect(encode.mock.calls.length).toBe(calls + WHOLE);
    expect(clothes).toHaveBeenCalledOnce();
  });
});

describe('bad input', () => {
  test.each([
    [{ alarm: 51 }, /alarm: expected 0 … 50, found 51/],
    [{ foreign: 'cats' as 'fashion' }, /foreign: expected fashion \| upside/],
    [{ runtime: 'abacus' as 'wasm' }, /runtime: expected wasm \| webgpu, found "abacus"/],
  ])('%o is refused before anything is downloaded', async (bad, message) => {
    const open = vi.fn();
    const run = makeRun({ ...presets.fashion, ...bad }).run;
    await expect(makeAnomaly(open, vi.fn())(run).next()).rejects.toThrow(message);
    expect(open).not.toHaveBeenCalled();
  });
});

test('histograms: common bins from the least score to the largest; every picture is counted once', () => {
  const { domain, xs, normal, foreign, most } = histogramsOf([0, 1, 1], [4]);
  expect(domain).toEqual([0, 4]);
  expect([xs.length, normal.length, foreign.length]).toEqual([82, 82, 82]);
  const sum = (outline: readonly number[]) => outline.reduce((total, n) => total + n, 0) / 2;
  expect([sum(normal), sum(foreign), most]).toEqual([3, 1, 2]);
  expect(foreign.at(-2)).toBe(1);
  expect(histogramsOf([2], [2]).domain[1]).toBeCloseTo(3, 12);
});
