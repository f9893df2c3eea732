import type { Rows } from '../shared/export';
import type { PlotLine } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import { makeShow } from './describe';
import type { Enlarged } from './enlarge';
import type { Params } from './transposed-conv.params';
import type { ConvWords } from './transposed-conv.text';

const largest = (grid: Enlarged['soFar']): number => Math.max(...grid.flat());

/**
 * The numbers in view.
 * @param median of the unevenness over all draws of weights, where there are draws on one side of a comparison
 */
export function quantitiesOf(made: Enlarged, words: ConvWords, median?: number): Quantity[] {
  const percent = (value: number) => ({ value: 100 * value, unit: '{n}%' });
  return [
    { name: words.quantityStamps, value: made.placed },
    { name: words.quantitySize, value: made.out },
    { name: words.quantityLargest, value: largest(made.soFar) },
    { name: words.quantityUneven, ...percent(made.uneven) },
    ...(median === undefined ? [] : [{ name: words.quantityMedian, ...percent(median) }]),
    { name: words.quantityResized, ...percent(made.resizedUneven) },
    { name: words.quantityLeft, value: made.adjoint.left },
    { name: words.quantityRight, value: made.adjoint.right },
  ];
}

/** What the questions of the page are judged by. */
export function measuresOf(made: Enlarged) {
  const { placed, out, fewest, most, uneven, resizedUneven, adjoint } = made;
  const unequal = most - fewest;
  return {
    placed,
    out,
    fewest,
    most,
    unequal,
    uneven,
    resizedUneven,
    left: adjoint.left,
    right: adjoint.right,
  };
}

/** The middle row of a picture, divided by a gain. */
function middleOf(grid: Enlarged['result'], gain: number): number[] {
  return (grid[Math.floor((grid.length - 1) / 2)] ?? []).map((value) => value / gain);
}

const places = (row: readonly number[]): number[] => row.map((_, i) => i + 1);

/** Both middle rows, and thin and grey that of the settings kept before. */
export function rowLines(made: Enlarged, before?: Enlarged): PlotLine[] {
  const line = (grid: Enlarged['result'], gain: number, rest: Omit<PlotLine, 'xs' | 'ys'>): PlotLine => {
    const ys = middleOf(grid, gain);
    return { xs: places(ys), ys, ...rest };
  };
  return [
    ...(before ? [line(before.result, before.gain, { role: 'quiet', width: 1.2 })] : []),
    line(made.resized, made.resizedGain, { role: 'judge', dash: '6 3' }),
    line(made.result, made.gain, { role: 'model', width: 2.5 }),
  ];
}

/** Every place of the result: its stamps, its value now and at the end. */
export function rowsOf(made: Enlarged): Rows {
  const places = made.result.flatMap((line, i) => line.map((value, j) => ({ i, j, value })));
  return [
    ['row', 'column', 'stamps', 'so far', 'result'],
    ...places.map(({ i, j, value }) => [
      i + 1,
      j + 1,
      made.counts[i]?.[j] ?? NaN,
      made.soFar[i]?.[j] ?? NaN,
      value,
    ]),
  ];
}

/** The middle row for the table of the page. */
export function tableOf(made: Enlarged): { count: number; value: number; other: number }[] {
  const middle = Math.floor((made.out - 1) / 2);
  const other = made.resized[Math.floor((made.resized.length - 1) / 2)] ?? [];
  return (made.result[middle] ?? []).map((value, j) => ({
    count: made.counts[middle]?.[j] ?? NaN,
    value,
    other: other[j] ?? NaN,
  }));
}

/** A setting of the baseline in words. */
export function sayParam(words: ConvWords, locale: 'en' | 'ru') {
  const show = makeShow(locale);
  return (key: string, value: string | number): string => {
    const name = words[key as keyof Params];
    return `${name} ${typeof value === 'number' ? show(value) : words[`${key}_${value}` as keyof ConvWords]}`;
  };
}
