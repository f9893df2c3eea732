import type { ShellWords } from './shell.text';
import { fill } from './text';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * `1,234` / `1 234`; with `digits`, so many significant ones, and below a thousandth `2.9 · 10⁻⁶`, or `10⁻⁶` where the number before
 * the power is 1. Only 0 itself is "0".
 */
export function showNumber(value: number, locale: string, digits?: number): string {
  if (digits === undefined || value === 0) return formatter(locale, digits).format(value);
  // Rounded before it is split: 9.996 of a power, with three digits, is 1 of the next.
  const [mantissa = '', power = ''] = value.toExponential(digits - 1).split('e-');
  if (!power || Math.abs(Number(value.toPrecision(digits))) >= 1e-3)
    return formatter(locale, digits).format(value);
  const raised = `10⁻${power.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '')}`;
  const before = formatter(locale, digits).format(Number(mantissa));
  return before === '1' ? raised : before === '-1' ? `-${raised}` : `${before} · ${raised}`;
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
