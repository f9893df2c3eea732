import { checkSparsity, weightCount, type SparseLayer } from './layers';

/** How density × weights becomes a whole number. `up` is the official code's (it rounds the zeros down). */
export type Rounding = 'up' | 'nearest' | 'down';

/** Products such as 0.1 · 30 may lie a last digit above the whole number that is meant. */
const SLACK = 1e-9;

const ROUND: { readonly [Name in Rounding]: (x: number) => number } = {
  up: (x) => Math.ceil(x * (1 - SLACK)),
  nearest: (x) => Math.round(x),
  down: (x) => Math.floor(x * (1 + SLACK)),
};

function pairUp(name: string, layers: readonly SparseLayer[], values: ArrayLike<number>, what: string): void {
  if (layers.length !== values.length)
    throw new RangeError(
      `${name}: expected one ${what} for each of the ${layers.length} layers, found ${values.length}`,
    );
}

/**
 * How many connections each layer keeps: density × weights, rounded.
 * @param densities in (0, 1], one for each layer
 * @param rounding default `up`
 * @throws RangeError if the lengths differ, a density is out of range, or **a layer would be left without connections**: nothing could pass it.
 * @example keptCounts(lenet300100(), [0.1, 0.1, 0.1]) // [23520, 3000, 100]
 */
export function keptCounts(
  layers: readonly SparseLayer[],
  densities: readonly number[],
  rounding: Rounding = 'up',
): number[] {
  pairUp('keptCounts', layers, densities, 'density');
  return layers.map((layer, place) => {
    const density = densities[place] ?? NaN;
    if (!(density >= 0 && density <= 1))
      throw new RangeError(
        `keptCounts: the density of layer ${layer.name} must be in (0, 1], found ${density}`,
      );
    const kept = ROUND[rounding](density * weightCount(layer));
    if (kept === 0)
      throw new RangeError(
        `keptCounts: layer ${layer.name} would be left without connections (density ${density} of ${weightCount(layer)} weights, rounded ${rounding}); take a lower sparsity or another allocation`,
      );
    return kept;
  });
}

/**
 * The share of weights that are zero: $1 - \sum_l k_l / \sum_l N_l$.
 * @param kept connections of each layer, 0 … its weights
 * @throws RangeError if the lengths differ or a layer has fewer weights than are kept.
 * @example sparsityOf(lenet300100(), [23520, 3000, 100]) // 0.9
 */
export function sparsityOf(layers: readonly SparseLayer[], kept: readonly number[]): number {
  pairUp('sparsityOf', layers, kept, 'number of connections');
  let [active, all] = [0, 0];
  layers.forEach((layer, place) => {
    active += checkKept('sparsityOf', layer, kept[place] ?? NaN);
    all += weightCount(layer);
  });
  return 1 - active / all;
}

function checkKept(name: string, layer: SparseLayer, kept: number): number {
  const most = weightCount(layer);
  if (!Number.isInteger(kept) || kept < 0 || kept > most)
    throw new RangeError(
      `${name}: layer ${layer.name} may keep a whole number 0 … ${most} of connections, found ${kept}`,
    );
  return kept;
}

/**
 * Floating-point operations of one example's forward pass through the masked layers:
 *
 * $$f = \sum_l 2\, k_l\, P_l$$
 *
 * with $k_l$ connections, each used at $P_l$ positions. Conventions: a multiply-add is **2** operations; biases, activations, normalisation and
 * pooling are left out (1% of ResNet-50); a masked weight costs nothing, which holds only of a kernel that really skips it.
 * @param kept connections of each layer; default all
 * @returns operations, a whole number
 * @throws RangeError if the lengths differ or a layer has fewer weights than are kept.
 * @example forwardFlops(lenet300100()) // 532400
 */
export function forwardFlops(layers: readonly SparseLayer[], kept?: readonly number[]): number {
  const counts = kept ?? layers.map(weightCount);
  pairUp('forwardFlops', layers, counts, 'number of connections');
  return layers.reduce(
    (total, layer, place) =>
      total + 2 * checkKept('forwardFlops', layer, counts[place] ?? NaN) * (layer.positions ?? 1),
    0,
  );
}

/**
 * How many of all weights of a net a global criterion keeps: (1 − S) N to the nearest whole number, a half up.
 * @param name of the caller, for messages
 * @param total N ≥ 1
 * @param sparsity S in [0, 1)
 * @throws RangeError if S is out of range or nothing would be kept.
 * @example keptOf('here', 1000, 0.9) // 100
 */
export function keptOf(name: string, total: number, sparsity: number): number {
  checkSparsity(name, sparsity);
  const kept = Math.round(total * (1 - sparsity));
  if (kept === 0) throw new RangeError(`${name}: a sparsity of ${sparsity} keeps none of ${total} weights`);
  return kept;
}
