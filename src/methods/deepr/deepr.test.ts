import { describe, expect, test } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { activeCount, randomMask } from '~/methods/sparsity/masks';
import { deepRLayer, deepRStep, deepRWeights } from './deepr';
import golden from './golden.json';

const { rate, l1, temperature, signs } = golden;

describe.each(golden.steps.map((step, at) => ({ at, ...step })))('step $at', (each) => {
  test('strengths and what falls asleep equal PyTorch’s with the same noise', () => {
    const noise = [...each.noise];
    const rng = { ...createRng(1), normal: () => noise.shift() ?? NaN };
    const layer = { strengths: each.strengths, signs, mask: Uint8Array.from(each.mask) };
    const next = deepRStep(layer, each.gradients, { rate, l1, temperature }, rng);
    expect(next.dropped).toEqual(each.dropped);
    next.strengths.forEach((theta, place) => expect(theta).toBeCloseTo(each.after[place] ?? NaN, 13));
    expect(noise).toEqual([]);
  });
});

const start = (seed: number) => {
  const rng = createRng(seed);
  const mask = randomMask(80, 20, rng);
  const weights = Float64Array.from({ length: 80 }, () => 0.1 * rng.normal());
  return { layer: deepRLayer(weights, mask, rng), weights, rng };
};

test('over 200 steps of noise the connections are kept in number, strengths stay ≥ 0 and no weight changes its sign', () => {
  const { layer, rng } = start(5);
  let { strengths, mask } = layer;
  let woken = 0;
  for (let step = 0; step < 200; step++) {
    const gradients = Float64Array.from({ length: 80 }, () => rng.normal());
    const next = deepRStep({ strengths, signs: layer.signs, mask }, gradients, { rate: 0.01, l1: 0.1, temperature: 0.01 }, rng); // prettier-ignore
    ({ strengths, mask } = next);
    woken += next.grown.length;
    expect(activeCount(mask)).toBe(20);
    expect(next.grown).toHaveLength(next.dropped.length);
    for (const place of next.grown) expect(strengths[place]).toBe(0);
    deepRWeights({ strengths, signs: layer.signs, mask }).forEach((weight, place) => {
      expect(weight * layer.signs[place]!).toBeGreaterThanOrEqual(0);
    });
  }
  expect(woken).toBeGreaterThan(20);
});

test('closed form without noise: θ falls by η (s g + α), and sleeps when it passes 0', () => {
  const layer = { strengths: [0.5, 0.05, 0], signs: [1, -1, 1], mask: Uint8Array.of(1, 1, 0) };
  const next = deepRStep(layer, [2, -2, 0], { rate: 0.1, l1: 0.5, temperature: 0 }, createRng(1));
  expect(next.strengths[0]).toBeCloseTo(0.5 - 0.1 * 2.5, 15);
  expect(next.dropped).toEqual([1]);
  expect(next.strengths[1]).toBe(0);
  expect(activeCount(next.mask)).toBe(2);
});

test('without noise, gradient and prior nothing moves; a strength of 0 stays awake', () => {
  const layer = { strengths: [0.5, 0, 3], signs: [1, -1, 1], mask: Uint8Array.of(1, 1, 0) };
  const next = deepRStep(layer, [0, 0, 0], { rate: 1, l1: 0, temperature: 0 }, createRng(1));
  expect(next).toMatchObject({ dropped: [], grown: [], mask: layer.mask });
  expect([...next.strengths]).toEqual([0.5, 0, 0]);
});

test('the noise has variance 2 η T', () => {
  const size = 4000;
  const layer = {
    strengths: new Float64Array(size).fill(10),
    signs: new Float64Array(size).fill(1),
    mask: new Uint8Array(size).fill(1),
  };
  const { strengths } = deepRStep(layer, new Float64Array(size), { rate: 0.05, l1: 0, temperature: 0.4 }, createRng(2)); // prettier-ignore
  const variance = strengths.reduce((sum, theta) => sum + (theta - 10) ** 2, 0) / size;
  // 2 η T = 0.04; relative standard deviation √(2/4000) = 0.022; five of them.
  expect(Math.abs(variance / 0.04 - 1)).toBeLessThan(0.11);
});

test('weights are split into signs and strengths and put together again', () => {
  const { layer, weights } = start(9);
  expect([...deepRWeights(layer)]).toEqual([...weights].map((w, place) => (layer.mask[place] === 1 ? w : 0)));
  const zeros = deepRLayer(new Float64Array(100), new Uint8Array(100).fill(1), createRng(1));
  expect(new Set(Array.from(zeros.signs))).toEqual(new Set([1, -1]));
  expect([...deepRWeights({ strengths: [2, 5], signs: [-1, 1], mask: Uint8Array.of(1, 0) })]).toEqual([
    -2, 0,
  ]);
});

test('misuse is named', () => {
  const layer = { strengths: [1, 1], signs: [1, -1], mask: Uint8Array.of(1, 1) };
  const options = { rate: 0.1, l1: 0, temperature: 0 };
  const step =
    (change: object, more: object = {}) =>
    () =>
      deepRStep({ ...layer, ...change }, [1, 1], { ...options, ...more }, createRng(1));
  expect(step({ signs: [1, 0] })).toThrow(/sign must be 1 or −1, found 0 at 1/);
  expect(step({ mask: Uint8Array.of(0, 0) })).toThrow(/no active connection/);
  expect(step({ strengths: [1] })).toThrow(/mask has 2 entries, but strengths 1/);
  expect(step({ strengths: [1, NaN] })).toThrow(/strength at 1 is not a number/);
  expect(step({}, { rate: 0 })).toThrow(/rate must be above 0 and finite, found 0/);
  expect(step({}, { l1: -1 })).toThrow(/l1 must be at least 0 and finite, found -1/);
  expect(step({}, { temperature: NaN })).toThrow(/temperature must be at least 0 and finite, found NaN/);
});
