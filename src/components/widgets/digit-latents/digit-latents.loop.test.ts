import { describe, expect, test, vi } from 'vitest';
import type { Run } from '~/runtime/loop';
import { defaultsOf } from '../shared/fields';
import type { Frame } from './digit-latents.frame';
import { makeDigitLatents } from './digit-latents.loop';
import { fields, type Params } from './digit-latents.params';
import { PIXELS, priorSpace, type Lab, type LatentModel, type OpenLab } from './lab';
import { CELLS, STRIP } from './latent-plane';

const defaults = defaultsOf(fields);

/** A decoder by formula: pixel i of z is σ(z₁ + i/784) for even i and σ(z₂) for odd. */
const pixel = ([z1 = NaN, z2 = NaN]: readonly number[], i: number) =>
  Math.fround(1 / (1 + Math.exp(-(i % 2 ? z2 : z1 + i / PIXELS))));
function formulaDecoder(more: Partial<LatentModel> = {}, others: readonly LatentModel[] = []) {
  const release = vi.fn(() => Promise.resolve());
  const decode = vi.fn<LatentModel['decode']>((points) =>
    Promise.resolve(
      Float32Array.from({ length: points.length * PIXELS }, (_, i) =>
        pixel(points[Math.floor(i / PIXELS)]!, i % PIXELS),
      ),
    ),
  );
  const codes = { z: Float32Array.from([0, 0, 5, 5]), labels: Uint8Array.from([3, 7]) };
  const encode: LatentModel['encode'] = () => Promise.reject(new Error('nothing was drawn'));
  const known = { name: 'vae-1', size: 2, space: priorSpace(2), kl: undefined } as const;
  const model: LatentModel = { ...known, codes, decode, encode, ...more };
  const testDigits = () => Promise.resolve(new Float32Array());
  const models = [model, ...others];
  const lab: Lab = { device: 'wasm', models, testDigits, notes: () => [], release };
  return { open: (() => Promise.resolve(lab)) satisfies OpenLab, decode, release, model };
}

/** A run whose settings the test turns; `changed` resolves when it does. */
function makeRun(first: Params = defaults) {
  let params = first;
  let seen = false;
  let wake: (() => void) | undefined;
  const abort = new AbortController();
  const run = {
    params: () => ((seen = true), params),
    changed: () =>
      new Promise<void>((resolve) => (seen && !abort.signal.aborted ? (wake = resolve) : resolve())),
    signal: abort.signal,
    progress: () => undefined,
  } as unknown as Run<Params>;
  const set = (next: Partial<Params>) => {
    params = { ...params, ...next };
    seen = false;
    wake?.();
  };
  const stop = () => (abort.abort(), wake?.());
  return { run, set, stop };
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

describe('frames', () => {
  test('the digit appears in the first frame, the grid row by row, and each pixel is the decoder’s', async () => {
    const { run } = makeRun({ ...defaults, z1: 0.5, z2: -1 });
    const frames = await take(makeDigitLatents(formulaDecoder().open)(run), CELLS);
    const first = frames[0]!.planes[0]!;
    expect(first.here.at).toEqual({ z1: 0.5, z2: -1 });
    expect([...first.digit]).toEqual(
      Array.from({ length: PIXELS }, (_, i) => pixel([first.here.at.z1, first.here.at.z2], i)),
    );
    expect(frames.map(({ planes }) => planes[0]?.cellsDone)).toEqual(
      Array.from({ length: CELLS }, (_, i) => (i + 1) * CELLS),
    );
    const last = frames.at(-1)!.planes[0]!;
    // Row 2, column 5: z = (−4 + 5.5/2, 4 − 2.5/2).
    const expected = Array.from({ length: PIXELS }, (_, i) => Math.round(255 * pixel([-1.25, 2.75], i)));
    const at = (2 * CELLS + 5) * PIXELS;
    expect([...last.cells.subarray(at, at + PIXELS)]).toEqual(expected);
    expect(frames.at(-1)!.step).toBe(CELLS * (1 + STRIP) + CELLS * CELLS);
  });

  test('the strip begins at the other end of the line and ends at the digit', async () => {
    const { run } = makeRun({ ...defaults, z1: 2, z2: 1, from1: -2, from2: 0 });
    const [{ planes: [frame] } = { planes: [] }] = await take(
      makeDigitLatents(formulaDecoder().open)(run),
      1,
    );
    expect(frame?.strip).toHaveLength(STRIP * PIXELS);
    expect([...(frame?.strip.slice(0, PIXELS) ?? [])]).toEqual(
      Array.from({ length: PIXELS }, (_, i) => pixel([-2, 0], i)),
    );
    expect(frame?.strip.slice(-PIXELS)).toEqual(frame?.digit);
  });

  test('same settings, same frames', async () => {
    const once = () => take(makeDigitLatents(formulaDecoder().open)(makeRun().run), 4);
    expect(await once()).toEqual(await once());
  });

  test('each frame owns its arrays: transferring one away does not harm the next', async () => {
    const frames = makeDigitLatents(formulaDecoder().open)(makeRun().run);
    const [{ planes: [first] } = { planes: [] }] = await take(frames, 1);
    structuredClone(first, {
      transfer: [first!.cells.buffer, first!.digit.buffer, first!.codes.z.buffer] as ArrayBuffer[],
    });
    const [{ planes: [second] } = { planes: [] }] = await take(frames, 1);
    expect(second?.cells).toHaveLength(CELLS * CELLS * PIXELS);
    expect(second?.cells[0]).toBeGreaterThan(0);
    expect(second?.codes.z).toHaveLength(4);
  });

  test('says the share of the prior and whose codes are near', async () => {
    const { run } = makeRun({ ...defaults, z1: 0, z2: 2 });
    const [{ planes: [frame] } = { planes: [] }] = await take(
      makeDigitLatents(formulaDecoder().open)(run),
      1,
    );
    expect(frame?.here.priorMass).toBeCloseTo(0.8647, 4);
    expect(frame?.here.neighbourhood).toMatchObject({ digit: 3, votes: 1, asked: 2 });
  });
});

describe('the reader', () => {
  test('once the grid stands the loop rests until a setting changes, and takes the newest of several', async () => {
    const { open, decode } = formulaDecoder();
    const { run, set } = makeRun();
    const frames = makeDigitLatents(open)(run);
    await take(frames, CELLS);
    const calls = decode.mock.calls.length;
    const next = frames.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(decode.mock.calls.length).toBe(calls);
    for (const z1 of [0.1, 0.2, 0.3]) set({ z1 });
    expect(((await next).value as Frame).planes[0]?.here.at.z1).toBe(0.3);
    expect(decode.mock.calls.length).toBe(calls + 1);
    expect(decode.mock.calls.at(-1)?.[0]).toHaveLength(1 + STRIP);
  });

  test('reset ends the loop and frees the decoder', async () => {
    const { open, release } = formulaDecoder();
    const { run, stop } = makeRun();
    const frames = makeDigitLatents(open)(run);
    await take(frames, CELLS);
    const next = frames.next();
    stop();
    expect(await next).toEqual({ done: true, value: 'finished' });
    expect(release).toHaveBeenCalledTimes(1);
  });
});

describe('bad input', () => {
  test.each([
    [{ z1: 5 }, /z1: expected -4 … 4, found 5/],
    [{ z2: NaN }, /z2: expected/],
    [{ runtime: 'abacus' as 'wasm' }, /runtime: expected wasm \| webgpu, found "abacus"/],
  ])('%o is refused before anything is downloaded', async (bad, message) => {
    const open = vi.fn(formulaDecoder().open);
    await expect(makeDigitLatents(open)(makeRun({ ...defaults, ...bad }).run).next()).rejects.toThrow(
      message,
    );
    expect(open).not.toHaveBeenCalled();
  });

  test('a decoder that gives no number, or too few, is an error and is released', async () => {
    const nan = formulaDecoder({
      decode: (points) => Promise.resolve(new Float32Array(points.length * PIXELS).fill(NaN)),
    });
    await expect(makeDigitLatents(nan.open)(makeRun().run).next()).rejects.toThrow(
      /expected probabilities, found NaN/,
    );
    expect(nan.release).toHaveBeenCalled();
    const short = formulaDecoder({ decode: () => Promise.resolve(new Float32Array(3)) });
    await expect(makeDigitLatents(short.open)(makeRun().run).next()).rejects.toThrow(
      /expected \d+ values, found 3/,
    );
  });
});
