import { exp, log } from '~/methods/rng/portable-math';

/** The density of one latent coordinate over the data, as a histogram. */
export interface Histogram {
  /** Left edge of the first bin. */
  readonly from: number;
  /** Width of each bin, > 0. */
  readonly width: number;
  /** Share of the data in each bin: **probabilities that sum to 1**, not divided by the width. */
  readonly shares: number[];
}

/** α of the paper's smoothing that is used where nothing is said. */
export const DEBIAS_ALPHA = 0.01;

/** Bins of each coordinate where nothing is said. */
export const DEBIAS_BINS = 10;

/**
 * The histogram of one coordinate, from its least to its largest value in bins of one width.
 * Convention: a bin holds its left edge, the last one its right edge too (as NumPy's).
 * @param values of the coordinate over the data, at least one
 * @param bins ≥ 1; default 10
 * @throws RangeError if there is no value, one is not finite, or bins is not a whole number ≥ 1.
 * @example latentHistogram([0, 0, 0, 1], 2).shares // [0.75, 0.25]
 */
export function latentHistogram(values: readonly number[], bins = DEBIAS_BINS): Histogram {
  if (values.length === 0 || !values.every(Number.isFinite))
    throw new RangeError(
      `latentHistogram: needs finite values, at least one, found ${values.length} with one that is not finite or none`,
    );
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`latentHistogram: bins must be a whole number of at least 1, found ${bins}`);
  let [from, to] = [Infinity, -Infinity];
  for (const value of values) [from, to] = [Math.min(from, value), Math.max(to, value)];
  // All values equal: one bin of width 1 about them holds everything.
  const width = to > from ? (to - from) / bins : 1;
  const shares = Array.from({ length: bins }, () => 0);
  const empty: Histogram = { from, width, shares };
  for (const value of values) shares[binOf(empty, value)] = shares[binOf(empty, value)]! + 1 / values.length;
  return empty;
}

/**
 * Which bin a value falls into; what lies outside belongs to the outermost ones.
 * @example binOf(latentHistogram([0, 1], 2), 0.5) // 1
 */
export function binOf({ from, width, shares }: Histogram, value: number): number {
  return Math.min(shares.length - 1, Math.max(0, Math.floor((value - from) / width)));
}

export interface DebiasOptions {
  /** α > 0, added to every share: the larger, the nearer to uniform sampling; default 0.01. */
  readonly alpha?: number;
  /** Bins of each coordinate; default 10. */
  readonly bins?: number;
}

/**
 * With what probability each data point is to be drawn in training, so that rare codes come up more often:
 *
 * $$W(x) \propto \prod_i \frac{1}{\hat Q_i(z_i(x)) + \alpha}$$
 *
 * Conventions: the histograms are of **probabilities** (they sum to 1), of the codes' means; coordinates are taken as independent,
 * as the paper has it; the product is the paper's formula. (Some programs take the **largest** factor over the coordinates
 * instead: see `largestFactorWeights`.) The histograms are made anew as the encoder learns.
 * @param codes means μ(x) of all data, [n, dimensions]
 * @returns n probabilities, sum 1
 * @throws RangeError if there is no code, lengths differ, or α is not above 0.
 * @see Amini et al., "Uncovering and mitigating algorithmic bias through learned latent structure", AIES 2019, Algorithm 1
 * @example resamplingProbabilities([[0], [0], [0], [1]], { bins: 2, alpha: 1e-9 }) // [1/6, 1/6, 1/6, 1/2] to 8 digits
 */
export function resamplingProbabilities(
  codes: readonly (readonly number[])[],
  options: DebiasOptions = {},
): number[] {
  const factors = factorsOf('resamplingProbabilities', codes, options);
  // In logarithms: a product over many coordinates overflows.
  const logs = factors.map((row) => row.reduce((sum, factor) => sum + log(factor), 0));
  const largest = logs.reduce((most, each) => Math.max(most, each), -Infinity);
  return normalise(logs.map((each) => exp(each - largest)));
}

/**
 * The variant in which the rarest coordinate decides: $W(x) \propto \max_i 1 / (\hat Q_i(z_i(x)) + \alpha)$.
 * @param codes means μ(x) of all data, [n, dimensions]
 * @returns n probabilities, sum 1
 * @throws RangeError as `resamplingProbabilities`.
 * @example largestFactorWeights([[0], [0], [0], [1]], { bins: 2, alpha: 1e-9 }) // as the product, for one coordinate
 */
export function largestFactorWeights(
  codes: readonly (readonly number[])[],
  options: DebiasOptions = {},
): number[] {
  return normalise(factorsOf('largestFactorWeights', codes, options).map((row) => Math.max(...row)));
}

/** 1 / (Q̂ᵢ + α) for each point and coordinate. */
function factorsOf(
  name: string,
  codes: readonly (readonly number[])[],
  { alpha = DEBIAS_ALPHA, bins = DEBIAS_BINS }: DebiasOptions,
): number[][] {
  if (!(alpha > 0 && alpha < Infinity))
    throw new RangeError(`${name}: alpha must be above 0 and finite, found ${alpha}`);
  const dimensions = codes[0]?.length ?? 0;
  if (dimensions === 0 || codes.some((code) => code.length !== dimensions))
    throw new RangeError(
      `${name}: codes must be rows of one length ≥ 1, found ${codes.length} rows, the first of ${dimensions}`,
    );
  const histograms = Array.from(
    { length: dimensions },
    (_, j) =>
    latentHistogram(codes.map((code) => code[j]!), bins), // prettier-ignore
  );
  return codes.map((code) =>
    code.map((value, j) => 1 / (histograms[j]!.shares[binOf(histograms[j]!, value)]! + alpha)),
  );
}

function normalise(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * How much rarer the rarest bin is than the fullest after resampling: the expected share of each bin of one coordinate under the given
 * probabilities. Of a flat histogram all are equal.
 * @param values of the coordinate over the data
 * @param probabilities of drawing each, sum 1
 * @param histogram whose bins are counted
 * @returns one share for each bin, sum 1
 * @throws RangeError if the lengths differ.
 * @example resampledShares([0, 0, 0, 1], [1/6, 1/6, 1/6, 1/2], latentHistogram([0, 0, 0, 1], 2)) // [0.5, 0.5]
 */
export function resampledShares(
  values: readonly number[],
  probabilities: readonly number[],
  histogram: Histogram,
): number[] {
  if (values.length !== probabilities.length)
    throw new RangeError(
      `resampledShares: found ${values.length} values and ${probabilities.length} probabilities; they must be as many`,
    );
  const shares = histogram.shares.map(() => 0);
  values.forEach((value, i) => {
    const bin = binOf(histogram, value);
    shares[bin] = shares[bin]! + probabilities[i]!;
  });
  return shares;
}
