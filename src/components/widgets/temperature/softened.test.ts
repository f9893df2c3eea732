import { describe as group, expect, it } from 'vitest';
import { describe, quantitiesOf, rowsOf } from './describe';
import { curvesOf, entropyOf, GRID, limitOf, logitsOf, sizeOf, softenedAt } from './softened';
import { CLASSES, fields, presets, type Params, type PresetName } from './temperature.params';
import { temperatureText } from './temperature.text';

const at = (params: Params) =>
  softenedAt(logitsOf(params.teacher, params.student), params.temperature, params.factor);
const say = (params: Params, locale: 'en' | 'ru' = 'en') =>
  describe(at(params), logitsOf(params.teacher, params.student), params, temperatureText[locale], locale);
/** exp(v / T) over its sum, as it is written. */
const byHand = (logits: readonly number[], T: number) => {
  const raised = logits.map((logit) => Math.exp(logit / T));
  return raised.map((value) => value / raised.reduce((sum, each) => sum + each, 0));
};

group('one example over the temperature', () => {
  it.each([0.5, 1, 4, 13.7, 20])('probabilities, loss and gradient at T = %f by hand', (T) => {
    for (const teacher of fields.teacher.options)
      for (const student of fields.student.options) {
        const { v, z } = logitsOf(teacher, student);
        const [p, q] = [byHand(v, T), byHand(z, T)];
        const now = softenedAt({ v, z }, T, 'squared');
        const cross = -p.reduce((sum, share, i) => sum + share * Math.log(q[i]!), 0);
        const own = -p.reduce((sum, share) => sum + share * Math.log(share), 0);
        expect(now.teacherEntropy).toBeCloseTo(own, 12);
        expect(now.loss).toBeCloseTo(T ** 2 * cross, 9);
        expect(now.excess).toBeCloseTo(T ** 2 * (cross - own), 9);
        CLASSES.forEach((_, i) => {
          expect(now.p[i]).toBeCloseTo(p[i]!, 13);
          expect(now.q[i]).toBeCloseTo(q[i]!, 13);
          expect(now.gradient[i]).toBeCloseTo(T * (q[i]! - p[i]!), 11);
        });
        const bare = softenedAt({ v, z }, T, 'none');
        expect(bare.loss).toBeCloseTo(cross, 10);
        CLASSES.forEach((_, i) => { expect(bare.gradient[i]).toBeCloseTo((q[i]! - p[i]!) / T, 11); }); // prettier-ignore
      }
  });

  it('the gradient comes to the limit, whose entries add up to 0', () => {
    for (const teacher of fields.teacher.options)
      for (const student of fields.student.options) {
        const logits = logitsOf(teacher, student);
        const limit = limitOf(logits);
        expect(limit.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 12);
        softenedAt(logits, 1e5, 'squared').gradient.forEach((slope, i) => { expect(slope).toBeCloseTo(limit[i]!, 3); }); // prettier-ignore
      }
    // Garments against labels: z − v = (−1, −4, 2), their mean −1, a third of what is left.
    [0, -1, 1].forEach((slope, i) => { expect(limitOf(logitsOf('garments', 'labels'))[i]).toBeCloseTo(slope, 12); }); // prettier-ignore
  });

  it('a constant more on every logit: no excess and no gradient, exactly', () => {
    for (const teacher of fields.teacher.options) {
      const logits = logitsOf(teacher, 'shifted');
      expect(sizeOf(limitOf(logits))).toBe(0);
      for (const T of [0.5, 4, 20]) {
        expect(softenedAt(logits, T, 'squared')).toMatchObject({ excess: 0, gradient: [0, 0, 0] });
      }
    }
  });

  it('smoothed labels: 0.9 and a third of a tenth at T = 1, coat and boot alike at any', () => {
    const { v } = logitsOf('smoothed', 'labels');
    const cold = byHand(v, 1);
    expect(cold[0]).toBeCloseTo(0.9 + 0.1 / 3, 12);
    expect(cold[1]).toBeCloseTo(0.1 / 3, 12);
    for (const T of GRID) {
      const { p } = softenedAt(logitsOf('smoothed', 'labels'), T, 'squared');
      expect(p[1]).toBe(p[2]);
    }
  });

  it('entropy: 0 for certainty, log 3 for none', () => {
    expect(entropyOf([1, 0, 0])).toBe(0);
    expect(entropyOf([1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(Math.log(3), 13);
  });
});

group('the curves', () => {
  it('pass through what is read at a temperature; entropies rise, T² lies between 0 and the limit', () => {
    const logits = logitsOf('garments', 'labels');
    const curves = curvesOf(logits);
    expect([GRID[0], GRID.at(-1)]).toEqual([0.5, 20]);
    GRID.forEach((T, i) => {
      const now = softenedAt(logits, T, 'none');
      expect(curves.none[i]).toBeCloseTo(sizeOf(now.gradient), 12);
      expect(curves.teacher[i]).toBe(now.teacherEntropy);
      expect(curves.squared[i]).toBeLessThan(curves.limit[i]!);
      if (i > 0) {
        expect(curves.teacher[i]).toBeGreaterThan(curves.teacher[i - 1]!);
        expect(curves.squared[i]).toBeGreaterThan(curves.squared[i - 1]!);
      }
    });
  });

  it('go into a file with a row for each temperature', () => {
    const [head, ...rows] = rowsOf(curvesOf(logitsOf('garments', 'labels')));
    expect(head).toHaveLength(6);
    expect(rows).toHaveLength(GRID.length);
    expect(rows[0]?.[0]).toBe(0.5);
  });
});

group('words', () => {
  it('the default: coat up, boot down, over six times the gradient of T = 1; without T² less than half', () => {
    const [cold, warm] = [at(presets.cold), at(presets.warm)];
    expect(warm.gradient[1]).toBeLessThan(0);
    expect(warm.gradient[2]).toBeGreaterThan(0);
    expect(sizeOf(warm.gradient) / sizeOf(cold.gradient)).toBeGreaterThan(6);
    const bare = at({ ...presets.warm, factor: 'none' });
    expect(sizeOf(bare.gradient) / sizeOf(cold.gradient)).toBeLessThan(0.5);
    expect(say(presets.warm)).toBe(
      'T = 4: the teacher gives shirt 0.547, coat 0.331, boot 0.122, an entropy of 0.953 nats out of at most 1.1. T² CE is 17.1 nats, 1.88 above the least possible. The gradient has length 0.898; at high temperature it tends to 1.41.',
    );
  });

  it('the prediction: at T = 1 the student is a little surer than the teacher, and the student puts the boot above the coat', () => {
    const { p, q } = at(presets.cold);
    expect(q[0]! - p[0]!).toBeGreaterThan(0);
    expect(q[0]! - p[0]!).toBeLessThan(0.1);
    expect(q[2]).toBeGreaterThan(q[1]!);
    expect(p[1]).toBeGreaterThan(p[2]!);
  });

  it('each preset has a sentence of its own in both languages', () => {
    for (const locale of ['en', 'ru'] as const) {
      const said = Object.keys(presets).map((name) => say(presets[name as PresetName], locale));
      expect(new Set(said).size).toBe(said.length);
      said.forEach((text) => { expect(text).not.toMatch(/[{}]|NaN/); }); // prettier-ignore
    }
    expect(say(presets.unsquared)).toContain('would make it 100 times as long');
    expect(say(presets.agrees)).toContain('the gradient is 0');
    expect(say(presets.smoothed)).toContain('coat and boot equally wrong');
  });

  it('the numbers in view have different names', () => {
    const now = quantitiesOf(at(presets.warm), logitsOf('garments', 'labels'), temperatureText.en);
    expect(new Set(now.map(({ name }) => name)).size).toBe(6);
    expect(now.every(({ value }) => Number.isFinite(value))).toBe(true);
  });
});
