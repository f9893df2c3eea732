import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { RunFailure, type Run } from '~/runtime/loop';
import { makeOpenCoders } from '../shared/coders';
import type { Frame } from './anomaly.frame';
import { GROUP, makeAnomaly, PART } from './anomaly.loop';
import { presets, type Params } from './anomaly.params';
import { anomalyText } from './anomaly.text';
import { makeOpenClothes } from './clothes';
import { describe as say, measuresOf, verdictOf } from './describe';

/** The site as files: what the shipped page would get. */
const files: typeof fetch = (input) => {
  const { pathname } = new URL(input as string);
  const path = /^\/course\/(models|data)\//.test(pathname)
    ? `public/${pathname.slice('/course/'.length)}`
    : pathname.replace(/^\//, '');
  return Promise.resolve(new Response(new Uint8Array(readFileSync(resolve(path)))));
};
const store = { base: 'https://example.org/course/', fetch: files };

/** The last frame of settings, all pictures scored. */
async function wholeOf(params: Params): Promise<Frame> {
  const run = {
    seed: 1,
    params: () => params,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
    progress: () => undefined,
  } as unknown as Run<Params>;
  const frames = makeAnomaly(makeOpenCoders(store), makeOpenClothes(store))(run);
  let frame: Frame | undefined;
  for (let i = 0; i < GROUP / PART; i += 1) frame = (await frames.next()).value as Frame;
  await frames.return('finished');
  return frame!;
}
const vae = presets.fashion;
const ae: Params = { ...vae, model: 'autoencoder-mnist-16d' };
const areaOf = async (params: Params) => (await wholeOf(params)).area;
const around = (value: number, middle: number, by = 0.002) =>
  expect(Math.abs(value - middle), `${value}`).toBeLessThan(by);

group('what words and chapter say of the shipped models', () => {
  test('clothes: error above 99%, −ELBO higher still, ink alone 89%', async () => {
    const [error, elbo, ink] = await Promise.all([vae, { ...vae, score: 'elbo' }, presets.ink].map((p) => areaOf(p as Params))); // prettier-ignore
    around(error!, 0.992, 0.002);
    expect(elbo!).toBeGreaterThan(error!);
    around(elbo!, 0.999, 0.001);
    around(ink!, 0.893, 0.001);
    // The baseline beside each score is the ink's own curve on the same pictures.
    const [beside, alone] = [await wholeOf(vae), await wholeOf(presets.ink)];
    expect(beside.baseline).toEqual({ curve: alone.curve, area: alone.area });
    expect(measuresOf(beside)['aucInk']).toBe(alone.area);
    const other = await wholeOf(ae);
    around(other.area, 0.998, 0.002);
    expect(measuresOf(other)['caught']).toBeGreaterThan(0.97);
  });

  test('turned digits: about half are caught, −ELBO is worse than the error, ink knows nothing', async () => {
    const frame = await wholeOf(presets.upside);
    around(frame.area, 0.879);
    around(measuresOf(frame)['caught']!, 0.557, 0.004);
    around(await areaOf(presets.elbo), 0.808);
    expect(await areaOf({ ...presets.upside, score: 'ink' })).toBeCloseTo(0.5, 6);
    around(await areaOf({ ...ae, foreign: 'upside' }), 0.845);
  });

  test('turned digits: every 1 is missed and most of the 9s', async () => {
    const { digits } = await makeOpenCoders(store)({ ids: [vae.model], runtime: 'wasm' }, { progress: () => undefined, signal: new AbortController().signal }); // prettier-ignore
    for (const params of [presets.upside, { ...ae, foreign: 'upside' } as const]) {
      const { foreign, threshold } = await wholeOf(params);
      const missed = (digit: number) => {
        const of = foreign.filter((_, i) => digits.labels[i] === digit);
        return of.filter((score) => score < threshold).length / of.length;
      };
      expect(missed(1)).toBe(1);
      expect(missed(9)).toBeGreaterThan(0.6);
    }
  });

  test('pale digits: the error is turned round, −ELBO a little above ½, too little ink gives them away', async () => {
    const frame = await wholeOf(presets.faint);
    around(frame.area, 0.164);
    expect(frame.misses.count).toBe(GROUP);
    around(await areaOf({ ...ae, foreign: 'faint' }), 0.302);
    around(await areaOf({ ...presets.faint, score: 'elbo' }), 0.57);
    around(await areaOf({ ...presets.faint, score: 'ink' }), 0.021, 0.002);
  });

  test('negatives and speckle: nearly all are caught', async () => {
    for (const foreign of ['negative', 'speckle'] as const)
      expect(await areaOf({ ...vae, foreign })).toBeGreaterThan(0.998);
  });

  test('each preset has the verdict of its words', async () => {
    const verdicts = await Promise.all(Object.values(presets).map(async (p) => verdictOf(await areaOf(p))));
    expect(verdicts).toEqual(['good', 'some', 'round', 'some', 'some']);
    const frame = await wholeOf({ ...ae, score: 'elbo' });
    expect(say(frame, { ...ae, score: 'elbo' }, anomalyText.en, 'en')).toContain('has no ELBO');
    expect(say(await wholeOf(vae), vae, anomalyText.ru, 'ru')).toMatch(/15 из 300 цифр, поймано 28\d из 300/);
  });

  test('the experiment of the chapter can be done, and not where the figure begins', async () => {
    expect(measuresOf(await wholeOf(vae))['auc']).toBeGreaterThan(0.4);
    expect(measuresOf(await wholeOf(presets.faint))['auc']).toBeLessThan(0.2);
    // Four fifths of the turned digits cost between 15% and 20% of the digits.
    const caughtAt = async (alarm: number) =>
      measuresOf(await wholeOf({ ...presets.upside, alarm }))['caught'];
    expect(await caughtAt(15)).toBeLessThan(0.8);
    expect(await caughtAt(20)).toBeGreaterThan(0.8);
  });
});

test('clothes that are cut are refused by name', async () => {
  const cut: typeof fetch = async (input) => {
    const whole = await files(input);
    return new Response((await whole.arrayBuffer()).slice(0, 1000));
  };
  const asked = makeOpenClothes({ ...store, fetch: cut, sleep: () => Promise.resolve() })(new AbortController().signal); // prettier-ignore
  const error: unknown = await asked.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(RunFailure);
});
