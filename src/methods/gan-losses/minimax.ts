import type { Node } from '~/autodiff/graph';
import { add, mean, negate, softplus } from '~/autodiff/ops';

/**
 * The discriminator's loss in the original game, to be minimised: minus the value function
 * $V(D, G) = \mathbb{E}_{x \sim p_\text{data}} \log D(x) + \mathbb{E}_{z} \log(1 - D(G(z)))$, estimated on a batch.
 *
 * With logits $a$, $D = \sigma(a)$, it is a mean of softplus terms, which neither overflow nor take the logarithm of zero:
 *
 * $$L_D = \frac1n \sum_i \operatorname{softplus}(-a_i^\text{real}) + \frac1m \sum_j \operatorname{softplus}(a_j^\text{fake})$$
 *
 * Conventions: the two means are added, not averaged, so an undecided discriminator (all logits 0) has 2 log 2; data have the
 * label 1. TF-GAN differs: its discriminator losses smooth the label of data by 0.25 unless told not to.
 * @param realLogits a on data, [batch, 1] or any shape, any real number; positive means "real"
 * @param fakeLogits a on generated samples, any shape
 * @returns scalar `[]`, > 0, in nats
 * @throws Error if the nodes belong to different graphs.
 * @see Goodfellow et al., "Generative adversarial nets", NeurIPS 2014, Eq. 1
 * @example evaluate(minimaxDiscriminatorLoss, [[[2], [1]], [[-1], [0]]]) // 0.7232992833196816
 */
export function minimaxDiscriminatorLoss(realLogits: Node, fakeLogits: Node): Node {
  return add(mean(softplus(negate(realLogits))), mean(softplus(fakeLogits)));
}

/**
 * The generator's loss in the original game, to be minimised: its part of the value function.
 *
 * $$L_G = \mathbb{E}_z \log(1 - D(G(z))) = -\frac1m \sum_j \operatorname{softplus}(a_j^\text{fake})$$
 *
 * Its derivative by a logit is −σ(a)/m, which vanishes where the discriminator is sure that a sample is fake (a → −∞).
 * TF-GAN's carries a further −softplus(−1), a constant that moves the curve and no gradient.
 * @param fakeLogits a on generated samples, [batch, 1] or any shape
 * @returns scalar `[]`, < 0, in nats
 * @see Goodfellow et al., "Generative adversarial nets", NeurIPS 2014, Eq. 1
 * @example evaluate(minimaxGeneratorLoss, [[[-1], [0]]]) // -0.503204434039084
 */
export function minimaxGeneratorLoss(fakeLogits: Node): Node {
  return negate(mean(softplus(fakeLogits)));
}

/**
 * The non-saturating loss of the generator, to be minimised.
 *
 * $$L_G = -\mathbb{E}_z \log D(G(z)) = \frac1m \sum_j \operatorname{softplus}(-a_j^\text{fake})$$
 *
 * Its derivative by a logit is −σ(−a)/m, largest where the discriminator is sure that a sample is fake. The game is then no
 * longer zero-sum; the discriminator's loss stays `minimaxDiscriminatorLoss`.
 * @param fakeLogits a on generated samples, [batch, 1] or any shape
 * @returns scalar `[]`, > 0, in nats
 * @see Goodfellow et al., "Generative adversarial nets", NeurIPS 2014, section 3, after Eq. 1
 * @example evaluate(nonSaturatingGeneratorLoss, [[[-1], [0]]]) // 1.003204434039084
 */
export function nonSaturatingGeneratorLoss(fakeLogits: Node): Node {
  return mean(softplus(negate(fakeLogits)));
}
