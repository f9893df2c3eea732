import { showNumber } from './format';
import { fill, type Locale } from './text';

/** A number that a figure shows, under its name. */
export interface Quantity {
  /** With a symbol's index after an underscore: "KL(p_d ‖ p_g)". */
  readonly name: string;
  readonly value: number;
  /** "{n} nats" */
  readonly unit?: string;
}

/** A number as the reader sees it: three digits, ∞ in its place, a true minus. */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => {
    if (Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    return showNumber(Math.abs(value) < 1e-12 ? 0 : value, locale, 3).replace(/^-/, '−');
  };
}

/** "0.693 nats" */
export function showQuantity({ value, unit = '{n}' }: Omit<Quantity, 'name'>, locale: Locale): string {
  return fill(unit, { n: makeShow(locale)(value) });
}

/** "+0.12", "−3"; "–" where both are infinite. */
export function showDifference(now: number, before: number, locale: Locale): string {
  const difference = now - before;
  return (difference > 1e-12 ? '+' : '') + makeShow(locale)(difference);
}
