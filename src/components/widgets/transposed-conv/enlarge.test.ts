import { describe, expect, test } from 'vitest';
import { describe as say } from './describe';
import { enlarge, kernelOf } from './enlarge';
import { spreadOf } from './spread';
import { fields, presets, type Params } from './transposed-conv.params';
import { transposedConvText } from './transposed-conv.text';

const every: Params[] = [1, 2, 3, 4, 5].flatMap((kernel) =>
  [1, 2, 3].flatMap((stride) =>
    [0, 1, 2].flatMap((padding) =>
      [3, 4, 5].map((size) => ({ ...presets.checkers, kernel, stride, padding, size, weights: 'random' })),
    ),
  ),
);

/** What the sentence under the figure is made of. */
const tell = (params: Params) => ({
  made: enlarge(params),
  spread: params.weights === 'random' ? spreadOf(params) : undefined,
});

describe('whatever the settings', () => {
  test('the size is (n − 1)s − 2p + k, the sum of all stamps the result, and both inner products one number', () => {
    for (const params of every) {
      const made = enlarge(params);
      expect(made.out).toBe((params.size - 1) * params.stride - 2 * made.padding + params.kernel);
      expect(made.out).toBeGreaterThanOrEqual(1);
      expect(made.soFar).toEqual(made.result);
      expect(made.adjoint.left).toBeCloseTo(made.adjoint.right, 10);
      expect(made.adjoint.back.length).toBe(params.size);
    }
  });

  test('counts are even exactly where the stride divides the kernel; a flat picture through resize and convolution stays flat', () => {
    for (const params of every) {
      const { fewest, most, resizedUneven } = enlarge(params);
      expect(fewest === most).toBe(params.kernel % params.stride === 0);
      expect(resizedUneven).toBeLessThan(1e-12);
      expect(most).toBe(Math.ceil(params.kernel / params.stride) ** 2);
    }
  });
});

test('what the presets claim', () => {
  expect(enlarge(presets.checkers)).toMatchObject({ out: 9, fewest: 1, most: 4, uneven: 0.75 });
  expect(enlarge(presets.even)).toMatchObject({ out: 8, fewest: 4, most: 4, uneven: 0 });
  const learned = enlarge(presets.learned);
  expect([learned.fewest, learned.most]).toEqual([4, 4]);
  expect(learned.uneven).toBeGreaterThan(0.2);
  expect(enlarge(presets.holes)).toMatchObject({ fewest: 0, uneven: 1 });
  expect(enlarge(presets.unmoved).out).toBe(presets.unmoved.size);
});

test('a bell makes up for unequal counts at stride 2, not at stride 3', () => {
  const bell = { ...presets.checkers, weights: 'bell' } as const;
  // 1 2 1 at stride 2: phases 1 + 1 and 2, equal.
  expect(enlarge(bell).uneven).toBe(0);
  expect(enlarge({ ...bell, stride: 3 }).uneven).toBe(0.75);
  expect(kernelOf(bell, 4)[0]).toEqual([1, 3, 3, 1]);
});

test('it is the transpose, not the inverse', () => {
  const { adjoint, input } = enlarge(presets.checkers);
  expect(adjoint.back[1]?.[1]).not.toBeCloseTo(input[1]?.[1] ?? NaN, 3);
});

test('padding that would leave nothing is lowered and said so', () => {
  const params = { ...presets.checkers, size: 3, stride: 1, kernel: 1, padding: 2 };
  const made = enlarge(params);
  expect([made.padding, made.out]).toEqual([1, 1]);
  expect(say(params, { made }, transposedConvText.en, 'en')).toContain('p = 2');
});

test('aligned corners keep the corner values and change the step between pixels', () => {
  const ramp = { ...presets.stamping, size: 4, stride: 2 } as const;
  const rows = (['bilinear', 'corners'] as const).map((resize) => enlarge({ ...ramp, resize }).enlarged[0]);
  expect(rows[0]?.[1]).toBe(1.25);
  expect(rows[1]?.[1]).toBeCloseTo(1 + 3 / 7, 12);
});

test('every preset and every step is told in both languages, without a gap', () => {
  for (const locale of ['en', 'ru'] as const) {
    const said = Object.values(presets).map((params) =>
      say(params, tell(params), transposedConvText[locale], locale),
    );
    expect(new Set(said).size).toBe(said.length);
    for (let stamps = 0; stamps <= fields.stamps.max; stamps++) {
      const params = { ...presets.stamping, stamps };
      said.push(say(params, tell(params), transposedConvText[locale], locale));
    }
    for (const text of said) expect(text).not.toMatch(/[{}]|NaN|undefined/);
  }
});

test('random weights: what the chapter says of one draw and of all, recomputed from the sums of the weights of each group', () => {
  const { kernel, stride } = presets.learned;
  const uneven = (draw: number): number => {
    const sums = new Map<string, number>();
    kernelOf({ weights: 'random', draw }, kernel).forEach((row, a) => {
      row.forEach((weight, b) => {
        const group = `${a % stride} ${b % stride}`;
        sums.set(group, (sums.get(group) ?? 0) + weight);
      });
    });
    return 1 - Math.min(...sums.values()) / Math.max(...sums.values());
  };
  const all = Array.from({ length: 99 }, (_, i) => uneven(1 + i)).toSorted((a, b) => a - b);
  const spread = spreadOf(presets.learned);
  expect(spread.draws).toBe(99);
  expect(spread.least).toBeCloseTo(all[0] ?? NaN, 12);
  expect(spread.median).toBeCloseTo(all[49] ?? NaN, 12);
  expect(spread.most).toBeCloseTo(all[98] ?? NaN, 12);
  expect(spread.median).toBeCloseTo(0.42, 2);
  expect(enlarge(presets.learned).uneven).toBeCloseTo(uneven(1), 12);
  expect(uneven(1)).toBeCloseTo(0.26, 2);
});
