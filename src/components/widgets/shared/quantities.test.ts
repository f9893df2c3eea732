import { expect, test } from 'vitest';
import { makeShow, showDifference, showQuantity } from './quantities';

test('three digits, a true minus, the locale’s comma', () => {
  expect(makeShow('en')(-0.98201)).toBe('−0.982');
  expect(makeShow('ru')(54.598)).toBe('54,6');
  expect(makeShow('en')(-3.2e-7)).toBe('−3.2 · 10⁻⁷');
});

test('what is no number and what has no end is said so', () => {
  expect(makeShow('en')(NaN)).toBe('–');
  expect(makeShow('en')(Infinity)).toBe('∞');
  expect(makeShow('en')(-Infinity)).toBe('−∞');
  expect(makeShow('en')(-1e-17)).toBe('0');
});

test('a unit stands around its number', () => {
  expect(showQuantity({ value: Math.LN2, unit: '{n} nats' }, 'en')).toBe('0.693 nats');
  expect(showQuantity({ value: 4 }, 'en')).toBe('4');
});

test('a difference has its sign, and none where both are infinite', () => {
  expect(showDifference(4, 1, 'en')).toBe('+3');
  expect(showDifference(1, 4, 'en')).toBe('−3');
  expect(showDifference(0.1 + 0.2, 0.3, 'en')).toBe('0');
  expect(showDifference(Infinity, 2, 'en')).toBe('+∞');
  expect(showDifference(Infinity, Infinity, 'en')).toBe('–');
});
