import { expect, it } from 'vitest';
import { isAttempt, judgePoints } from './recall.ts';

it('wants a few words before it shows the answer', () => {
  for (const text of ['', '   ', '???!!! 12345', 'dunno']) expect(isAttempt(text), text).toBe(false);
  for (const text of ['the gradient fades', 'градиент затухает']) expect(isAttempt(text), text).toBe(true);
});

it('takes the reader’s own count as the result', () => {
  expect(judgePoints(3, 3, 'en')).toMatchObject({ status: 'right' });
  expect(judgePoints(1, 3, 'en')).toMatchObject({
    status: 'wrong',
    final: true,
    lines: ['By your own count your answer has 1 of 3 points.'],
  });
});
