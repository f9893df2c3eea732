/** @throws RangeError unless n is a whole number in 1 … the number of values. */
function checkBudget(name: string, values: ArrayLike<number>, n: number): void {
  if (!Number.isInteger(n) || n < 1 || n > values.length)
    throw new RangeError(
      `${name}: n must be a whole number in 1 … ${values.length} (the number of values), found ${n}`,
    );
}

/**
 * For each place of the sorted values the probability that it holds the least of n drawn without putting back:
 * $\binom{N-i}{n-1} / \binom{N}{n}$ for the i-th of N, by the ratio of neighbours, so that nothing overflows.
 */
function weightsOfBest(count: number, n: number): Float64Array {
  const weights = new Float64Array(count);
  let weight = n / count;
  for (let i = 1; i <= count - n + 1; i++) {
    weights[i - 1] = weight;
    weight *= (count - i - n + 1) / (count - i);
  }
  return weights;
}

/**
 * The expected best (least) of n trials, exactly, from all N that were made: the mean of the minimum over **every** choice of n
 * of them.
 *
 * $$\mathbb{E} \min = \sum_{i=1}^{N-n+1} x_{(i)} \binom{N-i}{n-1} \Big/ \binom{N}{n}$$
 *
 * This is what a tuning budget of n random settings buys. Convention: drawn without putting back, which makes it an unbiased estimate of
 * the same mean over new trials; with putting back it would be too small. Near n = N few choices are left and it hangs on the single best.
 * @param values one for each trial, less is better, in any order; none may be NaN
 * @param n the budget, 1 … N
 * @returns between the least value (n = N) and the mean (n = 1)
 * @throws RangeError if n is out of range or a value is NaN.
 * @see for the idea of comparing at equal budgets: Lucic et al., "Are GANs created equal?", NeurIPS 2018
 * @example expectedBest([3, 1, 2], 2) // 4/3: the pairs have minima 1, 2, 1
 */
export function expectedBest(values: ArrayLike<number>, n: number): number {
  checkBudget('expectedBest', values, n);
  const sorted = sortedValues('expectedBest', values);
  const weights = weightsOfBest(sorted.length, n);
  return sorted.reduce((sum, value, i) => {
    const weight = weights[i] ?? NaN;
    return weight === 0 ? sum : sum + weight * value;
  }, 0);
}

/**
 * A quantile of the best of n trials, exactly: the least value v of those there are with P(min ≤ v) ≥ q over every choice of n of N.
 * @param values as for `expectedBest`
 * @param n the budget, 1 … N
 * @param q in (0, 1]
 * @throws RangeError if n or q is out of range or a value is NaN.
 * @example bestQuantile([3, 1, 2], 2, 0.5) // 1: two pairs of three have it
 */
export function bestQuantile(values: ArrayLike<number>, n: number, q: number): number {
  checkBudget('bestQuantile', values, n);
  if (!(q > 0 && q <= 1)) throw new RangeError(`bestQuantile: q must be in (0, 1], found ${q}`);
  const sorted = sortedValues('bestQuantile', values);
  const weights = weightsOfBest(sorted.length, n);
  let reached = 0;
  // Rounding may leave the sum a hair under q = 1.
  const place = sorted.findIndex((_, i) => (reached += weights[i] ?? 0) >= q - 1e-12);
  return sorted[place] ?? NaN;
}

/**
 * The chance that the best (least) of n trials of one kind is less than the best of n of another, exactly, over every choice of n of each;
 * a draw counts half. It is that of Mann and Whitney at n = 1.
 * @param values of the one, less is better, in any order; none may be NaN
 * @param others of the other
 * @param n the budget of each, 1 … the smaller number of trials
 * @returns in [0, 1]; `chanceOfBetter(a, b, n) + chanceOfBetter(b, a, n)` is 1
 * @throws RangeError if n is out of range or a value is NaN.
 * @see Mann and Whitney, "On a test of whether one of two random variables is stochastically larger than the other", 1947 (n = 1)
 * @example chanceOfBetter([1, 4], [2, 3], 1) // 0.5
 */
export function chanceOfBetter(values: ArrayLike<number>, others: ArrayLike<number>, n: number): number {
  checkBudget('chanceOfBetter', values, n);
  checkBudget('chanceOfBetter', others, n);
  const mine = sortedValues('chanceOfBetter', values);
  const theirs = sortedValues('chanceOfBetter', others);
  const weights = weightsOfBest(theirs.length, n);
  // P(theirs > value) + ½ P(theirs = value), by one walk up both lists.
  let [below, upTo, less, same] = [0, 0, 0, 0];
  return weightsOfBest(mine.length, n).reduce((chance, weight, i) => {
    const value = mine[i] ?? NaN;
    while ((theirs[less] ?? Infinity) < value) below += weights[less++] ?? 0;
    while (same < theirs.length && (theirs[same] ?? NaN) <= value) upTo += weights[same++] ?? 0;
    return chance + weight * (1 - (below + upTo) / 2);
  }, 0);
}

function sortedValues(name: string, values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  if (Number.isNaN(sorted.at(-1))) throw new RangeError(`${name}: every value must be a number, found NaN`);
  return sorted;
}
