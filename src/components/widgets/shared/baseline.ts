import { showDifference, type Quantity } from './quantities';
import type { Locale } from './text';

/** The settings of the baseline that differ from those of now, as `word` names them, with "; " between. */
export function listDifferences(
  now: Readonly<Record<string, string | number>>,
  kept: Readonly<Record<string, string | number>>,
  word: (key: string, value: string | number) => string,
): string {
  return Object.entries(kept)
    .filter(([key, value]) => now[key] !== value)
    .map(([key, value]) => word(key, value))
    .join('; ');
}

/** "JS +0.12; W₁ −3": what the table beside a baseline says, in one line. Quantities are in one order. */
export function sayDifferences(now: readonly Quantity[], kept: readonly Quantity[], locale: Locale): string {
  return now
    .map(({ name, value }, i) => {
      const difference = showDifference(value, kept[i]?.value ?? NaN, locale);
      return `${name.replaceAll('_', ' ')} ${difference}`;
    })
    .join('; ');
}
