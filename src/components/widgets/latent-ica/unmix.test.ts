import { describe, expect, test } from 'vitest';
import { describe as say, stateOf } from './describe';
import { fields, presets, type Params } from './latent-ica.params';
import { latentIcaText } from './latent-ica.text';
import { contrastOf, mixSources, momentsOf, runIca, spreadOf, sweep, turn } from './unmix';

const settings: Record<string, Params> = presets;
const show = (params: Params) => {
  const mixture = mixSources(params);
  return { mixture, found: runIca(mixture, params.draw), turned: turn(mixture, params.angle) };
};

describe.each(Object.keys(presets))('%s', (name) => {
  const params = settings[name] ?? presets.uniform;
  const { mixture, found, turned } = show(params);

  test('the mixture is correlated; white points are not, however they are turned', () => {
    expect(Math.abs(momentsOf(mixture.points).correlation)).toBeGreaterThan(0.3);
    for (const angle of [0, 15, 45, 80]) expect(turn(mixture, angle).moments.correlation).toBeCloseTo(0, 10);
  });

  test('the turn that FastICA found is the turn of its unmixing', () => {
    expect(turn(mixture, found.angle).distance).toBeCloseTo(found.distance, 6);
    expect(found.angle).toBeGreaterThanOrEqual(0);
    expect(found.angle).toBeLessThan(90);
  });

  test('one setting, one figure; both languages tell it without a gap', () => {
    expect(show(params)).toEqual({ mixture, found, turned });
    for (const locale of ['en', 'ru'] as const) {
      const text = say(params, { found, turned, spread: { mean: 0.1, deviation: 0.02 } }, latentIcaText[locale], locale); // prettier-ignore
      expect(text).not.toMatch(/[{}]|NaN|undefined/);
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
  expect(state(presets.normal)).toBe('normal');
  expect(state(presets.ring)).toBe('ring');
  expect(fields.angle.max).toBe(90);
});
