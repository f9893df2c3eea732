import { describe, expect, test } from 'vitest';
import { areaOf, densityScore, hitsAt, reconstructionScore } from './alarms';
import { errorOf, gradientOf, trainLinear } from './linear-run';
import { bestDenoised, logNoisyDensity, RING } from './score-field';

describe('a linear autoencoder trained by gradient descent', () => {
  test('its gradient is that of finite differences', () => {
    const { points } = trainLinear(1);
    const at = { w: [0.3, -0.2], v: [0.5, 0.4] };
    const by = gradientOf(at, points);
    for (const part of ['w', 'v'] as const)
      for (const j of [0, 1]) {
        const shift = (step: number) => ({
          ...at,
          [part]: at[part].map((value, i) => value + (i === j ? step : 0)),
        });
        const slope = (errorOf(shift(1e-5), points) - errorOf(shift(-1e-5), points)) / 2e-5;
        expect(by[part][j]).toBeCloseTo(slope, 6);
      }
  });

  test('ends on the first principal direction with the variance of the second, from any start; weights differ', () => {
    const runs = [1, 2, 3, 4, 5].map(trainLinear);
    for (const { errors, left, angle, end } of runs) {
      expect(errors.at(-1)).toBeCloseTo(left, 4);
      expect(angle).toBeLessThan(0.1);
      // Encoder and decoder undo each other along the line, whatever their scale.
      expect(end.w[0]! * end.v[0]! + end.w[1]! * end.v[1]!).toBeCloseTo(1, 2);
    }
    const lengths = runs.map(({ end }) => Math.hypot(...end.v));
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(0.001);
  });
});

test('an anomaly on the line is restored and not found, one off it is; the density finds both', () => {
  expect(areaOf(reconstructionScore, 'off')).toBeGreaterThan(0.9);
  expect(Math.abs(areaOf(reconstructionScore, 'along') - 0.5)).toBeLessThan(0.06);
  expect(areaOf(densityScore, 'off')).toBeGreaterThan(0.9);
  expect(areaOf(densityScore, 'along')).toBeGreaterThan(0.9);
  expect(hitsAt(0.05, 'off')).toBeGreaterThan(hitsAt(0.05, 'along') + 0.5);
});

test('the best denoiser moves by σ² times the slope of the log density, exactly and at every σ', () => {
  for (const sigma of [0.1, 0.3, 1])
    for (const at of [
      [0.4, 0.1],
      [1.3, -0.7],
      [0, 0.9],
    ]) {
      const moved = bestDenoised(at, RING, sigma);
      at.forEach((value, j) => {
        const shift = (step: number) =>
          logNoisyDensity(
            at.map((x, i) => x + (i === j ? step : 0)),
            RING,
            sigma,
          );
        const slope = (shift(1e-5) - shift(-1e-5)) / 2e-5;
        expect(moved[j]! - value).toBeCloseTo(sigma * sigma * slope, 5);
      });
    }
});
