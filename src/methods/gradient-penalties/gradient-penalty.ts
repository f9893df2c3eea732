import { showShape, type Node } from '~/autodiff/graph';
import { add, multiply, subtract } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';
import { penaliseSlope, type SlopeOptions } from './slopes';

export type GradientPenaltyOptions = SlopeOptions;

/**
 * Points on the lines between data and samples: $\hat x = \alpha x + (1 - \alpha) \tilde x$, one α for each pair.
 *
 * Convention: α multiplies the **real** point. In Gulrajani et al. (2017, Algorithm 1) ε does so too; TensorFlow's
 * compare_gan has 1 − α there. With α uniform on [0, 1] the two have the same distribution.
 * @param real x, [batch, features]
 * @param fake x̃, of the same shape
 * @param alpha [batch, 1], in [0, 1]
 * @returns x̂, [batch, features]
 * @throws RangeError if a shape is not one of these.
 */
export function interpolate(real: Node, fake: Node, alpha: Node): Node {
  if (real.shape.length !== 2 || !sameShape(real.shape, fake.shape))
    throw new RangeError(
      `interpolate: real and fake must both be [batch, features], found ${showShape(real.shape)} and ${showShape(fake.shape)}`,
    );
  const expected = [real.shape[0] ?? NaN, 1];
  if (!sameShape(alpha.shape, expected))
    throw new RangeError(
      `interpolate: alpha must be ${showShape(expected)}, found ${showShape(alpha.shape)}`,
    );
  return add(fake, multiply(alpha, subtract(real, fake)));
}

/**
 * The gradient penalty of WGAN-GP, without its factor λ:
 *
 * $$P = \frac1n \sum_i \bigl( \lVert \nabla_{\hat x} f(\hat x_i) \rVert_2 - 1 \bigr)^2$$
 *
 * Conventions: the norm is taken for each sample over its features, with `epsilon` under the root (the paper has none;
 * compare_gan has 1e-4 there); the mean is over the batch; the penalty is two-sided. The critic must judge each row
 * by itself (no batch normalisation), for the gradient of the summed scores is read as each row's own.
 *
 * The result is differentiable again: `grad` of it by the critic's parameters is the second-order gradient that training needs.
 * The derivative of the gates of ReLU and leaky ReLU is taken as 0.
 * @param critic f on [batch, features] → [batch, 1]
 * @param real data, [batch, features]
 * @param fake generated samples, of the same shape
 * @param alpha `uniform(graph, [batch, 1])`; see `interpolate` for the side that it multiplies
 * @param options.target the norm that is pulled towards (1 in the paper; with 0 every slope is penalised)
 * @param options.epsilon ≥ 0; with 0 a sample whose gradient is exactly zero makes the second derivative NaN
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if a shape differs from these, or the critic's result is not [batch, 1].
 * @see Gulrajani et al., "Improved training of Wasserstein GANs", NeurIPS 2017, Eq. 3 (second term) and Algorithm 1
 * @example
 * const critic = (x: Node) => sum(square(x), [1]); // gradient 2x
 * evaluate((x, y, a) => gradientPenalty(critic, x, y, a), [[[3, 4]], [[0, 0]], [[0.5]]]) // 16: at (1.5, 2) the norm is 5
 */
export function gradientPenalty(
  critic: (x: Node) => Node,
  real: Node,
  fake: Node,
  alpha: Node,
  options: GradientPenaltyOptions = {},
): Node {
  return penaliseSlope('gradientPenalty', critic, interpolate(real, fake, alpha), options);
}
