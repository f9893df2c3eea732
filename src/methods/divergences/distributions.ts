type Named = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Checks that arrays are densities or probabilities on the same points.
 * @param named the arrays under the names that a message shall use, two of them
 * @throws RangeError if their lengths differ, they are empty, or a value is negative or not finite.
 */
export function checkDistributions(name: string, named: Named): void {
  const [[first, p] = ['', []], ...others] = Object.entries(named);
  for (const [other, q] of others)
    if (p.length !== q.length)
      throw new RangeError(
        `${name}: ${first} has ${p.length} values, ${other} ${q.length}; they must be equal`,
      );
  if (p.length === 0) throw new RangeError(`${name}: ${first} must have at least one value, found none`);
  for (const [which, values] of Object.entries(named))
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? NaN;
      if (!(value >= 0 && value < Infinity))
        throw new RangeError(`${name}: ${which}[${i}] must be at least 0, found ${value}`);
    }
}

/**
 * Guards probabilities: their sum.
 * @param name of the caller, `which` of its arguments: for the message
 * @throws RangeError if the values do not sum to 1 within 1e-6, which float32 probabilities do.
 */
export function checkSum(name: string, which: string, p: ArrayLike<number>): void {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += p[i] ?? NaN;
  if (!(Math.abs(total - 1) <= 1e-6)) throw new RangeError(`${name}: ${which} must sum to 1, found ${total}`);
}

/** Both checks for two arrays of probabilities p and q. */
export function checkProbabilities(name: string, p: ArrayLike<number>, q: ArrayLike<number>): void {
  checkDistributions(name, { p, q });
  checkSum(name, 'p', p);
  checkSum(name, 'q', q);
}
