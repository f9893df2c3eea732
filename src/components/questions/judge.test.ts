import { describe, expect, it } from 'vitest';
import { judge, parseNumber, type Key } from './judge.ts';

const wrong = (feedback: number[], missing = 0) => ({ status: 'wrong', feedback, missing });

describe('choice', () => {
  const key: Key = { kind: 'choice', right: 2 };
  it('is right only at the right option', () => {
    expect(judge(key, { kind: 'choice', picked: 2 })).toEqual({ status: 'right' });
    expect(judge(key, { kind: 'choice', picked: 0 })).toEqual(wrong([0]));
  });
  it('asks for a choice when nothing is picked', () => {
    expect(judge(key, { kind: 'choice', picked: null })).toEqual({
      status: 'unclear',
      reason: 'nothing-picked',
    });
  });
  it('refuses an answer of another kind', () => {
    expect(() => judge(key, { kind: 'numeric', text: '1' })).toThrow('kind choice, found numeric');
  });
});

describe('select-all', () => {
  const key: Key = { kind: 'select-all', right: [0, 3] };
  const pick = (...picked: number[]) => judge(key, { kind: 'select-all', picked });
  it('wants exactly the right ones, in any order', () => {
    expect(pick(3, 0)).toEqual({ status: 'right' });
  });
  it('names the wrong ones and counts the missing ones without naming them', () => {
    expect(pick(0, 1)).toEqual(wrong([1], 1));
    expect(pick(0)).toEqual(wrong([], 1));
    expect(pick(0, 1, 2, 3)).toEqual(wrong([1, 2]));
    expect(pick()).toEqual({ status: 'unclear', reason: 'nothing-picked' });
  });
});

describe('numeric', () => {
  const key: Key = {
    kind: 'numeric',
    value: -1.386,
    tolerance: 0.01,
    unit: 'nats',
    mistakes: [{ value: 1.386, tolerance: 0.01 }],
  };
  const type = (text: string) => judge(key, { kind: 'numeric', text });
  it('accepts within the tolerance, with point, comma, unit and any minus sign', () => {
    for (const text of ['-1.386', '-1,39', '\u22121.38', ' - 1.386 nats', '-1.396'])
      expect(type(text), text).toEqual({ status: 'right' });
  });
  it('knows a misconception by its number', () => {
    expect(type('1.386')).toEqual(wrong([0]));
    expect(type('7')).toEqual(wrong([]));
    expect(type('-1.397')).toEqual(wrong([]));
  });
  it('tells nonsense from a wrong number', () => {
    expect(type('')).toEqual({ status: 'unclear', reason: 'empty' });
    expect(type('about one')).toEqual({ status: 'unclear', reason: 'not-a-number' });
    expect(type('1,234.5')).toEqual({ status: 'unclear', reason: 'two-separators' });
  });
});

describe('parseNumber', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e-3', 1e-3],
    ['1 000', 1000],
    ['1\u00a0000,5', 1000.5],
    ['1/3', 1 / 3],
    ['-1/2', -0.5],
    ['+3', 3],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBeCloseTo(value, 12);
  });
  it.each(['1/0', '1/2/3', 'NaN', 'Infinity', '0x10', '--1', '1e', 'e', '-', '.', 'нет'])(
    'refuses %s',
    (text) => {
      expect(parseNumber(text)).toBe('not-a-number');
    },
  );
});

describe('order', () => {
  const key: Key = { kind: 'order', length: 4 };
  const put = (...order: number[]) => judge(key, { kind: 'order', order });
  it('is right in the one order', () => {
    expect(put(0, 1, 2, 3)).toEqual({ status: 'right' });
  });
  it('has feedback for each of the 23 wrong orders', () => {
    for (const order of permutations([0, 1, 2, 3]).slice(1)) {
      const verdict = put(...order);
      if (verdict.status !== 'wrong') throw new Error(`${order.join()} was judged ${verdict.status}`);
      const item = Number(verdict.feedback[0] ?? 0);
      expect(item).toBeGreaterThan(0);
      expect(order.indexOf(item)).toBeLessThan(order.indexOf(item - 1));
    }
  });
});

describe('cloze', () => {
  const key: Key = { kind: 'cloze', right: [1, 0, 2] };
  const fill = (...picked: (number | null)[]) => judge(key, { kind: 'cloze', picked });
  it('is right when every gap is', () => {
    expect(fill(1, 0, 2)).toEqual({ status: 'right' });
  });
  it('has feedback for each wrong gap', () => {
    expect(fill(1, 2, 0)).toEqual({ status: 'wrong', feedback: ['1.2', '2.0'], missing: 0 });
  });
  it('judges nothing while a gap is open', () => {
    expect(fill(1, null, 2)).toEqual({ status: 'unclear', reason: 'gaps-open' });
    expect(fill()).toEqual({ status: 'unclear', reason: 'gaps-open' });
  });
});

/** All orders, the sorted one first. */
function permutations(items: number[]): number[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
