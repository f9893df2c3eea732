import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Run } from '~/runtime/loop';
import { makeOpenCoders, type Coder, type Coders } from '../shared/coders';
import { PIXELS } from '../shared/test-digits';
import { PAIRS } from './crowd';
import { measuresOf } from './describe';
import type { Frame } from './interpolate.frame';
import { makeInterpolate, STRIP } from './interpolate.loop';
import { presets, WAYS, type Params } from './interpolate.params';
import { greyOf } from './ways';

const SITE = 'https://example.org/course/';

/** The site as files: what the shipped page would get. */
const files = vi.fn<typeof fetch>((input) => {
  const { pathname } = new URL(input as string);
  const path = /^\/course\/(models|data)\//.test(pathname)
    ? `public/${pathname.slice('/course/'.length)}`
    : pathname.replace(/^\//, '');
  return Promise.resolve(new Response(new Uint8Array(readFileSync(resolve(path)))));
});

function makeRun(params: () => Params, seed = 1): Run<Params> {
  return {
    seed,
    params,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
    progress: () => undefined,
  } as unknown as Run<Params>;
}

async function take(frames: AsyncGenerator<Frame, unknown>, count: number): Promise<Frame[]> {
  const taken: Frame[] = [];
  for (let i = 0; i < count; i += 1) {
    const { value, done } = await frames.next();
    if (done) throw new Error(`the loop ended after ${i} frames`);
    taken.push(value);
  }
  await frames.return('finished');
  return taken;
}
const shipped = (params: () => Params, count: number, seed = 1) =>
  take(makeInterpolate(makeOpenCoders({ base: SITE, fetch: files }))(makeRun(params, seed)), count);

/** A code of two numbers, the ink of the first two pixels; the decoder paints them all over the picture. */
function formulaLab() {
  const coder = (id: string): Coder => ({
    id,
    encode: (pictures) =>
      Promise.resolve({
        mean: Array.from({ length: pictures.length / PIXELS }, (_, i) => [...pictures.subarray(i * PIXELS, i * PIXELS + 2)]), // prettier-ignore
        logvar: undefined,
      }),
    decode: (codes) =>
      Promise.resolve(Float32Array.from(codes.flatMap((code) => Array.from({ length: PIXELS }, (_, i) => code[i % 2] ?? NaN)))), // prettier-ignore
  });
  const pictures = Float32Array.from({ length: 500 * PIXELS }, (_, i) => {
    const picture = Math.floor(i / PIXELS);
    return (picture % 2 === i % 2 ? 3 : 4) / 5;
  });
  const release = vi.fn(() => Promise.resolve());
  const lab: Coders = {
    device: 'wasm',
    coders: ['ae', 'acai', 'vae'].map(coder),
    // Sure of the digit 0 by the ink of the first pixel.
    classify: (seen) =>
      Promise.resolve(Array.from({ length: seen.length / PIXELS }, (_, i) => [seen[i * PIXELS] ?? NaN, ...Array.from({ length: 9 }, () => 0)])), // prettier-ignore
    digits: { pictures, labels: Uint8Array.from({ length: 500 }, (_, i) => i % 2) },
    notes: [],
    release,
  };
  return { lab, release };
}

describe('frames', () => {
  test('strips run from end to end; the picture at t is the decoder’s of the code at t; the crowd grows', async () => {
    const { lab, release } = formulaLab();
    const params: Params = { ...presets.near, first: 0, second: 1, t: 0.25 };
    const frames = await take(makeInterpolate(() => Promise.resolve(lab))(makeRun(() => params)), 7);
    const [first] = frames;
    expect(first?.rows.map(({ way }) => way)).toEqual([...WAYS]);
    expect(first?.labels).toEqual([0, 1]);
    expect(first?.crowd).toEqual([]);
    for (const { way, strip, here, seen, squares } of first?.rows ?? []) {
      expect(strip, way).toHaveLength(STRIP * PIXELS);
      expect([strip[0], strip[(STRIP - 1) * PIXELS]]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
      expect(here[0]).toBeCloseTo(0.65, 6);
      expect(seen.map(({ share }) => share.toFixed(3))[4]).toBe('0.700');
      if (way !== 'pixels') expect(squares?.[2]).toBeCloseTo(0.65 ** 2 + 0.75 ** 2, 6);
    }
    expect(frames.slice(1).map(({ crowd }) => crowd[0]?.pairs)).toEqual([40, 80, 120, 160, 200, 200]);
    const last = frames.at(-1)!;
    expect(last.of).toBe(PAIRS);
    // The ink of the middle's first pixel is 0.6, 0.7 or 0.8 by the parity of its ends: the mean lies between.
    for (const { sure } of last.crowd) expect(sure).toBeGreaterThan(0.6);
    expect(last.floor?.sure).toBeCloseTo(0.7, 6);
    expect(release).toHaveBeenCalledOnce();
  });

  test('on the arc the code keeps its length; pixels are mixed in a line all the same', async () => {
    const { lab } = formulaLab();
    const params: Params = { ...presets.arc, first: 0, second: 1 };
    const [frame] = await take(makeInterpolate(() => Promise.resolve(lab))(makeRun(() => params)), 1);
    const [pixels, ae] = frame?.rows ?? [];
    expect(ae?.squares?.[2]).toBeCloseTo(1, 6);
    expect(pixels?.here[0]).toBeCloseTo(0.7, 6);
  });

  test('another path begins the crowd anew', async () => {
    const { lab } = formulaLab();
    let asked = 0;
    const params = (): Params => ({ ...presets.near, path: (asked += 1) < 8 ? 'line' : 'arc' });
    const frames = await take(makeInterpolate(() => Promise.resolve(lab))(makeRun(params)), 6);
    const pairs = frames.map(({ crowd }) => crowd[0]?.pairs ?? 0);
    expect(pairs.filter((count, i) => count < (pairs[i - 1] ?? 0))).toHaveLength(1);
  });

  test('a picture’s grey', () => {
    expect(greyOf([0, 0.5, 1, 0.9])).toBe(0.25);
  });
});

describe('the shipped models', () => {
  test('what words and chapter say of the middles of 200 pairs, with three seeds', async () => {
    for (const seed of [1, 2, 3]) {
      const last = (await shipped(() => presets.near, 7, seed)).at(-1)!;
      const [pixels, ae, acai, vae] = last.crowd;
      expect(last.crowd.map(({ pairs }) => pairs)).toEqual([PAIRS, PAIRS, PAIRS, PAIRS]);
      // Grey: hardly more than digits, then the plain autoencoder, the VAE, the double exposure.
      expect(last.floor!.grey).toBeLessThan(acai!.grey);
      expect(acai!.grey).toBeLessThan(1.35 * last.floor!.grey);
      expect(acai!.grey).toBeLessThan(ae!.grey);
      expect(ae!.grey).toBeLessThan(vae!.grey);
      expect(vae!.grey).toBeLessThan(pixels!.grey);
      // A third digit: from a quarter to two fifths of the VAE's middles, no more than a quarter of the others'.
      expect(vae!.third).toBeGreaterThan(0.25);
      expect(vae!.third).toBeLessThan(0.4);
      for (const { third } of [pixels!, ae!, acai!]) expect(third).toBeLessThan(0.25);
      expect(pixels!.sure).toBeLessThan(last.floor!.sure - 0.1);
    }
  });

  test('one seed gives one crowd, another seed another', async () => {
    const crowdOf = async (seed: number) => (await shipped(() => presets.near, 2, seed)).at(-1)?.crowd;
    const first = await crowdOf(5);
    expect(await crowdOf(5)).toEqual(first);
    expect(await crowdOf(6)).not.toEqual(first);
  });

  test('presets are the digits that their words name; from a 7 to a 5 the way leads through a 3', async () => {
    const frames = await Promise.all(Object.values(presets).map(async (params) => (await shipped(() => params, 1))[0]!)); // prettier-ignore
    expect(frames.map(({ labels }) => labels.join(' '))).toEqual(['4 9', '0 1', '7 7', '7 5', '4 9']);
    const third = frames[3]!.rows.find(({ way }) => way === 'acai')!;
    expect(third.seenHere.digit).toBe(3);
    expect(third.seenHere.share).toBeGreaterThan(0.9);
    // The experiment of the chapter: not reached where it begins.
    expect(measuresOf(frames[3])['thirdAcai']).toBe(third.seenHere.share);
    expect(measuresOf(frames[0])['thirdAcai']).toBe(0);
  });
});
