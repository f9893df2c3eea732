import { checkDistributions, checkSum } from '~/methods/divergences/distributions';

/**
 * The discriminator that maximises the value function for a fixed generator, at each point:
 * $D^*(x) = p_\text{data}(x) / (p_\text{data}(x) + p_g(x))$.
 * @param pData values ≥ 0 of the data's density (or probabilities) at some points
 * @param pModel the same of the generator's
 * @returns D* in [0, 1] at each point; NaN where both are 0, for there any value is optimal
 * @throws RangeError if the lengths differ or a value is negative.
 * @see Goodfellow et al., "Generative adversarial nets", NeurIPS 2014, Proposition 1
 * @example optimalDiscriminator([0.5, 0.5], [0.5, 0]) // [0.5, 1]
 */
export function optimalDiscriminator(pData: readonly number[], pModel: readonly number[]): number[] {
  checkDistributions('optimalDiscriminator', { pData, pModel });
  return pData.map((p, i) => p / (p + (pModel[i] ?? NaN)));
}

/**
 * The value function at the optimal discriminator, summed over a finite set:
 * $V(D^*, G) = \sum_x p \log D^* + q \log(1 - D^*) = -\log 4 + 2\,\mathrm{JS}(p \,\|\, q)$,
 * with $p = p_\text{data}$, $q = p_g$, in nats; terms with p = 0 or q = 0 count 0.
 * @param pData probabilities, sum 1
 * @param pModel probabilities, sum 1
 * @returns between −log 4 (equal distributions) and 0 (disjoint ones)
 * @throws RangeError if the lengths differ, a value is negative, or a sum is not 1.
 * @see Goodfellow et al., "Generative adversarial nets", NeurIPS 2014, Eqs. 4 to 6
 * @example gameValueAtOptimum([0.5, 0.5], [0.5, 0.5]) // -1.3862943611198906
 */
export function gameValueAtOptimum(pData: readonly number[], pModel: readonly number[]): number {
  const optimum = optimalDiscriminator(pData, pModel);
  checkSum('gameValueAtOptimum', 'pData', pData);
  checkSum('gameValueAtOptimum', 'pModel', pModel);
  return optimum.reduce((value, d, i) => {
    const p = pData[i] ?? NaN;
    const q = pModel[i] ?? NaN;
    return value + (p > 0 ? p * Math.log(d) : 0) + (q > 0 ? q * Math.log(q / (p + q)) : 0);
  }, 0);
}
