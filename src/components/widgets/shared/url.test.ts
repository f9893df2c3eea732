import { describe, expect, test } from 'vitest';
import { choice, defaultsOf, number } from './fields';
import { queryText, readLink, writeLink, type Experiment } from './url';

const format = {
  id: 'gan',
  version: 1,
  fields: {
    loss: choice(['minimax', 'wassersteinGp']),
    rate: number({ min: 1e-5, max: 1, default: 1e-3 }),
    steps: number({ min: 1, max: 9, default: 5 }),
  },
  hideable: ['table'],
  views: ['samples', 'field', 'arrows'],
  common: ['steps' as const],
};
type Fields = typeof format.fields;
const base: Experiment<Fields> = {
  params: defaultsOf(format.fields),
  seed: 3,
  device: 'auto',
  hide: [],
  view: ['samples', 'field'],
};
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

  test('a widget without views or comparison writes of neither', () => {
    const { views: _, common: __, ...plain } = format;
    const now = { ...base, seed: 5, view: [] };
    expect(writeLink(plain, { ...base, view: [] }, now, new URLSearchParams()).toString()).toBe(
      'gan.v=1&gan.seed=5',
    );
    const { view: ___, ...bare } = base;
    expect(writeLink(plain, bare, now, new URLSearchParams()).toString()).toBe('gan.v=1&gan.seed=5');
  });

  test('what belongs to other widgets stays, the own old keys go', () => {
    expect(write(base, 'vae.z=1&gan.seed=9&gan.compare=x&q=ring')).toBe('vae.z=1&q=ring');
  });

  test('everything comes back', () => {
    const now: Experiment<Fields> = {
      params: { loss: 'wassersteinGp', rate: 0.25, steps: 5 },
      seed: 4294967295,
      device: 'wasm',
      hide: ['rate', 'seed'],
      view: ['arrows'],
      compare: { loss: 'minimax', rate: 0.5, steps: 5 },
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
    expect(experiment.params).toEqual({ ...base.params, loss: 'wassersteinGp' });
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

  test('parts of the figure: known ones are shown, strange ones named, none is a choice too', () => {
    const { experiment, issues } = read('gan.view=arrows,wings');
    expect(experiment.view).toEqual(['arrows']);
    expect(issues).toMatchObject([{ kind: 'value', key: 'view', found: 'wings' }]);
    expect(read('gan.view=')).toMatchObject({ experiment: { view: [] }, issues: [] });
  });
});

describe('two settings compared', () => {
  const b = { ...base.params, loss: 'wassersteinGp' } as const;

  test('only what differs is written, in letters a reader can read', () => {
    const now = { ...base, compare: { ...b, rate: 0.5 } };
    const query = writeLink(format, base, now, new URLSearchParams());
    expect(queryText(query)).toBe('gan.v=1&gan.compare=loss:wassersteinGp,rate:0.5');
    expect(write({ ...base, compare: base.params })).toBe('gan.v=1&gan.compare=');
    expect(read('gan.compare=').experiment.compare).toEqual(base.params);
  });

  test('links of version 1 without a comparison have none', () => {
    expect(read('gan.v=1&gan.loss=wassersteinGp').experiment.compare).toBeUndefined();
  });

  test('B follows what the link changes in A', () => {
    expect(read('gan.rate=0.25&gan.compare=loss:wassersteinGp').experiment.compare).toEqual({
      ...b,
      rate: 0.25,
    });
  });

  test('nonsense is named; what can be taken is', () => {
    const { experiment, issues } = read('gan.compare=loss:abacus,rate:0.5,wings:2,steps:3,constructor:1');
    expect(experiment.compare).toEqual({ ...base.params, rate: 0.5 });
    expect(issues).toEqual([
      {
        kind: 'value',
        key: 'compare.loss',
        found: 'abacus',
        expected: 'minimax | wassersteinGp',
        used: 'minimax',
      },
      { kind: 'unknown', key: 'compare.wings' },
      { kind: 'unknown', key: 'compare.steps' },
      { kind: 'unknown', key: 'compare.constructor' },
    ]);
  });

  test('a page that compares by itself: its links say so only when they differ, and can say no', () => {
    const page = { ...base, compare: b };
    const back = (now: Experiment<Fields>) =>
      readLink(format, page, writeLink(format, page, now, new URLSearchParams())).experiment;
    expect(writeLink(format, page, page, new URLSearchParams()).toString()).toBe('');
    expect(back({ ...page, compare: undefined }).compare).toBeUndefined();
    const moved = { ...page, params: { ...page.params, rate: 0.5 }, compare: { ...b, rate: 0.5 } };
    expect(back(moved)).toEqual(moved);
  });

  test('a widget that cannot compare calls it unknown', () => {
    const { common: _, ...alone } = format;
    const { issues } = readLink(alone, base, new URLSearchParams('gan.compare=loss:minimax'));
    expect(issues).toEqual([{ kind: 'unknown', key: 'compare' }]);
  });
});
