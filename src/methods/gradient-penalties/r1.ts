import type { Node } from '~/autodiff/graph';
import { affine, mean, square, sum } from '~/autodiff/ops';
import { slopeOf } from './slopes';

/**
 * The R₁ penalty, without its factor γ: half the mean squared slope of the judge **on the data**.
 *
 * $$R_1 = \frac12 \cdot \frac1n \sum_i \lVert \nabla D(x_i) \rVert_2^2$$
 *
 * Conventions: the factor **½ is inside**, so a loss adds γ · R₁ with the paper's γ. The norm is squared and pulled towards 0, not 1,
 * so no root and no epsilon are needed. The slope is that of the logit.
 * @param judge D's logit on [batch, features] → [batch, 1], each row by itself (no batch normalisation)
 * @param real x, data, [batch, features]
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if real is not a matrix or the judge's result is not [batch, 1].
 * @see Mescheder, Geiger and Nowozin, "Which training methods for GANs do actually converge?", ICML 2018, Eq. 9
 * @example
 * const judge = (x: Node) => sum(square(x), [1]); // gradient 2x
 * evaluate((x) => r1Penalty(judge, x), [[[3, 4]]]) // 50: ½ · 10²
 */
export function r1Penalty(judge: (x: Node) => Node, real: Node): Node {
  return affine(mean(sum(square(slopeOf('r1Penalty', judge, real)), [1])), 0.5);
}
