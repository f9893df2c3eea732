import { checkSparsity } from '~/methods/sparsity/layers';

/** Gradual pruning: when, and from which sparsity to which. */
export interface PruneSchedule {
  /** t₀: the first pruning step, a whole number ≥ 0. */
  readonly begin: number;
  /** t₀ + nΔt: the last pruning step, after t₀. */
  readonly end: number;
  /** Δt: steps from one pruning to the next, a whole number ≥ 1 that divides end − begin. */
  readonly every: number;
  /** s_i in [0, 1); default 0. */
  readonly initial?: number;
  /** s_f in [s_i, 1). */
  readonly final: number;
}

/**
 * Guards a schedule, against a run of `steps` steps.
 * @throws RangeError if Δt is not a whole number ≥ 1, the steps are not whole, `end` is not after `begin` or beyond the run, Δt does not divide their distance, or
 * the sparsities are not 0 ≤ s_i ≤ s_f < 1.
 * @example checkPruneSchedule({ begin: 100, end: 500, every: 100, final: 0.9 }, 600)
 */
export function checkPruneSchedule(
  { begin, end, every, initial = 0, final }: PruneSchedule,
  steps: number,
): void {
  checkSparsity('prune schedule, initial', initial);
  checkSparsity('prune schedule, final', final);
  if (initial > final)
    throw new RangeError(
      `prune schedule: the final sparsity must be at least the initial ${initial}, found ${final}`,
    );
  if (!Number.isInteger(every) || every < 1)
    throw new RangeError(`prune schedule: Δt must be a whole number of at least 1 step, found ${every}`);
  if (!Number.isInteger(begin) || begin < 0)
    throw new RangeError(`prune schedule: begin must be a whole number of at least 0, found ${begin}`);
  if (!Number.isInteger(end) || end <= begin || (end - begin) % every !== 0)
    throw new RangeError(
      `prune schedule: end must lie a whole number of Δt = ${every} steps after begin = ${begin}, found ${end}`,
    );
  if (end > steps)
    throw new RangeError(
      `prune schedule: end must lie within the run of ${steps} steps, found ${end}; the final sparsity would not be reached`,
    );
}

/** Whether step t prunes: t₀, t₀ + Δt, …, t₀ + nΔt. */
export function isPruneStep(step: number, schedule: PruneSchedule): boolean {
  checkPruneSchedule(schedule, Infinity);
  const { begin, end, every } = schedule;
  return step >= begin && step <= end && (step - begin) % every === 0;
}

/**
 * The sparsity that holds at step t: fast at first, when there is much to spare, and slow towards the end.
 *
 * $$s_t = s_f + (s_i - s_f) \left( 1 - \frac{t - t_0}{n \Delta t} \right)^3, \qquad t \in \{ t_0, t_0 + \Delta t, \dots, t_0 + n \Delta t \}$$
 *
 * Conventions: between pruning steps the value of the last one holds; it is 0 before $t_0$ (the net is dense, even if $s_i > 0$) and $s_f$ after the end.
 * @param step t ≥ 0
 * @returns in [0, s_f]
 * @throws RangeError as `checkPruneSchedule`, or if the step is negative.
 * @see Zhu and Gupta, "To prune, or not to prune: exploring the efficacy of pruning for model compression", 2017 (ICLR workshop 2018), Eq. 1
 * @example gradualSparsity(300, { begin: 100, end: 500, every: 100, final: 0.8 }) // 0.7
 */
export function gradualSparsity(step: number, schedule: PruneSchedule): number {
  checkPruneSchedule(schedule, Infinity);
  if (!(step >= 0)) throw new RangeError(`gradualSparsity: the step must be at least 0, found ${step}`);
  const { begin, end, every, initial = 0, final } = schedule;
  if (step < begin) return 0;
  if (step >= end) return final;
  const last = Math.floor((step - begin) / every) * every;
  return final + (initial - final) * (1 - last / (end - begin)) ** 3;
}
