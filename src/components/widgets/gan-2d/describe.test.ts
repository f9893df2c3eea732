import { describe as group, expect, test } from 'vitest';
import { describe } from './describe';
import type { Frame } from './gan-2d.loop';
import { presets } from './gan-2d.params';
import { ganText } from './gan-2d.text';
import { signedField } from './draw-plane';
import { lossRange } from './draw-losses';

const frame: Frame = {
  step: 100,
  real: new Float32Array(8),
  generated: new Float32Array(2048),
  field: new Float32Array(4),
  lossD: 1,
  lossG: 1,
  judgedReal: 0.55,
  judgedFake: 0.45,
  pull: 1,
  counts: [1, 1, 1, 1, 1, 1, 1, 1],
  covered: 8,
  closeShare: 0.5,
};
const say = (change: Partial<Frame>, preset: keyof typeof presets = 'ring') =>
  describe({ ...frame, ...change }, presets[preset], ganText.en, 'en');

group('the state in words', () => {
  test('counts modes and names the state', () => {
    expect(say({})).toContain('8 of 8 modes: all covered.');
    expect(say({ covered: 6 })).toMatch(/^6 of 8 modes\. /);
    expect(say({ covered: 2 })).toContain('2 of 8 modes: collapsed.');
    expect(say({ covered: 0 })).toMatch(/^0 of 8 modes\. /);
  });

  test('explains a vanished gradient when it occurs, and only then', () => {
    expect(say({ pull: 2.9e-6 })).toContain('2.9 · 10⁻⁶');
    expect(say({ pull: 2.9e-6 })).toContain('vanishing gradient');
    expect(say({ pull: 0.5 })).not.toContain('vanishing');
  });

  test('a critic gives scores, not probabilities; moons have no modes to count', () => {
    expect(say({ judgedReal: 3, judgedFake: 1 }, 'wasserstein')).toContain('the difference is 2.');
    expect(say({ counts: [], covered: 0 }, 'moons')).not.toContain('modes');
  });

  test('before training it says so', () => {
    expect(say({ step: 0 })).toBe('Before training: 1,024 samples of an untrained generator.');
  });
});

test('the ground: probabilities about ½, scores about their mean over the largest deviation', () => {
  expect([...signedField(Float32Array.of(0, 0.5, 1), 'minimax')]).toEqual([-1, 0, 1]);
  expect([...signedField(Float32Array.of(-10, 2, 2, 2), 'wassersteinGp')]).toEqual(
    [-1, 1 / 3, 1 / 3, 1 / 3].map(Math.fround),
  );
  expect([...signedField(Float32Array.of(5, 5), 'wassersteinGp')]).toEqual([0, 0]);
});

test('the range of losses holds every finite value, and 0', () => {
  const [low, high] = lossRange([1, NaN, 2, Infinity]);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(2);
  expect(lossRange([])).toEqual([0, 1]);
});
