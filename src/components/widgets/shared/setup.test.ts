import { describe, expect, test } from 'vitest';
import type { NumberField } from './fields';
import { isAnotherRun } from './setup';

type Two = Readonly<Record<'width' | 'rate', NumberField>>;
const before = { params: { width: 2, rate: 0.1 }, seed: 3, device: 'auto', hide: [] } as const;
const restarts = ['width'] as const;
const differs = (change: object) => isAnotherRun<Two>(before, { ...before, ...change }, restarts);

describe('isAnotherRun', () => {
  test('a run goes on with what it takes up between frames, and with what is only shown', () => {
    expect(differs({ params: { width: 2, rate: 0.5 } })).toBe(false);
    expect(differs({ hide: ['seed'], view: ['points'] })).toBe(false);
  });

  test('it does not with another seed, device, number of sides, or a setting that restarts', () => {
    for (const change of [
      { seed: 4 },
      { device: 'wasm' },
      { compare: before.params },
      { params: { width: 3, rate: 0.1 } },
    ])
      expect(differs(change), JSON.stringify(change)).toBe(true);
  });

  test('what restarts counts on either side of a comparison', () => {
    const pair = { ...before, compare: { width: 2, rate: 0.3 } };
    const after = (compare: object) => ({ ...pair, compare }) as typeof pair;
    expect(isAnotherRun<Two>(pair, after({ width: 2, rate: 0.4 }), restarts)).toBe(false);
    expect(isAnotherRun<Two>(pair, after({ width: 5, rate: 0.3 }), restarts)).toBe(true);
  });
});
