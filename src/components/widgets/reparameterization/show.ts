import type { Rows } from '../shared/export';
import { settle, type Quantity } from '../shared/quantities';
import type { Estimates } from './estimate';
import type { Exact } from './exact';
import type { Params } from './reparameterization.params';
import type { GradientWords } from './reparameterization.text';

/** The numbers in view. */
export function quantitiesOf(exact: Exact, found: Estimates, words: GradientWords): Quantity[] {
  return [
    // A sum of terms as large as one estimate is: where they cancel, what is left is rounding.
    { name: words.numberExact, value: settle(exact.gradient, Math.sqrt(exact.scoreFunction)) },
    { name: words.numberPathMean, value: found.pathwiseMoments.mean },
    { name: words.numberScoreMean, value: found.scoreMoments.mean },
    { name: words.numberPath, value: exact.pathwise },
    { name: words.numberScore, value: exact.scoreFunction },
    { name: words.numberRatio, value: exact.scoreFunction / exact.pathwise },
  ];
}

/** Every single-sample gradient. */
export function rowsOf({ pathwise, scoreFunction }: Estimates): Rows {
  return [
    ['sample', 'pathwise', 'score function'],
    ...pathwise.map((value, i) => [i + 1, value, scoreFunction[i] ?? NaN]),
  ];
}

/** A setting of the baseline in words. */
export function sayParam(words: GradientWords, show: (value: number) => string) {
  return (key: string, value: string | number): string => {
    const name = words[key as keyof Params];
    return `${name}: ${typeof value === 'number' ? show(value) : words[`${key}_${value}` as keyof GradientWords]}`;
  };
}
