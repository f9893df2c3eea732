import { expect, test } from 'vitest';
import { shellText } from './shell.text';
import { showBytes, showNumber } from './format';

test.each([
  [1234, 'en', undefined, '1,234'],
  [0.123456, 'en', 2, '0.12'],
  [0.0000029, 'en', 2, '2.9 · 10⁻⁶'],
  [-0.00051, 'ru', 2, '-5,1 · 10⁻⁴'],
  [0, 'en', 2, '0'],
  [2.4e-13, 'en', 2, '2.4 · 10⁻¹³'],
  [1e-4, 'en', 2, '10⁻⁴'],
  [-1e-4, 'en', 2, '-10⁻⁴'],
  [9.996e-5, 'en', 3, '10⁻⁴'],
  [9.996e-4, 'en', 3, '0.001'],
  [1e-3, 'ru', 2, '0,001'],
  [5e-324, 'en', 2, '4.9 · 10⁻³²⁴'],
])('%d in %s with %s digits is %s', (value, locale, digits, text) => {
  expect(showNumber(value, locale, digits)).toBe(text);
});

test('bytes in the unit that suits them', () => {
  expect(showBytes(24_854, 'en', shellText.en)).toBe('25\u00a0KB');
  expect(showBytes(2_740_000, 'ru', shellText.ru)).toBe('2,7\u00a0МБ');
  expect(showBytes(3, 'en', shellText.en)).toBe('1\u00a0KB');
});
