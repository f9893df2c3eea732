import { expect, test } from 'vitest';
import { openWasm } from '~/runtime/executors/wasm/session';
import { bestJudges } from './best-judges';
import { reportCritics } from './critic-report';
import stored from './critic-slopes.json';
import { penaltyPlaces } from './penalty-places';

test('the stored critics are what the same code trains now, to the last digit', async () => {
  expect(await reportCritics(openWasm)).toEqual(stored);
}, 60_000);

test('what the chapter says of the three critics', () => {
  const [clip, penalty, spectral] = stored.critics;
  if (!clip || !penalty || !spectral) throw new Error('three critics');
  expect(clip.atCorner).toBeGreaterThan(0.99);
  // Clipping: slopes of all sizes; the bound 5.8 is far away. The penalty: near 1, a little above. The norm: below 1 everywhere.
  expect(clip.most).toBeLessThan(5.8);
  expect(clip.most - clip.least).toBeGreaterThan(1);
  expect(penalty.least).toBeGreaterThan(0.9);
  expect(penalty.most).toBeLessThan(1.15);
  expect(penalty.median).toBeGreaterThan(1);
  expect(spectral.steepest).toBeLessThan(1);
  // By the duality gap / slope never exceeds W₁; the penalised critic comes nearest.
  const reached = [clip, penalty, spectral].map(({ gap, steepest }) => gap / steepest);
  expect(reached[1]).toBe(Math.max(...reached));
});

test('best judges: flat, jumping, falling', () => {
  const [left, middle, right] = bestJudges([-1, 0, 1]);
  expect(left?.discriminator).toBeGreaterThan(0.999);
  expect(middle?.discriminator).toBeCloseTo(0.5, 12);
  expect(right?.discriminator).toBeLessThan(0.001);
  expect([left?.hinge, right?.hinge]).toEqual([1, -1]);
  expect([left?.critic, right?.critic]).toEqual([1, -1]);
});

test('penalties: between lies between, around lies around', () => {
  const { data, samples, between, around, on } = penaltyPlaces();
  between.forEach(([x, y], i) => {
    const [a, b] = [data[i] ?? [NaN, NaN], samples[i] ?? [NaN, NaN]];
    const cross = (x - a[0]) * (b[1] - a[1]) - (y - a[1]) * (b[0] - a[0]);
    expect(Math.abs(cross)).toBeLessThan(1e-6);
    expect(x).toBeLessThanOrEqual(Math.max(a[0], b[0]) + 1e-6);
  });
  expect(on).toBe(data);
  expect(around).toHaveLength(data.length);
});
