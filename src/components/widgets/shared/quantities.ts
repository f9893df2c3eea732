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

/**
 * A number as the reader sees it: three digits, ∞ in its place, a true minus. However small it is, it is shown ("2.03 · 10⁻¹³"): "0" is
 * 0 itself. A sum that cancels to rounding's own size is not a small value: hand it over through `settle`.
 */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => {
    if (Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    // −0 is 0.
    return showNumber(value === 0 ? 0 : value, locale, 3).replace(/^-/, '−');
  };
}

/** A few thousand additions of 64-bit numbers lose no more of their size than this. */
const ROUNDING = 1e-12;

/**
 * 0 where a result is no larger than the rounding of what it was computed from, else the result.
 * @param value a sum or difference
 * @param size the largest of its terms, whatever its sign
 * @example settle(0.1 + 0.2 - 0.3, 0.3) // 0
 */
export function settle(value: number, size: number): number {
  return Math.abs(value) <= ROUNDING * Math.abs(size) ? 0 : value;
}

/** "0.693 nats" */
export function showQuantity({ value, unit = '{n}' }: Omit<Quantity, 'name'>, locale: Locale): string {
  return fill(unit, { n: makeShow(locale)(value) });
}

/** "+0.12", "−3"; "0" where the two are equal but for rounding; "–" where both are infinite. */
export function showDifference(now: number, before: number, locale: Locale): string {
  const larger = Math.max(Math.abs(now), Math.abs(before));
  const difference = Number.isFinite(larger) ? settle(now - before, larger) : now - before;
  return (difference > 0 ? '+' : '') + makeShow(locale)(difference);
}
