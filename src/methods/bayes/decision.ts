import { checkDistributions } from '~/methods/divergences/distributions';

/** losses[a][s]: what action a costs where the state is s. */
export type Losses = readonly (readonly number[])[];

/** @throws RangeError unless every row has one finite number for each state. */
function checkLosses(name: string, losses: Losses, states: number): void {
  if (losses.length === 0) throw new RangeError(`${name}: losses must have at least one action, found none`);
  losses.forEach((row, a) => {
    if (row.length !== states || !row.every(Number.isFinite))
      throw new RangeError(
        `${name}: losses of action ${a} must be ${states} finite numbers, one for each state, found ${row.join(', ')}`,
      );
  });
}

/**
 * What each action costs on average: $R(a) = \sum_s L(a, s)\, p(s \mid x)$.
 * @param posterior p(s|x)
 * @param losses L, [actions, states]
 * @returns one number for each action
 * @throws RangeError if a probability is negative or the sizes do not fit.
 * @example expectedLosses([0.8, 0.2], [[0, 10], [1, 0]]) // [2, 0.8]
 */
export function expectedLosses(posterior: readonly number[], losses: Losses): number[] {
  checkDistributions('expectedLosses', { posterior });
  checkLosses('expectedLosses', losses, posterior.length);
  return losses.map((row) => row.reduce((sum, loss, s) => sum + loss * posterior[s]!, 0));
}

/**
 * The action that costs least on average (Bayes' decision). Convention: of equals the **first**.
 * @returns its number, from 0
 * @throws RangeError as `expectedLosses`.
 * @example bestAction([0.8, 0.2], [[0, 10], [1, 0]]) // 1, though state 0 is the likelier
 */
export function bestAction(posterior: readonly number[], losses: Losses): number {
  const costs = expectedLosses(posterior, losses);
  return costs.indexOf(Math.min(...costs));
}

/**
 * The most probable state (MAP), which is the best decision where every error costs the same. Convention: of equals the **first**.
 * With a flat prior it is the state of largest likelihood.
 * @param posterior p(s|x), or anything proportional to it
 * @returns its number, from 0
 * @throws RangeError if there is none or one is negative.
 * @example mapState([0.8, 0.2]) // 0
 */
export function mapState(posterior: readonly number[]): number {
  checkDistributions('mapState', { posterior });
  return posterior.indexOf(Math.max(...posterior));
}

/**
 * Losses of 1 for every error and 0 for a hit: with them `bestAction` is `mapState`.
 * @param states a whole number ≥ 1
 * @example zeroOneLosses(2) // [[0, 1], [1, 0]]
 */
export function zeroOneLosses(states: number): number[][] {
  return Array.from({ length: states }, (_, a) =>
    Array.from({ length: states }, (__, s) => (a === s ? 0 : 1)),
  );
}

/**
 * Where the decision between two actions flips: action 1 is the better one exactly for posteriors $p(s = 1 \mid x)$ above
 *
 * $$t = \frac{L(1,0) - L(0,0)}{L(1,0) - L(0,0) + L(0,1) - L(1,1)}$$
 *
 * It is the false alarm's price over that of both errors: equal prices give ½.
 * @param losses [2, 2], each action the better one in its own state: L(0,0) < L(1,0) and L(1,1) < L(0,1)
 * @returns t in (0, 1)
 * @throws RangeError if the sizes do not fit or an action is never, or always, the better one.
 * @see Duda, Hart and Stork, "Pattern classification", 2nd ed. 2001, section 2.2
 * @example flipPosterior([[0, 9], [1, 0]]) // 0.1: a miss costs nine false alarms
 */
export function flipPosterior(losses: Losses): number {
  checkLosses('flipPosterior', losses, 2);
  const [[a = NaN, b = NaN] = [], [c = NaN, d = NaN] = []] = losses;
  const [falseAlarm, miss] = [c - a, b - d];
  if (losses.length !== 2 || !(falseAlarm > 0 && miss > 0))
    throw new RangeError(
      `flipPosterior: needs two actions, each the better one in its own state, found losses ${JSON.stringify(losses)}`,
    );
  return falseAlarm / (falseAlarm + miss);
}

/**
 * The prior of state 1 at which what was seen makes the decision flip: with the threshold t of `flipPosterior`,
 *
 * $$\frac{\pi}{1-\pi} = \frac{t}{1-t} \cdot \frac{p(x \mid 0)}{p(x \mid 1)}$$
 *
 * @param likelihoods p(x|0) and p(x|1), ≥ 0, not both 0
 * @param losses as `flipPosterior`
 * @returns π in [0, 1]: 1 where only state 0 explains what was seen, 0 where only state 1 does
 * @throws RangeError as `flipPosterior`, or if the likelihoods are not two numbers ≥ 0, not both 0.
 * @example flipPrior([0.05, 0.95], [[0, 1], [1, 0]]) // 0.05
 */
export function flipPrior(likelihoods: readonly number[], losses: Losses): number {
  const t = flipPosterior(losses);
  checkDistributions('flipPrior', { likelihoods });
  const [zero = NaN, one = NaN] = likelihoods;
  if (likelihoods.length !== 2 || zero + one === 0)
    throw new RangeError(`flipPrior: needs two likelihoods, not both 0, found ${likelihoods.join(', ')}`);
  return (t * zero) / (t * zero + (1 - t) * one);
}
