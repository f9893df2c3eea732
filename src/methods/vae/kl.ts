import type { Node } from '~/autodiff/graph';
import { add, affine, exp, multiply, negate, square, subtract, sum } from '~/autodiff/ops';
import { checkMatrices } from './shapes';

/**
 * The KL divergence from the standard normal to a Gaussian code, apart for each coordinate:
 *
 * $$\mathrm{KL}_j = \tfrac12 (\mu_j^2 + \sigma_j^2 - \log \sigma_j^2 - 1)$$
 *
 * This is what shows which coordinates are used: those of a collapsed code have 0. `freeBits` is made of it.
 * @param mean μ, [batch, dimensions]
 * @param logVariance **log σ²** (not log σ, not σ), of the same shape
 * @returns [batch, dimensions], ≥ 0, in nats
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, appendix B
 * @example evaluate(standardNormalKlByDimension, [[[1, 0]], [[0, 0]]]) // [[0.5, 0]]
 */
export function standardNormalKlByDimension(mean: Node, logVariance: Node): Node {
  checkMatrices('standardNormalKlByDimension', { mean, logVariance });
  const surplus = affine(subtract(exp(logVariance), logVariance), 1, -1);
  return affine(add(square(mean), surplus), 0.5);
}

/**
 * The KL divergence from the prior N(0, I) to a Gaussian code with diagonal covariance, in closed form:
 *
 * $$\mathrm{KL}(q \,\|\, p) = \tfrac12 \sum_j (\mu_j^2 + \sigma_j^2 - \log \sigma_j^2 - 1)$$
 *
 * Conventions: **summed** over the code's coordinates, one number for each row of the batch, not averaged; the ½ is there; nats.
 * @param mean μ, [batch, dimensions]
 * @param logVariance log σ², of the same shape
 * @returns [batch, 1], ≥ 0, in nats
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Kingma and Welling, ICLR 2014, appendix B (there with the other sign, as it stands in the bound)
 * @example evaluate(standardNormalKl, [[[1, 2]], [[0, 0]]]) // [[2.5]]
 */
export function standardNormalKl(mean: Node, logVariance: Node): Node {
  return sum(standardNormalKlByDimension(mean, logVariance), [1]);
}

/**
 * The KL divergence between two Gaussians with diagonal covariance, from p to q, in closed form:
 *
 * $$\mathrm{KL}(q \,\|\, p) = \tfrac12 \sum_j \Bigl( \log\sigma_{p,j}^2 - \log\sigma_{q,j}^2
 *   + \frac{\sigma_{q,j}^2 + (\mu_{q,j} - \mu_{p,j})^2}{\sigma_{p,j}^2} - 1 \Bigr)$$
 *
 * Conventions: the expectation is under the **first** Gaussian; summed over coordinates; nats.
 * @param mean μ of q, [batch, dimensions]
 * @param logVariance log σ² of q, of the same shape
 * @param priorMean μ of p, of the same shape
 * @param priorLogVariance log σ² of p, of the same shape
 * @returns [batch, 1], ≥ 0, in nats
 * @throws RangeError if the shapes differ or are not matrices.
 * @example evaluate(gaussianKl, [[[0]], [[0]], [[1]], [[0]]]) // [[0.5]]
 */
export function gaussianKl(mean: Node, logVariance: Node, priorMean: Node, priorLogVariance: Node): Node {
  checkMatrices('gaussianKl', { mean, logVariance, priorMean, priorLogVariance });
  const ratio = subtract(logVariance, priorLogVariance);
  // In logarithms throughout, so that no variance overflows before it is divided.
  const apart = multiply(square(subtract(mean, priorMean)), exp(negate(priorLogVariance)));
  return affine(sum(affine(add(subtract(exp(ratio), ratio), apart), 1, -1), [1]), 0.5);
}
