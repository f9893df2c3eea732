import { erdosRenyiDensities, uniformDensities } from '~/methods/sparsity/allocation';
import { keptCounts } from '~/methods/sparsity/counts';
import { checkSparsity, type SparseLayer } from '~/methods/sparsity/layers';
import { countedLayers, type Architecture } from '~/methods/sparse-mlp/layer-shapes';
import { checkSchedule } from '~/methods/rigl/schedule';

/** Every way of training that can be compared, by the names of their papers. */
export const METHODS = [
  'dense',
  'static',
  'set',
  'rigl',
  'snfs',
  'snip',
  'grasp',
  'pruning',
  'ticket',
] as const;
export type MethodName = (typeof METHODS)[number];

export type Distribution = 'uniform' | 'erk';

/** How a classifier is trained. The same plan and seed give the same run on one executor. */
export interface Plan extends Architecture {
  readonly method: MethodName;
  /** S in [0, 1); for `pruning` and `ticket` that of the end. Not used by `dense`. */
  readonly sparsity: number;
  /** How the connections are shared out among layers; SNIP and GraSP choose for themselves. */
  readonly distribution: Distribution;
  /** ΔT: steps from one exchange (or pruning) to the next. */
  readonly every: number;
  /** T_end: no exchange or pruning from this step on. */
  readonly end: number;
  /** α: the share of connections exchanged at first. */
  readonly alpha: number;
  /** T: steps of one training. */
  readonly steps: number;
  /** η at the first step; it falls along a half cosine to 0 at T. */
  readonly rate: number;
  /** μ */
  readonly momentum: number;
  /** λ of the weights */
  readonly decay: number;
  /** Pictures in a batch. */
  readonly batch: number;
  /** Rounds of pruning before a lottery ticket is trained. */
  readonly rounds: number;
  /** k: the step to which a ticket is rewound. */
  readonly rewindTo: number;
}

/** LeNet-300-100 on 28 × 28 pictures, as the laboratory and the replication train it unless told otherwise. */
export const LENET_PLAN: Plan = {
  method: 'rigl',
  sizes: [784, 300, 100, 10],
  sparsity: 0.95,
  distribution: 'erk',
  every: 100,
  end: 3000,
  alpha: 0.3,
  steps: 4000,
  rate: 0.1,
  momentum: 0.9,
  decay: 1e-4,
  batch: 100,
  rounds: 5,
  rewindTo: 0,
};

/** Whether the method exchanges connections while it trains. */
export function exchanges(method: MethodName): boolean {
  return method === 'set' || method === 'rigl' || method === 'snfs';
}

/** The small convolutional network on the same pictures: 46,608 weights, of which each of the convolutions' is used at many places. */
export const CONV_PLAN: Plan = {
  ...LENET_PLAN,
  sizes: [784, 64, 10],
  convolutions: [
    { size: 5, channels: 16 },
    { size: 5, channels: 32 },
  ],
};

/** The layers of a plan's network, named conv1, …, fc1, fc2, … */
export function layersOf(plan: Architecture): SparseLayer[] {
  return countedLayers(plan);
}

/**
 * The densities of the layers at a sparsity, by the plan's distribution.
 * @throws RangeError if S is not in [0, 1)
 */
export function densitiesAt(plan: Architecture & Pick<Plan, 'distribution'>, sparsity: number): number[] {
  const layers = layersOf(plan);
  return plan.distribution === 'uniform'
    ? uniformDensities(layers, sparsity)
    : erdosRenyiDensities(layers, sparsity).densities;
}

/**
 * How many connections each layer has at a sparsity.
 * @throws RangeError if S is out of range or a layer would be left without connections
 * @example budgetAt({ sizes: [784, 300, 100, 10], distribution: 'uniform' }, 0.9) // [23520, 3000, 100]
 */
export function budgetAt(plan: Architecture & Pick<Plan, 'distribution'>, sparsity: number): number[] {
  return keptCounts(layersOf(plan), densitiesAt(plan, sparsity));
}

/**
 * The sparsity of each training of a lottery ticket: 0 for the dense one, then equal ratios of density down to S.
 * @example ticketLevels({ sparsity: 0.75, rounds: 2 }) // [0, 0.5, 0.75]
 */
export function ticketLevels({ sparsity, rounds }: Pick<Plan, 'sparsity' | 'rounds'>): number[] {
  return Array.from({ length: rounds + 1 }, (_, round) =>
    round === rounds ? sparsity : 1 - (1 - sparsity) ** (round / rounds),
  );
}

/**
 * η at a step: $\frac{\eta}{2} \left( 1 + \cos \frac{\pi t}{T} \right)$.
 * @param step t, 0 … T
 */
export function rateAt(step: number, { rate, steps }: Pick<Plan, 'rate' | 'steps'>): number {
  return (rate / 2) * (1 + Math.cos((Math.PI * step) / steps));
}

function checkWhole(name: string, value: number, from: number, to: number): void {
  if (!Number.isInteger(value) || value < from || value > to)
    throw new RangeError(`${name} must be a whole number in ${from} … ${to}, found ${value}`);
}

/**
 * Guards a plan before anything is computed.
 * @throws RangeError if ΔT is 0, T_end lies beyond the run, a share is out of range, a layer would be left without connections, or a
 * number is not what `Plan` says
 */
export function checkPlan(plan: Plan): void {
  const { method, sizes, sparsity, steps, rate, momentum, decay, batch, rounds, rewindTo } = plan;
  if (sizes.length < 2) throw new RangeError(`plan: expected at least two sizes, found ${sizes.length}`);
  checkWhole('plan: steps', steps, 1, 10_000_000);
  checkWhole('plan: batch', batch, 1, 100_000);
  if (!(rate > 0 && rate < Infinity)) throw new RangeError(`plan: η must be above 0, found ${rate}`);
  if (!(momentum >= 0 && momentum < 1)) throw new RangeError(`plan: μ must be in [0, 1), found ${momentum}`);
  if (!(decay >= 0 && decay < Infinity)) throw new RangeError(`plan: λ must be at least 0, found ${decay}`);
  checkSparsity('plan', sparsity);
  if (exchanges(method) || method === 'pruning') checkSchedule(plan, steps);
  if (method === 'ticket') {
    checkWhole('plan: rounds', rounds, 1, 100);
    checkWhole('plan: the step to rewind to', rewindTo, 0, steps - 1);
  }
  if (method !== 'dense' && method !== 'snip' && method !== 'grasp') budgetAt(plan, sparsity);
}
