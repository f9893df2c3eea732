import { describe, expect, it } from 'vitest';
import { checkPlan } from '~/methods/sparse-training/plan';
import { describe as inWords, likeness } from './describe';
import { History, measuresOf, rowsOf } from './history';
import { shipped } from '../shared/shipped-pictures';
import { runLab } from './run-lab';
import { sparsityNow } from './sparse-lab.frame';
import { figureText } from './sparse-lab-figure.text';
import { degreesOf, planOf } from './sparse-lab.loop';
import { fields, presets, type Params } from './sparse-lab.params';

const SEED = 1;
const quick: Params = { ...presets.rigl, steps: 200, stepsPerFrame: 50 };
/** As seldom as the figure allows: looking changes nothing. */
const seldom = { stepsPerFrame: 200 };

describe('the laboratory', () => {
  it('gives one run for one seed, however often one looks; another seed another', async () => {
    const one = await runLab(quick, 3);
    const two = await runLab({ ...quick, stepsPerFrame: 100 }, 3);
    const other = await runLab(quick, 4);
    expect(one.frames.map(({ step }) => step)).toEqual([0, 50, 100, 150, 200]);
    expect(one.reason).toBe('finished');
    expect(two.last.places).toEqual(one.last.places);
    expect(two.last.accuracy).toBe(one.last.accuracy);
    expect(other.last.places).not.toEqual(one.last.places);
  }, 60_000);

  it('shows the state before training first, then what each exchange moved', async () => {
    const { frames } = await runLab({ ...quick, every: 50 }, SEED);
    const [first, next] = frames;
    expect(first?.loss).toBeNaN();
    expect(first?.changedAt).toBe(-1);
    expect(first?.accuracy).toBeLessThan(0.3);
    expect(sparsityNow(first!)).toBeCloseTo(0.95, 4);
    expect(next?.changedAt).toBe(1);
    const count = (value: number) => next!.places.filter((place) => place === value).length;
    expect(count(2)).toBe(next?.moved);
    expect(count(3)).toBe(next?.moved);
    expect(count(1) + count(2)).toBe(next?.kept.reduce((sum, kept) => sum + kept, 0));
    expect([...next!.degrees].reduce((sum, degree) => sum + degree, 0)).toBe(next?.kept[0]);
  }, 60_000);

  it('RigL finds the garment, a static mask cannot; both keep the budget', async () => {
    const moving = await runLab({ ...presets.riglExtreme, ...seldom }, SEED);
    const fixed = await runLab({ ...presets.staticExtreme, ...seldom }, SEED);
    expect(moving.last.kept).toEqual(fixed.last.kept);
    expect(likeness(moving.last)).toBeGreaterThan(0.4);
    expect(Math.abs(likeness(fixed.last))).toBeLessThan(0.15);
    expect(moving.last.accuracy).toBeGreaterThan(fixed.last.accuracy + 0.005);
  }, 120_000);

  it('costs at 99% a few hundredths of the dense run', async () => {
    const { last } = await runLab({ ...presets.staticExtreme, steps: 200 }, SEED);
    expect(last.cost / last.step).toBeCloseTo(0.01, 3);
  }, 60_000);

  it('η = 5 ends as diverged, and the frame says so', async () => {
    const { reason, last } = await runLab(presets.diverging, SEED);
    expect(reason).toBe('diverged');
    expect(last.step).toBeLessThan(presets.diverging.steps);
  }, 60_000);

  it('a rate turned in mid-run holds from the next frame on', async () => {
    const calm = await runLab(quick, SEED);
    const turned = await runLab((step) => ({ ...quick, rate: step < 100 ? 0.1 : 0.001 }), SEED);
    const at = (frames: typeof calm.frames, step: number) =>
      frames.find((frame) => frame.step === step)?.loss;
    expect(at(turned.frames, 100)).toBe(at(calm.frames, 100));
    expect(at(turned.frames, 200)).not.toBe(at(calm.frames, 200));
  }, 60_000);

  it('a ticket is trained round by round', async () => {
    const { frames, last } = await runLab(
      { ...presets.ticket, rounds: 2, steps: 100, sparsity: 0.9, stepsPerFrame: 50 },
      SEED,
    );
    expect(frames.map(({ round }) => round)).toEqual([0, 0, 1, 1, 2, 2, 2]);
    expect(last.total).toBe(300);
    expect(sparsityNow(last)).toBeCloseTo(0.9, 3);
  }, 60_000);

  it('makes a plan that is sound at both ends of every setting', () => {
    for (const [key, field] of Object.entries(fields)) {
      const ends =
        field.kind === 'number' ? [field.min, field.max] : field.kind === 'choice' ? field.options : [];
      for (const value of ends)
        for (const method of ['rigl', 'pruning', 'ticket'] as const)
          expect(() => {
            checkPlan(planOf({ ...presets.rigl, method, [key]: value }));
          }, `${key} ${value}`).not.toThrow();
    }
  });

  it('names a setting out of its range', async () => {
    await expect(runLab({ ...quick, sparsity: 2 }, SEED)).rejects.toThrow(
      'sparsity: expected 0 … 0.995, found 2',
    );
  });

  it('trains a convolutional network: its map counts a kernel at every place', async () => {
    const { frames, last } = await runLab({ ...quick, net: 'conv', steps: 100, every: 40 }, SEED);
    expect(last.outputs).toEqual([16, 32, 64, 10]);
    expect(last.inputs).toEqual([25, 400, 512, 64]);
    expect(sparsityNow(last)).toBeCloseTo(0.95, 3);
    expect(last.moved).toBeGreaterThan(0);
    expect(last.accuracy).toBeGreaterThan(frames[0]!.accuracy);
    expect([...last.degrees].reduce((sum, degree) => sum + degree, 0)).toBe(last.kept[0]! * 24 * 24);
    expect(inWords(last, { method: 'rigl', net: 'conv' }, figureText.en, 'en')).not.toContain('correlate');
  }, 60_000);

  it('trains on MNIST too', async () => {
    const { last } = await runLab({ ...quick, data: 'digits' }, SEED);
    expect(last.accuracy).toBeGreaterThan(0.85);
    expect((await shipped('digits')).train.count).toBe(10_000);
  }, 60_000);
});

describe('what is said of a frame', () => {
  it('names guessing, a layer without connections and the exchange', async () => {
    const { frames, last } = await runLab({ ...quick, every: 50 }, SEED);
    const say = (frame: typeof last) => inWords(frame, quick, figureText.en, 'en');
    expect(say(frames[0]!)).toMatch(/^Before training [\d.]+% of the test pictures are told right\./);
    expect(say(last)).toContain(`moved ${new Intl.NumberFormat('en').format(last.moved)} connections`);
    expect(say({ ...last, kept: [5, 0, 7] })).toContain('Layer 2 has no connection left');
    expect(say({ ...last, accuracy: 0.1 })).toContain('guessing among ten classes');
    expect(inWords(last, { method: 'ticket', net: 'lenet' }, figureText.en, 'en')).toContain(
      'First training',
    );
  }, 60_000);

  it('keeps a history and its table', async () => {
    const { frames, last } = await runLab(quick, SEED);
    const history = new History();
    for (const frame of frames) history.add(frame);
    expect(history.column('step')).toEqual([0, 50, 100, 150, 200]);
    expect(rowsOf([history])).toHaveLength(6);
    expect(measuresOf(last)['sparsity']).toBeCloseTo(95, 2);
    expect(measuresOf(last)['accuracy']).toBeCloseTo(100 * last.accuracy, 9);
    history.clear();
    expect(history.column('step')).toEqual([]);
  }, 60_000);
});

it('degrees count the connections of each input', () => {
  expect([...degreesOf(Uint8Array.of(1, 0, 1, 1, 0, 0), 3)]).toEqual([2, 0, 1]);
});

it('likeness is 1 for a map like the garment and NaN for a flat one', () => {
  const garment = Uint8Array.of(0, 100, 200, 255);
  expect(likeness({ degrees: Uint16Array.from(garment), garment })).toBeCloseTo(1, 12);
  expect(likeness({ degrees: Uint16Array.of(3, 3, 3, 3), garment })).toBeNaN();
});
