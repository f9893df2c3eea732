import { describe, expect, it } from 'vitest';
import { checkReading, countReached, matchesReading } from './reading-match.ts';

const reading = (
  step: number,
  params: Record<string, string | number> = {},
  measures: Record<string, number> = {},
) => ({
  step,
  seed: 3,
  params,
  measures,
});

describe('matchesReading', () => {
  const collapsed = {
    step: { atLeast: 1000 },
    params: { loss: 'minimax' },
    measures: { covered: { atMost: 2 } },
  };
  it('wants every condition in one reading', () => {
    expect(matchesReading(collapsed, reading(1000, { loss: 'minimax' }, { covered: 2 }))).toBe(true);
    expect(matchesReading(collapsed, reading(999, { loss: 'minimax' }, { covered: 2 }))).toBe(false);
    expect(matchesReading(collapsed, reading(1000, { loss: 'hinge' }, { covered: 2 }))).toBe(false);
    expect(matchesReading(collapsed, reading(1000, { loss: 'minimax' }, { covered: 3 }))).toBe(false);
  });
  it('does not hold what is not measured', () => {
    expect(matchesReading(collapsed, reading(1000, { loss: 'minimax' }))).toBe(false);
    expect(matchesReading({ measures: { js: { atMost: 9 } } }, reading(1, {}, { js: NaN }))).toBe(false);
  });
  it('takes a list of settings, bounds of a number, and a seed', () => {
    expect(matchesReading({ params: { loss: ['hinge', 'r1'] } }, reading(0, { loss: 'r1' }))).toBe(true);
    expect(matchesReading({ params: { k: { atLeast: 2, atMost: 5 } } }, reading(0, { k: 5 }))).toBe(true);
    expect(matchesReading({ params: { k: { atLeast: 2 } } }, reading(0, { k: 1 }))).toBe(false);
    expect(matchesReading({ params: { k: { atLeast: 2 } } }, reading(0, { k: 'many' }))).toBe(false);
    expect(matchesReading({ seed: 3 }, reading(0))).toBe(true);
    expect(matchesReading({ seed: 4 }, reading(0))).toBe(false);
  });
});

describe('countReached', () => {
  const bad = { measures: { covered: { atMost: 2 } } };
  const good = { measures: { covered: { atLeast: 7 } } };
  const at = (covered: number) => reading(1, {}, { covered });
  it('reaches goals in their order, and keeps them', () => {
    let reached = 0;
    const steps = [8, 5, 2, 5, 8, 1].map(
      (covered) => (reached = countReached([bad, good], reached, at(covered))),
    );
    expect(steps).toEqual([0, 0, 1, 1, 2, 2]);
  });
  it('reaches two at once when one reading has both', () => {
    expect(countReached([{ step: { atLeast: 1 } }, good], 0, at(8))).toBe(2);
  });
});

it('lists what is asked beside what is now', () => {
  const where = { params: { loss: 'minimax' }, measures: { covered: { atMost: 2 } } };
  expect(checkReading(where, reading(4, { loss: 'hinge' }, { covered: 1 }))).toEqual([
    { about: 'param', name: 'loss', asked: ['minimax'], now: 'hinge', holds: false },
    { about: 'measure', name: 'covered', asked: { atMost: 2 }, now: 1, holds: true },
  ]);
  expect(checkReading(where, undefined).every(({ now, holds }) => now === undefined && !holds)).toBe(true);
});
