import { showShape, type Node } from '~/autodiff/graph';
import { add, affine, mean, multiply, square, subtract, sum, type Operand } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';

/** λ of the paper: how much the autoencoder heeds the critic. */
export const ACAI_LAMBDA = 0.5;

/** γ of the paper: how far the critic's second input is mixed towards the data. */
export const ACAI_GAMMA = 0.2;

function checkSame(name: string, one: Node, other: Node): void {
  if (!sameShape(one.shape, other.shape))
    throw new RangeError(
      `${name}: shapes ${showShape(one.shape)} and ${showShape(other.shape)} must be equal`,
    );
}

/** α z₁ + (1 − α) z₂, with α a column or a number. */
function mix(one: Node, other: Node, alpha: Operand): Node {
  return add(other, multiply(subtract(one, other), alpha));
}

/**
 * The code between two codes: $z_\alpha = \alpha z_1 + (1 - \alpha) z_2$.
 *
 * Convention: α is drawn from **[0, ½]**, so z₂ is the nearer one; α = ½ is the middle.
 * @param one z₁, [batch, dimensions]
 * @param other z₂, of the same shape: the same batch in another order
 * @param alpha α, [batch, 1], or a number
 * @returns [batch, dimensions]
 * @throws RangeError if the shapes differ.
 * @see Berthelot, Raffel, Roy and Goodfellow, "Understanding and improving interpolation in autoencoders via an adversarial
 * regularizer", 2018 (ICLR 2019), section 2
 * @example evaluate((a, b) => mixCodes(a, b, 0.25), [[[4]], [[0]]]) // [[1]]
 */
export function mixCodes(one: Node, other: Node, alpha: Operand): Node {
  checkSame('mixCodes', one, other);
  return mix(one, other, alpha);
}

/**
 * The critic's second input, a picture between the data and its reconstruction: $\gamma x + (1 - \gamma)\, g(f(x))$, for which it shall
 * say 0. It keeps the critic's scale and helps while reconstructions are still poor.
 * @param x data, any shape
 * @param reconstruction g(f(x)), of the same shape
 * @param gamma γ in [0, 1]; default 0.2, the paper's
 * @throws RangeError if the shapes differ or γ is out of range.
 * @see Berthelot et al., 2018, Eq. 2
 * @example evaluate((x, y) => mixWithReconstruction(x, y, 0.25), [[[4]], [[0]]]) // [[1]]
 */
export function mixWithReconstruction(x: Node, reconstruction: Node, gamma = ACAI_GAMMA): Node {
  checkSame('mixWithReconstruction', x, reconstruction);
  if (!(gamma >= 0 && gamma <= 1))
    throw new RangeError(`mixWithReconstruction: gamma must be in [0, 1], found ${gamma}`);
  return mix(x, reconstruction, gamma);
}

/**
 * The critic's loss, to be minimised: it is to say from an interpolated picture how far it was interpolated.
 *
 * $$L_d = \mathbb{E} \lVert d(\hat x_\alpha) - \alpha \rVert^2 + \mathbb{E} \lVert d(\gamma x + (1 - \gamma) g(f(x))) \rVert^2$$
 *
 * Convention: means over the batch.
 * @param guess $d(\hat x_\alpha)$, [batch, 1]: the decoded mixture goes in **without** a gradient to the autoencoder (`stopGradient`)
 * @param alpha α that was drawn, of the same shape
 * @param guessOfReal d of `mixWithReconstruction`, [batch, 1]
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if guess and α differ in shape.
 * @see Berthelot et al., 2018, Eq. 2
 * @example evaluate(acaiCriticLoss, [[[0.5]], [[0.25]], [[1]]]) // 1.0625
 */
export function acaiCriticLoss(guess: Node, alpha: Node, guessOfReal: Node): Node {
  checkSame('acaiCriticLoss', guess, alpha);
  return add(mean(square(subtract(guess, alpha))), mean(square(guessOfReal)));
}

/**
 * The autoencoder's loss, to be minimised: reconstruct, and let the critic find no interpolation (α̂ = 0).
 *
 * $$L_{f,g} = \mathbb{E} \lVert x - g(f(x)) \rVert^2 + \lambda\, \mathbb{E} \lVert d(\hat x_\alpha) \rVert^2$$
 *
 * Convention: the paper's norm is a **sum** over pixels; here the error is taken as it comes (see `reconstructionError`), because λ = 0.5
 * says nothing without it: a mean over pixels makes the critic's part that many times heavier.
 * @param error of the reconstruction, [batch, 1] or any shape: its mean counts
 * @param guess $d(\hat x_\alpha)$, [batch, 1], with the gradient through decoder and encoder
 * @param lambda λ ≥ 0; default 0.5, the paper's
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if λ is negative or not finite.
 * @see Berthelot et al., 2018, Eq. 1
 * @example evaluate((e, d) => acaiAutoencoderLoss(e, d), [[[3]], [[2]]]) // 5
 */
export function acaiAutoencoderLoss(error: Node, guess: Node, lambda = ACAI_LAMBDA): Node {
  if (!(lambda >= 0 && lambda < Infinity))
    throw new RangeError(`acaiAutoencoderLoss: lambda must be at least 0 and finite, found ${lambda}`);
  return add(mean(error), affine(mean(square(guess)), lambda));
}

/**
 * The squared error of each row: $\lVert x - \hat x \rVert^2$, **summed** over pixels, or their mean.
 * @param x [batch, pixels]
 * @param reconstruction of the same shape
 * @param over `sum` (default, the paper's norm) or `mean` over pixels
 * @returns [batch, 1], ≥ 0
 * @throws RangeError if the shapes differ or are not matrices.
 * @example evaluate((x, y) => reconstructionError(x, y), [[[3, 4]], [[0, 0]]]) // [[25]]
 */
export function reconstructionError(x: Node, reconstruction: Node, over: 'sum' | 'mean' = 'sum'): Node {
  checkSame('reconstructionError', x, reconstruction);
  if (x.shape.length !== 2)
    throw new RangeError(`reconstructionError: x must be [batch, pixels], found ${showShape(x.shape)}`);
  const squares = square(subtract(x, reconstruction));
  return over === 'sum' ? sum(squares, [1]) : mean(squares, [1]);
}
