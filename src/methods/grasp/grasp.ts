import { grad } from '~/autodiff/grad';
import type { Node } from '~/autodiff/graph';
import { add, multiply, negate, stopGradient, sum } from '~/autodiff/ops';
import { checkLayers, type ByLayer } from '~/methods/snip/snip';
import { keptOf } from '~/methods/sparsity/counts';
import { checkSparsity } from '~/methods/sparsity/layers';
import { keepHighest, maskOf, type Mask } from '~/methods/sparsity/masks';

/**
 * The exact product of the Hessian and the gradient, without the Hessian: one more backward pass through the gradient,
 *
 * $$H g = \nabla_w \bigl( g^\top \operatorname{stop}(g) \bigr) = \tfrac12 \nabla_w \lVert g \rVert^2, \qquad g = \nabla_w L$$
 *
 * All weights given are taken as one vector, so the blocks of the Hessian **between** layers count.
 * @param loss one element, of a batch
 * @param weights nodes of the same graph
 * @returns for each weight a node of its shape
 * @throws RangeError if no weight is given.
 * @throws Error if a weight belongs to another graph.
 * @see Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6, 1994
 * @example evaluate((w) => hessianGradient(sum(square(w)), [w])[0]!, [[3]]) // [12]: H = 2, g = 6
 */
export function hessianGradient(loss: Node, weights: readonly Node[]): Node[] {
  const [first, ...others] = grad(loss, weights).map((g) => sum(multiply(g, stopGradient(g))));
  if (!first) throw new RangeError('hessianGradient: expected at least one weight, found none');
  const along = others.reduce((total, part) => add(total, part), first);
  return grad(along, weights);
}

/**
 * The score of each weight as nodes: $S = -w \odot (H g)$; see `graspScores` for its meaning.
 *
 * The paper's code divides the logits by a temperature, T = 200, before the cross-entropy, which brings the softmax near to uniform at
 * initialisation: `affine(logits, 1 / 200)` does so. It also adds the gradients of two halves of a class-balanced batch; with a mean loss that is
 * this function on the whole batch times 4, and the ranking the same.
 * @param loss one element
 * @param weights nodes of the same graph
 * @returns for each weight a node of its shape
 * @throws as `hessianGradient`
 * @example const scores = graspScoreNodes(loss, net.map(({ weight }) => weight));
 */
export function graspScoreNodes(loss: Node, weights: readonly Node[]): Node[] {
  const products = hessianGradient(loss, weights);
  return weights.map((weight, layer) => negate(multiply(weight, products[layer] ?? weight)));
}

/**
 * Gradient signal preservation. To remove weight j is to add $\delta = -w_j e_j$, which changes the gradient flow to first order by
 *
 * $$\lVert \nabla L(w + \delta) \rVert^2 - \lVert \nabla L(w) \rVert^2 \approx 2\, \delta^\top H g = 2 S_j, \qquad S = -w \odot (H g)$$
 *
 * Sign: the score has one. **A high score says that the flow grows when the weight goes: the highest are removed**, the lowest (most negative) kept, for
 * without them the net would learn more slowly. SNIP's score is an absolute value and its highest are kept. The factor 2 is left out, as in the paper.
 * @param weights w, one array for each layer
 * @param products H g, of the same lengths
 * @returns scores of either sign; their sum is $-w^\top H g$
 * @throws RangeError if the lengths differ.
 * @see Wang, Zhang and Grosse, "Picking winning tickets before training by preserving gradient flow", ICLR 2020, Algorithm 1
 * @example graspScores([[1, -2]], [[3, 4]]) // [[-3, 8]]
 */
export function graspScores(weights: ByLayer, products: ByLayer): Float64Array[] {
  checkLayers('graspScores', weights, products, 'values of H g');
  return weights.map((layer, at) =>
    Float64Array.from(layer, (weight, place) => -weight * (products[at]?.[place] ?? NaN)),
  );
}

export interface GraspOptions {
  /** Whether to cut as the authors' code does, see `graspMasks`; default false. */
  readonly asOfficialCode?: boolean;
}

/** Places of the official rule: all scores up to the lowest of those that were to go. */
function keepUpToThreshold(scores: ByLayer, sparsity: number): Mask[] {
  checkSparsity('graspMasks', sparsity);
  const flat = scores.flatMap((layer) => Array.from(layer));
  // S N may lie a last digit below the whole number that is meant.
  const remove = Math.floor(flat.length * sparsity * (1 + 1e-9));
  const sorted = Float64Array.from(flat).sort();
  const threshold = remove === 0 ? Infinity : (sorted[sorted.length - remove] ?? NaN);
  return scores.map((layer) =>
    maskOf(
      layer.length,
      Array.from(layer, (_, place) => place).filter((place) => (layer[place] ?? NaN) <= threshold),
    ),
  );
}

/**
 * The masks of GraSP: of all weights of the net together the (1 − S) N **lowest** scores stay.
 *
 * Conventions: (1 − S) N to the nearest whole number, a half up; of equal scores the earlier layer and the smaller index stays. As with SNIP no layer is guarded.
 *
 * `asOfficialCode`: the authors' code takes the ⌊S N⌋ highest scores, calls the lowest of these the threshold, and keeps every score **up to and with** it. The
 * threshold itself, which was to go, so stays: ⌊S N⌋ − 1 weights are removed, one fewer than asked (fewer still if several equal the threshold). Where ⌊S N⌋ is 0
 * that code stops with an error; here all weights are kept. Its division of the scores by |Σ S| changes no ranking and is left out.
 * @param scores from `graspScores`
 * @param sparsity S in [0, 1)
 * @throws RangeError if S is out of range, nothing would be kept, or a score is NaN.
 * @see Wang, Zhang and Grosse, ICLR 2020, Algorithm 1
 * @example graspMasks([[-3, 8], [1, 0]], 0.5) // masks 1, 0 and 0, 1; as the official code 1, 0 and 1, 1
 */
export function graspMasks(
  scores: ByLayer,
  sparsity: number,
  { asOfficialCode = false }: GraspOptions = {},
): Mask[] {
  const total = scores.reduce((all, { length }) => all + length, 0);
  const kept = keptOf('graspMasks', total, sparsity);
  const lowest = keepHighest(
    scores.map((layer) => Float64Array.from(layer, (score) => -score)),
    kept,
  );
  return asOfficialCode ? keepUpToThreshold(scores, sparsity) : lowest;
}
