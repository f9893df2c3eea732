import { gaussianLogLikelihoodValue, logMeanExp, standardNormalKlValue } from './values';

/** A Gaussian code of one data point. */
export interface Code {
  /** μ */
  readonly mean: readonly number[];
  /** log σ², as many */
  readonly logVariance: readonly number[];
}

/**
 * The log-density of the aggregated posterior, the mixture of all codes: $\log q(z) = \log \frac1n \sum_i q(z \mid x_i)$.
 * @param z a point of the code space
 * @param codes q(z|x_i), at least one
 * @returns in nats
 * @throws RangeError if there is no code or a length differs.
 * @see Makhzani et al., "Adversarial autoencoders", 2016, Eq. 1
 * @example logAggregatedPosterior([0], [{ mean: [0], logVariance: [0] }]) // -0.9189385332046727
 */
export function logAggregatedPosterior(z: readonly number[], codes: readonly Code[]): number {
  return logMeanExp(codes.map(({ mean, logVariance }) => gaussianLogLikelihoodValue(z, mean, logVariance)));
}

/** The mean KL to the prior, parted in two. */
export interface AggregatedTerms {
  /** $\frac1n \sum_i \mathrm{KL}(q(z|x_i) \,\|\, p(z))$, exact, nats. */
  readonly kl: number;
  /** I(i; z): how much a code tells about which data point it is of; at most log n. */
  readonly information: number;
  /** KL(q(z) ‖ p(z)): how far the codes of all data together are from the prior. */
  readonly marginalKl: number;
}

/**
 * The mean KL of a VAE is two things, which the loss does not tell apart:
 *
 * $$\frac1n \sum_i \mathrm{KL}(q(z \mid x_i) \,\|\, p(z)) = I(i; z) + \mathrm{KL}(q(z) \,\|\, p(z))$$
 *
 * The sum on the left is exact. The information is estimated from one sample z_i of each code,
 * $\frac1n \sum_i \log q(z_i \mid x_i) - \log q(z_i)$, and the last term is the rest.
 * @param codes q(z|x_i) for all n data points: q(z) is the mixture of exactly these
 * @param samples z_i ~ q(z|x_i), one for each code
 * @throws RangeError if the numbers of codes and samples differ or are 0.
 * @see Hoffman and Johnson, "ELBO surgery", NeurIPS workshop 2016, section 2
 * @example aggregatedTerms([{ mean: [0], logVariance: [0] }], [[0.3]]) // all three are 0
 */
export function aggregatedTerms(
  codes: readonly Code[],
  samples: readonly (readonly number[])[],
): AggregatedTerms {
  if (codes.length === 0 || codes.length !== samples.length)
    throw new RangeError(
      `aggregatedTerms: expected one sample for each code, found ${codes.length} codes and ${samples.length} samples`,
    );
  let [kl, information] = [0, 0];
  codes.forEach(({ mean, logVariance }, i) => {
    const z = samples[i] ?? [];
    kl += standardNormalKlValue(mean, logVariance) / codes.length;
    const own = gaussianLogLikelihoodValue(z, mean, logVariance);
    information += (own - logAggregatedPosterior(z, codes)) / codes.length;
  });
  return { kl, information, marginalKl: kl - information };
}
