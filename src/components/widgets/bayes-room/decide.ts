import { expectedLosses, flipPosterior, flipPrior } from '~/methods/bayes/decision';
import { evidenceOf, posteriorsAlong } from '~/methods/bayes/posterior';
import type { Params } from './bayes-room.params';

/** Everything that the figure shows; states are [does not understand, understands]. */
export interface Decision {
  /** p(seen | state) of all that was seen */
  readonly likelihoods: readonly [number, number];
  /** P(seen) */
  readonly evidence: number;
  /** P(U | seen) */
  readonly posterior: number;
  /** P(U | …) after each answer */
  readonly along: readonly number[];
  /** p(seen | U) / p(seen | not U) */
  readonly ratio: number;
  /** The ratio at which the decision flips; 0 or ∞ for a prior of 1 or 0. */
  readonly flipRatio: number;
  /** The posterior and the prior at which it flips. */
  readonly flipPosterior: number;
  readonly flipPrior: number;
  /** Mean loss of saying "does not" and "does". */
  readonly losses: readonly [number, number];
  /** Equal to rounding counts as a tie. */
  readonly guess: 'understands' | 'not' | 'tie';
}

/** L(action, state): a false "understands" costs the price, a false "does not" costs 1. */
const lossesOf = ({ price }: Params) => [[0, 1], [price, 0]]; // prettier-ignore

/** p(one answer | state) */
function likelihoodsOf({ a, b, seen }: Params): [number, number] {
  return seen === 'correct' ? [b, a] : [1 - b, 1 - a];
}

export function decide(params: Params): Decision {
  const { prior, answers } = params;
  const one = likelihoodsOf(params);
  const likelihoods = [one[0] ** answers, one[1] ** answers] as const;
  const priors = [1 - prior, prior];
  const both = posteriorsAlong(priors, Array<number[]>(answers).fill(one));
  const along = both.map(([, yes = NaN]) => yes);
  const posterior = along.at(-1) ?? NaN;
  const losses = lossesOf(params);
  // Not 1 − posterior: next to 1 that would be rounding's noise, and it is shown.
  const [not = NaN, does = NaN] = expectedLosses(both.at(-1) ?? [], losses);
  const threshold = flipPosterior(losses);
  return {
    likelihoods,
    evidence: evidenceOf(priors, likelihoods),
    posterior,
    along,
    ratio: likelihoods[1] / likelihoods[0],
    flipRatio: (threshold / (1 - threshold)) * ((1 - prior) / prior),
    flipPosterior: threshold,
    flipPrior: flipPrior(likelihoods, losses),
    losses: [not, does],
    guess: Math.abs(not - does) < 1e-9 ? 'tie' : does < not ? 'understands' : 'not',
  };
}

const LOG_RATIOS = Array.from({ length: 81 }, (_, i) => (i - 40) / 20);

/** P(U | seen) over the decimal logarithm of the likelihood ratio, the prior held. */
export function overRatio(prior: number): {
  readonly log: readonly number[];
  readonly posterior: readonly number[];
} {
  return {
    log: LOG_RATIOS,
    posterior: LOG_RATIOS.map((log) => (prior * 10 ** log) / (prior * 10 ** log + 1 - prior)),
  };
}

/** How many answers in a row, if the decision is then to be "understands"; `undefined` where none of 1,000 suffices. */
export function answersNeeded(params: Params): number | undefined {
  const one = likelihoodsOf(params);
  const { flipRatio } = decide(params);
  const each = Math.log(one[1] / one[0]);
  const needed = Math.log(flipRatio) / each;
  if (each <= 0 || !Number.isFinite(needed) || needed > 1000) return undefined;
  return Math.max(1, Math.floor(needed + 1e-9) + 1);
}
