/**
 * Numbers that the figure shows against closed forms, written out anew: with z = x + iy a simultaneous step multiplies by
 * 1 + iη, extragradient by 1 − η² + iη, and alternating steps keep x² − ηxy + y². At the default, at both extremes, and after
 * settings were changed in mid-run.
 */
import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { bilinearGame, type Frame } from './bilinear-game.loop';
import { fields, presets, type Params } from './bilinear-game.params';
import { bilinearGameText } from './bilinear-game.text';
import { describe as say, explainEnd, fatesOf } from './describe';
import { measuresOf, rowsOf, sideWordsOf } from './measures';
import { playStill, STILL_STEPS } from './still';

/** The last frame of a run, with settings that change at the frames named. */
async function play(base: Params, script: Readonly<Record<number, Partial<Params>>> = {}): Promise<Frame> {
  let [now, asked, last]: [Params, number, Frame | undefined] = [base, 0, undefined];
  const loop = bilinearGame({
    ...{ seed: 0, rng: createRng(0), progress: () => undefined, signal: new AbortController().signal },
    params: () => (now = { ...now, ...script[asked++] }),
    changed: () => Promise.resolve(),
    openSession: () => Promise.reject(new Error('the game needs no device')),
  });
  for (let next = await loop.next(); !next.done; next = await loop.next()) last = next.value;
  if (!last) throw new Error('expected a frame, found none');
  return last;
}

/** |1 + iη|ⁿ and |1 − η² + iη|ⁿ times the distance of the start: what the formulas say, without a step taken. */
const flown = ({ rate, x0, y0 }: Params, steps: number) =>
  Math.hypot(x0, y0) * (1 + rate ** 2) ** (steps / 2);
const rested = ({ rate, x0, y0 }: Params, steps: number) =>
  Math.hypot(x0, y0) * ((1 - rate ** 2) ** 2 + rate ** 2) ** (steps / 2);
const level = (x: number, y: number, rate: number) => x * x - rate * x * y + y * y;

const changed = { 8: { rate: 0.7 }, 15: { x0: -2, y0: 1.5 } } as const;
const cases: readonly (readonly [string, Params, Readonly<Record<number, Partial<Params>>>])[] = [
  ['the default', presets.three, {}],
  ['the smallest rate', { ...presets.three, rate: fields.rate.min, steps: 2000 }, {}],
  ['a large rate', { ...presets.three, rate: 0.95, steps: 15 }, {}],
  ['after the rate and then the start were changed in mid-run', { ...presets.three, steps: 20 }, changed],
];

describe('shown numbers', () => {
  test.each(cases)('%s: three distances and the table’s factors', async (_name, base, script) => {
    const end = Object.values(script).reduce<Params>((now, change) => ({ ...now, ...change }), base);
    const frame = await play(base, script);
    expect(frame.step).toBe(end.steps);
    const shown = measuresOf(frame, end);
    const relative = (found: number | undefined, wanted: number) =>
      expect((found ?? NaN) / wanted).toBeCloseTo(1, 9);
    const followed = fatesOf(frame, end)[0]?.steps ?? NaN;
    relative(shown['radiusSimultaneous'], flown(end, followed));
    relative(shown['radiusExtragradient'], rested(end, end.steps));
    relative(shown['factorSimultaneous'], Math.sqrt(1 + end.rate ** 2));
    relative(shown['factorExtragradient'], Math.sqrt(1 - end.rate ** 2 + end.rate ** 4));
    const orbit = frame.orbits.alternating!;
    relative(level(orbit.at(-2)!, orbit.at(-1)!, end.rate), level(end.x0, end.y0, end.rate));
    relative(shown['radiusAlternating'], Math.hypot(orbit.at(-2)!, orbit.at(-1)!));
    for (const fate of fatesOf(frame, end).slice(0, 1))
      relative(fate.predicted, Math.sqrt(1 + end.rate ** 2));
  });

  test('the ellipse bounds what alternating steps can show: √((2 + η)/(2 − η)) between its axes, at η = 1.9 too', async () => {
    for (const rate of [0.2, 1.1, fields.rate.max]) {
      const settings: Params = { ...presets.three, show: 'alternating', rate, x0: 1, y0: 1, steps: 2000 };
      // The start lies on the long axis, x = y.
      const { orbits } = await play(settings);
      const orbit = orbits.alternating!;
      const radii = Array.from({ length: orbit.length / 2 }, (_, i) =>
        Math.hypot(orbit[2 * i]!, orbit[2 * i + 1]!),
      );
      expect(Math.max(...radii)).toBeCloseTo(Math.SQRT2, 9);
      const short = Math.SQRT2 * Math.sqrt((2 - rate) / (2 + rate));
      expect(Math.min(...radii) / short).toBeGreaterThan(1 - 1e-9);
      expect(Math.min(...radii) / short).toBeLessThan(1.01);
    }
  });

  test('with a penalty the mean factor comes to √(1 − ηγ + η²), also for a γ of mid-run', async () => {
    const frame = await play({ ...presets.cured, steps: 400 }, { 30: { weight: 0.5 } });
    const settings: Params = { ...presets.cured, weight: 0.5, steps: 400 };
    const { factor } = measuresOf(frame, settings);
    expect(Math.abs((factor ?? NaN) - Math.sqrt(1 - 0.2 * 0.5 + 0.04))).toBeLessThan(2e-3);
    expect(fatesOf(frame, settings)[0]?.predicted).toBeCloseTo(Math.sqrt(0.94), 12);
    expect(say(frame, settings, bilinearGameText.en, 'en')).toContain('× 0.9695 a step: it comes to rest');
  });

  test('gradients: one for each step, two for a look ahead', async () => {
    const fates = fatesOf(await play({ ...presets.three, steps: 20 }), presets.three);
    expect(fates.map(({ gradients }) => gradients)).toEqual([20, 20, 40]);
  });
});

test('each rule that flies off is told why, and only what helps there', async () => {
  const words = bilinearGameText.en;
  const end = (change: Partial<Params>) => explainEnd({ ...presets.three, ...change }, words);
  expect(end({ show: 'simultaneous' })).toContain('for every η');
  expect(end({ show: 'extragradient' })).toContain('smaller learning rate helps');
  expect(end({ show: 'penalized' })).toContain('raise γ');
  // And it does: the very settings fly off, and what is advised does not.
  const last = async (change: Partial<Params>) =>
    fatesOf(await play({ ...presets.three, ...change }), { ...presets.three, ...change })[0]?.radius;
  expect(await last({ show: 'extragradient', rate: 1.3 })).toBeGreaterThan(1000);
  expect(await last({ show: 'extragradient', rate: 0.9 })).toBeLessThan(1);
  expect(await last({ show: 'penalized', rate: 1, weight: 0.5 })).toBeGreaterThan(1000);
  expect(await last({ show: 'penalized', rate: 1, weight: 1.5 })).toBeLessThan(1);
});

test('the still is the beginning of the run that Run computes, bit for bit', async () => {
  const [still, whole] = [await playStill(presets.three), await play(presets.three)];
  expect(still.step).toBe(STILL_STEPS);
  for (const [rule, orbit] of Object.entries(still.orbits))
    expect(orbit).toEqual(whole.orbits[rule as keyof Frame['orbits']]?.slice(0, 2 * (STILL_STEPS + 1)));
});

test('two sides with one rule each are compared with each other, two with three rule by rule', async () => {
  const words = bilinearGameText.en;
  const one: Params = { ...presets.three, show: 'simultaneous', steps: 50 };
  const other: Params = { ...presets.three, show: 'extragradient', steps: 50 };
  const [a, b] = [measuresOf(await play(one), one), measuresOf(await play(other), other)];
  expect((b['radius'] ?? NaN) - (a['radius'] ?? NaN)).toBeCloseTo(rested(other, 50) - flown(one, 50), 9);
  expect([a['gradients'], b['gradients']]).toEqual([50, 100]);
  const told = sideWordsOf(words, [one, other], String);
  expect(told.measure('radius')).toBe('distance');
  expect(told.measure('radiusSimultaneous')).toBeUndefined();
  expect(told.setting('show', 'extragradient')).toBe('Rule: Extragradient');
  const three = sideWordsOf(words, [presets.three, presets.bold], String);
  expect(three.measure('radius')).toBeUndefined();
  expect(three.measure('radiusAlternating')).toBe('distance, alternating');
});

test('the file of data has every state of every orbit', async () => {
  const frame = await play({ ...presets.three, steps: 10 });
  const [head, ...rows] = rowsOf([frame]);
  expect(head).toEqual(['side', 'rule', 'step', 'x', 'y', 'distance']);
  expect(rows).toHaveLength(3 * 11);
  expect(rows[0]).toEqual(['A', 'simultaneous', 0, 1.2, 0, 1.2]);
});
