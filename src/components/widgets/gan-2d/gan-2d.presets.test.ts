import { describe, expect, test } from 'vitest';
import { checkParams } from '../shared/fields';
import { runOnce } from './gan-2d.measure';
import { fields, lossPresets, presets, type PresetName } from './gan-2d.params';

/** A short run of a preset: 10 frames or 15, of which the last fifth is "late". */
const run = (preset: PresetName, steps: number, seed = 3) =>
  runOnce(seed, { ...presets[preset], steps, stepsPerFrame: Math.min(200, steps / 10) });

test('every preset is made of values that its fields take', () => {
  for (const preset of Object.values(presets)) expect(() => checkParams(fields, preset)).not.toThrow();
});

test('every loss has a shipped preset, and it is a preset of that loss on the ring', () => {
  for (const loss of fields.loss.options) {
    expect(presets[lossPresets[loss]].loss).toBe(loss);
    expect(presets[lossPresets[loss]].data).toBe('ring');
  }
});

describe('what goes wrong, and its cure, by the numbers that the page draws', { timeout: 120_000 }, () => {
  test('collapse: three modes or fewer; with DRAGAN’s penalty before the same judge all eight, and a smaller JS', async () => {
    const [ill, cured] = [await run('collapse', 1000), await run('collapseCured', 1000)];
    expect(ill.modesMost).toBeLessThanOrEqual(3);
    expect(ill.close).toBeGreaterThan(0.7);
    expect(cured.modesLeast).toBe(8);
    expect(cured.js).toBeLessThan(0.7 * ill.js);
  });

  test('the cure differs in the loss alone', () => {
    expect({ ...presets.collapseCured, loss: '' }).toEqual({ ...presets.collapse, loss: '' });
    expect({ ...presets.cyclingCured, loss: '' }).toEqual({ ...presets.cycling, loss: '' });
  });

  test('cycling: samples keep travelling about the cluster; with R1 they come to rest in it', async () => {
    const [ill, cured] = [await run('cycling', 3000), await run('cyclingCured', 3000)];
    expect(ill.js).toBeGreaterThan(0.15);
    expect(cured.js).toBeLessThan(0.05);
    expect(ill.travel).toBeGreaterThan(2 * cured.travel);
    expect(ill.w1).toBeGreaterThan(3 * cured.w1);
  });

  test('a slow judge before a fast generator: the heap hops between two modes at most; with the rates turned round it covers all', async () => {
    const [ill, cured] = [await run('imbalanced', 2000), await run('imbalancedCured', 2000)];
    expect(ill.modes).toBeLessThan(3);
    expect(ill.travel).toBeGreaterThan(10 * cured.travel);
    expect(cured.modesLeast).toBe(8);
  });
});

describe('judges that are auto-encoders', { timeout: 60_000 }, () => {
  test('BEGAN with a wide code learns the identity: what it never saw has nearly as little energy as the data', async () => {
    const wide = await runOnce(3, { ...presets.began, bottleneck: 8, steps: 1500, stepsPerFrame: 100 });
    const narrow = await runOnce(3, { ...presets.began, steps: 1500, stepsPerFrame: 100 });
    expect(wide.energy?.off).toBeLessThan(0.5);
    expect(narrow.energy?.off).toBeGreaterThan(4 * (wide.energy?.off ?? NaN));
    // With either the judge is hardly turned against samples, and most modes are lost.
    for (const { began, modes } of [wide, narrow]) {
      expect(began?.k).toBeLessThan(0.3);
      expect(modes).toBeLessThan(4);
    }
  });
});
