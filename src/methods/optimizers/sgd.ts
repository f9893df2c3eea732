/**
 * One step of gradient descent: $w \leftarrow w - \eta g$.
 * @param weights any length
 * @param gradient of the loss, as long as the weights
 * @param rate learning rate η, usually > 0
 * @returns the new weights
 * @throws RangeError if the lengths differ.
 * @example sgdStep([1, 2], [10, -10], 0.1) // [0, 3]
 */
export function sgdStep(weights: ArrayLike<number>, gradient: ArrayLike<number>, rate: number): Float64Array {
  checkLengths('sgdStep', weights, gradient);
  return Float64Array.from(weights, (weight, i) => weight - rate * (gradient[i] ?? NaN));
}

/**
 * Guards the lengths of weights and gradient.
 * @param name of the caller, for the message
 * @throws RangeError if a gradient is not as long as its weights.
 */
export function checkLengths(name: string, weights: ArrayLike<number>, gradient: ArrayLike<number>): void {
  if (weights.length !== gradient.length)
    throw new RangeError(`${name}: ${weights.length} weights, but ${gradient.length} gradient values`);
}
