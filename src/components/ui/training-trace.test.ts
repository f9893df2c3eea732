import { expect, it } from 'vitest';
import { traceOf } from './training-trace';

it('draws the chief number of a log from its first step to its last, the greatest on top', () => {
  const log = [
    { step: 5, seconds: 1, kl: 9, elbo: -30 },
    { step: 10, seconds: 2, kl: 9, elbo: -10 },
    { step: 20, seconds: 3, kl: 9, elbo: -20 },
  ];
  expect(traceOf(log, 100, 40)).toEqual({
    name: 'elbo',
    first: { step: 5, value: -30 },
    last: { step: 20, value: -20 },
    points: '25.0,40.0 50.0,0.0 100.0,20.0',
  });
});

it('draws a number that never changes in the middle', () => {
  expect(traceOf([{ step: 4, seconds: 1, loss: 2 }], 8, 6).points).toBe('8.0,3.0');
});

it('refuses a log without any of the chief numbers', () => {
  expect(() => traceOf([], 8, 6)).toThrow('training log: expected elbo or reconstruction or loss');
  expect(() => traceOf([{ step: 1, seconds: 1, kl: 2 }], 8, 6)).toThrow('found {"step":1');
});
