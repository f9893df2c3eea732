import { showShape, type Node } from '~/autodiff/graph';
import { mean, square, stopGradient, subtract, sum } from '~/autodiff/ops';

/**
 * Feature matching: the generator is to give samples whose **mean** features in the judge are those of the data, instead of
 * winning against the judge.
 *
 * $$L_G = \bigl\lVert \mathbb{E}_x f(x) - \mathbb{E}_z f(G(z)) \bigr\rVert_2^2$$
 *
 * Conventions: the norm is squared and summed over the features, not averaged; the features of the data are a constant, so that only
 * samples feel it. Equal means are all that it asks for: two quite different sets with equal means have loss 0.
 * @param realFeatures f on data, [n, a]
 * @param fakeFeatures f on generated samples, [m, a]
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if the features are not matrices with as many columns.
 * @see Salimans et al., "Improved techniques for training GANs", NeurIPS 2016, section 3.1
 * @example evaluate(featureMatchingLoss, [[[1, 0], [3, 0]], [[2, 2]]]) // 4
 */
export function featureMatchingLoss(realFeatures: Node, fakeFeatures: Node): Node {
  if (
    realFeatures.shape.length !== 2 ||
    fakeFeatures.shape.length !== 2 ||
    realFeatures.shape[1] !== fakeFeatures.shape[1]
  )
    throw new RangeError(
      'featureMatchingLoss: expected [n, a] and [m, a], ' +
        `found ${showShape(realFeatures.shape)} and ${showShape(fakeFeatures.shape)}`,
    );
  return sum(square(subtract(stopGradient(mean(realFeatures, [0])), mean(fakeFeatures, [0]))));
}
