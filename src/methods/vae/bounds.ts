import { showShape, type Node } from '~/autodiff/graph';
import {
  add,
  affine,
  exp,
  logSumExp,
  maximum,
  mean as meanOf,
  multiply,
  negate,
  subtract,
  sum,
  type Operand,
} from '~/autodiff/ops';
import { checkMatrices } from './shapes';

/**
 * A sample of the code through which gradients pass: $z = \mu + \sigma \odot \epsilon$, with $\sigma = e^{\frac12 \log\sigma^2}$.
 * Chance is an input, so ∂z/∂μ = 1 and ∂z/∂σ = ε.
 * @param mean μ, [batch, dimensions]
 * @param logVariance log σ², of the same shape
 * @param noise ε ~ N(0, I), of the same shape: `normal(graph, shape)`
 * @returns z, of the same shape
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, section 2.4 and Eq. 10
 * @example evaluate(reparameterize, [[[1]], [[0]], [[2]]]) // [[3]]
 */
export function reparameterize(mean: Node, logVariance: Node, noise: Node): Node {
  checkMatrices('reparameterize', { mean, logVariance, noise });
  return add(mean, multiply(exp(affine(logVariance, 0.5)), noise));
}

/**
 * The evidence lower bound of a batch, to be **maximised**:
 *
 * $$\mathrm{ELBO} = \frac1n \sum_i \bigl( \log p(x_i \mid z_i) - \mathrm{KL}(q(z \mid x_i) \,\|\, p(z)) \bigr) \le \frac1n \sum_i \log p(x_i)$$
 *
 * (the inequality holds on average over z). It falls short of log p(x) by KL(q(z|x) ‖ p(z|x)), not by the KL to the prior.
 * @param logLikelihood log p(x|z), one for each row, [batch, 1], summed over pixels
 * @param kl KL to the prior, of the same shape, summed over the code
 * @returns scalar `[]`, the mean over the batch, in nats
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Kingma and Welling, ICLR 2014, Eqs. 3 and 7
 * @example evaluate(elbo, [[[-80], [-90]], [[5], [7]]]) // -91
 */
export function elbo(logLikelihood: Node, kl: Node): Node {
  checkMatrices('elbo', { logLikelihood, kl });
  return meanOf(subtract(logLikelihood, kl));
}

/**
 * The loss of a β-VAE, to be **minimised**: $L = \frac1n \sum_i \bigl( -\log p(x_i \mid z_i) + \beta\, \mathrm{KL}_i \bigr)$. With β = 1 it is minus the ELBO.
 * For β ≥ 1 minus it is still a lower bound of log p(x), for β < 1 in general not.
 * @param logLikelihood log p(x|z), [batch, 1], summed over pixels
 * @param kl KL to the prior, of the same shape, summed over the code
 * @param beta β ≥ 0, a number or a node of shape `[]`
 * @returns scalar `[]`, in nats
 * @throws RangeError if the shapes differ or are not matrices, or β is a number below 0 or not finite.
 * @see Higgins et al., "beta-VAE: learning basic visual concepts with a constrained variational framework", ICLR 2017, Eq. 4
 * (which ascends on minus this)
 * @example evaluate((l, k) => betaVaeLoss(l, k, 4), [[[-80]], [[5]]]) // 100
 */
export function betaVaeLoss(logLikelihood: Node, kl: Node, beta: Operand): Node {
  checkMatrices('betaVaeLoss', { logLikelihood, kl });
  if (typeof beta === 'number' && !(beta >= 0 && beta < Infinity))
    throw new RangeError(`betaVaeLoss: beta must be at least 0 and finite, found ${beta}`);
  return add(negate(meanOf(logLikelihood)), multiply(meanOf(kl), beta));
}

/**
 * The KL term with free bits: a coordinate that costs less than λ is charged λ, so that nothing is gained by emptying it:
 *
 * $$\sum_j \max\Bigl( \lambda,\ \frac1n \sum_i \mathrm{KL}_{ij} \Bigr)$$
 *
 * Conventions: the **mean over the batch comes before** the maximum, as the paper has it; each coordinate is a group of its own;
 * λ is in nats for each coordinate. Where a mean equals λ the derivative goes to the KL.
 * @param klByDimension [batch, dimensions], from `standardNormalKlByDimension`
 * @param lambda λ ≥ 0, nats for each coordinate, a number or a node of shape `[]`
 * @returns scalar `[]`, ≥ λ · dimensions
 * @throws RangeError if the shape is not a matrix or λ is a number below 0 or not finite.
 * @see Kingma et al., "Improved variational inference with inverse autoregressive flow", NeurIPS 2016, appendix C.8, Eq. 15
 * @example evaluate((k) => freeBits(k, 1), [[[0.2, 3], [0.4, 5]]]) // 5
 */
export function freeBits(klByDimension: Node, lambda: Operand): Node {
  checkMatrices('freeBits', { klByDimension });
  if (typeof lambda === 'number' && !(lambda >= 0 && lambda < Infinity))
    throw new RangeError(`freeBits: lambda must be at least 0 and finite, found ${lambda}`);
  return sum(maximum(meanOf(klByDimension, [0]), lambda));
}

/**
 * The importance-weighted bound with k samples, to be maximised:
 *
 * $$\mathcal{L}_k = \frac1n \sum_i \log \frac1k \sum_{s=1}^{k} w_{is}, \qquad w_{is} = \frac{p(x_i, z_{is})}{q(z_{is} \mid x_i)}$$
 *
 * With k = 1 it is the ELBO (by samples); on average it never falls with k and tends to log p(x).
 * Its gradient weighs the samples by $w_{is} / \sum_t w_{it}$. Computed in logarithms, so weights of e^±1000 do no harm.
 * @param logWeights log w = log p(x|z) + log p(z) − log q(z|x), [batch, k]
 * @returns scalar `[]`, in nats
 * @throws RangeError if the shape is not a matrix.
 * @see Burda, Grosse and Salakhutdinov, "Importance weighted autoencoders", ICLR 2016, Eq. 8
 * @example evaluate(importanceWeightedBound, [[[0, 1]]]) // 0.6201145069582775
 */
export function importanceWeightedBound(logWeights: Node): Node {
  if (logWeights.shape.length !== 2)
    throw new RangeError(
      `importanceWeightedBound: logWeights must be [batch, k], found ${showShape(logWeights.shape)}`,
    );
  const [, k = NaN] = logWeights.shape;
  return affine(meanOf(logSumExp(logWeights, [1])), 1, -Math.log(k));
}
