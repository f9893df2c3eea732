import { describe, expect, test } from 'vitest';
import { describe as say } from './describe';
import { centresOf, DRAWN, halfSide, shareWithin } from './draw-plane';
import { History, rowsOf } from './history';
import { speak } from './speak';
import { shipped } from './test-digits';
import { figureText } from './vae-train-figure.text';
import type { Frame } from './vae-train.frame';
import { presets, type Params } from './vae-train.params';
import { vaeTrainText } from './vae-train.text';

const frame = (changes: Partial<Frame> = {}): Frame => ({
  ...{ step: 200, side: 14, beta: 1, loss: 44, reconstruction: 41.26, withoutCode: 50.8, kl: 3.5 },
  ...{ klByUnit: [2, 1.5], inUse: 2, spread: 0.97, axes: [0, 1], notes: [] },
  ...{ codes: Float32Array.of(0, 0, 1, 1, 3, 0, 0, 1), labels: Uint8Array.of(0, 1, 1, 2) },
  ...{ grid: new Uint8Array(), samples: new Uint8Array() },
  ...{ originals: new Uint8Array(), reconstructions: new Uint8Array() },
  ...changes,
});
const told = (shown: Frame, settings: Partial<Params> = {}, locale: 'en' | 'ru' = 'en') =>
  say(shown, { ...presets.balanced, ...settings }, figureText[locale], locale);

describe('words', () => {
  test('both terms with their sum, and how many units are in use', () => {
    expect(told(frame())).toMatch(/R = 41\.3, KL = 3\.5, together 44\.8 nats .*All 2 units are in use/);
    expect(told(frame({ inUse: 1, klByUnit: [0.3, 0] }))).toContain('1 of 2 units are in use');
    expect(told(frame(), {}, 'ru')).toContain('R = 41,3');
  });
  test('collapse, free bits, a β that rises, and the state before training are named', () => {
    expect(told(frame({ inUse: 0 }))).toMatch(/Posterior collapse.*\(50\.8\)/);
    expect(told(frame(), { lambda: 0.5 })).toContain('λ = 0.5');
    expect(told(frame({ beta: 2 }), { beta: 5, warmUp: 500 })).toContain('still rising to 5');
    expect(told(frame({ beta: 2 }), { beta: 5 })).not.toContain('rising');
    expect(told(frame({ beta: 2 }), { beta: 5, warmUp: 100 })).not.toContain('rising');
    expect(told(frame({ step: 0 }))).toContain('Before training');
  });
  test('the share of digits inside the circle is counted', () => {
    expect(told(frame())).toContain('75 % of the digits');
    expect(told(frame({ spread: 2 }))).toContain('they leave the region');
  });
  test('of two sides each has its letter', () => {
    const voice = speak('en', vaeTrainText.en);
    const both = voice.summary([frame(), frame()], [presets.balanced, presets.small]);
    expect(both).toMatch(/^A: .*\nB: /);
    expect(voice.verdict(['finished', 'diverged'])).toMatch(/^A: .*\nB: .*Lower η/);
    expect(voice.sideWords.setting('beta', 0.02)).toBe('β weight of the KL term: 0.02');
  });
});

describe('the plane', () => {
  test('draws as many digits as its words say, some of every class', () => {
    for (const locale of ['en', 'ru'] as const)
      for (const text of [figureText[locale].plane, figureText[locale].note, vaeTrainText[locale].poster])
        expect(text).toContain(String(DRAWN));
    expect(new Set(shipped.testLabels.subarray(0, DRAWN)).size).toBe(10);
    expect(shipped.testLabels.length).toBe(1024);
  });
  test('is as wide as nearly all codes need, the same for both sides', () => {
    expect(shareWithin(frame().codes, 2)).toBe(0.75);
    expect(halfSide([frame()])).toBe(3);
    expect(halfSide([frame(), frame({ codes: Float32Array.of(0, 7) })])).toBe(8);
  });
  test('names classes at their means', () => {
    const { codes, labels } = frame();
    expect(centresOf(codes, labels).slice(0, 3)).toEqual([
      [0, 0],
      [2, 0.5],
      [0, 1],
    ]);
  });
});

test('a long run keeps a chart’s worth of moments, from its first to its newest; each unit is exported', () => {
  const history = new History();
  for (let step = 0; step <= 5000; step++) history.add(frame({ step }));
  expect(history.moments.length).toBeLessThanOrEqual(801);
  expect(history.column('step')[0]).toBe(0);
  expect(history.column('step').at(-1)).toBe(5000);
  const [head, row] = rowsOf([history]);
  expect(head?.slice(-2)).toEqual(['kl1', 'kl2']);
  expect(row?.slice(-2)).toEqual([2, 1.5]);
});
