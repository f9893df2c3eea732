import { checkDistributions, checkSum } from '~/methods/divergences/distributions';

/**
 * Bayes' rule over finitely many states: $p(s \mid x) = \dfrac{p(x \mid s)\, p(s)}{\sum_{s'} p(x \mid s')\, p(s')}$.
 * @param prior p(s), sum 1
 * @param likelihoods p(x|s) of what was seen, one for each state, ≥ 0; they need **not** sum to 1, and a common factor is of no account
 * @returns probabilities, sum 1
 * @throws RangeError if the lengths differ, a value is negative, the prior does not sum to 1, or what was seen has probability 0
 * in every state that the prior allows.
 * @example posteriorOf([0.99, 0.01], [0.05, 0.9]) // [0.846…, 0.153…]: a good test of a rare thing
 */
export function posteriorOf(prior: readonly number[], likelihoods: readonly number[]): number[] {
  const evidence = evidenceOf(prior, likelihoods);
  if (evidence === 0)
    throw new RangeError(
      'posteriorOf: what was seen has probability 0 in every state that the prior allows, so there is no posterior',
    );
  return prior.map((p, s) => (p * likelihoods[s]!) / evidence);
}

/**
 * The probability of what was seen, the state summed out: $p(x) = \sum_s p(x \mid s)\, p(s)$.
 * @param prior p(s), sum 1
 * @param likelihoods p(x|s), ≥ 0
 * @returns ≥ 0
 * @throws RangeError if the lengths differ, a value is negative, or the prior does not sum to 1.
 * @example evidenceOf([0.5, 0.5], [0.2, 0.6]) // 0.4
 */
export function evidenceOf(prior: readonly number[], likelihoods: readonly number[]): number {
  checkDistributions('evidenceOf', { prior, likelihoods });
  checkSum('evidenceOf', 'prior', prior);
  return prior.reduce((sum, p, s) => sum + p * likelihoods[s]!, 0);
}

/**
 * The posterior after each of several things seen, which are independent once the state is known: yesterday's posterior is
 * today's prior. The order does not matter to the last one.
 * @param prior p(s), sum 1
 * @param seen for each thing seen its likelihoods p(x|s)
 * @returns one posterior for each
 * @throws RangeError as `posteriorOf`.
 * @example posteriorsAlong([0.5, 0.5], [[0.2, 0.6], [0.6, 0.2]])[1] // [0.5, 0.5]
 */
export function posteriorsAlong(prior: readonly number[], seen: readonly (readonly number[])[]): number[][] {
  const all: number[][] = [];
  for (const likelihoods of seen) all.push(posteriorOf(all.at(-1) ?? prior, likelihoods));
  return all;
}
