import type { Rng } from '~/methods/rng/rng';
import { keptCounts, type Rounding } from '~/methods/sparsity/counts';
import { weightCount, type SparseLayer } from '~/methods/sparsity/layers';
import { applyMask, randomMask, type Mask } from '~/methods/sparsity/masks';

/**
 * Static sparse training, the baseline: random masks, drawn once and never changed. Also where SET, SNFS, DSR and RigL begin.
 * @param densities in (0, 1], one for each layer, from `uniformDensities` or `erdosRenyiDensities`
 * @param rng drawn from layer by layer
 * @param rounding of density × weights; default `up`
 * @returns one mask for each layer
 * @throws RangeError as `keptCounts`: above all if a layer would be left without connections.
 * @see Evci et al., "Rigging the lottery: making all tickets winners", ICML 2020, section 4 ("Static")
 * @example staticMasks(lenet300100(), erdosRenyiDensities(lenet300100(), 0.9).densities, createRng(3))
 */
export function staticMasks(
  layers: readonly SparseLayer[],
  densities: readonly number[],
  rng: Rng,
  rounding: Rounding = 'up',
): Mask[] {
  const kept = keptCounts(layers, densities, rounding);
  return layers.map((layer, place) => randomMask(weightCount(layer), kept[place] ?? NaN, rng));
}

/**
 * The gradient of a masked layer's active weights: 0 at the inactive ones, so that no optimiser moves or remembers anything there.
 *
 * With the loss as a function of m ⊙ w this is its exact gradient by w. The gradient **before** the mask, ∂L/∂(m ⊙ w), is the dense one by which RigL grows.
 * @param gradients dense, as long as the mask
 * @throws RangeError if the lengths differ.
 * @example maskGradient([3, 4], Uint8Array.of(0, 1)) // [0, 4]
 */
export function maskGradient(gradients: ArrayLike<number>, mask: Mask): Float64Array {
  return applyMask(gradients, mask);
}
