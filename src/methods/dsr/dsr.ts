import { checkMaskedLayer, growable, rewire, type MaskedLayer, type Regrowth, type Rewired } from '~/methods/rigl/rewire'; // prettier-ignore
import type { Rng } from '~/methods/rng/rng';
import { placesOf, randomPlaces } from '~/methods/sparsity/masks';
import { shareOut } from '~/methods/sparsity/share';

export interface DsrOptions {
  /** How many connections an exchange should move: N_p, a whole number ≥ 1. */
  readonly target: number;
  /** δ in [0, 1): the threshold is left alone while the number dropped lies within (1 ± δ) N_p; default 0.1. */
  readonly tolerance?: number;
  /** What becomes of a connection dropped and grown at once; default `zero`: the paper's new weights are 0. */
  readonly regrowth?: Regrowth;
}

/**
 * The threshold for the next exchange: twice as high if too few connections fell, half if too many.
 *
 * $$H \leftarrow \begin{cases} 2H & K < (1-\delta) N_p \\ H/2 & K > (1+\delta) N_p \\ H & \text{else} \end{cases}$$
 * @param threshold H > 0
 * @param dropped K ≥ 0, connections that fell below it
 * @throws RangeError if H is not above 0, or an option out of range.
 * @see Mostafa and Wang, "Parameter efficient training of deep convolutional neural networks by dynamic sparse reparameterization", ICML 2019, Algorithm 1
 * @example nextThreshold(0.01, 5, { target: 100 }) // 0.02
 */
export function nextThreshold(
  threshold: number,
  dropped: number,
  { target, tolerance = 0.1 }: DsrOptions,
): number {
  if (!(threshold > 0 && threshold < Infinity))
    throw new RangeError(`nextThreshold: the threshold must be above 0 and finite, found ${threshold}`);
  if (!Number.isInteger(target) || target < 1)
    throw new RangeError(`nextThreshold: the target must be a whole number of at least 1, found ${target}`);
  if (!(tolerance >= 0 && tolerance < 1))
    throw new RangeError(`nextThreshold: the tolerance must be in [0, 1), found ${tolerance}`);
  if (dropped < (1 - tolerance) * target) return 2 * threshold;
  return dropped > (1 + tolerance) * target ? threshold / 2 : threshold;
}

/** Active places whose weight lies below the threshold. @throws RangeError if a weight is NaN. */
function below({ weights, mask }: MaskedLayer, threshold: number): number[] {
  const active = placesOf(mask, 1);
  const bad = active.find((place) => Number.isNaN(weights[place] ?? NaN));
  if (bad !== undefined)
    throw new RangeError(`dsrDropAndGrow: the weight at ${bad} is missing or not a number`);
  return active.filter((place) => Math.abs(weights[place] ?? NaN) < threshold);
}

/**
 * One exchange of dynamic sparse reparameterisation (DSR) over the whole net: all connections with |w| below **one** threshold go, in whatever layer; as many are
 * grown at random places, shared out in proportion to the connections that each layer has left. Layers that lose little so gain, and sparsity moves between layers.
 *
 * The net keeps its number of connections. Conventions: |w| = H stays; what a layer has no room for goes to the others (`shareOut`); new weights are 0; dense layers
 * (biases, normalisation) are not among `layers`. If all weights of the net fall, the room decides.
 * @param threshold H, from the last exchange
 * @param rng draws the places, layer by layer
 * @returns the layers, and H for the next exchange
 * @throws RangeError if lengths differ, a layer has no connection to begin with, a weight is NaN, or an option is out of range.
 * @see Mostafa and Wang, ICML 2019, Algorithm 1
 * @example const { layers: next, threshold } = dsrDropAndGrow(layers, 0.001, rng, { target: 600 });
 */
export function dsrDropAndGrow(
  layers: readonly MaskedLayer[],
  threshold: number,
  rng: Rng,
  options: DsrOptions,
): { layers: Rewired[]; threshold: number } {
  const { regrowth = 'zero' } = options;
  const active = layers.map((layer) => checkMaskedLayer('dsrDropAndGrow', layer));
  const drops = layers.map((layer) => below(layer, threshold));
  const total = drops.reduce((sum, { length }) => sum + length, 0);
  const next = nextThreshold(threshold, total, options);
  const left = active.map((count, at) => count - (drops[at]?.length ?? 0));
  const free = layers.map(({ mask }, at) => growable('dsrDropAndGrow', mask, drops[at] ?? [], 0, regrowth));
  const shares = shareOut(total, left, free.map(({ length }) => length)); // prettier-ignore
  const rewired = layers.map((layer, at) => {
    const grown = randomPlaces(free[at] ?? [], shares[at] ?? 0, rng);
    return rewire('dsrDropAndGrow', layer, drops[at] ?? [], grown, regrowth);
  });
  return { layers: rewired, threshold: next };
}
