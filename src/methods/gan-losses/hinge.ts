import type { Node } from '~/autodiff/graph';
import { add, affine, mean, negate, relu } from '~/autodiff/ops';

/**
 * The discriminator's hinge loss, to be minimised: a score beyond ±1 on its right side costs nothing and teaches nothing.
 *
 * $$L_D = \frac1n \sum_i [1 - D(x_i)]_+ + \frac1m \sum_j [1 + D(G(z_j))]_+$$
 *
 * Conventions: means added, not averaged, so a judge that says 0 to everything has 2. On the hinge itself the derivative is 0.
 * @param realScores D on data, [batch, 1] or any shape, any real number: no sigmoid follows
 * @param fakeScores D on generated samples, any shape
 * @returns scalar `[]`, ≥ 0
 * @throws Error if the nodes belong to different graphs.
 * @see Lim and Ye, "Geometric GAN", 2017; Miyato et al., "Spectral normalization for generative adversarial networks",
 * ICLR 2018, Eq. 16
 * @example evaluate(hingeDiscriminatorLoss, [[[2], [0.5]], [[-1], [0]]]) // 0.75: ½ (0 + 0.5) + ½ (0 + 1)
 */
export function hingeDiscriminatorLoss(realScores: Node, fakeScores: Node): Node {
  return add(mean(relu(affine(realScores, -1, 1))), mean(relu(affine(fakeScores, 1, 1))));
}

/**
 * The generator's loss beside a hinge discriminator, to be minimised: $L_G = -\frac1m \sum_j D(G(z_j))$. It has no hinge: the
 * generator goes on where the discriminator has stopped learning.
 * @param fakeScores D on generated samples, [batch, 1] or any shape
 * @returns scalar `[]`, in the units of the score
 * @see Lim and Ye, "Geometric GAN", 2017; Miyato et al., ICLR 2018, Eq. 17
 * @example evaluate(hingeGeneratorLoss, [[[-1], [0]]]) // 0.5
 */
export function hingeGeneratorLoss(fakeScores: Node): Node {
  return negate(mean(fakeScores));
}
