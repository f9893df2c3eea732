import { describe, expect, it } from 'vitest';
import type { Reading } from '~/components/widgets/shared/reading';
import type { ExperimentKey } from '../judge.ts';
import { judgeExperiment, showChecks } from './experiment.ts';

const key: ExperimentKey = {
  kind: 'experiment',
  widget: 'gan',
  goals: [
    { step: { atLeast: 1000 }, measures: { covered: { atMost: 2 } } },
    { measures: { covered: { atLeast: 7 } } },
  ],
  notes: [{ params: { loss: 'hinge' } }],
};
const reading = (loss: string, step: number, covered?: number): Reading => ({
  widget: 'gan-2d',
  id: 'gan',
  state: 'running',
  step,
  seed: 3,
  params: { loss },
  measures: covered === undefined ? {} : { covered },
});
const judge = (reached: number, seen?: Reading) => judgeExperiment({ key, locale: 'en' }, reached, seen);

describe('judgeExperiment', () => {
  it('asks for a run first', () => {
    expect(judge(0)).toMatchObject({
      status: 'unclear',
      line: expect.stringContaining('Run the figure first') as string,
    });
  });
  it('names the open goal with what is measured now', () => {
    expect(judge(0, reading('minimax', 320, 6))).toEqual({
      status: 'wrong',
      feedback: [],
      missing: 0,
      lines: [
        'Goal 1 is not reached yet.',
        'Now: ✗ step 320 (asked: at least 1,000); ✗ modes covered 6 (asked: at most 2).',
      ],
    });
    expect(judge(1, reading('minimax', 320, 6))).toMatchObject({
      lines: ['Goal 2 is not reached yet.', expect.anything()],
    });
  });
  it('answers a known wrong state with its note', () => {
    expect(judge(0, reading('hinge', 320, 6))).toMatchObject({ status: 'wrong', feedback: [0] });
  });
  it('is right when all goals are reached, whatever the widget does now', () => {
    expect(judge(2)).toEqual({ status: 'right' });
  });
});

it('says what is not measured yet, in Russian too', () => {
  expect(showChecks(key.goals[1] ?? {}, reading('minimax', 0), 'ru')).toBe(
    'Сейчас: ✗ покрыто мод ещё не измерено (нужно не меньше 7).',
  );
});
