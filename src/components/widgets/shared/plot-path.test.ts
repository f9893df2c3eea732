import { expect, test } from 'vitest';
import { groundOf, pathOf, shareOf } from './plot-path';

const unit = { domain: [0, 1] as const };

test('a path runs from the lower left to the upper right of the square', () => {
  expect(pathOf([0, 1], [0, 1], unit, unit)).toBe('M0 1000L1000 0');
  expect(shareOf({ domain: [-2, 2] }, 1)).toBe(0.75);
});

test('what is not finite breaks the line, and what lies far outside is not a longer number', () => {
  expect(pathOf([0, 0.5, 1], [0, NaN, 1], unit, unit)).toBe('M0 1000M1000 0');
  expect(pathOf([0, 1], [0, 1e9], unit, unit)).toBe('M0 1000L1000 -10000');
});

test('the ground under a line is closed along the level 0', () => {
  expect(groundOf([0, 1], [0.5, 0.5], unit, { domain: [-1, 1] })).toBe('M0 250L1000 250L1000 500L0 500Z');
  expect(groundOf([], [], unit, unit)).toBe('');
});
