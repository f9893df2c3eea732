import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { integrate, klByQuadrature, klOfMixtures } from './divergence';
import {
  entropyOfNormal,
  fitByLikelihood,
  fitForward,
  fitReverse,
  meanLogLikelihood,
  reverseKl,
} from './fit';
import golden from './golden.json';
import {
  logMixture,
  logNormal,
  momentsOfMixture,
  slopeOfLogMixture,
  type Normal,
  type Part,
} from './mixture';
import {
  fitPlaneForward,
  fitPlaneReverse,
  logPlaneMixture,
  logPlaneNormal,
  planeCovariance,
  planeForwardKl,
  planeNormal,
  planeReverseKl,
  type PlanePart,
} from './plane';

const one = (normal: Normal): Part[] => [{ weight: 1, mean: normal.mean, deviation: normal.deviation }];
const TWO: Part[] = [
  { weight: 0.5, mean: -3, deviation: 0.8 },
  { weight: 0.5, mean: 3, deviation: 0.6 },
];

describe.each(golden.line)('a mixture of $parts.length', ({ parts, normals, forward, reverse }) => {
  test('both divergences from each normal are PyTorch’s', () => {
    for (const q of normals) {
      expect(klOfMixtures(parts, one(q))).toBeCloseTo(q.forward, 8);
      expect(klOfMixtures(one(q), parts)).toBeCloseTo(q.reverse, 8);
      expect(reverseKl(q, parts).kl).toBeCloseTo(q.reverse, 6);
    }
  });

  test('the forward fit has the mixture’s moments; the reverse fits are those of L-BFGS', () => {
    const found = fitForward(parts);
    expect(found.mean).toBeCloseTo(forward.mean, 12);
    expect(found.deviation).toBeCloseTo(forward.deviation, 12);
    reverse.forEach((expected, i) => {
      const fit = fitReverse(parts, parts[i]!);
      expect(fit.mean).toBeCloseTo(expected.mean, 5);
      expect(fit.deviation).toBeCloseTo(expected.deviation, 5);
      expect(fit.kl).toBeCloseTo(expected.kl, 9);
    });
  });

  test('no normal near the forward fit is closer', () => {
    const { kl, mean, deviation } = fitForward(parts);
    for (const [dm, factor] of [
      [0.05, 1],
      [-0.05, 1],
      [0, 1.03],
      [0, 0.97],
    ] as const)
      // prettier-ignore
      expect(klOfMixtures(parts, one({ mean: mean + dm, deviation: deviation * factor }))).toBeGreaterThan(kl);
  });
});

describe('two modes far apart', () => {
  test('forward covers both (σ > 3), reverse sits on one (σ below 1); each is worse by the other’s measure', () => {
    const cover = fitForward(TWO);
    const seek = fitReverse(TWO, { mean: 2, deviation: 1 });
    expect(cover.deviation).toBeGreaterThan(3);
    expect(Math.abs(seek.mean - 3)).toBeLessThan(0.01);
    expect(seek.deviation).toBeLessThan(1);
    // On one of two equal modes that do not meet it is log 2.
    expect(seek.kl).toBeCloseTo(Math.LN2, 4);
    expect(klOfMixtures(TWO, one(seek))).toBeGreaterThan(cover.kl);
    expect(reverseKl(cover, TWO).kl).toBeGreaterThan(seek.kl);
  });

  test('the start decides the mode', () => {
    expect(fitReverse(TWO, { mean: -2, deviation: 1 }).mean).toBeCloseTo(-3, 2);
  });
});

test('derivatives of the reverse KL equal finite differences', () => {
  const q = { mean: 0.7, deviation: 1.4 };
  const h = 1e-5;
  const at = (mean: number, logDeviation: number) =>
    reverseKl({ mean, deviation: Math.exp(logDeviation) }, TWO).kl;
  const v = Math.log(q.deviation);
  const { byMean, byLogDeviation } = reverseKl(q, TWO);
  expect(byMean).toBeCloseTo((at(q.mean + h, v) - at(q.mean - h, v)) / (2 * h), 7);
  expect(byLogDeviation).toBeCloseTo((at(q.mean, v + h) - at(q.mean, v - h)) / (2 * h), 6);
  const slope = (logMixture(0.3 + h, TWO) - logMixture(0.3 - h, TWO)) / (2 * h);
  expect(slopeOfLogMixture(0.3, TWO).slope).toBeCloseTo(slope, 7);
  expect(slopeOfLogMixture(0.3, TWO).value).toBe(logMixture(0.3, TWO));
});

test('maximum likelihood is least forward KL: mean log-likelihood = −H(p) − KL(p ‖ q), for a sample to its error', () => {
  const rng = createRng(7);
  const p = { mean: 1, deviation: 2 };
  const sample = Array.from({ length: 50_000 }, () => p.mean + p.deviation * rng.normal());
  for (const q of [
    { mean: 1, deviation: 2 },
    { mean: 0, deviation: 1.5 },
    { mean: 2, deviation: 3 },
  ]) {
    // prettier-ignore
    const expected = -entropyOfNormal(p) - klOfMixtures(one(p), one(q));
    expect(Math.abs(meanLogLikelihood(sample, one(q)) - expected)).toBeLessThan(0.03);
  }
  const best = fitByLikelihood(sample);
  const top = meanLogLikelihood(sample, one(best));
  for (const q of [
    { ...best, mean: best.mean + 0.1 },
    { ...best, deviation: best.deviation * 1.1 },
  ])
    expect(meanLogLikelihood(sample, one(q))).toBeLessThan(top);
});

test('by quadrature the closed form of two normals, also a narrow q far away', () => {
  const closed = (p: Normal, q: Normal) =>
    Math.log(q.deviation / p.deviation) +
    (p.deviation ** 2 + (p.mean - q.mean) ** 2) / (2 * q.deviation ** 2) -
    0.5;
  for (const [p, q] of [
    [
      { mean: 0, deviation: 1 },
      { mean: 1, deviation: 1 },
    ],
    [
      { mean: 2, deviation: 5 },
      { mean: -9, deviation: 0.1 },
    ],
  ] as const)
    // prettier-ignore
    expect(klOfMixtures(one(p), one(q)) / closed(p, q)).toBeCloseTo(1, 9);
});

describe('in the plane', () => {
  const { weights, means, covariances, mean, covariance, forward, reverse } = golden.plane;
  const point = (values: readonly number[]) => [values[0] ?? NaN, values[1] ?? NaN] as const;
  const parts: PlanePart[] = weights.map((weight, i) => ({
    weight,
    ...planeNormal(point(means[i] ?? []), covariances[i] ?? []),
  }));
  const q = planeNormal(point(mean), covariance);

  test('both divergences are PyTorch’s on a fine grid', () => {
    expect(planeForwardKl(parts, q)).toBeCloseTo(forward, 6);
    expect(planeReverseKl(q, parts)).toBeCloseTo(reverse, 6);
  });

  test('forward fit: moments, and nothing near is closer; reverse fit: on one mode, closer than what is near and than the other fit', () => {
    const cover = fitPlaneForward(parts);
    const least = planeForwardKl(parts, cover);
    const [a, b, c] = cover.factor;
    for (const factor of [
      [a * 1.05, b, c],
      [a, b + 0.1, c],
      [a, b, c * 0.95],
    ] as const)
      // prettier-ignore
      expect(planeForwardKl(parts, { ...cover, factor })).toBeGreaterThan(least);
    const far = parts.map((part) => ({ ...part, mean: [3 * part.mean[0], 3 * part.mean[1]] as const }));
    const seek = fitPlaneReverse(far, { mean: [3, 3], factor: [1, 0, 1] });
    expect(seek.kl).toBeCloseTo(-Math.log(0.4), 3);
    planeCovariance(seek).forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(covariances[1]?.[i]?.[j] ?? NaN, 2)),
    );
    for (const shift of [-0.05, 0.05]) {
      const moved = { ...seek, mean: [seek.mean[0] + shift, seek.mean[1]] as const };
      expect(planeReverseKl(moved, far)).toBeGreaterThan(seek.kl);
    }
    expect(planeReverseKl(fitPlaneForward(far), far)).toBeGreaterThan(seek.kl);
  });
});

test('the numbers printed in the doc comments', () => {
  const unit = { mean: 0, deviation: 1 };
  expect(logNormal(0, unit)).toBeCloseTo(-0.9189385332046727, 15);
  expect(logMixture(0, one(unit))).toBeCloseTo(-0.9189385332046727, 15);
  const pair = [-3, 3].map((mean) => ({ weight: 0.5, mean, deviation: 4 }));
  expect(momentsOfMixture(pair)).toEqual({ mean: 0, deviation: 5 });
  expect(integrate((x) => x, { from: 0, to: 2 })).toBeCloseTo(2, 12);
  expect(klOfMixtures(one(unit), one({ mean: 1, deviation: 1 }))).toBeCloseTo(0.5, 12);
  const found = reverseKl(unit, one({ mean: 1, deviation: 1 }));
  expect(found.kl).toBeCloseTo(0.5, 12);
  expect(found.byMean).toBeCloseTo(-1, 12);
  expect(found.byLogDeviation).toBeCloseTo(0, 12);
  const fit = fitReverse(one({ mean: 2, deviation: 3 }), unit);
  expect([fit.mean, fit.deviation].map((x) => Number(x.toFixed(8)))).toEqual([2, 3]);
  expect(fitByLikelihood([1, 3])).toEqual({ mean: 2, deviation: 1 });
  expect(entropyOfNormal(unit)).toBe(1.4189385332046727);
  expect(planeNormal([0, 0], [[4, 2], [2, 5]]).factor).toEqual([2, 1, 2]); // prettier-ignore
  const plain = { mean: [0, 0], factor: [1, 0, 1] } as const;
  const moved = [{ weight: 1, mean: [1, 0], factor: [1, 0, 1] }] as const;
  expect(logPlaneNormal([0, 0], plain)).toBeCloseTo(-1.8378770664093453, 15);
  expect(logPlaneMixture([1, 0], moved)).toBeCloseTo(-1.8378770664093453, 15);
  expect(planeReverseKl(plain, moved)).toBeCloseTo(0.5, 7);
  expect(planeForwardKl(moved, plain)).toBeCloseTo(0.5, 7);
  expect(fitPlaneReverse(moved, plain).mean[0]).toBeCloseTo(1, 6);
});

test('bad input is named', () => {
  expect(() => klOfMixtures([], TWO)).toThrow(/at least one part/);
  expect(() => klOfMixtures([{ weight: 0.5, mean: 0, deviation: 1 }], TWO)).toThrow(/sum to 1, found 0.5/);
  expect(() => fitReverse(TWO, { mean: 0, deviation: 0 })).toThrow(/deviation must be above 0/);
  expect(() => fitByLikelihood([1, 1])).toThrow(/two different values/);
  expect(() => integrate((x) => x, { from: 1, to: 1 })).toThrow(/to must be above from/);
  expect(() => klByQuadrature(() => 0, () => 0, { from: 0, to: 1, points: 1 })).toThrow(/at least 2, found 1/); // prettier-ignore
  expect(() => meanLogLikelihood([], TWO)).toThrow(/at least one value/);
  expect(() => planeReverseKl({ mean: [0, 0], factor: [1, 0, 1] }, [])).toThrow(/sum to 1, found 0/);
});
