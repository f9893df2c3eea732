import { describe, expect, test } from 'vitest';
import { describe as say, stateOf } from './describe';
import { fields, presets, type Params } from './latent-ica.params';
import { latentIcaText } from './latent-ica.text';
import { quantitiesOf } from './show';
import { contrastOf, mixSources, momentsOf, runIca, spreadOf, sweep, turn } from './unmix';

const settings: Record<string, Params> = presets;
const show = (params: Params) => {
  const mixture = mixSources(params);
  return {
    mixture,
    found: runIca(mixture, params.draw),
    turned: turn(mixture, params.angle),
    curves: sweep(mixture),
  };
};

describe.each(Object.keys(presets))('%s', (name) => {
  const params = settings[name] ?? presets.uniform;
  const { mixture, found, turned, curves } = show(params);

  test('the mixture is correlated; white points are not, however they are turned', () => {
    const { correlation } = momentsOf(mixture.points);
    if (params.mix > 0) expect(Math.abs(correlation)).toBeGreaterThan(0.3);
    else expect(Math.abs(correlation)).toBeLessThan(0.1);
    for (const angle of [0, 15, 45, 80]) expect(turn(mixture, angle).moments.correlation).toBeCloseTo(0, 10);
  });

  test('the turn that FastICA found is the turn of its unmixing', () => {
    expect(turn(mixture, found.angle).distance).toBeCloseTo(found.distance, 6);
    expect(found.angle).toBeGreaterThanOrEqual(0);
    expect(found.angle).toBeLessThan(90);
  });

  test('one setting, one figure; both languages tell it without a gap', () => {
    expect(show(params)).toEqual({ mixture, found, turned, curves });
    const spread = { mean: 0.1, deviation: 0.02 };
    for (const locale of ['en', 'ru'] as const) {
      const text = say(params, { found, turned, curves, spread }, latentIcaText[locale], locale);
      expect(text).not.toMatch(/[{}]|NaN|undefined/);
      const busy = say(params, { found, turned, curves }, latentIcaText[locale], locale);
      expect(busy).not.toMatch(/[{}]|NaN|undefined|±/);
    }
  });
});

test('a uniform, a Laplace and one uniform beside one normal source are found, in every draw', () => {
  for (const sources of ['uniform', 'laplace', 'one'] as const) {
    const { found } = show({ ...presets.uniform, sources });
    expect(found.converged).toBe(true);
    expect(found.distance).toBeLessThan(0.1);
    const spread = spreadOf({ sources, mix: 0.6 });
    expect(spread.mean).toBeLessThan(0.1);
    expect(spread.deviation).toBeLessThan(0.08);
  }
});

test('normal sources are not: the distance is large on average and wanders from draw to draw', () => {
  const spread = spreadOf({ sources: 'normal', mix: 0.6 });
  expect(spread.mean).toBeGreaterThan(0.2);
  expect(spread.deviation).toBeGreaterThan(0.08);
});

test('the contrast has a peak where sources are not normal, and none for normals and the ring', () => {
  const range = (name: string) => {
    const { contrast } = sweep(mixSources(settings[name] ?? presets.uniform));
    return Math.max(...contrast) - Math.min(...contrast);
  };
  expect(range('uniform')).toBeGreaterThan(1);
  expect(range('laplace')).toBeGreaterThan(1.5);
  expect(range('normal')).toBeLessThan(0.4);
  expect(range('ring')).toBeLessThan(0.35);
});

test('the ring: uncorrelated at every turn, and the squares give each other away', () => {
  const mixture = mixSources(presets.ring);
  for (const angle of [0, 20, 45, 70]) {
    const { squares, kurtosis } = turn(mixture, angle).moments;
    expect(squares).toBeLessThan(-0.9);
    expect(kurtosis[0]).toBeCloseTo(-1.5, 0);
  }
  const free = turn(mixSources(presets.uniform), show(presets.uniform).found.angle).moments;
  expect(Math.abs(free.squares)).toBeLessThan(0.1);
});

test('kurtosis of a uniform is −1.2, of a Laplace 3, and the found turn is where the contrast is largest', () => {
  const uniform = mixSources(presets.uniform);
  const found = runIca(uniform, 1);
  const at = turn(uniform, found.angle).moments;
  for (const value of at.kurtosis) expect(Math.abs(value + 1.2)).toBeLessThan(0.1);
  expect(contrastOf(at)).toBeGreaterThanOrEqual(Math.max(...sweep(uniform).contrast) - 0.01);
});

test('states', () => {
  const state = (params: Params) => stateOf(params, show(params));
  expect(state(presets.uniform)).toBe('mixed');
  const { found } = show(presets.uniform);
  expect(state({ ...presets.uniform, angle: found.angle })).toBe('unmixed');
  // Where these points allow no better the figure does not call them mixed.
  for (const sources of ['laplace', 'one'] as const) {
    const own = { ...presets.uniform, sources };
    const best = show(own).found;
    expect(best.distance).toBeGreaterThan(0.06);
    expect(state({ ...own, angle: Number(best.angle.toFixed(1)) })).toBe('unmixed');
  }
  expect(state(presets.unmixed)).toBe('spun');
  expect(state({ ...presets.unmixed, angle: show(presets.unmixed).found.angle })).toBe('unmixed');
  expect(state(presets.normal)).toBe('normal');
  expect(state(presets.ring)).toBe('ring');
  expect(fields.angle.max).toBe(90);
});

test('a ring has no distance in view, and no sentence about one', () => {
  const shown = show(presets.ring);
  const numbers = quantitiesOf('ring', { ...shown, spread: spreadOf(presets.ring) }, latentIcaText.en);
  const nameless = numbers.filter(({ value }) => Number.isNaN(value)).map(({ name }) => name);
  expect(nameless).toEqual([
    latentIcaText.en.quantityDistance,
    latentIcaText.en.quantityFound,
    latentIcaText.en.quantityMean,
    latentIcaText.en.quantityDeviation,
  ]);
  expect(say(presets.ring, shown, latentIcaText.en, 'en')).not.toContain('distance');
});

test('three numbers in view, computed again: distance, contrast and correlation of squares', () => {
  const { mixture, turned } = show(presets.uniform);
  const numbers = quantitiesOf('uniform', show(presets.uniform), latentIcaText.en);
  const of = (name: string) => numbers.find((each) => each.name === name)?.value;
  const angle = (presets.uniform.angle * Math.PI) / 180;
  const rows = mixture.white.map(([x = NaN, y = NaN]) => [
    Math.cos(angle) * x + Math.sin(angle) * y,
    Math.cos(angle) * y - Math.sin(angle) * x,
  ]);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const fourth = (unit: number) => mean(rows.map((row) => (row[unit] ?? NaN) ** 4)) - 3;
  expect(of('|κ₁| + |κ₂|')).toBeCloseTo(Math.abs(fourth(0)) + Math.abs(fourth(1)), 9);
  const [a, b] = [0, 1].map((unit) => rows.map((row) => (row[unit] ?? NaN) ** 2));
  const apart = (values: number[] = []) => values.map((value) => value - mean(values));
  const [da, db] = [apart(a), apart(b)];
  const product = mean(da.map((value, i) => value * (db[i] ?? NaN)));
  const rho = product / Math.sqrt(mean(da.map((v) => v * v)) * mean(db.map((v) => v * v)));
  expect(of(latentIcaText.en.quantitySquares)).toBeCloseTo(rho, 9);
  // What is made of each source: the columns of R K A, whose smaller entries are what is left of the other source.
  const [[k11 = NaN, k12 = NaN] = [], [k21 = NaN, k22 = NaN] = []] = mixture.whitening;
  const [[a11 = NaN, a12 = NaN] = [], [a21 = NaN, a22 = NaN] = []] = mixture.mixing;
  const white = [k11 * a11 + k12 * a21, k11 * a12 + k12 * a22, k21 * a11 + k22 * a21, k21 * a12 + k22 * a22];
  const [w11 = NaN, w12 = NaN, w21 = NaN, w22 = NaN] = white;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const p = [c * w11 + s * w21, c * w12 + s * w22, c * w21 - s * w11, c * w22 - s * w12].map(Math.abs);
  const [p11 = NaN, p12 = NaN, p21 = NaN, p22 = NaN] = p;
  const share = (one: number, other: number) => Math.min(one, other) / Math.max(one, other);
  const amari = (share(p11, p12) + share(p21, p22) + share(p11, p21) + share(p12, p22)) / 4;
  expect(of(latentIcaText.en.quantityDistance)).toBeCloseTo(amari, 9);
  expect(turned.distance).toBeCloseTo(amari, 9);
});
