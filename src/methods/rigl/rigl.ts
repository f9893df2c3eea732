import { highestPlaces, magnitudes, placesOf } from '~/methods/sparsity/masks';
import {
  checkMaskedLayer,
  exchangeCount,
  growable,
  rewire,
  type MaskedLayer,
  type Regrowth,
  type Rewired,
} from './rewire';

export interface RiglOptions {
  /** What becomes of a connection dropped and grown at once; default `keep`, the official code's. */
  readonly regrowth?: Regrowth;
}

/**
 * The k active connections of smallest magnitude: $\operatorname{ArgTopK}(-|w|, k)$ among the active. Of equal ones the smaller index goes.
 * @returns k places, rising
 * @throws RangeError if there are fewer than k active connections or a weight is NaN.
 * @example smallestActive({ weights: [0.1, -3, 2], mask: Uint8Array.of(0, 1, 1) }, 1) // [2]
 */
export function smallestActive({ weights, mask }: MaskedLayer, k: number): number[] {
  const closeness = magnitudes(weights);
  for (let place = 0; place < closeness.length; place++) closeness[place]! *= -1;
  return highestPlaces(closeness, k, placesOf(mask, 1));
}

/**
 * One exchange of RigL in one layer: the weakest connections go, and as many come where the loss's gradient is largest.
 *
 * $$k = \lfloor f \cdot \text{active} \rfloor, \quad I_{drop} = \operatorname{ArgTopK}(-|\theta_{active}|, k), \quad
 *   I_{grow} = \operatorname{ArgTopK}_{i \notin \theta_{active} \setminus I_{drop}} (|\nabla_\Theta L|, k)$$
 *
 * New connections have weight **0**: growing changes nothing of what the net computes, only what it can learn. The count of connections stays.
 *
 * Conventions: the connections just dropped **may be grown again** (the index set above lets them, and so does the official code); by default such a one keeps its
 * weight and its optimiser state, as in the official code, though the paper's words let every grown one begin from 0 (`regrowth: 'zero'`). Ties go to the smaller
 * index; the official code adds noise of 10⁻⁵ to |w| instead.
 * @param layer weights and mask
 * @param gradients of the loss by **all** weights, active or not, at the masked weights before the drop
 * @param fraction f in [0, 1], from `dropFraction`
 * @throws RangeError if lengths differ, no connection is active, f is out of range, or a number that is compared is NaN.
 * @see Evci, Gale, Menick, Castro and Elsen, "Rigging the lottery: making all tickets winners", ICML 2020, section 3 (3), (4), Algorithm 1
 * @example dropAndGrow({ weights: [3, 1, 0, 0], mask: Uint8Array.of(1, 1, 0, 0) }, [0, 0, 1, -2], 0.5) // drops place 1, grows place 3
 */
export function dropAndGrow(
  layer: MaskedLayer,
  gradients: ArrayLike<number>,
  fraction: number,
  { regrowth = 'keep' }: RiglOptions = {},
): Rewired {
  const active = checkMaskedLayer('dropAndGrow', layer, { gradients });
  const count = exchangeCount('dropAndGrow', active, fraction);
  const dropped = smallestActive(layer, count);
  const places = growable('dropAndGrow', layer.mask, dropped, count, regrowth);
  const grown = highestPlaces(magnitudes(gradients), count, places);
  return rewire('dropAndGrow', layer, dropped, grown, regrowth);
}
