import { expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { bilinearGame, type Frame } from './bilinear-game.loop';
import { fields, presets, type Params } from './bilinear-game.params';
import { bilinearGameText } from './bilinear-game.text';
import { describe as say, fatesOf } from './describe';

/** All frames of a run, and how it ended. */
async function runOf(settings: Params | (() => Params)) {
  const frames: Frame[] = [];
  const loop = bilinearGame({
    seed: 0,
    rng: createRng(0),
    params: typeof settings === 'function' ? settings : () => settings,
    changed: () => Promise.resolve(),
    openSession: () => Promise.reject(new Error('the game needs no device')),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  for (;;) {
    const { done, value } = await loop.next();
    if (done) return { frames, reason: value, last: frames.at(-1)! };
    frames.push(value);
  }
}

const measuredBy = (last: Frame, params: Params) =>
  Object.fromEntries(fatesOf(last, params).map(({ rule, measured }) => [rule, measured]));

test('the default shows the claim: out, round and in, by the factors of the eigenvalues', async () => {
  const { frames, reason, last } = await runOf(presets.three);
  expect(reason).toBe('finished');
  expect(frames.map(({ step }) => step)).toEqual(Array.from({ length: 301 }, (_, step) => step));
  const { simultaneous, alternating, extragradient } = measuredBy(last, presets.three);
  expect(simultaneous).toBeCloseTo(Math.sqrt(1.04), 10);
  expect(extragradient).toBeCloseTo(Math.sqrt(1 - 0.04 + 0.0016), 10);
  expect(Math.abs((alternating ?? NaN) - 1)).toBeLessThan(1e-3);
  // Within 15 seconds at 60 frames a second the three are told apart by eye.
  const [out, round, inside] = fatesOf(frames[120], presets.three).map(({ radius }) => radius);
  expect(out).toBeGreaterThan(10);
  expect(round).toBeGreaterThan(1);
  expect(round).toBeLessThan(1.5);
  expect(inside).toBeLessThan(0.15);
});

test('tiny steps fly off all the same; bold steps make extragradient fly off and leave alternating bounded', async () => {
  const tiny = await runOf(presets.tiny);
  expect(fatesOf(tiny.last, presets.tiny)[0]?.radius).toBeGreaterThan(10);
  const bold = await runOf(presets.bold);
  const [out, round, extra] = fatesOf(bold.last, presets.bold);
  expect(out?.radius).toBeGreaterThan(1000);
  expect(extra?.radius).toBeGreaterThan(1000);
  expect(round?.radius).toBeLessThan(5);
});

test('the penalty brings the game to rest', async () => {
  const { last } = await runOf(presets.cured);
  expect(fatesOf(last, presets.cured)[0]?.radius).toBeLessThan(1e-9);
});

test('a run in which everything shown has flown off ends as diverged', async () => {
  const { reason, last } = await runOf({ ...presets.three, show: 'simultaneous', rate: 1.5 });
  expect(reason).toBe('diverged');
  expect(last.step).toBeLessThan(30);
});

test('another start in mid-run begins the orbits anew', async () => {
  let asked = 0;
  const { frames } = await runOf(() => ({ ...presets.three, steps: 20, x0: (asked += 1) > 10 ? -2 : 1.2 }));
  const begun = frames.filter(({ step }) => step === 0);
  expect(begun.map(({ orbits }) => orbits.alternating?.[0])).toEqual([1.2, -2]);
  expect(frames.at(-1)?.orbits.simultaneous).toHaveLength(2 * 21);
});

test('the same settings give the same frames', async () => {
  expect((await runOf(presets.bold)).frames).toEqual((await runOf(presets.bold)).frames);
});

test('bad settings are named', async () => {
  await expect(runOf({ ...presets.three, rate: 2.5 })).rejects.toThrow(
    /rate: expected 0.01 … 1.9, found 2.5/,
  );
});

test('the state is told in words, in both languages', async () => {
  const { frames } = await runOf(presets.three);
  expect(say(undefined, presets.three, bilinearGameText.en, 'en')).toMatch(/arrows/);
  expect(say(frames[0], presets.three, bilinearGameText.en, 'en')).toBe(
    'At the start, 1.2 from the equilibrium.',
  );
  const text = say(frames[100], presets.three, bilinearGameText.en, 'en');
  expect(text).toContain('Simultaneous steps: distance 8.53, × 1.02 a step: it flies off.');
  expect(text).toMatch(/Alternating steps: distance 1\.\d+, × 1 a step in the long run: it circles/);
  expect(text).toMatch(/Extragradient: distance 0\.1\d+, × 0\.9806 a step: it comes to rest/);
  expect(say(frames[100], presets.three, bilinearGameText.ru, 'ru')).toContain('улетает');
  const still = { ...presets.three, x0: 0, y0: 0 };
  expect(say((await runOf(still)).last, still, bilinearGameText.en, 'en')).toMatch(/nothing moves them/);
});

test('every preset is made of settings that the loop takes', () => {
  for (const preset of Object.values(presets))
    expect(Object.keys(preset).sort()).toEqual(Object.keys(fields).sort());
});
