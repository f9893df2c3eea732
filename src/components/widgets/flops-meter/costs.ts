import { ticketLevels } from '~/methods/sparse-training/plan';
import { erdosRenyiDensities, uniformDensities } from '~/methods/sparsity/allocation';
import {
  lenet300100,
  resnet50,
  smallConvNet,
  weightCount,
  type SparseLayer,
} from '~/methods/sparsity/layers';
import { gradualSparsity } from '~/methods/pruning/schedule';
import {
  denseStepFlops,
  pruningRunFlops,
  riglRunFlops,
  riglStepFlops,
  snfsStepFlops,
  sparseStepFlops,
  ticketRunFlops,
} from '~/methods/training-flops/training-flops';
import { LEAST, MOST, STEPS, type Params } from './flops-meter.params';

const NETS: { readonly [Name in Params['net']]: () => SparseLayer[] } = {
  lenet: lenet300100,
  resnet: resnet50,
  small: smallConvNet,
};

/** Rounds of pruning that a ticket's search is priced with. */
export const ROUNDS = 5;

/**
 * f_S over f_D: operations of a forward pass over those of the dense network, connections not rounded to whole numbers.
 * @param sparsity S in [0, 1)
 */
export function forwardShare(
  { net, distribution }: Pick<Params, 'net' | 'distribution'>,
  sparsity: number,
): number {
  const layers = NETS[net]();
  const densities =
    distribution === 'uniform'
      ? uniformDensities(layers, sparsity)
      : erdosRenyiDensities(layers, sparsity).densities;
  const operations = (layer: SparseLayer) => weightCount(layer) * (layer.positions ?? 1);
  const dense = layers.reduce((sum, layer) => sum + operations(layer), 0);
  return layers.reduce((sum, layer, at) => sum + (densities[at] ?? NaN) * operations(layer), 0) / dense;
}

/** The methods that are priced. */
export const METHODS = ['dense', 'static', 'rigl', 'snfs', 'pruning', 'ticket'] as const;
export type Method = (typeof METHODS)[number];

/** Costs over those of dense training: of a step on average, of a whole run, and of using the network. */
export interface Price {
  readonly step: number;
  readonly run: number;
  readonly use: number;
}

/** What each method costs at some settings. */
export function pricesOf(params: Params): Readonly<Record<Method, Price>> {
  const { sparsity, every, end } = params;
  const sparse = forwardShare(params, sparsity);
  const costs = { dense: 1, sparse };
  const schedule = { every, end: Math.max(1, Math.round(end * STEPS)), alpha: 0.3 };
  const over = (flops: number) => flops / denseStepFlops(costs);
  const whole = (flops: number) => over(flops) / STEPS;
  const steady = (flops: number): Price => ({ step: over(flops), run: over(flops), use: sparse });
  const pruning = whole(pruningRunFlops(STEPS, shareWhilePruning(params)));
  const ticket = whole(ticketRunFlops(ticketLevels({ sparsity, rounds: ROUNDS }).map((s) => forwardShare(params, s)), STEPS)); // prettier-ignore
  return {
    dense: { step: 1, run: 1, use: 1 },
    static: steady(sparseStepFlops(costs)),
    rigl: {
      step: over(riglStepFlops(costs, every)),
      run: whole(riglRunFlops(costs, schedule, STEPS)),
      use: sparse,
    },
    snfs: steady(snfsStepFlops(costs)),
    pruning: { step: pruning, run: pruning, use: sparse },
    ticket: { step: ticket / (ROUNDS + 1), run: ticket, use: sparse },
  };
}

/** f_S over f_D at each step of gradual pruning: from the start to T_end in forty cuts, whatever ΔT is. */
function shareWhilePruning(params: Params): (step: number) => number {
  const every = Math.max(1, Math.floor((params.end * STEPS) / 40));
  const schedule = { begin: 0, end: 40 * every, every, final: params.sparsity };
  const known = new Map<number, number>();
  return (step) => {
    const sparsity = gradualSparsity(step, schedule);
    const share = known.get(sparsity) ?? forwardShare(params, sparsity);
    known.set(sparsity, share);
    return share;
  };
}

/** Sparsities at which the curves are drawn. */
export const GRID = Array.from({ length: 50 }, (_, i) => LEAST + ((MOST - LEAST) * i) / 49);
/** Decimal logarithms of ΔT at which the second picture is drawn. */
export const INTERVALS = Array.from({ length: 31 }, (_, i) => i / 10);

/** Cost of a step over sparsity, for the methods that are the same at every step on average. */
export function stepCurves(params: Params): Readonly<Record<'static' | 'rigl' | 'snfs', number[]>> {
  const shares = GRID.map((sparsity) => ({ dense: 1, sparse: forwardShare(params, sparsity) }));
  return {
    static: shares.map((costs) => sparseStepFlops(costs) / 3),
    rigl: shares.map((costs) => riglStepFlops(costs, params.every) / 3),
    snfs: shares.map((costs) => snfsStepFlops(costs) / 3),
  };
}

/** RigL's cost of a step over ΔT. */
export function intervalCurve(params: Params): number[] {
  const costs = { dense: 1, sparse: forwardShare(params, params.sparsity) };
  return INTERVALS.map((power) => riglStepFlops(costs, Math.max(1, Math.round(10 ** power))) / 3);
}
