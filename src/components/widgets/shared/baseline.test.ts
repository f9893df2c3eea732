import { expect, test } from 'vitest';
import { listDifferences, sayDifferences } from './baseline';

test('only what differs is named, with the baseline’s value', () => {
  const word = (key: string, value: string | number) => `${key} = ${value}`;
  expect(listDifferences({ a: 1, b: 'on', c: 3 }, { a: 2, b: 'on', c: 4 }, word)).toBe('a = 2; c = 4');
  expect(listDifferences({ a: 1 }, { a: 1 }, word)).toBe('');
});

test('differences are now minus baseline, in the order of the table', () => {
  const now = [
    { name: 'KL(p_d ‖ p_g)', value: 2 },
    { name: 'W₁', value: 1 },
  ];
  const kept = [
    { name: 'KL(p_d ‖ p_g)', value: 0.5 },
    { name: 'W₁', value: 4 },
  ];
  expect(sayDifferences(now, kept, 'en')).toBe('KL(p d ‖ p g) +1.5; W₁ −3');
  expect(sayDifferences(now, kept.slice(0, 1), 'en')).toBe('KL(p d ‖ p g) +1.5; W₁ –');
});
