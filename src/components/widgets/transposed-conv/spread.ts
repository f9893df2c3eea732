import { kernelOf, unevennessOf } from './enlarge';
import { fields, type Params } from './transposed-conv.params';

/** How uneven a flat picture comes out with random weights, over every draw of them: shares of the brightest. */
export interface Spread {
  readonly draws: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** @example spreadOf({ kernel: 4, stride: 2 }).median // 0.42: equal counts, unequal sums of weights */
export function spreadOf({ kernel, stride }: Pick<Params, 'kernel' | 'stride'>): Spread {
  const { min, max } = fields.draw;
  const all = Array.from({ length: max - min + 1 }, (_, i) =>
    unevennessOf(kernelOf({ weights: 'random', draw: min + i }, kernel), stride),
  ).toSorted((a, b) => a - b);
  const middle = all.length >> 1;
  return {
    draws: all.length,
    least: all[0] ?? NaN,
    median: all[middle] ?? NaN,
    most: all.at(-1) ?? NaN,
  };
}
