import { expect, it } from 'vitest';
import type { FormulaKey } from '../judge.ts';
import { judgeFormula } from './formula.ts';

const key: FormulaKey = {
  kind: 'formula',
  variables: { a: { from: -4, to: 4 } },
  answer: '-1 / (1 + exp(-a))',
  mistakes: ['1 / (1 + exp(-a))', '-1 / (1 + exp(a))'],
};
const type = (text: string, locale: 'en' | 'ru' = 'en') => judgeFormula(key, text, locale);

it('takes any form of the answer', () => {
  for (const text of ['-1/(1+e^-a)', '−σ(a)', 'sigmoid(-a) - 1', '-e^a/(1+e^a)'])
    expect(type(text), text).toEqual({ status: 'right' });
});

it('knows a misconception in any form', () => {
  expect(type('e^a/(e^a+1)')).toEqual({ status: 'wrong', feedback: [0], missing: 0 });
  expect(type('σ(a)-1')).toEqual({ status: 'wrong', feedback: [1], missing: 0 });
});

it('says what can be said of other wrong formulas', () => {
  expect(type('-2σ(a)')).toMatchObject({ status: 'wrong', lines: ['Right up to a constant factor.'] });
  expect(type('-a')).toMatchObject({ status: 'wrong', lines: [expect.stringMatching(/at a = -?\d/)] });
  expect(type('log(a)')).toMatchObject({
    status: 'wrong',
    lines: [expect.stringContaining('no value at a = ')],
  });
});

it('names what it cannot read, in the language of the page', () => {
  expect(type('b')).toEqual({
    status: 'unclear',
    line: 'Unknown symbol b; use a. Put * between two symbols.',
  });
  expect(type('b', 'ru')).toMatchObject({
    line: expect.stringContaining('Неизвестное обозначение b') as string,
  });
  expect(type('')).toMatchObject({ status: 'unclear' });
});

it('refuses a key that is no formula', () => {
  expect(() => judgeFormula({ ...key, answer: 'b' }, 'a', 'en')).toThrow('expected a formula, found "b"');
});
