import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { openSession } from '~/runtime/executors';
import { beganControl, ERROR_LIMIT, type Frame } from './began-control.loop';
import { presets, type Params } from './began-control.params';
import { beganControlText } from './began-control.text';
import { describe as say, explainEnd } from './describe';
import { History, rowsOf } from './history';
import shipped from './poster.json';

/** All frames of a run on the wasm executor, and how it ended. */
async function runOf(settings: Params | (() => Params), seed: number) {
  const frames: Frame[] = [];
  const loop = beganControl({
    seed,
    rng: createRng(seed),
    params: typeof settings === 'function' ? settings : () => settings,
    changed: () => Promise.resolve(),
    openSession: openSession('wasm'),
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  for (;;) {
    const { done, value } = await loop.next();
    if (done) return { frames, reason: value, last: frames.at(-1)! };
    frames.push(value);
  }
}

/** L(G(z)) / L(x) and the means of what else is of interest over the last fifth of a run. */
function endOf(frames: readonly Frame[]) {
  const late = frames.slice(Math.floor(0.8 * frames.length));
  const mean = (key: 'real' | 'fake' | 'k' | 'convergence' | 'w1') =>
    late.reduce((sum, frame) => sum + frame[key], 0) / late.length;
  const [real, fake] = [mean('real'), mean('fake')];
  return { ratio: fake / real, real, k: mean('k'), convergence: mean('convergence'), w1: mean('w1') };
}

/** A picture seldom: looking costs as much as ten steps, and changes nothing. */
const seldom = { stepsPerFrame: 50, steps: 2000 };
const short: Params = { ...presets.balance, steps: 60, stepsPerFrame: 20 };

describe('beganControl', () => {
  test('one seed gives one run, however often one looks; another seed another', async () => {
    const one = await runOf(short, 3);
    const two = await runOf({ ...short, stepsPerFrame: 10 }, 3);
    const other = await runOf(short, 4);
    expect(one.frames.map(({ step }) => step)).toEqual([0, 20, 40, 60]);
    expect(two.last).toEqual(one.last);
    expect(other.last.samples).not.toEqual(one.last.samples);
  });

  test('k is 0 in the first step of the judge and stays between 0 and 1', async () => {
    const { frames } = await runOf({ ...short, stepsPerFrame: 1, steps: 10 }, 3);
    expect(frames[0]).toMatchObject({ step: 0, k: NaN, convergence: NaN });
    expect(frames[1]?.k).toBe(0);
    for (const { k } of frames.slice(1)) {
      expect(k).toBeGreaterThanOrEqual(0);
      expect(k).toBeLessThanOrEqual(1);
    }
  });

  test('the default shows its claim: the ratio of the errors comes to γ, with k inside its range', async () => {
    for (const preset of ['uniform', 'balance', 'varied'] as const) {
      const { frames, reason } = await runOf({ ...presets[preset], ...seldom }, shipped.seed);
      const { ratio, k } = endOf(frames);
      expect(reason).toBe('finished');
      expect(Math.abs(ratio - presets[preset].gamma)).toBeLessThan(0.1);
      if (preset !== 'uniform') expect(k).toBeGreaterThan(0.1);
      expect(k).toBeLessThan(0.9);
    }
  }, 60_000);

  test('with k held at 0 the generator runs ahead: less than 0.35 where 0.5 is asked for', async () => {
    const { frames } = await runOf({ ...presets.zero, ...seldom }, shipped.seed);
    expect(frames.slice(1).every(({ k }) => k === 0)).toBe(true);
    expect(endOf(frames).ratio).toBeLessThan(0.35);
  }, 60_000);

  test('with k held at 1 the judge blows up both errors', async () => {
    const { frames } = await runOf({ ...presets.one, ...seldom }, shipped.seed);
    expect(frames.slice(1).every(({ k }) => k === 1)).toBe(true);
    expect(endOf(frames).real).toBeGreaterThan(5);
  }, 60_000);

  test('on the ring M falls to a fifth and less while the samples go away from the data', async () => {
    const { frames } = await runOf({ ...presets.ring, ...seldom }, shipped.seed);
    const [early, late] = [frames[2]!, endOf(frames)];
    expect(late.convergence).toBeLessThan(0.2 * early.convergence);
    expect(late.w1).toBeGreaterThan(early.w1);
  }, 60_000);

  test('switched off in mid-run, k goes to its number at once', async () => {
    let asked = 0;
    const { frames } = await runOf(
      () => ({ ...short, control: (asked += 1) > 2 ? 'one' : 'on' }),
      shipped.seed,
    );
    expect(frames.at(-1)?.k).toBe(1);
  });

  test('an error without bound ends the run as diverged', async () => {
    const { reason, frames } = await runOf({ ...presets.one, rateD: 0.05, ...seldom }, 1);
    expect(reason).toBe('diverged');
    expect(frames.slice(0, -1).every(({ real, fake }) => Math.max(real, fake) < ERROR_LIMIT)).toBe(true);
  }, 60_000);

  test('bad settings are named', async () => {
    await expect(runOf({ ...short, gamma: 2 }, 0)).rejects.toThrow(/gamma: expected 0.05 … 1, found 2/);
  });
});

describe('words', () => {
  const frame = (k: number, real: number, fake: number): Frame => ({
    ...{ step: 20, k, real, fake, convergence: 1, w1: 0.3, w1Floor: { mean: 0.05, spread: 0.01 } },
    ...{ data: new Float32Array(2), samples: new Float32Array(2) },
  });
  const told = (control: Params['control'], shown: Frame, locale: 'en' | 'ru' = 'en') => {
    const history = new History();
    history.add(shown);
    return say(shown, { ...presets.balance, control }, history, beganControlText[locale], locale);
  };
  test('who is ahead, and what k can do about it', () => {
    expect(told('on', frame(0.2, 1, 0.52))).toContain('The balance is held.');
    expect(told('on', frame(0.2, 1, 0.2))).toMatch(/generator is ahead.*So k rises/);
    expect(told('on', frame(0.2, 1, 0.9))).toMatch(/judge is ahead.*So k falls/);
    expect(told('on', frame(0, 1, 0.9))).toMatch(/judge is ahead.*can fall no further/);
    expect(told('zero', frame(0, 1, 0.2))).toMatch(/generator is ahead.*never sees a sample/);
    expect(told('one', frame(1, 20, 30))).toMatch(/blows both errors up: L\(x\) = 20/);
    expect(told('on', frame(0.2, 1, 0.2), 'ru')).toContain('Впереди генератор');
  });
  test('when M has become small while the samples are far from the data, it is said so; not when either is otherwise', () => {
    const history = new History();
    history.add({ ...frame(0.2, 1, 0.5), convergence: 1 });
    const told = (change: Partial<Frame>) =>
      say({ ...frame(0.2, 0.1, 0.05), ...change }, presets.ring, history, beganControlText.en, 'en');
    expect(told({ convergence: 0.1, w1: 0.9 })).toContain('M fell from 1 to 0.1, and yet');
    expect(told({ convergence: 0.1, w1: 0.06 })).not.toContain('M fell');
    expect(told({ convergence: 0.5, w1: 0.9 })).not.toContain('M fell');
  });
  test('an end is explained by its cause, and of two sides by its letter', () => {
    const words = beganControlText.en;
    const done = { control: 'on', reason: 'finished' } as const;
    expect(explainEnd([done], undefined, words)).toBeUndefined();
    expect(explainEnd([done], 'finished', words)).toBe(words.finished);
    expect(explainEnd([{ ...done, control: 'one', reason: 'diverged' }], 'diverged', words)).toBe(
      words.diverged,
    );
    expect(explainEnd([done, { ...done, reason: 'diverged' }], 'diverged', words)).toBe(
      `B: ${words.divergedRates}`,
    );
  });
  test('the file of data has every kept picture of each side', () => {
    const history = new History();
    for (const step of [0, 20]) history.add({ ...frame(0.2, 1, 0.5), step });
    expect(rowsOf([history])).toEqual([
      ['side', 'step', 'real', 'fake', 'k', 'convergence'],
      ['A', 0, 1, 0.5, 0.2, 1],
      ['A', 20, 1, 0.5, 0.2, 1],
    ]);
  });
  test('a long run keeps a chart’s worth of entries, from its beginning to its end', () => {
    const history = new History();
    for (let step = 0; step <= 5000; step++) history.add({ ...frame(0, 1, 1), step });
    expect(history.entries.length).toBeLessThanOrEqual(801);
    expect(history.entries[0]?.step).toBe(0);
    expect(history.entries.at(-1)?.step).toBeGreaterThan(4980);
  });
});
