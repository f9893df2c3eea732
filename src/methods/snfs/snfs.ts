import { checkMaskedLayer, exchangeCount, growable, rewire, type MaskedLayer, type Regrowth, type Rewired } from '~/methods/rigl/rewire'; // prettier-ignore
import { smallestActive } from '~/methods/rigl/rigl';
import { highestPlaces, magnitudes, placesOf } from '~/methods/sparsity/masks';
import { shareOut } from '~/methods/sparsity/share';

/** A layer and its momentum: dense, a running mean of the gradient by **all** weights. */
export interface MomentumLayer extends MaskedLayer {
  readonly momentum: ArrayLike<number>;
}

/**
 * The momentum of the dense gradient: $m \leftarrow \beta m + (1 - \beta) g$.
 * @param momentum m, zeros before the first step
 * @param gradients g, by all weights, active or not
 * @param beta β in [0, 1), usually 0.9
 * @throws RangeError if the lengths differ or β is out of range.
 * @see Dettmers and Zettlemoyer, "Sparse networks from scratch: faster training without losing performance", 2019
 * @example smoothGradient([1], [3], 0.5) // [2]
 */
export function smoothGradient(
  momentum: ArrayLike<number>,
  gradients: ArrayLike<number>,
  beta: number,
): Float64Array {
  if (!(beta >= 0 && beta < 1)) throw new RangeError(`smoothGradient: β must be in [0, 1), found ${beta}`);
  if (momentum.length !== gradients.length)
    throw new RangeError(
      `smoothGradient: ${momentum.length} values of momentum, but ${gradients.length} gradient values`,
    );
  return Float64Array.from(momentum, (m, place) => beta * m + (1 - beta) * (gradients[place] ?? NaN));
}

/**
 * Each layer's claim on new connections: the mean magnitude of its active weights' momentum, over the sum of all layers'.
 * @returns claims ≥ 0 with sum 1; all 0 if every such momentum is 0
 * @throws RangeError if lengths differ or a layer has no active connection.
 * @see Dettmers and Zettlemoyer, 2019, Algorithm 1
 * @example momentumClaims([{ weights: [1], mask: Uint8Array.of(1), momentum: [3] }, { weights: [1], mask: Uint8Array.of(1), momentum: [-1] }]) // [0.75, 0.25]
 */
export function momentumClaims(layers: readonly MomentumLayer[]): number[] {
  const means = layers.map((layer) => {
    const active = checkMaskedLayer('momentumClaims', layer, { momentum: layer.momentum });
    return placesOf(layer.mask, 1).reduce((sum, p) => sum + Math.abs(layer.momentum[p] ?? NaN), 0) / active;
  });
  const total = means.reduce((sum, value) => sum + value, 0);
  return means.map((value) => (total === 0 ? 0 : value / total));
}

/**
 * One exchange of sparse momentum (SNFS) over the whole net: each layer drops the fraction p of its weakest connections; all that were dropped are shared out among
 * the layers by `momentumClaims`, and each grows its share where the momentum of an inactive weight is largest.
 *
 * The net keeps its number of connections, a layer does not. Conventions: claims are taken before the drop, as in the official code; what a layer has no room for goes to the
 * others by their claims (`shareOut`: whole numbers by the largest remainder, the total exact); new weights are 0; those just dropped may come back and then keep their weight
 * (`regrowth`). The authors' code (TimDettmers/sparse_learning) rounds the drop up, fills no layer above 99%, spreads the surplus equally over all layers, rounds the growth
 * down and makes up for the miss at later exchanges; with Adam its momentum is m / (√v + 10⁻⁸).
 * @param fraction p in [0, 1]; 0.5 at first in the paper, falling to 0
 * @returns one result for each layer
 * @throws RangeError if lengths differ, a layer has no active connection, p is out of range, or a number that is compared is NaN.
 * @see Dettmers and Zettlemoyer, 2019, Algorithm 1
 * @example const next = snfsDropAndGrow([{ weights, mask, momentum }], 0.5);
 */
export function snfsDropAndGrow(
  layers: readonly MomentumLayer[],
  fraction: number,
  { regrowth = 'keep' }: { readonly regrowth?: Regrowth } = {},
): Rewired[] {
  const claims = momentumClaims(layers);
  const drops = layers.map((layer) =>
    smallestActive(layer, exchangeCount('snfsDropAndGrow', placesOf(layer.mask, 1).length, fraction)),
  );
  const free = layers.map(({ mask }, at) => growable('snfsDropAndGrow', mask, drops[at] ?? [], 0, regrowth));
  const total = drops.reduce((sum, { length }) => sum + length, 0);
  const shares = shareOut(total, claims, free.map(({ length }) => length)); // prettier-ignore
  return layers.map((layer, at) => {
    const slope = magnitudes(layer.momentum);
    const grown = highestPlaces(slope, shares[at] ?? 0, free[at]);
    return rewire('snfsDropAndGrow', layer, drops[at] ?? [], grown, regrowth);
  });
}
