export interface AnnealingOptions {
  /** Steps from the first weight to the last, > 0. */
  readonly warmUp: number;
  /** The weight at step 0; default 0. */
  readonly from?: number;
  /** The weight after the warm-up; default 1. */
  readonly to?: number;
  /** Steps after which the warm-up starts anew, ≥ warmUp; default never. */
  readonly period?: number;
}

/**
 * The weight of the KL term at a step of training, which rises linearly and then stays:
 * $\beta_t = \beta_0 + (\beta_1 - \beta_0) \min(1, t / T)$. With a `period` it starts anew again and again.
 *
 * Until the weight is 1 the objective is no lower bound of log p(x); compare models by the ELBO itself.
 * @param step t ≥ 0, the number of steps made
 * @returns between `from` and `to`
 * @throws RangeError if the step is negative, the warm-up not above 0, or the period shorter than it.
 * @see Bowman et al., "Generating sentences from a continuous space", CoNLL 2016, section 3.1; cyclical: Fu et al.,
 * "Cyclical annealing schedule", NAACL 2019, Eq. 6
 * @example annealKl(250, { warmUp: 1000 }) // 0.25
 */
export function annealKl(
  step: number,
  { warmUp, from = 0, to = 1, period = Infinity }: AnnealingOptions,
): number {
  if (!(step >= 0)) throw new RangeError(`annealKl: the step must be at least 0, found ${step}`);
  if (!(warmUp > 0)) throw new RangeError(`annealKl: warmUp must be above 0, found ${warmUp}`);
  if (!(period >= warmUp))
    throw new RangeError(`annealKl: the period must be at least warmUp = ${warmUp}, found ${period}`);
  const inside = period === Infinity ? step : step % period;
  return from + (to - from) * Math.min(1, inside / warmUp);
}
