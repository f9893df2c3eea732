import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Enlarged } from './enlarge';
import type { Spread } from './spread';
import type { Params } from './transposed-conv.params';
import type { ConvWords } from './transposed-conv.text';

/** A number as the reader sees it: three digits, a true minus. */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => showNumber(Math.abs(value) < 1e-9 ? 0 : value, locale, 3).replace('-', '−');
}

/** Which state the counts are in. */
function stateOf({ fewest, most, uneven }: Enlarged, { stride }: Params) {
  if (stride === 1) return 'unmoved';
  if (fewest === 0) return 'holes';
  if (fewest < most) return uneven < 1e-9 ? 'balanced' : 'checkers';
  return uneven < 1e-9 ? 'even' : 'learned';
}

/**
 * The last stamp, the size by its formula, what the counts do, and of random weights what others would. Rows and columns are
 * counted from 1.
 */
export function describe(
  params: Params,
  { made, spread }: { readonly made: Enlarged; readonly spread?: Spread | undefined },
  words: ConvWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  const percent = (value = NaN) => showNumber(100 * value, locale, 2);
  const { last, placed, all, out, padding, fewest, most, uneven } = made;
  const [row, column] = last?.from ?? [0, 0];
  const values = {
    i: placed,
    all,
    v: show(made.input[row]?.[column] ?? 0),
    row: row + 1,
    column: column + 1,
    n: params.size,
    s: params.stride,
    p: padding,
    asked: params.padding,
    k: params.kernel,
    out,
    fewest,
    most,
    uneven: show(100 * uneven),
    draws: spread?.draws ?? 0,
    least: percent(spread?.least),
    median: percent(spread?.median),
    largest: percent(spread?.most),
  };
  const state = stateOf(made, params);
  return [
    fill(last ? words.stamped : words.blank, values),
    fill(words.sized, values),
    fill(words[state], values),
    ...(spread && (state === 'learned' || state === 'checkers') ? [fill(words.overDraws, values)] : []),
    ...(padding < params.padding ? [fill(words.lowered, values)] : []),
  ].join(' ');
}
