import { expectedBest } from '~/methods/metrics/best-of';
import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Scale } from './are-gans-equal.loop';
import type { FigureWords } from './figure.text';
import { compareAt, type Row, type Verdict } from './summarise';

/** The budget that is put in words, where there are enough trials: ten. */
export const BUDGET = 10;

/** The largest budget up to `BUDGET` that leaves a choice: half of the trials that every loss has. */
export function budgetOf(rows: readonly Row[]): number {
  const fewest = Math.min(...rows.map(({ trials }) => trials));
  return Math.max(1, Math.min(BUDGET, Math.floor(fewest / 2)));
}

/** What the trials say, in words: what a sighted reader sees and a blind one hears. */
export function describe(rows: readonly Row[], scale: Scale, words: FigureWords, locale: Locale): string {
  const show = (value: number) => showNumber(value, locale, 2);
  const all = rows.reduce((sum, { trials }) => sum + trials, 0);
  const n = budgetOf(rows);
  const one = compareAt(rows, 1);
  const many = compareAt(rows, n);
  if (!one || !many || rows.some(({ trials }) => trials < 2))
    return fill(words.tooFew, { n: showNumber(all, locale) });
  const between = ({ first, last }: Verdict) => ({
    first: show(first.value),
    last: show(last.value),
    firstLoss: words[`loss_${first.loss}`],
    lastLoss: words[`loss_${last.loss}`],
  });
  const sentences = [
    fill(words.one, { n: showNumber(all, locale), floor: show(scale.floor.mean), ...between(one) }),
    ...(n > 1
      ? [fill(words.many, { n, floor: show(expectedBest(scale.floor.values, n)), ...between(many) })]
      : []),
    ...(n > 1 ? [overlap(rows, many, words, locale)] : []),
  ];
  return sentences.join(' ');
}

/** With which losses the first one's range of the best overlaps. */
function overlap(
  rows: readonly Row[],
  { first, level }: Verdict,
  words: FigureWords,
  locale: Locale,
): string {
  const others = rows.map(({ loss }) => loss).filter((loss) => loss !== first.loss && !level.includes(loss));
  if (others.length === 0) return words.levelAll;
  if (level.length === 0) return words.levelNone;
  const list = (losses: readonly Row['loss'][]) =>
    new Intl.ListFormat(locale).format(losses.map((loss) => words[`loss_${loss}`]));
  return fill(words.level, { losses: list(level), others: list(others) });
}
