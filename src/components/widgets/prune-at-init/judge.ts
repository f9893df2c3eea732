import { graspMasks, graspScores } from '~/methods/grasp/grasp';
import { createRng } from '~/methods/rng/create-rng';
import { snipMasks } from '~/methods/snip/snip';
import { activeCount, keepHighest, magnitudes, randomMask, type Mask } from '~/methods/sparsity/masks';
import { keptOf } from '~/methods/sparsity/counts';
import { LETTERS, type Params } from './prune-at-init.params';
import {
  accuracyOf,
  COUNT,
  drawPoints,
  gradientOf,
  hessianGradientOf,
  initialWeights,
  LENGTHS,
  lossOf,
  SHAPES,
  type Points,
} from './tiny-net';

/** An untrained network and what is known of it. */
export interface Net {
  readonly points: Points;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  /** S of GraSP, −w ⊙ H g. */
  readonly grasp: Float64Array;
  readonly loss: number;
  /** ‖g‖² */
  readonly flow: number;
}

const squared = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** The network of a seed. */
export function openNet({ seed, scale }: Pick<Params, 'seed' | 'scale'>): Net {
  const points = drawPoints(seed);
  const weights = initialWeights(seed, scale);
  const gradient = gradientOf(weights, points);
  const grasp = graspScores([weights], [hessianGradientOf(weights, points)])[0] ?? new Float64Array();
  return { points, weights, gradient, grasp, loss: lossOf(weights, points), flow: squared(gradient) };
}

/** An array for each layer. */
export function byLayer<Values extends Float64Array | Uint8Array>(values: Values): Values[] {
  let from = 0;
  return LENGTHS.map((length) => values.slice(from, (from += length)) as Values);
}

/** The masks of a score at a sparsity, of all layers together. */
export function masksOf(
  net: Net,
  { score, sparsity, seed }: Pick<Params, 'score' | 'sparsity' | 'seed'>,
): Mask[] {
  const keep = keptOf('prune-at-init', COUNT, sparsity);
  if (score === 'snip')
    return snipMasks(byLayer(net.weights.map((w, at) => Math.abs(w * (net.gradient[at] ?? 0)))), sparsity);
  if (score === 'grasp') return graspMasks(byLayer(net.grasp), sparsity);
  if (score === 'magnitude') return keepHighest(byLayer(magnitudes(net.weights)), keep);
  return byLayer(randomMask(COUNT, keep, createRng(seed + 900)));
}

/** How many connections each layer keeps. */
export const keptByLayer = (masks: readonly Mask[]): number[] => masks.map(activeCount);

/** Sparsities at which the curves are drawn: each leaves one weight fewer. */
export const GRID = Array.from({ length: COUNT }, (_, removed) => removed / COUNT);

/** The share of its connections that each layer keeps, over the sparsity. */
export function keptCurves(net: Net, params: Params): number[][] {
  const all = GRID.map((sparsity) => keptByLayer(masksOf(net, { ...params, sparsity })));
  return LENGTHS.map((length, layer) => all.map((kept) => (kept[layer] ?? 0) / length));
}

/** The least sparsity of the curves at which a layer is empty; undefined if none ever is. */
export function collapseAt(curves: readonly (readonly number[])[]): number | undefined {
  const at = GRID.findIndex((_, i) => curves.some((curve) => curve[i] === 0));
  return at < 0 ? undefined : GRID[at];
}

/** What removing weights one by one is predicted to do, and does. */
export interface Prediction {
  readonly predicted: readonly number[];
  readonly real: readonly number[];
}

/** Each weight by itself: SNIP's signed first order −w g of the loss, GraSP's 2 S of ‖g‖². Other scores are judged by the loss. */
export function predictions(net: Net, score: Params['score']): Prediction {
  const without = (place: number) => net.weights.map((w, at) => (at === place ? 0 : w));
  const places = Array.from(net.weights.keys());
  if (score === 'grasp')
    return {
      predicted: places.map((place) => 2 * (net.grasp[place] ?? 0)),
      real: places.map((place) => squared(gradientOf(without(place), net.points)) - net.flow),
    };
  return {
    predicted: places.map((place) => -(net.weights[place] ?? 0) * (net.gradient[place] ?? 0)),
    real: places.map((place) => lossOf(without(place), net.points) - net.loss),
  };
}

/** Spearman's rank correlation of two lists without ties. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = values.map((_, at) => at).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
    const found = values.map(() => 0);
    order.forEach((at, rank) => (found[at] = rank));
    return found;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const n = a.length;
  const apart = x.reduce((sum, rank, at) => sum + (rank - (y[at] ?? 0)) ** 2, 0);
  return 1 - (6 * apart) / (n * (n * n - 1));
}

/** What the weights removed by hand were predicted to do together, and do. */
export interface ByHand {
  readonly places: readonly number[];
  readonly loss: { readonly predicted: number; readonly real: number };
  readonly flow: { readonly predicted: number; readonly real: number };
}

/** The weights of a code removed together. */
export function removeByHand(net: Net, removed: string): ByHand {
  const places = Array.from(removed, (letter) => LETTERS.indexOf(letter));
  const weights = net.weights.map((w, at) => (places.includes(at) ? 0 : w));
  const total = (of: (place: number) => number) => places.reduce((sum, place) => sum + of(place), 0);
  return {
    places,
    loss: {
      predicted: total((place) => -(net.weights[place] ?? 0) * (net.gradient[place] ?? 0)),
      real: lossOf(weights, net.points) - net.loss,
    },
    flow: {
      predicted: total((place) => 2 * (net.grasp[place] ?? 0)),
      real: squared(gradientOf(weights, net.points)) - net.flow,
    },
  };
}

/** The network under the score's mask: its loss, and the share of points told right, before any training. */
export function maskedNet(
  net: Net,
  masks: readonly Mask[],
): { readonly loss: number; readonly accuracy: number } {
  const flat = masks.flatMap((mask) => Array.from(mask));
  const weights = net.weights.map((w, at) => w * (flat[at] ?? 0));
  return { loss: lossOf(weights, net.points), accuracy: accuracyOf(weights, net.points) };
}

/** Where a weight stands: layer, output and input, from 1. */
export function placeOf(place: number): { layer: number; output: number; input: number } {
  let from = 0;
  for (const [layer, [outputs, inputs]] of SHAPES.entries()) {
    const at = place - from;
    if (at < outputs * inputs)
      return { layer: layer + 1, output: Math.floor(at / inputs) + 1, input: (at % inputs) + 1 };
    from += outputs * inputs;
  }
  throw new RangeError(`placeOf: expected a place below ${COUNT}, found ${place}`);
}
