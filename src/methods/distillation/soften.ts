/**
 * Probabilities at a temperature, of plain numbers: $p_i = e^{v_i / T} / \sum_j e^{v_j / T}$, without overflow. T = 1 is the softmax; large T comes to equal
 * probabilities, small T to the largest alone.
 * @param logits v, at least one
 * @param temperature T > 0
 * @returns probabilities of the same length, sum 1
 * @throws RangeError if T is not above 0 and finite, or a logit is missing or not finite.
 * @see Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015, Eq. 1
 * @example soften([0, Math.log(4)], 2) // [1/3, 2/3]
 */
export function soften(logits: ArrayLike<number>, temperature: number): Float64Array {
  checkTemperature('soften', temperature);
  const values = Float64Array.from(logits);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (values.length === 0 || bad >= 0)
    throw new RangeError(
      `soften: expected finite logits, found ${values.length === 0 ? 'none' : values[bad]}`,
    );
  const largest = values.reduce((most, value) => Math.max(most, value));
  const weights = values.map((value) => Math.exp((value - largest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Guards a temperature.
 * @throws RangeError unless T is above 0 and finite.
 */
export function checkTemperature(name: string, temperature: number): void {
  if (!(temperature > 0 && temperature < Infinity))
    throw new RangeError(`${name}: the temperature must be above 0 and finite, found ${temperature}`);
}
