import { checkSparsity, weightCount, type SparseLayer } from './layers';

export interface AllocationOptions {
  /** Places in the list of layers that stay dense and are left out of the budget; default none. */
  readonly dense?: readonly number[];
}

export interface ErdosRenyiOptions extends AllocationOptions {
  /** Whether the kernel's rows and columns count in the numerator (ERK) or not (ER); default true. No matter if fully connected. */
  readonly kernel?: boolean;
}

/** What `erdosRenyiDensities` returns. */
export interface Allocation {
  /** One for each layer, in (0, 1]. */
  readonly densities: number[];
  /** ε > 0 */
  readonly epsilon: number;
  /** Layers that the formula would have given more than 1, in their order. Not those of `dense`. */
  readonly saturated: number[];
}

function checkLayers(name: string, layers: readonly SparseLayer[], dense: readonly number[]): number[] {
  if (layers.length === 0) throw new RangeError(`${name}: expected at least one layer, found none`);
  const stray = dense.find((place) => layers[place] === undefined);
  if (stray !== undefined)
    throw new RangeError(
      `${name}: dense must name places 0 … ${layers.length - 1} of the list of layers, found ${stray}`,
    );
  return layers.map(weightCount);
}

/**
 * Uniform allocation: every layer has density 1 − S.
 *
 * Convention: layers in `dense` keep all their weights and the others are **not** made sparser for it, so the net's own sparsity is then
 * below S. RigL's "uniform" leaves the first layer dense so.
 * @param sparsity S in [0, 1)
 * @returns densities in (0, 1], one for each layer
 * @throws RangeError if S is out of range, there is no layer, or `dense` names one that is not there.
 * @see Evci, Gale, Menick, Castro and Elsen, "Rigging the lottery: making all tickets winners", ICML 2020, section 3 (1)
 * @example uniformDensities(lenet300100(), 0.75, { dense: [0] }) // [1, 0.25, 0.25]
 */
export function uniformDensities(
  layers: readonly SparseLayer[],
  sparsity: number,
  { dense = [] }: AllocationOptions = {},
): number[] {
  checkSparsity('uniformDensities', sparsity);
  checkLayers('uniformDensities', layers, dense);
  return layers.map((_, place) => (dense.includes(place) ? 1 : 1 - sparsity));
}

/**
 * What a layer's density is proportional to: the sum of its sizes over their product.
 *
 * $$\frac{n_{l-1} + n_l}{n_{l-1}\, n_l} \text{ (ER)}, \qquad \frac{n_{l-1} + n_l + w_l + h_l}{n_{l-1}\, n_l\, w_l\, h_l} \text{ (ERK)}$$
 * @example erdosRenyiRatio({ name: 'fc3', shape: [100, 10] }) // 0.11
 */
export function erdosRenyiRatio(layer: SparseLayer, kernel = true): number {
  weightCount(layer);
  const sizes = kernel && layer.shape.length === 4 ? layer.shape : layer.shape.slice(-2);
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.reduce((product, size) => product * size, 1);
}

/**
 * Erdős–Rényi allocation: small layers denser than large ones. The density of layer l is $\min(1, \epsilon r_l)$ with the ratio $r_l$ of
 * `erdosRenyiRatio`, and ε such that the net has the asked number of weights:
 *
 * $$\sum_l \min(1, \epsilon r_l) N_l = (1 - S) \sum_l N_l$$
 *
 * When $\epsilon r_l > 1$, the layer is made dense and ε is **solved again** for the others: it grows, for what the layer cannot hold goes to them.
 * Conventions: the budget is the real number (1 − S) ΣN; the official code rounds its share of each layer up to a whole number of weights, which
 * moves a density in the 5th digit or later. The official code makes one layer dense at a time, here all above 1 at once; the result is the same.
 * Layers in `dense` are left out on both sides.
 * @param sparsity S in [0, 1)
 * @throws RangeError if S is out of range, there is no layer, or `dense` names one that is not there.
 * @see Mocanu et al., "Scalable training of artificial neural networks with adaptive sparse connectivity inspired by network science", Nature
 * Communications 9, 2018, Eq. 1 (ER, of a probability of each link); Evci et al., ICML 2020, section 3 (1) (by layers, and ERK)
 * @example erdosRenyiDensities(lenet300100(), 0.9).densities // [0.0795…, 0.2301…, 1]
 */
export function erdosRenyiDensities(
  layers: readonly SparseLayer[],
  sparsity: number,
  { kernel = true, dense = [] }: ErdosRenyiOptions = {},
): Allocation {
  checkSparsity('erdosRenyiDensities', sparsity);
  const counts = checkLayers('erdosRenyiDensities', layers, dense);
  const ratios = layers.map((layer) => erdosRenyiRatio(layer, kernel));
  const asked = layers.map((_, place) => place).filter((place) => !dense.includes(place));
  const total = (places: readonly number[], of: (place: number) => number) =>
    places.reduce((sum, place) => sum + of(place), 0);
  const countOf = (place: number) => counts[place] ?? NaN;
  const ratioOf = (place: number) => ratios[place] ?? NaN;
  const budget = (1 - sparsity) * total(asked, countOf);
  let free = asked;
  let full: number[] = [];
  let epsilon = 0;
  for (;;) {
    // All layers full (S = 0): the smallest ε that makes them so.
    if (free.length === 0) epsilon = 1 / Math.min(...asked.map(ratioOf));
    else epsilon = (budget - total(full, countOf)) / total(free, (place) => ratioOf(place) * countOf(place));
    const above = free.filter((place) => epsilon * ratioOf(place) > 1);
    if (above.length === 0) break;
    full = [...full, ...above].sort((a, b) => a - b);
    free = free.filter((place) => !above.includes(place));
  }
  const densities = layers.map((_, place) => (free.includes(place) ? epsilon * ratioOf(place) : 1));
  return { densities, epsilon, saturated: full };
}
