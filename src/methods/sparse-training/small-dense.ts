/**
 * The largest dense network of the same depth whose weights are no more than a sparse one's: all hidden layers shrink by one factor and are rounded down, at
 * least 1 unit each. The baseline that sparse training has to beat at equal size.
 * @param sizes features from the input to the classes, of the network at sparsity 0
 * @param kept connections of the sparse network
 * @returns sizes; the first and last as they were
 * @throws RangeError if even one unit in each hidden layer needs more weights
 * @example smallDenseSizes([784, 300, 100, 10], 13310) // [784, 16, 5, 10]: 12,674 weights
 */
export function smallDenseSizes(sizes: readonly number[], kept: number): number[] {
  const shrunk = (factor: number) =>
    sizes.map((size, at) =>
      at === 0 || at === sizes.length - 1 ? size : Math.max(1, Math.floor(size * factor + 1e-9)),
    );
  const weights = (of: readonly number[]) =>
    of.slice(1).reduce((sum, outputs, at) => sum + outputs * (of[at] ?? 0), 0);
  if (weights(shrunk(0)) > kept)
    throw new RangeError(
      `smallDenseSizes: one unit in each hidden layer needs ${weights(shrunk(0))} weights, found ${kept}`,
    );
  let [fits, above] = [0, 1];
  if (weights(shrunk(1)) <= kept) return shrunk(1);
  for (let i = 0; i < 50; i++) {
    const middle = (fits + above) / 2;
    if (weights(shrunk(middle)) <= kept) fits = middle;
    else above = middle;
  }
  return shrunk(fits);
}
