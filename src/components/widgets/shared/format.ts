import type { ShellWords } from './shell.text';
import { fill } from './text';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `1,234` / `1 234`; with `digits`, so many significant ones, and `2.9 · 10⁻⁶` below a thousandth. */
export function showNumber(value: number, locale: string, digits?: number): string {
  if (digits !== undefined && value !== 0 && Math.abs(value) < 1e-3) {
    const power = Math.floor(Math.log10(Math.abs(value)));
    const raised = String(-power).replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '');
    return `${showNumber(value / 10 ** power, locale, digits)} · 10⁻${raised}`;
  }
  return formatter(locale, digits).format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Made once: a formatter costs more than all else that a picture asks for a number. */
function formatter(locale: string, digits: number | undefined): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, digits === undefined ? {} : { maximumSignificantDigits: digits });
    formatters.set(key, found);
  }
  return found;
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
