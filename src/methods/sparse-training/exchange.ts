import { keepLargest } from '~/methods/pruning/magnitude';
import { gradualSparsity, isPruneStep, type PruneSchedule } from '~/methods/pruning/schedule';
import { resetState, type Rewired } from '~/methods/rigl/rewire';
import { dropAndGrow } from '~/methods/rigl/rigl';
import type { Rng } from '~/methods/rng/rng';
import { setDropAndGrow } from '~/methods/set/set';
import { snfsDropAndGrow } from '~/methods/snfs/snfs';
import type { Architecture } from '~/methods/sparse-mlp/layer-shapes';
import type { LayerState } from '~/methods/sparse-mlp/trainer';
import { activeCount, applyMask, type Mask } from '~/methods/sparsity/masks';
import { densitiesAt, layersOf, type MethodName, type Plan } from './plan';
import { weightCount } from '~/methods/sparsity/layers';

/** What one exchange did to one layer. */
export interface LayerExchange {
  /** Places gone and places new, rising; a connection that was dropped and came back at once is in neither. */
  readonly dropped: Uint32Array;
  readonly grown: Uint32Array;
}

/** A layer that all exchanges leave as it is: every weight is there. */
const isFull = ({ mask }: LayerState): boolean => activeCount(mask) === mask.length;

function moved(before: Mask, next: Rewired): LayerExchange {
  return {
    dropped: Uint32Array.from(next.dropped.filter((place) => next.mask[place] === 0)),
    grown: Uint32Array.from(next.grown.filter((place) => before[place] === 0)),
  };
}

const NOTHING: LayerExchange = { dropped: new Uint32Array(), grown: new Uint32Array() };

function applied(state: LayerState, next: Rewired): LayerState {
  return {
    ...state,
    mask: next.mask,
    weights: next.weights,
    velocity: resetState(state.velocity, next),
  };
}

/**
 * One exchange of SET, RigL or SNFS in all layers. A layer that is full keeps all its connections; what momentum carries of a new connection is 0.
 * @param gradients RigL: the dense gradient by each layer; SNFS: its momentum; SET: not looked at
 * @param fraction f in [0, 1]
 * @param rng draws SET's places
 * @throws RangeError as the methods themselves
 */
export function exchange(
  method: MethodName,
  states: readonly LayerState[],
  gradients: readonly ArrayLike<number>[],
  fraction: number,
  rng: Rng,
): { states: LayerState[]; layers: LayerExchange[] } {
  const results = rewireAll(method, states, gradients, fraction, rng);
  return {
    states: states.map((state, at) => {
      const next = results[at];
      return next ? applied(state, next) : state;
    }),
    layers: states.map((state, at) => {
      const next = results[at];
      return next ? moved(state.mask, next) : NOTHING;
    }),
  };
}

function rewireAll(
  method: MethodName,
  states: readonly LayerState[],
  gradients: readonly ArrayLike<number>[],
  fraction: number,
  rng: Rng,
): (Rewired | undefined)[] {
  if (method === 'snfs')
    return snfsDropAndGrow(
      states.map((state, at) => ({ ...state, momentum: gradients[at] ?? [] })),
      fraction,
    );
  return states.map((state, at) => {
    if (isFull(state)) return undefined;
    return method === 'set'
      ? setDropAndGrow(state, fraction, rng)
      : dropAndGrow(state, gradients[at] ?? [], fraction);
  });
}

/** When gradual pruning prunes in a plan: every ΔT steps from ΔT to T_end. */
export function pruneSchedule({ every, end, steps, sparsity }: Plan): PruneSchedule {
  const rounds = Math.max(1, Math.floor(Math.min(end, steps) / every) - 1);
  return { begin: every, end: every * (rounds + 1), every, final: sparsity };
}

/** Whether a step of a plan prunes. */
export function prunesAt(step: number, plan: Plan): boolean {
  return isPruneStep(step, pruneSchedule(plan));
}

/**
 * Gradual pruning at a step: each layer keeps its largest weights, as many as the cubic schedule leaves it on the way to its own density.
 * @throws RangeError as `keepLargest`
 */
export function prune(step: number, states: readonly LayerState[], plan: Plan): LayerState[] {
  const densities = densitiesAt(plan, plan.sparsity);
  const schedule = pruneSchedule(plan);
  return cut(
    states,
    densities.map((density) =>
      density >= 1 ? 1 : 1 - gradualSparsity(step, { ...schedule, final: 1 - density }),
    ),
    plan,
  );
}

/**
 * What is left of layers that keep their largest weights.
 * @param densities of all weights, one for each layer; the count is rounded up, and never more than are there
 */
export function cut(
  states: readonly LayerState[],
  densities: readonly number[],
  plan: Architecture,
): LayerState[] {
  const layers = layersOf(plan);
  return states.map((state, at) => {
    const layer = layers[at];
    const wanted = layer ? Math.ceil((densities[at] ?? 1) * weightCount(layer) * (1 - 1e-9)) : 0;
    const mask = keepLargest(state.weights, state.mask, Math.min(wanted, activeCount(state.mask)));
    return {
      ...state,
      mask,
      weights: applyMask(state.weights, mask),
      velocity: applyMask(state.velocity, mask),
    };
  });
}
