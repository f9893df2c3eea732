import { keepLargest } from '~/methods/pruning/magnitude';
import { checkLayers, type ByLayer } from '~/methods/snip/snip';
import { checkSparsity } from '~/methods/sparsity/layers';
import { activeCount, applyMask, type Mask } from '~/methods/sparsity/masks';

/** The share of its remaining connections that a layer loses in a round: one for all layers, or one for each. */
export type PruneRates = number | readonly number[];

function checkRate(rate: number): void {
  if (!(rate > 0 && rate < 1))
    throw new RangeError(`lottery ticket: the rate of a round must be in (0, 1), found ${rate}`);
}

/**
 * Sparsity after some rounds: $1 - (1 - p)^n$.
 * @param rounds n ≥ 0
 * @param rate p in (0, 1)
 * @throws RangeError if p is out of range or n not a whole number ≥ 0.
 * @example ticketSparsity(3, 0.2) // 0.488
 */
export function ticketSparsity(rounds: number, rate: number): number {
  checkRate(rate);
  if (!Number.isInteger(rounds) || rounds < 0)
    throw new RangeError(`ticketSparsity: rounds must be a whole number of at least 0, found ${rounds}`);
  return 1 - (1 - rate) ** rounds;
}

/**
 * The fewest rounds that reach a sparsity: $\lceil \ln(1 - S) / \ln(1 - p) \rceil$. Each costs a training.
 * @param sparsity S in [0, 1)
 * @throws RangeError if S or p is out of range.
 * @example roundsFor(0.9, 0.2) // 11
 */
export function roundsFor(sparsity: number, rate: number): number {
  checkSparsity('roundsFor', sparsity);
  checkRate(rate);
  // A last digit must not cost a round.
  return Math.max(0, Math.ceil(Math.log(1 - sparsity) / Math.log(1 - rate) - 1e-9));
}

/**
 * One round's pruning: each layer loses the share p of the connections that it still has, the smallest of the **trained** weights.
 *
 * Conventions: (1 − p) · active to the nearest whole number, a half up, and at least one stays; by layer, as the paper does with LeNet (with half the rate for the output
 * layer: `[0.2, 0.2, 0.1]`). Ties by index. Biases are not pruned.
 * @param trained weights at the end of the round's training
 * @param masks of the round
 * @throws RangeError if lengths differ, a rate is not in (0, 1), their number is not that of the layers, or a weight is NaN.
 * @see Frankle and Carbin, "The lottery ticket hypothesis: finding sparse, trainable neural networks", ICLR 2019, section 1
 * @example pruneRound([[1, -3, 2, 5]], [Uint8Array.of(1, 1, 1, 1)], 0.5) // 0, 1, 0, 1
 */
export function pruneRound(trained: ByLayer, masks: readonly Mask[], rates: PruneRates): Mask[] {
  checkLayers('pruneRound', trained, masks, 'mask entries');
  const each = typeof rates === 'number' ? trained.map(() => rates) : rates;
  if (each.length !== trained.length)
    throw new RangeError(`pruneRound: ${trained.length} layers, but ${each.length} rates`);
  each.forEach(checkRate);
  return trained.map((weights, layer) => {
    const mask = masks[layer] ?? new Uint8Array();
    const active = activeCount(mask);
    const keep = Math.round(active * (1 - (each[layer] ?? NaN)));
    return keepLargest(weights, mask, Math.min(active, Math.max(1, keep)));
  });
}

/**
 * Rewinding: the weights of an early step k, under the masks found at the end: $m \odot w_k$. With k = 0 these are the initial weights, the original lottery ticket;
 * larger nets need k > 0 ("late resetting").
 * @throws RangeError if the lengths differ.
 * @see Frankle, Dziugaite, Roy and Carbin, "Stabilizing the lottery ticket hypothesis", 2019 (arXiv 1903.01611)
 * @example rewind([[1, 2]], [Uint8Array.of(0, 1)]) // [[0, 2]]
 */
export function rewind(early: ByLayer, masks: readonly Mask[]): Float64Array[] {
  checkLayers('rewind', early, masks, 'mask entries');
  return early.map((weights, layer) => applyMask(weights, masks[layer] ?? new Uint8Array()));
}

/** How a ticket is sought. */
export interface TicketSearch {
  /** Weights at step 0, one array for each layer. */
  readonly initial: ByLayer;
  /** Prunings, ≥ 1. */
  readonly rounds: number;
  readonly rates: PruneRates;
  /** k: the step to rewind to, 0 … steps − 1. */
  readonly rewindTo: number;
  /** T: the steps of a whole training. */
  readonly steps: number;
  /** Trains masked weights from step `from` to step `to` and returns the new ones; the same schedule and batches in each round, if the ticket is to be a fair one. */
  readonly train: (
    weights: Float64Array[],
    masks: readonly Mask[],
    from: number,
    to: number,
  ) => Float64Array[];
}

/** A ticket: masks, and the weights at step k from which it is trained. */
export interface Ticket {
  readonly masks: Mask[];
  readonly weights: Float64Array[];
  readonly sparsity: number;
}

function checkSearch({ rounds, rewindTo, steps }: TicketSearch): void {
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError(`findTickets: rounds must be a whole number of at least 1, found ${rounds}`);
  if (!Number.isInteger(steps) || steps < 1)
    throw new RangeError(`findTickets: steps must be a whole number of at least 1, found ${steps}`);
  if (!Number.isInteger(rewindTo) || rewindTo < 0 || rewindTo >= steps)
    throw new RangeError(
      `findTickets: the step to rewind to must be a whole number in 0 … ${steps - 1}, found ${rewindTo}`,
    );
}

/**
 * Iterative magnitude pruning with rewinding: train to step k and keep $w_k$; then, in each round, train from there to the end, prune, and go back to $m \odot w_k$.
 *
 * The search costs k + rounds · (T − k) steps of training, before the last ticket's own.
 * @returns the ticket of each round, the densest first
 * @throws RangeError if rounds, steps or k are out of range, or as `pruneRound`.
 * @see Frankle and Carbin, ICLR 2019, section 1 (k = 0); Frankle et al., 2019 (arXiv 1903.01611), Algorithm 2
 * @example const tickets = findTickets({ initial, rounds: 11, rates: 0.2, rewindTo: 0, steps: 600, train });
 */
export function findTickets(search: TicketSearch): Ticket[] {
  checkSearch(search);
  const { initial, rounds, rates, rewindTo, steps, train } = search;
  const full = initial.map(({ length }) => new Uint8Array(length).fill(1));
  const early = rewindTo === 0 ? rewind(initial, full) : train(rewind(initial, full), full, 0, rewindTo);
  const all = initial.reduce((total, { length }) => total + length, 0);
  const tickets: Ticket[] = [];
  let masks: readonly Mask[] = full;
  for (let round = 0; round < rounds; round++) {
    const trained = train(rewind(early, masks), masks, rewindTo, steps);
    const next = pruneRound(trained, masks, rates);
    const active = next.reduce((total, mask) => total + activeCount(mask), 0);
    tickets.push({ masks: next, weights: rewind(early, next), sparsity: 1 - active / all });
    masks = next;
  }
  return tickets;
}
