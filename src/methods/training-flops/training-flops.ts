import { checkSchedule, type UpdateSchedule } from '~/methods/rigl/schedule';

/** Operations of one example's forward pass. */
export interface ForwardCosts {
  /** f_D: of the dense net. */
  readonly dense: number;
  /** f_S: of the masked net, 0 < f_S ≤ f_D. */
  readonly sparse: number;
}

function checkCosts(name: string, { dense, sparse }: ForwardCosts): void {
  if (!(sparse > 0 && sparse <= dense && dense < Infinity))
    throw new RangeError(
      `${name}: expected 0 < sparse ≤ dense operations, found sparse ${sparse} and dense ${dense}`,
    );
}

function checkSteps(name: string, steps: number): void {
  if (!Number.isInteger(steps) || steps < 1)
    throw new RangeError(`${name}: steps must be a whole number of at least 1, found ${steps}`);
}

/**
 * Dense training, one example and step: $3 f_D$. The forward pass costs f, the backward pass twice that: once for the gradient by each layer's input and once for that by
 * its weights. Biases, activations and the optimiser are left out, here and below.
 * @see Evci et al., "Rigging the lottery: making all tickets winners", ICML 2020, appendix on FLOPs
 * @example denseStepFlops({ dense: 10, sparse: 1 }) // 30
 */
export function denseStepFlops(costs: ForwardCosts): number {
  checkCosts('denseStepFlops', costs);
  return 3 * costs.dense;
}

/**
 * Training of fixed or randomly rewired masks, one example and step: $3 f_S$. Static, SNIP and GraSP (after their masks are found), SET, DSR and DeepR.
 * @example sparseStepFlops({ dense: 10, sparse: 1 }) // 3
 */
export function sparseStepFlops(costs: ForwardCosts): number {
  checkCosts('sparseStepFlops', costs);
  return 3 * costs.sparse;
}

/**
 * SNFS, one example and step: $2 f_S + f_D$. Its momentum needs the gradient by **all** weights at every step; only the forward pass and the gradient by the inputs are sparse.
 * @example snfsStepFlops({ dense: 10, sparse: 1 }) // 12
 */
export function snfsStepFlops(costs: ForwardCosts): number {
  checkCosts('snfsStepFlops', costs);
  return 2 * costs.sparse + costs.dense;
}

/**
 * RigL, one example and step on average: a dense gradient once, then ΔT sparse steps.
 *
 * $$\frac{3 f_S \Delta T + 2 f_S + f_D}{\Delta T + 1}$$
 *
 * Convention: the paper's, as if each exchange were a step **besides** the ΔT. Where it takes the place of one, as in Algorithm 1 and in `isUpdateStep`, count with `riglRunFlops`.
 * @param every ΔT, a whole number ≥ 1
 * @throws RangeError if ΔT or a cost is out of range.
 * @see Evci et al., ICML 2020, appendix on FLOPs
 * @example riglStepFlops({ dense: 10, sparse: 1 }, 2) // 6
 */
export function riglStepFlops(costs: ForwardCosts, every: number): number {
  checkCosts('riglStepFlops', costs);
  if (!Number.isInteger(every) || every < 1)
    throw new RangeError(`riglStepFlops: ΔT must be a whole number of at least 1 step, found ${every}`);
  return (3 * costs.sparse * every + snfsStepFlops(costs)) / (every + 1);
}

/**
 * RigL, one example in every step of a run, counted: the $\lceil T_{end} / \Delta T \rceil$ steps that `isUpdateStep` names cost $2 f_S + f_D$, all others $3 f_S$. After T_end a run is
 * as cheap as a static one.
 * @param steps of the run
 * @throws RangeError if the schedule does not fit the run (T_end beyond it, ΔT of 0) or a cost is out of range.
 * @example riglRunFlops({ dense: 10, sparse: 1 }, { every: 2, end: 4, alpha: 0.3 }, 6) // 36: 12 + 3 + 12 + 3 + 3 + 3
 */
export function riglRunFlops(costs: ForwardCosts, schedule: UpdateSchedule, steps: number): number {
  checkCosts('riglRunFlops', costs);
  checkSteps('riglRunFlops', steps);
  checkSchedule(schedule, steps);
  const updates = Math.ceil(schedule.end / schedule.every);
  return 3 * costs.sparse * (steps - updates) + snfsStepFlops(costs) * updates;
}

/**
 * Gradual pruning, one example in every step of a run: $\sum_t 3 f_t$, with $f_t$ the forward cost at the sparsity of step t; over the number of steps it is the paper's
 * $3 f_D\, \mathbb E_t[1 - s_t]$ when the cost is in proportion to the density.
 * @param steps of the run
 * @param forwardAt $f_t$, for each step 0 … steps − 1; > 0
 * @throws RangeError if the number of steps is out of range or a cost not above 0 and finite.
 * @see Evci et al., ICML 2020, appendix on FLOPs
 * @example pruningRunFlops(3, (t) => 10 * (1 - t / 4)) // 67.5
 */
export function pruningRunFlops(steps: number, forwardAt: (step: number) => number): number {
  checkSteps('pruningRunFlops', steps);
  let total = 0;
  for (let step = 0; step < steps; step++) {
    const cost = forwardAt(step);
    if (!(cost > 0 && cost < Infinity))
      throw new RangeError(
        `pruningRunFlops: the forward cost of step ${step} must be above 0 and finite, found ${cost}`,
      );
    total += 3 * cost;
  }
  return total;
}

/**
 * A lottery ticket with its search, one example in every step: k steps of the dense net, then T − k steps of each round's net and of the last ticket.
 * @param forwardByRound forward costs of the nets trained, the dense one first and the last ticket at the end
 * @param steps T of one training
 * @param rewindTo k, 0 … T − 1
 * @throws RangeError if a number is out of range or no cost is given.
 * @see Frankle and Carbin, "The lottery ticket hypothesis", ICLR 2019, for the procedure
 * @example ticketRunFlops([10, 8, 6.4], 100) // 7320
 */
export function ticketRunFlops(forwardByRound: readonly number[], steps: number, rewindTo = 0): number {
  checkSteps('ticketRunFlops', steps);
  if (!Number.isInteger(rewindTo) || rewindTo < 0 || rewindTo >= steps)
    throw new RangeError(
      `ticketRunFlops: the step to rewind to must be a whole number in 0 … ${steps - 1}, found ${rewindTo}`,
    );
  const [dense] = forwardByRound;
  const bad = forwardByRound.findIndex((cost) => !(cost > 0 && cost < Infinity));
  if (dense === undefined || bad >= 0)
    throw new RangeError(
      `ticketRunFlops: expected forward costs above 0 and finite, found ${dense === undefined ? 'none' : forwardByRound[bad]}`,
    );
  const rounds = forwardByRound.reduce((total, cost) => total + cost, 0);
  return 3 * (dense * rewindTo + rounds * (steps - rewindTo));
}
