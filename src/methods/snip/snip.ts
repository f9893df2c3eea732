import { grad } from '~/autodiff/grad';
import type { Node } from '~/autodiff/graph';
import { abs, add, divide, multiply, sum } from '~/autodiff/ops';
import { keptOf } from '~/methods/sparsity/counts';
import { keepHighest, type Mask } from '~/methods/sparsity/masks';

/** Weights of a net or what belongs to each of them, one array for each layer. */
export type ByLayer = readonly ArrayLike<number>[];

/**
 * Guards that two lists of arrays belong to the same layers.
 * @throws RangeError if they differ in number or a layer's lengths differ, or there is no weight at all.
 */
export function checkLayers(name: string, weights: ByLayer, others: ByLayer, what: string): void {
  if (weights.length !== others.length)
    throw new RangeError(`${name}: ${weights.length} layers of weights, but ${others.length} of ${what}`);
  weights.forEach(({ length }, layer) => {
    const found = others[layer]?.length;
    if (found !== length)
      throw new RangeError(`${name}: layer ${layer} has ${length} weights, but ${found} ${what}`);
  });
  if (weights.every(({ length }) => length === 0))
    throw new RangeError(`${name}: expected at least one weight, found none`);
}

/**
 * Connection sensitivity, normalised over the whole net:
 *
 * $$s_j = \frac{|g_j|}{\sum_k |g_k|}, \qquad g_j = \left. \frac{\partial L(c \odot w)}{\partial c_j} \right|_{c = 1} = w_j \frac{\partial L}{\partial w_j}$$
 *
 * Conventions: the **absolute** value, so a weight whose removal would lower the loss counts as much as one whose removal would raise it; one batch, at the
 * initial weights. It is how fast the loss moves when a connection is turned down a little, not what happens when it is cut.
 * @param weights w, one array for each layer
 * @param gradients ∂L/∂w, of the same lengths
 * @returns scores ≥ 0 whose sum over all layers is 1
 * @throws RangeError if the lengths differ, or all products are 0 or one is not finite: then no ranking exists.
 * @see Lee, Ajanthan and Torr, "SNIP: single-shot network pruning based on connection sensitivity", ICLR 2019, section 4
 * @example connectionSensitivity([[1, -2], [4]], [[3, 1], [0.75]]) // [[0.375, 0.25], [0.375]]
 */
export function connectionSensitivity(weights: ByLayer, gradients: ByLayer): Float64Array[] {
  checkLayers('connectionSensitivity', weights, gradients, 'gradient values');
  const products = weights.map((layer, at) =>
    Float64Array.from(layer, (weight, place) => Math.abs(weight * (gradients[at]?.[place] ?? NaN))),
  );
  const total = products.reduce((all, layer) => all + layer.reduce((part, value) => part + value, 0), 0);
  if (!(total > 0 && total < Infinity))
    throw new RangeError(
      `connectionSensitivity: weight times gradient must be finite and not 0 everywhere, their absolute sum is ${total}`,
    );
  return products.map((layer) => layer.map((value) => value / total));
}

/**
 * `connectionSensitivity` as nodes: for a graph that ends in the loss.
 * @param loss one element, of a batch
 * @param weights the nodes to score: usually each layer's weight, without the biases
 * @returns for each weight a node of its shape; NaN if every product is 0
 * @throws Error if a weight belongs to another graph.
 * @example const scores = connectionSensitivityNodes(loss, net.map(({ weight }) => weight));
 */
export function connectionSensitivityNodes(loss: Node, weights: readonly Node[]): Node[] {
  const gradients = grad(loss, weights);
  const products = weights.map((weight, layer) => abs(multiply(weight, gradients[layer] ?? weight)));
  const [first, ...others] = products.map((product) => sum(product));
  if (!first) throw new RangeError('connectionSensitivityNodes: expected at least one weight, found none');
  const total = others.reduce((all, part) => add(all, part), first);
  return products.map((product) => divide(product, total));
}

/**
 * The masks of SNIP: of all weights of the net together the (1 − S) N highest scores stay.
 *
 * Conventions: (1 − S) N to the nearest whole number, a half up (the official code takes Python's rounding, a half to even); of equal scores the earlier
 * layer and the smaller index stays. Nothing guards a layer: at extreme S one may keep **no** connection, and the net computes a constant (layer collapse);
 * `activeCount` of each mask tells.
 * The official code scores and prunes the biases too; give them as layers of their own to do the same.
 * @param scores from `connectionSensitivity`
 * @param sparsity S in [0, 1)
 * @throws RangeError if S is out of range, nothing would be kept, or a score is NaN.
 * @see Lee, Ajanthan and Torr, ICLR 2019, Algorithm 1
 * @example snipMasks([[0.375, 0.25], [0.375]], 0.5) // masks 1, 0 and 1
 */
export function snipMasks(scores: ByLayer, sparsity: number): Mask[] {
  const total = scores.reduce((all, { length }) => all + length, 0);
  return keepHighest(scores, keptOf('snipMasks', total, sparsity));
}
