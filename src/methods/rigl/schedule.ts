/** When connections are exchanged, and how many. */
export interface UpdateSchedule {
  /** ΔT: steps from one exchange to the next, a whole number ≥ 1. */
  readonly every: number;
  /** T_end: the step from which on the connections stay as they are, a whole number ≥ 1. */
  readonly end: number;
  /** α: the share of active connections exchanged at step 0, in (0, 1]. */
  readonly alpha: number;
}

/**
 * Guards a schedule, against a run of `steps` steps.
 * @throws RangeError if ΔT is not a whole number ≥ 1 (0 would exchange without end), T_end not one in 1 … steps, or α not in (0, 1].
 * @example checkSchedule({ every: 100, end: 450, alpha: 0.3 }, 600)
 */
export function checkSchedule({ every, end, alpha }: UpdateSchedule, steps: number): void {
  if (!Number.isInteger(every) || every < 1)
    throw new RangeError(`update schedule: ΔT must be a whole number of at least 1 step, found ${every}`);
  if (!Number.isInteger(end) || end < 1)
    throw new RangeError(`update schedule: T_end must be a whole number of at least 1 step, found ${end}`);
  if (end > steps)
    throw new RangeError(
      `update schedule: T_end must lie within the run of ${steps} steps, found ${end}; the last connections would never be trained`,
    );
  if (!(alpha > 0 && alpha <= 1))
    throw new RangeError(`update schedule: α must be in (0, 1], found ${alpha}`);
}

/**
 * Whether step t exchanges connections: $t \bmod \Delta T = 0$ and $t < T_{end}$.
 *
 * Conventions: steps are counted from 0, and step 0 is one of them, as in the official code with its first step at 0. The official code goes to
 * $t \le T_{end}$, where the cosine fraction is 0 anyway. In RigL such a step exchanges connections **instead** of a step down the gradient; in
 * the official code's SET it does both.
 * @param step t, a whole number ≥ 0
 * @see Evci et al., "Rigging the lottery: making all tickets winners", ICML 2020, Algorithm 1
 * @example isUpdateStep(200, { every: 100, end: 450, alpha: 0.3 }) // true
 */
export function isUpdateStep(step: number, { every, end, alpha }: UpdateSchedule): boolean {
  checkSchedule({ every, end, alpha }, Infinity);
  return step % every === 0 && step < end;
}

/**
 * The share of its active connections that a layer exchanges at step t, falling along a cosine from α to 0:
 *
 * $$f_{decay}(t; \alpha, T_{end}) = \frac{\alpha}{2} \left( 1 + \cos \frac{t \pi}{T_{end}} \right)$$
 *
 * and 0 after T_end. (The official code, when told to begin later than at step 0, still counts t from 0 but the length of the cosine from there.)
 * @param step t ≥ 0
 * @returns in [0, α]
 * @throws RangeError if t is negative or not a number, or the schedule is out of range.
 * @see Evci et al., ICML 2020, section 3 (2)
 * @example dropFraction(225, { every: 100, end: 450, alpha: 0.5 }) // 0.25
 */
export function dropFraction(step: number, { every, end, alpha }: UpdateSchedule): number {
  checkSchedule({ every, end, alpha }, Infinity);
  if (!(step >= 0)) throw new RangeError(`dropFraction: the step must be at least 0, found ${step}`);
  return step >= end ? 0 : (alpha / 2) * (1 + Math.cos((step * Math.PI) / end));
}
