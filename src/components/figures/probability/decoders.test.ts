import { expect, test } from 'vitest';
import { logEvidence, posterior } from '~/methods/linear-gaussian/model';
import { integrate } from '~/methods/density-fit/divergence';
import { marginalOf, NOISE, posteriorOf } from './decoders';

const model = { weights: [[2]], offset: [0], noiseVariance: NOISE ** 2 };

test('the linear decoder’s quadrature is the closed form', () => {
  for (const x of [-3, 0, 1.8])
    expect(Math.log(marginalOf('linear', x))).toBeCloseTo(logEvidence(model, [x]), 9);
  const { mean, covariance } = posterior(model, [1.8]);
  const [m = NaN, v = NaN] = [mean[0], covariance[0]?.[0]];
  expect(posteriorOf('linear', 1.8, [m])[0]).toBeCloseTo(1 / Math.sqrt(2 * Math.PI * v), 6);
});

test('the other’s is a density with two heaps and a lopsided posterior', () => {
  expect(integrate((x) => marginalOf('tanh', x), { from: -5, to: 5, points: 401 })).toBeCloseTo(1, 6);
  expect(marginalOf('tanh', 1.9)).toBeGreaterThan(3 * marginalOf('tanh', 0));
  const zs = Array.from({ length: 801 }, (_, i) => i / 100 - 4);
  const p = posteriorOf('tanh', 1.8, zs);
  const mean = p.reduce((sum, value, i) => sum + value * (zs[i] ?? NaN), 0) / 100;
  const third = p.reduce((sum, value, i) => sum + value * ((zs[i] ?? NaN) - mean) ** 3, 0) / 100;
  const second = p.reduce((sum, value, i) => sum + value * ((zs[i] ?? NaN) - mean) ** 2, 0) / 100;
  expect(third / second ** 1.5).toBeGreaterThan(0.5);
});
