import { describe, expect, test } from 'vitest';
import { choice, defaultsOf, number } from './fields';
import { readLink, writeLink, type Experiment } from './url';

const format = {
  id: 'gan',
  version: 1,
  fields: { loss: choice(['minimax', 'wassersteinGp']), rate: number({ min: 1e-5, max: 1, default: 1e-3 }) },
  hideable: ['table'],
};
type Fields = typeof format.fields;
const base: Experiment<Fields> = { params: defaultsOf(format.fields), seed: 3, device: 'auto', hide: [] };
const read = (query: string) => readLink(format, base, new URLSearchParams(query));
const write = (now: Experiment<Fields>, query = '') =>
  writeLink(format, base, now, new URLSearchParams(query)).toString();

describe('writing', () => {
  test('what is as on the page is not written', () => {
    expect(write(base)).toBe('');
  });

  test('only differences, with the version', () => {
    const now: Experiment<Fields> = { ...base, seed: 5, params: { ...base.params, loss: 'wassersteinGp' } };
    expect(write(now)).toBe('gan.v=1&gan.loss=wassersteinGp&gan.seed=5');
  });

  test('what belongs to other widgets stays, the own old keys go', () => {
    expect(write(base, 'vae.z=1&gan.seed=9&gan.compare=x&q=ring')).toBe('vae.z=1&q=ring');
  });

  test('everything comes back', () => {
    const now: Experiment<Fields> = {
      params: { loss: 'wassersteinGp', rate: 0.25 },
      seed: 4294967295,
      device: 'wasm',
      hide: ['rate', 'seed'],
    };
    expect(read(write(now))).toEqual({ experiment: now, issues: [] });
  });
});

describe('reading nonsense', () => {
  test.each(['-1', '4294967296', '1.5', 'NaN', '', '<script>'])('seed %j', (found) => {
    const { experiment, issues } = read(`gan.seed=${encodeURIComponent(found)}`);
    expect(experiment.seed).toBe(3);
    expect(issues).toEqual([
      { kind: 'value', key: 'seed', found, expected: '0 … 4294967295, ∈ ℤ', used: '3' },
    ]);
  });

  test('a bad value is named and the page’s own is used; good ones beside it are taken', () => {
    const { experiment, issues } = read('gan.v=1&gan.rate=1e9&gan.loss=wassersteinGp');
    expect(experiment.params).toEqual({ loss: 'wassersteinGp', rate: 1e-3 });
    expect(issues).toMatchObject([{ kind: 'value', key: 'rate', found: '1e9', used: '0.001' }]);
  });

  test('unknown keys, even those every object has, and other versions', () => {
    expect(read('gan.v=2&gan.speed=1&gan.constructor=1&other.x=1').issues).toEqual([
      { kind: 'version', found: '2', expected: '1' },
      { kind: 'unknown', key: 'speed' },
      { kind: 'unknown', key: 'constructor' },
    ]);
  });

  test('hide: known names hide, strange ones are named', () => {
    const { experiment, issues } = read('gan.hide=rate,table,preset,wings');
    expect(experiment.hide).toEqual(['rate', 'table', 'preset']);
    expect(issues).toMatchObject([{ kind: 'value', key: 'hide', found: 'wings' }]);
  });

  test('compare is reserved: no complaint yet', () => {
    expect(read('gan.compare=loss:minimax').issues).toEqual([]);
  });
});
