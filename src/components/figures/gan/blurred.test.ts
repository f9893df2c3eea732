import { describe, expect, it } from 'vitest';
import { blurredLogLikelihood, circleCurve, ringData, untrainedCurve } from './blurred';

describe('blurredLogLikelihood', () => {
  it('is the Gaussian density for one point and one draw', () => {
    // log N((1, 2); 0, 0.5² I) = −5/(2·0.25) − log(2π·0.25)
    expect(blurredLogLikelihood([[1, 2]], [[0, 0]], 0.5)).toBeCloseTo(-10 - Math.log(0.5 * Math.PI), 12);
  });

  it('averages densities over draws and logarithms over points', () => {
    const density = (d: number) => Math.exp(-(d ** 2) / 2) / (2 * Math.PI);
    const expected = (Math.log((density(0) + density(1)) / 2) + Math.log((density(3) + density(2)) / 2)) / 2;
    const found = blurredLogLikelihood([[0, 0], [3, 0]], [[0, 0], [1, 0]], 1); // prettier-ignore
    expect(found).toBeCloseTo(expected, 12);
  });

  it('does not underflow far away, and falls like −d²/2s² as the blur goes to zero', () => {
    const far = (s: number) => blurredLogLikelihood([[3, 4]], [[0, 0]], s) + Math.log(2 * Math.PI * s ** 2);
    expect(far(0.001)).toBeCloseTo(-25 / 2e-6, 3);
  });

  it('refuses a width that is not positive, and empty lists', () => {
    expect(() => blurredLogLikelihood([[0, 0]], [[0, 0]], 0)).toThrow('width must be positive, found 0');
    expect(() => blurredLogLikelihood([], [[0, 0]], 1)).toThrow('expected points of both kinds, found 0, 1');
  });
});

describe('the curves of the first figure', () => {
  it('no point of the data lies on either', () => {
    const untrained = untrainedCurve();
    for (const [x, y] of ringData()) {
      expect(Math.hypot(x, y)).not.toBe(2);
      expect(untrained.some(([u, v]) => u === x && v === y)).toBe(false);
    }
    circleCurve().forEach(([x, y]) => expect(Math.hypot(x, y)).toBeCloseTo(2, 12));
  });
});
