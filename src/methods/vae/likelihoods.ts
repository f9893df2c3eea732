import type { Node } from '~/autodiff/graph';
import {
  add,
  affine,
  exp,
  multiply,
  negate,
  softplus,
  square,
  subtract,
  sum,
  type Operand,
} from '~/autodiff/ops';
import { checkMatrices } from './shapes';

/** log 2π */
const LOG_TWO_PI = 1.8378770664093453;

/**
 * The log-likelihood of binary data under independent coins, from logits a (P(x = 1) = σ(a)), without overflow:
 *
 * $$\log p(x \mid z) = \sum_j \bigl( x_j a_j - \operatorname{softplus}(a_j) \bigr)$$
 *
 * It is minus the binary cross-entropy. Conventions: **summed** over pixels, not averaged (a mean over 784 pixels would weigh
 * the KL term 784 times as much); nats. For grey pixels in [0, 1] the same number is used, but it is then no likelihood: its
 * largest value is minus the entropy of the pixels, not 0.
 * @param x data in [0, 1], [batch, pixels]
 * @param logits a, of the same shape, any real number: no sigmoid comes before
 * @returns [batch, 1], ≤ 0, in nats
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, appendix C.1, Eq. 11
 * @example evaluate(bernoulliLogLikelihood, [[[1, 0]], [[0, 0]]]) // [[-1.3862943611198906]], which is −2 log 2
 */
export function bernoulliLogLikelihood(x: Node, logits: Node): Node {
  checkMatrices('bernoulliLogLikelihood', { x, logits });
  return sum(subtract(multiply(x, logits), softplus(logits)), [1]);
}

/**
 * The log-likelihood of real data under a Gaussian with diagonal covariance:
 *
 * $$\log p(x \mid z) = -\tfrac12 \sum_j \Bigl( \frac{(x_j - \mu_j)^2}{\sigma_j^2} + \log\sigma_j^2 + \log 2\pi \Bigr)$$
 *
 * Conventions: a **density** (it may be above 0) with its constant, summed over coordinates, nats. With σ = 1 it is minus half the
 * squared error, less ½ log 2π for each coordinate.
 * @param x [batch, dimensions]
 * @param mean μ, of the same shape
 * @param logVariance log σ², of the same shape, or a number for all; default 0
 * @returns [batch, 1], in nats
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Kingma and Welling, ICLR 2014, appendix C.2, Eq. 12
 * @example evaluate((x, m) => gaussianLogLikelihood(x, m), [[[1]], [[0]]]) // [[-1.4189385332046727]]
 */
export function gaussianLogLikelihood(x: Node, mean: Node, logVariance: Operand = 0): Node {
  const scaled = square(subtract(x, mean));
  if (typeof logVariance === 'number') {
    checkMatrices('gaussianLogLikelihood', { x, mean });
    const terms = affine(scaled, Math.exp(-logVariance), logVariance + LOG_TWO_PI);
    return affine(sum(terms, [1]), -0.5);
  }
  checkMatrices('gaussianLogLikelihood', { x, mean, logVariance });
  const terms = add(multiply(scaled, exp(negate(logVariance))), affine(logVariance, 1, LOG_TWO_PI));
  return affine(sum(terms, [1]), -0.5);
}
