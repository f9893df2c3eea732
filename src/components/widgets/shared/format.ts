import type { ShellWords } from './shell.text';
import { fill } from './text';

/** `1,234` / `1 234`; `digits` significant ones where given. */
export function showNumber(value: number, locale: string, digits?: number): string {
  const options = digits === undefined ? {} : { maximumSignificantDigits: digits };
  return new Intl.NumberFormat(locale, options).format(value);
}

/** Bytes as kilobytes (1000) below a megabyte, else megabytes with one digit after the point. */
export function showBytes(
  bytes: number,
  locale: string,
  words: Pick<ShellWords, 'kilobytes' | 'megabytes'>,
): string {
  if (bytes < 1e6)
    return fill(words.kilobytes, { n: showNumber(Math.max(1, Math.round(bytes / 1e3)), locale) });
  return fill(words.megabytes, { n: showNumber(Math.round(bytes / 1e5) / 10, locale) });
}
