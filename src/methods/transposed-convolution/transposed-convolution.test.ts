import { describe, expect, test } from 'vitest';
import { conv2dTranspose, upsampleBilinear, upsampleNearest } from '~/autodiff/ops';
import { createRng } from '~/methods/rng/create-rng';
import { evaluate, numbersOf } from '~/runtime/evaluate';
import golden from './golden.json';
import { resizeConvolution, upsampleBilinearGrid, upsampleNearestGrid } from './resize';
import {
  convolve,
  overlapCounts,
  stampsOf,
  transposedConvolution,
  transposedSize,
  type Grid,
} from './stamps';

function expectSame(found: Grid, expected: Grid): void {
  expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  found.forEach((row, i) =>
    row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]?.[j] ?? NaN, 12)),
  );
}

const rng = createRng(10);
const random = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => rng.normal()));
const inner = (a: Grid, b: Grid) =>
  a.reduce((sum, row, i) => sum + row.reduce((part, x, j) => part + x * (b[i]?.[j] ?? NaN), 0), 0);
const image = (grid: Grid) => ({ shape: [1, grid.length, grid[0]?.length ?? 0, 1], values: grid.flat() });
const filter = (grid: Grid) => ({ shape: [grid.length, grid[0]?.length ?? 0, 1, 1], values: grid.flat() });

describe.each(golden.transposed)('stride $options.stride, padding $options.padding', (each) => {
  test('transposed convolution, its counts and the convolution back are PyTorch’s', () => {
    const { input, kernel, options } = each;
    const made = transposedConvolution(input, kernel, options);
    expectSame(made, each.result);
    expectSame(convolve(made, kernel, options), each.back);
    const [h, w] = [input.length, input[0]?.length ?? 0];
    expectSame(overlapCounts([h, w], [kernel.length, kernel[0]?.length ?? 0], options), each.counts);
  });

  test('the layer of the course’s graph computes the same', () => {
    const { input, kernel, options } = each;
    if (options.outputPadding) return;
    const layer = evaluate((x, w) => conv2dTranspose(x, w, options), [image(input), filter(kernel)]);
    numbersOf(layer).forEach((value, i) => expect(value).toBeCloseTo(each.result.flat()[i] ?? NaN, 12));
  });
});

describe.each(golden.resized)('times $factor', (each) => {
  const { input, kernel, factor } = each;

  test('both up-samplings and their convolutions are PyTorch’s', () => {
    expectSame(upsampleNearestGrid(input, factor), each.nearest);
    expectSame(upsampleBilinearGrid(input, factor), each.bilinear);
    expectSame(upsampleBilinearGrid(input, factor, { alignCorners: true }), each.aligned);
    const resize = (interpolation: 'nearest' | 'bilinear') =>
      resizeConvolution(input, kernel, { factor, interpolation });
    expectSame(resize('nearest'), each.nearestThenConvolution);
    expectSame(resize('bilinear'), each.bilinearThenConvolution);
  });

  test('the graph’s layers compute the same, to the float32 of their weights', () => {
    const nearest = evaluate((x) => upsampleNearest(x, factor), [image(input)]);
    numbersOf(nearest).forEach((value, i) => expect(value).toBe(each.nearest.flat()[i]));
    const bilinear = evaluate((x) => upsampleBilinear(x, factor), [image(input)]);
    numbersOf(bilinear).forEach((value, i) => expect(value).toBeCloseTo(each.bilinear.flat()[i] ?? NaN, 6));
  });
});

test.each([[1, 0, 3, 0], [2, 1, 4, 0], [2, 0, 3, 1], [3, 2, 5, 2]])(
  'adjoint of convolution: ⟨Ax, y⟩ = ⟨x, Aᵀy⟩ (stride %i, padding %i, kernel %i, output padding %i)',
  (stride, padding, size, outputPadding) => {
    const [y, kernel] = [random(4, 3), random(size, size)];
    const options = { stride, padding, outputPadding };
    const x = random(transposedSize(4, size, options), transposedSize(3, size, options));
    expect(inner(convolve(x, kernel, options), y)).toBeCloseTo(inner(x, transposedConvolution(y, kernel, options)), 11); // prettier-ignore
  },
); // prettier-ignore

test('it is not the inverse: convolving back changes the picture', () => {
  const [x, kernel] = [random(3, 3), random(3, 3)];
  const back = convolve(transposedConvolution(x, kernel, { stride: 2 }), kernel, { stride: 2 });
  expect(Math.abs(back[1]![1]! - x[1]![1]!)).toBeGreaterThan(0.1);
});

test('counts: kernel a multiple of the stride gives equal counts inside, otherwise a pattern of period s', () => {
  const inside = (k: number) => overlapCounts([6, 6], [k, k], { stride: 2 }).slice(3, -3).map((row) => row.slice(3, -3)); // prettier-ignore
  expect(new Set(inside(4).flat())).toEqual(new Set([4]));
  expect(new Set(inside(3).flat())).toEqual(new Set([1, 2, 4]));
});

test('the size goes back by a convolution of the same options', () => {
  for (const stride of [1, 2, 3])
    for (let extra = 0; extra < stride; extra++) {
      const out = transposedSize(5, 4, { stride, padding: 1, outputPadding: extra });
      expect(Math.floor((out + 2 - 4) / stride) + 1).toBe(5);
    }
});

test('stamps: one for each value, in rows, their sum is the result', () => {
  const kernel = [[1, 3, 0], [0, 1, 0], [2, 0, 0]]; // prettier-ignore
  const stamps = stampsOf([[2, 5]], kernel, { stride: 2, padding: 1 });
  expect(stamps).toEqual([
    { from: [0, 0], at: [-1, -1], values: [[2, 6, 0], [0, 2, 0], [4, 0, 0]] },
    { from: [0, 1], at: [-1, 1], values: [[5, 15, 0], [0, 5, 0], [10, 0, 0]] },
  ]); // prettier-ignore
  // Row 1 and columns 1 to 3 of both stamps are what cropping leaves.
  expect(transposedConvolution([[2, 5]], kernel, { stride: 2, padding: 1 })).toEqual([[2, 0, 5]]);
});

test('the numbers printed in the doc comments', () => {
  expect(transposedSize(4, 4, { stride: 2, padding: 1 })).toBe(8);
  expect(stampsOf([[2]], [[1, 3]])).toEqual([{ from: [0, 0], at: [0, 0], values: [[2, 6]] }]);
  expect(transposedConvolution([[1, 2]], [[1, 1, 1]], { stride: 2 })).toEqual([[1, 1, 3, 2, 2]]);
  expect(overlapCounts([1, 3], [1, 3], { stride: 2 })).toEqual([[1, 1, 2, 1, 2, 1, 1]]);
  expect(convolve([[1, 2, 3, 4]], [[1, 1]], { stride: 2 })).toEqual([[3, 7]]);
  expect(upsampleNearestGrid([[1, 2]], 2)).toEqual([[1, 1, 2, 2], [1, 1, 2, 2]]); // prettier-ignore
  expect(upsampleBilinearGrid([[0, 3]], 2)[0]).toEqual([0, 0.75, 2.25, 3]);
  expect(upsampleBilinearGrid([[0, 3]], 2, { alignCorners: true })[1]).toEqual([0, 1, 2, 3]);
  expect(resizeConvolution([[3]], [[2]], { factor: 2, interpolation: 'nearest' })).toEqual([[6, 6], [6, 6]]); // prettier-ignore
});

test('what does not fit is named', () => {
  expect(() => transposedSize(0, 3)).toThrow(/size must be a whole number of at least 1, found 0/);
  expect(() => transposedSize(1, 2, { padding: 1 })).toThrow(/nothing is left, the size would be 0/);
  expect(() => transposedSize(3, 3, { outputPadding: 1 })).toThrow(/below the stride 1, found 1/);
  expect(() => transposedConvolution([[1], [1, 2]], [[1]])).toThrow(/one length ≥ 1, found lengths 1, 2/);
  expect(() => convolve([[1]], [[1, 2]])).toThrow(/1 × 2 does not fit into 1 × 1/);
  expect(() => upsampleNearestGrid([[1]], 0.5)).toThrow(/factor must be a whole number/);
  expect(() => resizeConvolution([[1]], [[1, 1]], { factor: 2, interpolation: 'nearest' })).toThrow(
    /odd size/,
  );
});
