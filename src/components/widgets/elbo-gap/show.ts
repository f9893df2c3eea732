import type { Rows } from '../shared/export';
import type { Quantity } from '../shared/quantities';
import type { Bounds, Climb } from './bounds';
import type { Params } from './elbo-gap.params';
import type { GapWords } from './elbo-gap.text';

/** The numbers in view. */
export function quantitiesOf(bounds: Bounds, { bound }: Climb, words: GapWords): Quantity[] {
  const unit = words.nats;
  return [
    { name: words.tableElbo, value: bounds.elbo, unit },
    { name: words.tableGap, value: Math.abs(bounds.gap) < 1e-6 ? 0 : bounds.gap, unit },
    { name: words.tableEvidence, value: bounds.logEvidence, unit },
    { name: words.tableKl, value: bounds.kl, unit },
    { name: words.bound128, value: bound.at(-1) ?? NaN, unit },
  ];
}

/** L_K with its error, and the exact levels that it lies between. */
export function rowsOf(bounds: Bounds, { k, bound, standardError }: Climb): Rows {
  return [
    ['K', 'L_K', 'standard error', 'ELBO', 'log p(x)', 'gap', 'KL(q || prior)'],
    ...k.map((count, i) => [
      count,
      bound[i] ?? NaN,
      standardError[i] ?? NaN,
      bounds.elbo,
      bounds.logEvidence,
      bounds.gap,
      bounds.kl,
    ]),
  ];
}

/** A setting of the baseline in words. */
export function sayParam(words: GapWords, show: (value: number) => string) {
  return (key: string, value: string | number): string => {
    const name = words[key as keyof Params].replaceAll('_', ' ');
    return `${name} ${typeof value === 'number' ? show(value) : words[`${key}_${value}` as keyof GapWords]}`;
  };
}
