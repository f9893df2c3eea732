import { describe, expect, test, vi } from 'vitest';
import type { Run } from '~/runtime/loop';
import type { Coder, Coders, OpenCoders } from '../shared/coders';
import { defaultsOf } from '../shared/fields';
import { PIXELS } from '../shared/test-digits';
import { CURVE_DIGITS, strengthsOf, type Frame } from './denoise.frame';
import { makeDenoise } from './denoise.loop';
import { fields, MODEL_IDS, type Params } from './denoise.params';

const defaults = defaultsOf(fields);
const GAUSSIAN = strengthsOf('gaussian').length;

const pictures = Float32Array.from({ length: 500 * PIXELS }, (_, i) => (i % 7) / 6);
const labels = Uint8Array.from({ length: 500 }, (_, i) => i % 10);

/** A coder that answers every picture with the same grey. */
const answering = (id: string, grey: number): Coder => ({
  id,
  encode: (noisy) =>
    Promise.resolve({ mean: Array.from({ length: noisy.length / PIXELS }, () => [0]), logvar: undefined }),
  decode: (codes) => Promise.resolve(new Float32Array(codes.length * PIXELS).fill(grey)),
});

function makeOpen(grey = 0.5) {
  const release = vi.fn(() => Promise.resolve());
  const encoded: number[] = [];
  const coders = [answering(MODEL_IDS[0], grey), answering(MODEL_IDS[1], 0)].map((coder) => ({
    ...coder,
    encode: (noisy: Float32Array) => (encoded.push(noisy.length / PIXELS), coder.encode(noisy)),
  }));
  const opened: Coders = {
    ...{ device: 'wasm', coders, classify: undefined, digits: { pictures, labels }, notes: [], release },
  };
  return { open: vi.fn<OpenCoders>(() => Promise.resolve(opened)), release, encoded };
}

/** A run whose settings the test turns; `changed` resolves when it does. */
function makeRun(first: Params = defaults, seed = 0) {
  let params = first;
  let seen = false;
  let wake: (() => void) | undefined;
  const abort = new AbortController();
  const run = {
    seed,
    params: () => ((seen = true), params),
    changed: () => new Promise<void>((done) => (seen && !abort.signal.aborted ? (wake = done) : done())),
    signal: abort.signal,
    progress: () => undefined,
  } as unknown as Run<Params>;
  const set = (next: Partial<Params>) => {
    params = { ...params, ...next };
    seen = false;
    wake?.();
  };
  return { run, set, stop: () => (abort.abort(), wake?.()) };
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

const meanSquare = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length;

describe('frames', () => {
  test('the first has the four pictures and their errors, before any curve', async () => {
    const { open, encoded } = makeOpen();
    const [first] = await take(makeDenoise(open)(makeRun().run), 1);
    expect(encoded).toEqual([1, 1]);
    expect(first).toMatchObject({ step: 2, digit: 4, label: 4, kind: 'gaussian', strength: 0.5, curve: [] });
    expect(first!.clean).toEqual(pictures.slice(4 * PIXELS, 5 * PIXELS));
    expect(first!.denoiser).toEqual(new Float32Array(PIXELS).fill(0.5));
    expect(first!.autoencoder).toEqual(new Float32Array(PIXELS));
    expect(first!.errors.noisy).toBeCloseTo(meanSquare(first!.noisy, first!.clean), 10);
    expect(first!.errors.denoiser).toBeCloseTo(meanSquare(first!.denoiser, first!.clean), 10);
    expect(first!.errors.autoencoder).toBeCloseTo(meanSquare(first!.autoencoder, first!.clean), 10);
  });

  test('then one strength a frame, each the mean over a hundred digits', async () => {
    const frames = await take(makeDenoise(makeOpen().open)(makeRun().run), GAUSSIAN + 1);
    expect(frames.map(({ curve }) => curve.length)).toEqual(
      Array.from({ length: GAUSSIAN + 1 }, (_, i) => i),
    );
    const last = frames.at(-1)!;
    expect(last.curve.map(({ strength }) => strength)).toEqual(strengthsOf('gaussian'));
    expect(last.step).toBe(2 + 2 * CURVE_DIGITS * GAUSSIAN);
    const clean = pictures.slice(0, CURVE_DIGITS * PIXELS);
    const grey = new Float32Array(clean.length).fill(0.5);
    expect(last.curve[0]).toMatchObject({ strength: 0, noisy: 0 });
    expect(last.curve[0]!.denoiser).toBeCloseTo(meanSquare(grey, clean), 6);
  });

  test('says what it costs to answer with the mean of the digits beyond the curve’s', async () => {
    const [first] = await take(makeDenoise(makeOpen().open)(makeRun().run), 1);
    // Every picture begins 784 = 7 · 112 elements after the one before: all are equal, and so is their mean.
    expect(first!.meanDigit).toBeCloseTo(0, 10);
  });

  test('same seed, same frames; another seed, other noise', async () => {
    const once = (seed: number) => take(makeDenoise(makeOpen().open)(makeRun(defaults, seed).run), 3);
    const [first, again, other] = [await once(1), await once(1), await once(2)];
    expect(again).toEqual(first);
    expect(other[0]!.noisy).not.toEqual(first[0]!.noisy);
  });

  test('each frame owns its arrays: transferring one away does not harm the next', async () => {
    const frames = makeDenoise(makeOpen().open)(makeRun().run);
    const [first] = await take(frames, 1);
    const before = first!.noisy.slice();
    structuredClone(first, {
      transfer: [first!.clean, first!.noisy, first!.denoiser, first!.autoencoder].map(
        ({ buffer }) => buffer as ArrayBuffer,
      ),
    });
    const [second] = await take(frames, 1);
    expect(second!.noisy).toEqual(before);
    expect(second!.errors).toEqual(first!.errors);
  });
});

describe('the reader', () => {
  test('once all stands the loop rests; a drag is taken up at its end and leaves the curve', async () => {
    const { open, encoded } = makeOpen();
    const { run, set } = makeRun();
    const frames = makeDenoise(open)(run);
    const before = (await take(frames, GAUSSIAN + 1)).at(-1)!;
    const asked = encoded.length;
    const next = frames.next();
    await new Promise((done) => setTimeout(done, 5));
    expect(encoded).toHaveLength(asked);
    for (const sigma of [0.6, 0.7, 0.8]) set({ sigma });
    const after = (await next).value as Frame;
    expect(after).toMatchObject({ strength: 0.8, step: before.step + 2, curve: before.curve });
    expect(encoded.slice(asked)).toEqual([1, 1]);
  });

  test('another kind of noise is another curve', async () => {
    const { run, set } = makeRun();
    const frames = makeDenoise(makeOpen().open)(run);
    await take(frames, GAUSSIAN + 1);
    set({ kind: 'erased' });
    const [first, second] = await take(frames, 2);
    expect(first).toMatchObject({ kind: 'erased', strength: 0.4, curve: [] });
    expect(second!.curve.map(({ strength }) => strength)).toEqual([0]);
  });

  test('her digit comes before the next point of the curve', async () => {
    const { run, set } = makeRun();
    const frames = makeDenoise(makeOpen().open)(run);
    await take(frames, 3);
    set({ digit: 9 });
    const [moved, then] = await take(frames, 2);
    expect([moved!.digit, moved!.curve.length]).toEqual([9, 2]);
    expect(then!.curve).toHaveLength(3);
  });

  test('reset ends the loop and frees the networks', async () => {
    const { open, release } = makeOpen();
    const { run, stop } = makeRun();
    const frames = makeDenoise(open)(run);
    await take(frames, GAUSSIAN + 1);
    const next = frames.next();
    stop();
    expect(await next).toEqual({ done: true, value: 'finished' });
    expect(release).toHaveBeenCalledTimes(1);
  });
});

describe('bad input', () => {
  test.each([
    [{ digit: 500 }, /digit: expected 0 … 499.*, found 500/],
    [{ sigma: -1 }, /sigma: expected 0 … 2, found -1/],
    [{ kind: 'snow' as 'erased' }, /kind: expected gaussian \| erased, found "snow"/],
  ])('%o is refused before anything is downloaded', async (bad, message) => {
    const { open } = makeOpen();
    await expect(makeDenoise(open)(makeRun({ ...defaults, ...bad }).run).next()).rejects.toThrow(message);
    expect(open).not.toHaveBeenCalled();
  });

  test('a network that gives no number is an error, named, and all are released', async () => {
    const { open, release } = makeOpen(NaN);
    await expect(makeDenoise(open)(makeRun().run).next()).rejects.toThrow(
      /denoiser-mnist-16d: expected ink in 0 … 1, found NaN/,
    );
    expect(release).toHaveBeenCalledTimes(1);
  });
});
