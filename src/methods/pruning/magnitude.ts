import { checkLayers, type ByLayer } from '~/methods/snip/snip';
import { keptOf } from '~/methods/sparsity/counts';
import { activeCount, checkCount, checkMask, highestPlaces, keepHighest, magnitudes, maskOf, placesOf, type Mask } from '~/methods/sparsity/masks'; // prettier-ignore

/** Whether each layer gets the sparsity, or all weights are ranked together. */
export type PruneScope = 'layer' | 'global';

/**
 * Keeps the largest weights of a layer among those that are still there: $\operatorname{ArgTopK}(|w|, k)$. Of equal ones the smaller index stays.
 * @param keep k, 0 … active connections
 * @throws RangeError if lengths differ, more are to be kept than are active, or a weight is NaN.
 * @example keepLargest([1, -3, 2], Uint8Array.of(1, 1, 0), 1) // 0, 1, 0
 */
export function keepLargest(weights: ArrayLike<number>, mask: Mask, keep: number): Mask {
  checkMask('keepLargest', mask, { weights });
  const size = magnitudes(weights);
  return maskOf(mask.length, highestPlaces(size, keep, placesOf(mask, 1)));
}

export interface MagnitudeOptions {
  /** Connections still there, one mask for each layer; default all. **What has been pruned does not come back.** */
  readonly masks?: readonly Mask[];
  /** Default `layer`. */
  readonly scope?: PruneScope;
}

/**
 * Magnitude pruning to a sparsity S: of the connections that are still there those of largest |w| stay. Done once on a trained net it is one-shot pruning; at the
 * steps of `isPruneStep` with S from `gradualSparsity` it is gradual pruning, with training between.
 *
 * Conventions: `layer` keeps (1 − S) N_l of each layer, `global` (1 − S) N of the net (where a layer may lose all); to the nearest whole number, a half up; ties by
 * layer and index. In the authors' TensorFlow code a pruned weight keeps its old value behind the mask and may come back when others shrink; here it stays out.
 * @param weights w, one array for each layer
 * @param sparsity S in [0, 1), of all weights, the pruned ones included
 * @throws RangeError if S is out of range or lower than what is pruned already, lengths differ, a weight is NaN, or a layer (scope `layer`) or the net would keep nothing.
 * @see Zhu and Gupta, 2017 (by layer); Han, Pool, Tran and Dally, "Learning both weights and connections for efficient neural networks", NeurIPS 2015
 * @example magnitudeMasks([[1, -3], [2, 0.5]], 0.5) // 0, 1 and 1, 0
 */
export function magnitudeMasks(
  weights: ByLayer,
  sparsity: number,
  { masks, scope = 'layer' }: MagnitudeOptions = {},
): Mask[] {
  const before = masks ?? weights.map(({ length }) => new Uint8Array(length).fill(1));
  checkLayers('magnitudeMasks', weights, before, 'mask entries');
  if (scope === 'layer')
    return weights.map((layer, at) =>
      keepLargest(
        layer,
        before[at] ?? new Uint8Array(),
        keptOf(`magnitudeMasks, layer ${at}`, layer.length, sparsity),
      ),
    );
  const total = weights.reduce((all, { length }) => all + length, 0);
  const keep = keptOf('magnitudeMasks', total, sparsity);
  checkCount('magnitudeMasks', keep, before.reduce((all, mask) => all + activeCount(mask), 0)); // prettier-ignore
  // Inactive places below every magnitude.
  const scores = weights.map((layer, at) =>
    Float64Array.from(layer, (weight, place) => (before[at]?.[place] === 1 ? Math.abs(weight) : -1)),
  );
  return keepHighest(scores, keep);
}
