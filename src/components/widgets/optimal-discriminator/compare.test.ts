import { expect, test } from 'vitest';
import { compare, overDistance } from './compare';
import { dataOf, logDensity, modelOf, scoreOf } from './heaps';
import { presets, type Params } from './optimal-discriminator.params';

const base: Params = presets.apart;

test('Gaussians of one width: both KL are Δ²/2σ², W₁ is Δ', () => {
  for (const [dataAt, modelAt, width] of [
    [-2, 1, 0.5],
    [-0.3, 0.3, 0.5],
    [4, -4, 0.3],
  ] as const) {
    const { klDataModel, klModelData, w1 } = compare({
      ...base,
      dataAt,
      modelAt,
      dataWidth: width,
      modelWidth: width,
    });
    const expected = (dataAt - modelAt) ** 2 / (2 * width ** 2);
    expect(klDataModel / expected).toBeCloseTo(1, 5);
    expect(klModelData / expected).toBeCloseTo(1, 5);
    expect(w1).toBeCloseTo(Math.abs(dataAt - modelAt), 8);
  }
});

test('Gaussians of two widths: KL as in the closed form, in both directions', () => {
  const { klDataModel, klModelData } = compare({
    ...base,
    dataAt: 0.5,
    modelAt: -0.5,
    dataWidth: 0.4,
    modelWidth: 0.9,
  });
  const kl = (s: number, t: number) => Math.log(t / s) + (s * s + 1) / (2 * t * t) - 0.5;
  expect(klDataModel).toBeCloseTo(kl(0.4, 0.9), 6);
  expect(klModelData).toBeCloseTo(kl(0.9, 0.4), 6);
});

test('total variation of shifted Gaussians is erf(Δ / √8σ): 0.6827 where Δ = 2σ', () => {
  expect(compare({ ...base, dataAt: -0.5, modelAt: 0.5 }).totalVariation).toBeCloseTo(0.6826894921, 4);
});

test('disjoint boxes: JS is log 2 and flat, total variation 1, both KL infinite, W₁ the distance', () => {
  const { js, klDataModel, klModelData, totalVariation, w1, mean, judgedFake } = compare(presets.disjoint);
  expect(js).toBeCloseTo(Math.LN2, 12);
  expect([klDataModel, klModelData]).toEqual([Infinity, Infinity]);
  expect(totalVariation).toBeCloseTo(1, 12);
  expect(w1).toBeCloseTo(4, 10);
  expect(judgedFake).toBe(0);
  expect(mean.minimax).toBe(0);
  expect(mean.nonSaturating).toBe(0);
  expect(mean.critic).toBeCloseTo(1, 12);
});

test('half-overlapping boxes: JS ½ log 2, exactly', () => {
  const side = 2 * Math.sqrt(3) * 0.5;
  const { js, totalVariation } = compare({ ...presets.disjoint, dataAt: 0, modelAt: side / 2 });
  expect(totalVariation).toBeCloseTo(0.5, 12);
  expect(js).toBeCloseTo(Math.LN2 / 2, 12);
});

test('the default shows the claim: the minimax pull is gone, the critic’s is 1, and a tail keeps −log D* at Δ/σ²', () => {
  const { js, mean, w1 } = compare(presets.apart);
  expect(js).toBeGreaterThan(0.999 * Math.LN2);
  expect(mean.minimax).toBeLessThan(0.002);
  expect(mean.nonSaturating).toBeCloseTo(4 / 0.25, 2);
  expect(mean.critic).toBeCloseTo(1, 6);
  expect(w1).toBeCloseTo(4, 8);
});

test('half covered: both losses of the first GAN leave the generator where it is, the critic pulls all of it on', () => {
  const { mean, js, klDataModel, klModelData, pulls } = compare(presets.half);
  expect(js).toBeCloseTo(0.75 * Math.log(4 / 3), 3);
  expect(klModelData).toBeCloseTo(Math.LN2, 3);
  expect(klDataModel).toBeGreaterThan(10);
  expect(mean.minimax).toBeLessThan(0.01);
  expect(mean.nonSaturating).toBeLessThan(0.01);
  expect(pulls.map(({ critic }) => critic)).toEqual([1, 1, 1, 1, 1]);
});

test('JS saturates over the distance while W₁ grows as the distance', () => {
  const { distance, js, w1 } = overDistance(base);
  expect(js.at(-1)! - js[16]!).toBeLessThan(1e-4);
  distance.forEach((value, i) => expect(w1[i]).toBeCloseTo(value, 6));
  expect(js[0]).toBeCloseTo(0, 12);
});

test('pulls are minus the slopes of log(1 − D*) and −log D*, by finite differences', () => {
  const params: Params = { ...base, dataAt: -0.4, modelAt: 0.5, gap: 0.8, dataWidth: 0.6, modelWidth: 0.8 };
  const [data, model] = [dataOf(params), modelOf(params)];
  const judged = (x: number) => 1 / (1 + Math.exp(logDensity(model, x) - logDensity(data, x)));
  const step = 1e-5;
  const slope = (f: (x: number) => number, x: number) => (f(x + step) - f(x - step)) / (2 * step);
  const { pulls } = compare(params);
  expect(pulls).toHaveLength(5);
  for (const { x, minimax, nonSaturating } of pulls) {
    expect(minimax).toBeCloseTo(-slope((at) => Math.log(1 - judged(at)), x), 6);
    expect(nonSaturating).toBeCloseTo(-slope((at) => -Math.log(judged(at)), x), 6);
    expect(scoreOf(data, x)).toBeCloseTo(
      slope((at) => logDensity(data, at), x),
      6,
    );
  }
});

test('samples stand at equal shares of the generator’s mass: the middle one at its centre', () => {
  const { pulls } = compare(base);
  expect(pulls[2]?.x).toBeCloseTo(2, 4);
  // Φ⁻¹(0.1) = −1.28155
  expect(pulls[0]?.x).toBeCloseTo(2 - 0.5 * 1.28155, 3);
});

test('a box inside a wider one: KL log 3, total variation ⅔, W₁ a third of the wide side, no pull but the critic’s', () => {
  const { klDataModel, klModelData, totalVariation, w1, judgedFake } = compare({
    ...presets.disjoint,
    dataAt: 0,
    modelAt: 0,
    dataWidth: 1.2,
    modelWidth: 0.4,
  });
  expect(klModelData).toBeCloseTo(Math.log(3), 12);
  expect(klDataModel).toBe(Infinity);
  expect(totalVariation).toBeCloseTo(2 / 3, 12);
  // E|x| of a box is its half side over 2, and the map is x ↦ x/3.
  expect(w1).toBeCloseTo(((2 / 3) * (1.2 * Math.sqrt(3))) / 2, 3);
  expect(judgedFake).toBeCloseTo(0.25, 12);
});

test('the curve over the distance passes through the point of now, for boxes too', () => {
  const params = { ...presets.disjoint, dataAt: -4, modelAt: -3 };
  const { js } = compare(params);
  expect(overDistance(params).js[4]).toBeCloseTo(js, 12);
});

test('equal densities: nothing to tell, nothing to pull, D* = ½ throughout', () => {
  const { js, w1, mean, judge } = compare({ ...base, dataAt: 2 });
  expect(js).toBe(0);
  expect(w1).toBe(0);
  expect(mean).toEqual({ minimax: 0, nonSaturating: 0, critic: 0 });
  for (const value of judge) expect(value).toBeCloseTo(0.5, 12);
});
