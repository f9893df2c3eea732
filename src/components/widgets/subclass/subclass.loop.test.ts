import { describe, expect, it } from 'vitest';
import { checkPlan } from '~/methods/subclass-training/plan';
import { describe as inWords } from './describe';
import { History, measuresOf, rowsOf } from './history';
import { runSubclass } from './run-subclass';
import { figureText } from './subclass-figure.text';
import { learning } from './subclass.frame';
import { meansOf, planOf } from './subclass.loop';
import { fields, presets, type Params } from './subclass.params';

const SEED = 1;
const quick: Params = { ...presets.invented, teacherSteps: 200, studentSteps: 100, stepsPerFrame: 50 };

describe('the run', () => {
  it('shows the teacher first, then the students; one seed gives one run', async () => {
    const { frames, reason, last } = await runSubclass(quick, SEED);
    expect(reason).toBe('finished');
    expect(frames.map(({ step }) => step)).toEqual([0, 50, 100, 150, 200, 250, 300]);
    expect(frames.map(learning)).toEqual([false, false, false, false, false, true, true]);
    expect(frames.map(({ losses }) => losses.length)).toEqual([0, 1, 1, 1, 1, 3, 3]);
    expect(last.teacher).toBeGreaterThan(0.88);
    expect(last.table.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    // The teacher has stopped: nothing of it moves any more.
    expect(frames[5]?.table).toEqual(frames[4]?.table);
    const again = await runSubclass({ ...quick, stepsPerFrame: 100 }, SEED);
    expect(again.last.students).toEqual(last.students);
    expect((await runSubclass(quick, 2)).last.students).not.toEqual(last.students);
  }, 60_000);

  it('the presets show what they say: subclasses with the auxiliary loss, fewer without, a student that gains', async () => {
    const seldom = { stepsPerFrame: 200 };
    const { last: invented } = await runSubclass({ ...presets.invented, ...seldom }, SEED);
    const { last: without } = await runSubclass({ ...presets.without, ...seldom }, SEED);
    expect(invented.purity).toBeGreaterThan(without.purity + 0.1);
    expect(invented.used).toBe(10);
    expect(without.used).toBeLessThan(7);
    expect(without.students.labels).toBe(invented.students.labels);
    expect(measuresOf(invented)['gain']).toBeGreaterThan(1);
    expect(invented.students.subclasses).toBeGreaterThan(without.students.subclasses);
    const { last: few } = await runSubclass({ ...presets.few, ...seldom }, SEED);
    const { last: many } = await runSubclass({ ...presets.many, ...seldom }, SEED);
    expect(many.students.labels).toBeGreaterThan(few.students.labels);
    const { last: alone } = await runSubclass({ ...presets.labelsOnly, ...seldom }, SEED);
    expect(new Set(Object.values(alone.students)).size).toBe(1);
    const { last: digits } = await runSubclass({ ...presets.digits, ...seldom }, SEED);
    expect(digits.teacher).toBeGreaterThan(0.95);
  }, 120_000);

  it('η = 10 ends as diverged', async () => {
    const { reason, last } = await runSubclass(presets.diverging, SEED);
    expect(reason).toBe('diverged');
    expect(last.step).toBeLessThan(last.total);
  }, 60_000);

  it('makes a plan that is sound at both ends of every setting', () => {
    for (const [key, field] of Object.entries(fields)) {
      const ends = field.kind === 'number' ? [field.min, field.max] : [];
      for (const value of ends)
        expect(() => {
          checkPlan(planOf({ ...presets.invented, [key]: value }));
        }, `${key} ${value}`).not.toThrow();
    }
  });

  it('names a setting out of its range', async () => {
    await expect(runSubclass({ ...quick, pictures: 50 }, SEED)).rejects.toThrow('pictures: expected 100');
  });
});

describe('what is said of a frame', () => {
  it('names the teacher, its subclasses and, once they learn, the students', async () => {
    const { frames, last } = await runSubclass(quick, SEED);
    const say = (frame: typeof last) => inWords(frame, quick, figureText.en, 'en');
    expect(say(frames[0]!)).toMatch(/^Before training [\d.]+% of the test pictures/);
    expect(say(frames[2]!)).not.toContain('From 500 pictures');
    expect(say(last)).toContain('From 500 pictures: the student of the subclasses has');
    expect(measuresOf(frames[2])['gain']).toBeUndefined();
    const history = new History();
    for (const frame of frames) history.add(frame);
    expect(history.column('step')).toEqual(frames.map(({ step }) => step));
    expect(history.column('labels').slice(0, 4)).toEqual([NaN, NaN, NaN, NaN]);
    expect(rowsOf([history])).toHaveLength(frames.length + 1);
  }, 60_000);
});

it('means are those of the pictures of a group', () => {
  const test = { count: 3, pictures: Uint8Array.of(0, 7, 7, 7, 0, 0), labels: Uint8Array.of(0, 0, 1) };
  const set = { pixels: 2, levels: 8, classes: 2, train: test, test };
  expect([...meansOf(set, test.labels, 3)]).toEqual([128, 255, 0, 0, 0, 0]);
});
