import type { Node } from '~/autodiff/graph';
import { mean, negate, subtract } from '~/autodiff/ops';

/**
 * The critic's loss of a Wasserstein GAN, to be minimised. Minus it estimates $W_1(p_\text{data}, p_g)$ from below, up to
 * the critic's Lipschitz constant; without a constraint on the critic (clipping, `gradientPenalty`) it has no minimum.
 *
 * $$L_C = \frac1m \sum_j f(G(z_j)) - \frac1n \sum_i f(x_i)$$
 *
 * @param realScores f on data, [batch, 1] or any shape, any real number: no sigmoid follows
 * @param fakeScores f on generated samples, any shape
 * @returns scalar `[]`, in the units of the critic
 * @throws Error if the nodes belong to different graphs.
 * @see Arjovsky, Chintala and Bottou, "Wasserstein generative adversarial networks", ICML 2017, Eq. 2 and Algorithm 1
 * (which ascends on minus this)
 * @example evaluate(wassersteinCriticLoss, [[[2], [1]], [[-1], [0]]]) // -2
 */
export function wassersteinCriticLoss(realScores: Node, fakeScores: Node): Node {
  return subtract(mean(fakeScores), mean(realScores));
}

/**
 * The generator's loss of a Wasserstein GAN, to be minimised: $L_G = -\frac1m \sum_j f(G(z_j))$.
 * @param fakeScores f on generated samples, [batch, 1] or any shape
 * @returns scalar `[]`, in the units of the critic
 * @see Arjovsky, Chintala and Bottou, "Wasserstein generative adversarial networks", ICML 2017, Algorithm 1, line 10
 * @example evaluate(wassersteinGeneratorLoss, [[[-1], [0]]]) // 0.5
 */
export function wassersteinGeneratorLoss(fakeScores: Node): Node {
  return negate(mean(fakeScores));
}
