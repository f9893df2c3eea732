import { describe, expect, it } from 'vitest';
import { compareTensors, readGolden } from './golden';

const tensor = (...values: number[]) => ({ data: Float32Array.from(values), shape: [values.length] });

describe('compareTensors', () => {
  it('finds the largest difference over all outputs', () => {
    const golden = { a: tensor(1, 2), b: tensor(-1) };
    expect(compareTensors(golden, golden)).toEqual({ values: 3, worst: 0 });
    expect(compareTensors({ a: tensor(1, 2.25), b: tensor(-1.5) }, golden)).toEqual({
      values: 3,
      worst: 0.5,
    });
  });

  it('takes a missing output, another length and NaN for infinitely wrong', () => {
    const golden = { a: tensor(1, 2) };
    for (const found of [{}, { a: tensor(1) }, { a: tensor(1, NaN) }])
      expect(compareTensors(found, golden).worst).toBe(Infinity);
  });
});

describe('readGolden', () => {
  const stored = {
    inputs: { z: { shape: [1, 2], values: [0, 1] } },
    outputs: { y: { shape: [1], values: [3] } },
  };

  it('reads inputs and outputs', () => {
    const { inputs, outputs } = readGolden(JSON.stringify(stored), 'toy');
    expect(inputs['z']).toEqual({ data: Float32Array.from([0, 1]), shape: [1, 2] });
    expect(outputs['y']?.data).toEqual(Float32Array.from([3]));
  });

  it('names a file that is cut short, not JSON, or holds too little', () => {
    const text = JSON.stringify(stored);
    expect(() => readGolden(text.slice(0, -5), 'toy')).toThrow('toy: golden.json is no JSON');
    expect(() => readGolden('{}', 'toy')).toThrow('toy: golden inputs: expected tensors');
    expect(() => readGolden(text.replace('[0,1]', '[0]'), 'toy')).toThrow('expected 2 values, found 1');
  });
});
