import { expect, test } from 'vitest';
import {
  checkParams,
  choice,
  code,
  defaultsOf,
  fromSlider,
  number,
  readValue,
  toSlider,
  presetOf,
} from './fields';

const fields = {
  data: choice(['ring', 'moons']),
  rate: number({ min: 1e-5, max: 1, default: 1e-3, logarithmic: true }),
  batch: number({ min: 1, max: 512, default: 256, integer: true }),
};

test('defaults are taken by their own fields', () => {
  expect(defaultsOf(fields)).toEqual({ data: 'ring', rate: 1e-3, batch: 256 });
  expect(() => checkParams(fields, defaultsOf(fields))).not.toThrow();
});

test.each([
  ['1e-3', 0.001],
  ['.5', 0.5],
  ['1', 1],
  ['2', undefined],
  ['0', undefined],
  ['-1', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  ['0x1', undefined],
  ['', undefined],
  [' ', undefined],
  ['1e-3abc', undefined],
  ['١', undefined],
])('a rate of %j is read as %j', (text, value) => {
  expect(readValue(fields.rate, text)).toBe(value);
});

test('whole numbers and choices', () => {
  expect(readValue(fields.batch, '64')).toBe(64);
  expect(readValue(fields.batch, '64.5')).toBeUndefined();
  expect(readValue(fields.data, 'moons')).toBe('moons');
  expect(readValue(fields.data, 'Moons')).toBeUndefined();
});

test('an error names the setting, what it may be and what it is', () => {
  const good = defaultsOf(fields);
  expect(() => checkParams(fields, { ...good, rate: 7 })).toThrow('rate: expected 0.00001 … 1, found 7');
  expect(() => checkParams(fields, { ...good, batch: NaN })).toThrow(
    'batch: expected 1 … 512, ∈ ℤ, found NaN',
  );
  expect(() => checkParams(fields, { ...good, data: 'torus' as 'ring' })).toThrow(
    'data: expected ring | moons, found "torus"',
  );
});

test('slider positions and values go back and forth', () => {
  expect(toSlider(fields.rate, 1e-5)).toBe(0);
  expect(toSlider(fields.rate, 1)).toBe(1);
  expect(fromSlider(fields.rate, toSlider(fields.rate, 1e-3))).toBe(1e-3);
  expect(fromSlider(fields.batch, 0.5)).toBe(257);
  expect(fromSlider(fields.batch, 2)).toBe(512);
});

test('a code is what its own function takes', () => {
  const drawing = code({ accepts: (text) => /^(..){1,3}$/.test(text), shape: '2 … 6', default: 'ab' });
  expect(defaultsOf({ drawing })).toEqual({ drawing: 'ab' });
  expect(readValue(drawing, 'abcd')).toBe('abcd');
  expect(readValue(drawing, 'abc')).toBeUndefined();
  expect(() => checkParams({ drawing }, { drawing: '' })).toThrow('drawing: expected 2 … 6, found ""');
  expect(() => checkParams({ drawing }, { drawing: 7 as unknown as string })).toThrow('found 7');
});

test('settings are known by the name of their preset; a change of any one makes them the reader’s own', () => {
  const presets = { calm: { rate: 0.1, data: 'ring' }, wild: { rate: 1, data: 'ring' } } as const;
  expect(presetOf(presets, { rate: 1, data: 'ring' })).toBe('wild');
  expect(presetOf(presets, { rate: 1, data: 'moons' })).toBeUndefined();
});
