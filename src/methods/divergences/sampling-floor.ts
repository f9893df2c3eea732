/** What an estimator says of two samples of one distribution. */
export interface SamplingFloor {
  readonly mean: number;
  /** Standard deviation over the repeats, with divisor repeats − 1. */
  readonly deviation: number;
  /** One value for each repeat. */
  readonly values: readonly number[];
}

export interface FloorOptions {
  /** Points in the sample that stands for the generator's, ≥ 1. */
  readonly n: number;
  /** Points in the sample that stands for the data; default n. */
  readonly reference?: number;
  /** A whole number ≥ 2; default 20. */
  readonly repeats?: number;
}

/**
 * The value that real against real reaches: the floor below which no generator gets on average, by the same estimator and the
 * same sample sizes as its own curve. A divergence between samples is not 0 for a perfect generator, since two samples of one
 * distribution differ; a curve without its floor makes that difference look like a fault.
 * @param draw n points of the data, a new sample at each call
 * @param estimate the distance of two samples
 * @returns mean and spread over the repeats
 * @throws RangeError if a size is not a whole number ≥ 1 or repeats not one ≥ 2.
 * @example
 * const rng = createRng(1);
 * samplingFloor((n) => sampleRing(rng, n), slicedWasserstein, { n: 1024 }).mean // 0.08 or so
 */
export function samplingFloor<Sample>(
  draw: (n: number) => Sample,
  estimate: (generated: Sample, reference: Sample) => number,
  { n, reference = n, repeats = 20 }: FloorOptions,
): SamplingFloor {
  for (const [name, value, least] of [
    ['n', n, 1],
    ['reference', reference, 1],
    ['repeats', repeats, 2],
  ] as const)
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(
        `samplingFloor: ${name} must be a whole number of at least ${least}, found ${value}`,
      );
  const values = Array.from({ length: repeats }, () => estimate(draw(n), draw(reference)));
  const mean = values.reduce((sum, value) => sum + value, 0) / repeats;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (repeats - 1)), values };
}
