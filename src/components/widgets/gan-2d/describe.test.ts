import { describe as group, expect, test } from 'vitest';
import { describe, measureWalk } from './describe';
import { stretchOf } from './draw-arrows';
import { scaleOf, signOf } from './draw-plane';
import type { Frame } from './gan-2d.frame';
import { presets } from './gan-2d.params';
import { stateText } from './gan-2d-state.text';
import { WALK, type Centre } from './history';
import { makeFrame } from './test-frame';

const voice = { words: stateText.en, locale: 'en' } as const;
const say = (change: Partial<Frame>, preset: keyof typeof presets = 'ring') =>
  describe(makeFrame(change), presets[preset], undefined, voice);

group('the state in words', () => {
  test('counts modes and names the state', () => {
    expect(say({})).toContain('8 of 8 modes: all covered.');
    expect(say({ covered: 6 })).toMatch(/^6 of 8 modes\. /);
    expect(say({ covered: 3 })).toContain('3 of 8 modes: collapsed.');
    expect(say({ covered: 3, closeShare: 0.1 })).toMatch(
      /^3 of 8 modes\. 90% of the samples lie near no mode/,
    );
    expect(say({ covered: 0 })).toContain('0 of 8 modes: the samples are on their way.');
    expect(say({ covered: 7, closeShare: 0.6 })).toContain('40% of the samples lie near no mode.');
    expect(say({ covered: 0, modes: 0, counts: [], closeShare: NaN }, 'moons')).not.toContain('modes');
  });

  test('at the floor it says what that means, above it how far', () => {
    expect(say({ js: 0.0239 })).toContain('no test of this size can tell the samples from data');
    expect(say({ js: 0.3 })).toContain('JS of samples and data is 0.3 nats; data against data reach 0.02.');
  });

  test('explains a vanished gradient when it occurs, by its cause, and only then', () => {
    const far = { js: 0.5, pull: 2.9e-6 };
    expect(say({ ...far, judgedFake: 0.001 })).toMatch(/so sure of itself.* 2\.9 · 10⁻⁶/);
    expect(say({ ...far, fieldKind: 'score' }, 'wassersteinClip')).toContain('cutting the weights');
    expect(say({ ...far, judgedReal: 0.8, judgedFake: 0.4 })).toContain('learns next to nothing.');
    expect(say({ ...far, judgedReal: 0.5, judgedFake: 0.48 })).toContain('near its rest');
    expect(say({ js: 0.5, pull: 0.5 })).not.toContain('gradient');
    expect(say({ pull: 1e-6 })).not.toContain('gradient');
  });

  test('a critic gives scores, an auto-encoder energies', () => {
    expect(say({ fieldKind: 'score', judgedReal: 3, judgedFake: 1 })).toContain('the difference is 2.');
    expect(say({ fieldKind: 'energy', judgedReal: 0.1, judgedFake: 0.4, beganK: 0.5, beganM: 0.2 })).toMatch(
      /energy 0\.1 .* kₜ is 0\.5/,
    );
  });

  test('before training it says so; before a drawing it asks for one', () => {
    expect(say({ step: 0 })).toBe('Before training: 1,024 samples of an untrained generator.');
    const drawn = { ...presets.ring, data: 'drawn' as const };
    expect(describe(undefined, drawn, undefined, voice)).toContain('Draw some points');
    expect(describe(undefined, presets.ring, undefined, voice)).toBe('');
  });

  test('a single step: who moved, and what came of it', () => {
    const previous = makeFrame({ judgedReal: 0.5, judgedFake: 0.5, lossD: NaN, lossG: 0.6 });
    const after = (change: Partial<Frame>) =>
      describe(makeFrame(change), presets.ring, { walk: [], previous }, voice);
    expect(after({ judgeSteps: 101 })).toMatch(/^One step of D: .* 0\.5 → 0\.55 .* 0\.5 → 0\.45 .*– → 1\.3/);
    const moved = new Float32Array(2048).fill(0.3);
    expect(after({ generatorSteps: 101, generated: moved })).toMatch(
      /^One step of G: the samples moved by 0\.42 .*0\.6 → 0\.7/,
    );
    expect(after({ judgeSteps: 101, generatorSteps: 101 })).not.toContain('One step');
  });
});

group('a walk that leads nowhere', () => {
  const walk = (centre: (index: number) => Centre) =>
    Array.from({ length: WALK }, (_, index) => centre(index));

  test('is named; small steps about one place, or a way to somewhere, are not', () => {
    const said = (radius: number, drift: number) =>
      describe(
        makeFrame(),
        presets.ring,
        {
          previous: undefined,
          walk: walk((i) => [radius * Math.cos(2 * i) + drift * i, radius * Math.sin(2 * i)]),
        },
        voice,
      );
    expect(said(0.2, 0)).toMatch(
      /No rest: over the last 60 pictures .* walked 20 units .* farther than 0\.4/,
    );
    expect(said(0.02, 0)).not.toContain('No rest');
    expect(said(0.2, 0.2)).not.toContain('No rest');
  });

  test('a circle is walked round and round, a line is not', () => {
    const circle = measureWalk(walk((i) => [Math.cos(i / 2), Math.sin(i / 2)]));
    expect(circle?.reach).toBeCloseTo(2, 1);
    expect((circle?.path ?? 0) / (circle?.reach ?? NaN)).toBeGreaterThan(10);
    const line = measureWalk(walk((i) => [i, 0]));
    expect((line?.path ?? NaN) / (line?.reach ?? NaN)).toBeCloseTo(1, 9);
    expect(measureWalk(walk(() => [0, 0]).slice(0, 10))).toBeUndefined();
  });
});

test('the ground: probabilities about ½, scores about their mean over the largest deviation, energies upside down', () => {
  const signs = (field: Float32Array, fieldKind: Frame['fieldKind']) =>
    [...field].map((value) => signOf(value, scaleOf({ field, fieldKind }), fieldKind));
  expect(signs(Float32Array.of(0, 0.5, 1), 'probability')).toEqual([-1, 0, 1]);
  const [low, high] = signs(Float32Array.of(-10, 2, 2, 2), 'score');
  expect([low, high]).toEqual([-1, expect.closeTo(1 / 3, 9)]);
  expect(signs(Float32Array.of(0, 2), 'energy')).toEqual([1, -1]);
  expect(signs(Float32Array.of(5, 5), 'score')).toEqual([0, 0]);
});

test('arrows: a power of ten brings the mean between 0.06 and 0.6 units, and no more than a hundredfold', () => {
  for (const pull of [0.02, 0.3, 0.59, 0.61, 4, 25]) {
    const length = pull * stretchOf([pull]);
    expect(length).toBeGreaterThanOrEqual(0.0599);
    expect(length).toBeLessThanOrEqual(0.6);
  }
  expect(stretchOf([1e-6])).toBe(100);
  expect(stretchOf([0.02, 5])).toBe(0.1);
});
