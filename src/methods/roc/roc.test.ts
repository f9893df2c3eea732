import { describe, expect, test } from 'vitest';
import golden from './golden.json';
import { areaUnderRoc, rocCurve, thresholdAtRate, youdenPoint } from './roc';

describe.each(golden.cases)(
  '$normal.length normal, $anomalous.length anomalous',
  ({ normal, anomalous, ...each }) => {
    test('curve and area are PyTorch’s, by counting pairs with ties as ½', () => {
      const [start, ...curve] = rocCurve(normal, anomalous);
      expect(start).toEqual({ threshold: Infinity, falsePositiveRate: 0, truePositiveRate: 0 });
      expect(curve.map((p) => p.threshold)).toEqual(each.thresholds);
      curve.forEach((point, i) => {
        expect(point.falsePositiveRate).toBeCloseTo(each.falsePositiveRates[i] ?? NaN, 14);
        expect(point.truePositiveRate).toBeCloseTo(each.truePositiveRates[i] ?? NaN, 14);
      });
      expect(areaUnderRoc(normal, anomalous)).toBeCloseTo(each.area, 13);
    });

    test('a rising function of the score changes nothing; turned round the area is 1 less it', () => {
      const bend = (scores: readonly number[]) => scores.map((s) => Math.exp(s));
      expect(areaUnderRoc(bend(normal), bend(anomalous))).toBeCloseTo(each.area, 13);
      expect(areaUnderRoc(anomalous, normal)).toBeCloseTo(1 - each.area, 13);
    });
  },
);

test('equal scores tell nothing: one slanted piece, area ½; apart 1', () => {
  expect(rocCurve([1, 1], [1])).toHaveLength(2);
  expect(areaUnderRoc([1, 1], [1])).toBe(0.5);
  expect(areaUnderRoc([1, 2], [3])).toBe(1);
  expect(areaUnderRoc([-Infinity, 0], [Infinity, Infinity])).toBe(1);
});

test('a threshold holds the false alarms to the rate, ties too', () => {
  const normal = [1, 2, 2, 2, 3];
  for (const rate of [0, 0.2, 0.5, 0.8, 1]) {
    const threshold = thresholdAtRate(normal, rate);
    expect(normal.filter((s) => s >= threshold).length / 5).toBeLessThanOrEqual(rate);
  }
  expect([0, 0.2, 0.5, 0.8, 1].map((rate) => thresholdAtRate(normal, rate))).toEqual([Infinity, 3, 3, 2, 1]);
});

test('the numbers printed in the doc comments, and bad input by name', () => {
  const pairs = rocCurve([1, 2], [2, 3]).map((p) => [p.falsePositiveRate, p.truePositiveRate]);
  expect(pairs).toEqual([[0, 0], [0, 0.5], [0.5, 1], [1, 1]]); // prettier-ignore
  expect(areaUnderRoc([1, 2], [2, 3])).toBe(0.875);
  expect(thresholdAtRate([1, 2, 3, 4], 0.25)).toBe(4);
  expect(youdenPoint([1, 2], [2, 3]).threshold).toBe(3);
  expect(() => rocCurve([], [1])).toThrow(/normal must be at least one number/);
  expect(() => areaUnderRoc([1], [NaN])).toThrow(/anomalous must be .* none NaN/);
  expect(() => thresholdAtRate([1], 2)).toThrow(/in \[0, 1\], found 2/);
});
