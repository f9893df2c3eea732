import type { Node } from '~/autodiff/graph';
import { add, affine, mean, square } from '~/autodiff/ops';

/** The numbers that a least-squares judge is taught to say. */
export interface LeastSquaresLabels {
  /** a, what D shall say of generated samples; default 0. */
  readonly fake?: number;
  /** b, what D shall say of data; default 1. */
  readonly real?: number;
  /** c, what G wants D to say of its samples; default 1. */
  readonly wanted?: number;
}

/** E (s − label)² */
function meanSquareTo(scores: Node, label: number): Node {
  return mean(square(affine(scores, 1, -label)));
}

/**
 * The discriminator's loss of a least-squares GAN, to be minimised:
 *
 * $$L_D = \mathbb{E}_x (D(x) - b)^2 + \mathbb{E}_z (D(G(z)) - a)^2$$
 *
 * with a = 0 and b = 1 unless said otherwise.
 *
 * Conventions: both terms have the sign **plus** and there is **no factor ½**. Mao et al. and TensorFlow's compare_gan have ½
 * before the sum. A table that is copied in lecture slides prints the first term with a minus: that loss has no minimum, for D
 * lowers it for ever by saying ever larger numbers of the data (the tests show it).
 * @param realScores D on data, [batch, 1] or any shape, any real number: no sigmoid follows
 * @param fakeScores D on generated samples, any shape
 * @param labels a and b; `wanted` plays no part here
 * @returns scalar `[]`, ≥ 0
 * @throws Error if the nodes belong to different graphs; RangeError if a label is not finite.
 * @see Mao et al., "Least squares generative adversarial networks", ICCV 2017, Eq. 2
 * @example evaluate((x, y) => leastSquaresDiscriminatorLoss(x, y), [[[2], [1]], [[-1], [0]]]) // 1: ½ (1 + 0) + ½ (1 + 0)
 */
export function leastSquaresDiscriminatorLoss(
  realScores: Node,
  fakeScores: Node,
  { fake = 0, real = 1 }: LeastSquaresLabels = {},
): Node {
  return add(meanSquareTo(realScores, real), meanSquareTo(fakeScores, fake));
}

/**
 * The generator's loss of a least-squares GAN, to be minimised: $L_G = \mathbb{E}_z (D(G(z)) - c)^2$, with c = 1.
 *
 * Conventions: the sign is **plus**, the 1 is taken off D's **answer** (not off the sample), and there is no factor ½ (Mao et
 * al. have one). The misprint −E[(D(x̂ − 1))²], found in slides, has both faults: minimised, it drives D(x̂) away from 1.
 * @param fakeScores D on generated samples, [batch, 1] or any shape
 * @param labels c; the others play no part here
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if the label is not finite.
 * @see Mao et al., "Least squares generative adversarial networks", ICCV 2017, Eq. 2
 * @example evaluate((y) => leastSquaresGeneratorLoss(y), [[[-1], [0]]]) // 2.5
 */
export function leastSquaresGeneratorLoss(fakeScores: Node, { wanted = 1 }: LeastSquaresLabels = {}): Node {
  return meanSquareTo(fakeScores, wanted);
}
