import { expect, test } from 'vitest';
import { makeShow, settle, showDifference, showQuantity } from './quantities';

test('three digits, a true minus, the locale’s comma', () => {
  expect(makeShow('en')(-0.98201)).toBe('−0.982');
  expect(makeShow('ru')(54.598)).toBe('54,6');
  expect(makeShow('en')(-3.2e-7)).toBe('−3.2 · 10⁻⁷');
});

test('what is no number and what has no end is said so', () => {
  expect(makeShow('en')(NaN)).toBe('–');
  expect(makeShow('en')(Infinity)).toBe('∞');
  expect(makeShow('en')(-Infinity)).toBe('−∞');
});

test('however small, a number is shown; 0 is 0 itself', () => {
  expect(makeShow('en')(-2.03e-13)).toBe('−2.03 · 10⁻¹³');
  expect(makeShow('en')(4e-155)).toBe('4 · 10⁻¹⁵⁵');
  expect(makeShow('en')(-1e-17)).toBe('−10⁻¹⁷');
  expect(makeShow('en')(0)).toBe('0');
  expect(makeShow('en')(-0)).toBe('0');
});

test('what is no larger than the rounding of its terms is settled as 0', () => {
  expect(settle(0.1 + 0.2 - 0.3, 0.3)).toBe(0);
  expect(settle(-2.03e-13, 2.03e-13)).toBe(-2.03e-13);
  expect(settle(-5e-17, -1)).toBe(0);
});

test('a unit stands around its number', () => {
  expect(showQuantity({ value: Math.LN2, unit: '{n} nats' }, 'en')).toBe('0.693 nats');
  expect(showQuantity({ value: 4 }, 'en')).toBe('4');
});

test('a difference has its sign, and none where both are infinite', () => {
  expect(showDifference(4, 1, 'en')).toBe('+3');
  expect(showDifference(1, 4, 'en')).toBe('−3');
  expect(showDifference(0.1 + 0.2, 0.3, 'en')).toBe('0');
  expect(showDifference(2e-13, 0, 'en')).toBe('+2 · 10⁻¹³');
  expect(showDifference(0, 0, 'en')).toBe('0');
  expect(showDifference(1e-13, 3e-13, 'ru')).toBe('−2 · 10⁻¹³');
  expect(showDifference(Infinity, 2, 'en')).toBe('+∞');
  expect(showDifference(Infinity, Infinity, 'en')).toBe('–');
});
