import type { Rng } from '../rng/rng';

/**
 * How far a statistic of a sample would be from itself in other samples of the law, by resampling: the standard deviation of the
 * statistic over samples of equal size drawn from the values with putting back.
 *
 * $$\hat\sigma = \Bigl[\tfrac{1}{B-1} \sum_{b=1}^{B} (t(x^{*b}) - \bar t)^2\Bigr]^{1/2}$$
 *
 * It knows no more than the values: a statistic that hangs on one extreme value (a minimum) comes out too small.
 * @param values at least one
 * @param statistic of a sample of equal size; the array is used again for the next sample
 * @param rng draws the samples
 * @param resamples B, a whole number of at least 2
 * @returns in the statistic's unit, ≥ 0
 * @throws RangeError if there is no value, or fewer than two resamples are asked for.
 * @see Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 1979
 * @example bootstrapDeviation([2, 2, 2], (x) => x[0] ?? 0, createRng(1), 50) // 0
 */
export function bootstrapDeviation(
  values: ArrayLike<number>,
  statistic: (sample: Float64Array) => number,
  rng: Rng,
  resamples: number,
): number {
  const n = values.length;
  if (n === 0) throw new RangeError('bootstrapDeviation: expected at least one value, found none');
  if (!Number.isInteger(resamples) || resamples < 2)
    throw new RangeError(
      `bootstrapDeviation: resamples must be a whole number of at least 2, found ${resamples}`,
    );
  const sample = new Float64Array(n);
  const found = Array.from({ length: resamples }, () => {
    for (let i = 0; i < n; i++) sample[i] = values[rng.integer(n)] ?? NaN;
    return statistic(sample);
  });
  const mean = found.reduce((sum, value) => sum + value, 0) / resamples;
  return Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (resamples - 1));
}
