import { dropAndGrow } from '~/methods/rigl/rigl';
import type { Rewired } from '~/methods/rigl/rewire';
import { createRng } from '~/methods/rng/create-rng';
import { setDropAndGrow } from '~/methods/set/set';
import { applyMask } from '~/methods/sparsity/masks';
import { LETTERS, STAGES, type Params } from './grow-step.params';
import { gradientOf, lossOf, makeLayer, RATE, stepOf, type TinyLayer } from './tiny-layer';

/** One exchange, and what it does to the loss. */
export interface Exchange {
  readonly layer: TinyLayer;
  /** ∂L/∂W before the drop, at all places. */
  readonly gradient: Float64Array;
  readonly result: Rewired;
  /** k */
  readonly count: number;
  /** Losses: at the start, after the drop, after the growth, after a step; and after a step had nothing grown. */
  readonly losses: { readonly start: number; readonly drop: number; readonly grow: number; readonly step: number; readonly without: number }; // prettier-ignore
  /** Weights after the step. */
  readonly stepped: Float64Array;
  /** η Σ g² over the new connections, with the gradient after the drop: what they are to gain to first order. */
  readonly promised: number;
}

/** Why there is no exchange: too few free places. */
export interface NoRoom {
  readonly layer: TinyLayer;
  readonly gradient: Float64Array;
  readonly count: number;
}

export const isExchange = (found: Exchange | NoRoom): found is Exchange => 'result' in found;

/** The exchange at some settings; `NoRoom` if what was dropped may not come back and there are too few other places. */
export function exchangeOf({ fraction, method, regrowth, seed }: Params): Exchange | NoRoom {
  const layer = makeLayer(seed);
  const { weights, mask, batch } = layer;
  const gradient = gradientOf(weights, batch);
  const active = mask.reduce((sum, entry) => sum + entry, 0);
  const count = Math.floor(active * fraction * (1 + 1e-9));
  if (regrowth === 'never' && count > mask.length - active) return { layer, gradient, count };
  const result =
    method === 'rigl'
      ? dropAndGrow({ weights, mask }, gradient, fraction, { regrowth })
      : setDropAndGrow({ weights, mask }, fraction, createRng(seed + 1000), { regrowth });
  const left = mask.slice();
  for (const place of result.dropped) left[place] = 0;
  const afterDrop = applyMask(weights, left);
  const stepped = stepOf(result.weights, result.mask, batch);
  const now = gradientOf(result.weights, batch);
  return {
    layer,
    gradient,
    result,
    count,
    stepped,
    losses: {
      start: lossOf(weights, batch),
      drop: lossOf(afterDrop, batch),
      grow: lossOf(result.weights, batch),
      step: lossOf(stepped, batch),
      without: lossOf(stepOf(afterDrop, left, batch), batch),
    },
    promised: result.fresh.reduce((sum, place) => sum + RATE * (now[place] ?? 0) ** 2, 0),
  };
}

/** What a place shows at a stage. */
export type PlaceState = 'none' | 'there' | 'dropped' | 'grown' | 'regrown';

/** Whether a stage has been reached. */
export const reached = (stage: Params['stage'], wanted: Params['stage']): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(wanted);

/** The state of a place at a stage: nothing is given away that has not happened yet. */
export function stateOf(found: Exchange | NoRoom, place: number, stage: Params['stage']): PlaceState {
  const was = found.layer.mask[place] === 1;
  if (!isExchange(found) || !reached(stage, 'drop')) return was ? 'there' : 'none';
  const dropped = found.result.dropped.includes(place);
  const grown = reached(stage, 'grow') && found.result.grown.includes(place);
  if (grown) return dropped ? 'regrown' : 'grown';
  if (dropped) return 'dropped';
  return was ? 'there' : 'none';
}

/** The weight of a place at a stage. */
export function weightAt(found: Exchange | NoRoom, place: number, stage: Params['stage']): number {
  if (!isExchange(found) || !reached(stage, 'drop')) return found.layer.weights[place] ?? NaN;
  if (stage === 'step') return found.stepped[place] ?? NaN;
  if (stage === 'grow') return found.result.weights[place] ?? NaN;
  return found.layer.weights[place] ?? NaN;
}

/** Places that a guess names, and how many of them are grown. */
export function judge(
  found: Exchange | NoRoom,
  guess: string,
): { readonly marks: number; readonly right: number } {
  const places = Array.from(guess, (letter) => LETTERS.indexOf(letter));
  const grown = isExchange(found) ? found.result.grown : [];
  return { marks: places.length, right: places.filter((place) => grown.includes(place)).length };
}

/** Shares at which the curves are drawn. */
export const GRID = Array.from({ length: 21 }, (_, i) => i / 20);

/** Losses over f: after the drop, and after a step of both methods. */
export function curvesOf(params: Params): Readonly<Record<'drop' | 'rigl' | 'set', number[]>> {
  const at = (method: Params['method'], key: 'drop' | 'step') =>
    GRID.map((fraction) => {
      const found = exchangeOf({ ...params, method, fraction });
      return isExchange(found) ? found.losses[key] : NaN;
    });
  return { drop: at('rigl', 'drop'), rigl: at('rigl', 'step'), set: at('set', 'step') };
}
