import { describe, expect, it } from 'vitest';
import { barrier } from '~/methods/mode-connectivity/path';
import { checkPlan } from '~/methods/sparse-training/plan';
import { describe as inWords } from './describe';
import { History, measuresOf, rowsOf } from './history';
import { figureText } from './loss-landscape-figure.text';
import { POINTS, searching } from './loss-landscape.frame';
import { planOf } from './loss-landscape.loop';
import { fields, presets, type Params } from './loss-landscape.params';
import { runLandscape } from './run-landscape';

const SEED = 1;
const quick: Params = { ...presets.rigl, steps: 150, curveSteps: 100 };

describe('the run', () => {
  it('trains both networks, then the curve; one seed gives one run', async () => {
    const { frames, reason, last } = await runLandscape(quick, SEED);
    expect(reason).toBe('finished');
    expect(frames.map(({ step }) => step)).toEqual([0, 50, 100, 150, 200, 250]);
    expect(frames.map(searching)).toEqual([false, false, false, false, true, true]);
    expect(frames.map(({ curve }) => curve.length)).toEqual([0, 0, 0, 0, POINTS, POINTS]);
    // The line is that of the trained networks from then on.
    expect(last.line).toEqual(frames[3]?.line);
    // The first frame is one network twice: before training they differ in nothing.
    expect(frames[0]?.barrierLine).toBeCloseTo(0, 6);
    expect(frames[0]?.shared).toBe(frames[0]?.joint);
    expect(last.shared).toBeLessThan(last.joint);
    // The ends of the curve stay where they are.
    expect(last.curve[0]).toBeCloseTo(last.line[0]!, 6);
    expect(last.curve.at(-1)).toBeCloseTo(last.line.at(-1)!, 6);
    expect((await runLandscape({ ...quick, stepsPerFrame: 100 }, SEED)).last.curve).toEqual(last.curve);
    expect((await runLandscape(quick, 2)).last.line).not.toEqual(last.line);
  }, 60_000);

  it('a hill on the line at 98%, and a way around it through the connections of both', async () => {
    const { last } = await runLandscape({ ...presets.rigl, stepsPerFrame: 200 }, SEED);
    expect(last.barrierLine).toBeGreaterThan(0.1);
    expect(last.barrierCurve).toBeLessThan(0.4 * last.barrierLine);
    expect(barrier(last.line).height).toBe(last.barrierLine);
    expect(last.accuracies[1]).toBeGreaterThan(last.accuracies[0]);
    const { last: twin } = await runLandscape({ ...presets.twin, stepsPerFrame: 200 }, SEED);
    expect(twin.shared).toBe(twin.joint);
    expect(twin.barrierLine).toBeLessThan(last.barrierLine);
  }, 120_000);

  it('makes plans that are sound at both ends of every setting', () => {
    for (const [key, field] of Object.entries(fields)) {
      const ends =
        field.kind === 'number' ? [field.min, field.max] : field.kind === 'choice' ? field.options : [];
      for (const value of ends)
        for (const second of [false, true])
          expect(() => {
            checkPlan(planOf({ ...presets.rigl, [key]: value }, second));
          }, `${key} ${value}`).not.toThrow();
    }
  });

  it('names a setting out of its range', async () => {
    await expect(runLandscape({ ...quick, sparsity: 0.05 }, SEED)).rejects.toThrow('sparsity: expected 0.1');
  });
});

it('says what it shows, and hands over its paths', async () => {
  const { frames, last } = await runLandscape(quick, SEED);
  const say = (frame: typeof last) => inWords(frame, quick, figureText.en, 'en');
  expect(say(frames[0]!)).toContain('there is no barrier');
  expect(say(last)).toMatch(/now has a barrier of/);
  expect(say({ ...last, barrierLine: 0.2 })).toContain('a barrier of 0.2 nats');
  expect(measuresOf(frames[1])['barrierCurve']).toBeUndefined();
  expect(measuresOf(last)['barrierCurve']).toBe(last.barrierCurve);
  expect(rowsOf([last])).toHaveLength(POINTS + 1);
  const history = new History();
  for (const frame of frames) history.add(frame);
  expect(history.column('step')).toEqual([0, 50, 100, 150, 200, 250]);
}, 60_000);
