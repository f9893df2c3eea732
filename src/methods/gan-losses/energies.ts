import { showShape, type Node } from '~/autodiff/graph';
import { abs, affine, sqrt, square, subtract, sum } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';

/** x − x̂, [batch, features] both. */
function residual(name: string, x: Node, reconstruction: Node): Node {
  if (x.shape.length !== 2 || !sameShape(x.shape, reconstruction.shape))
    throw new RangeError(
      `${name}: x and its reconstruction must both be [batch, features], ` +
        `found ${showShape(x.shape)} and ${showShape(reconstruction.shape)}`,
    );
  return subtract(x, reconstruction);
}

/**
 * The energy of an autoencoder as EBGAN's judge: $D(x) = \lVert \mathrm{Dec}(\mathrm{Enc}(x)) - x \rVert_2$ of each row.
 *
 * Convention: the norm itself, not its square and not a mean over features.
 * @param x [batch, features]
 * @param reconstruction of the same shape
 * @param epsilon added under the root, whose derivative would be infinite for a perfect reconstruction; default 1e-12
 * @returns [batch, 1], ≥ 0
 * @throws RangeError if the shapes differ or are not matrices, or epsilon is negative.
 * @see Zhao, Mathieu and LeCun, "Energy-based generative adversarial network", ICLR 2017, section 2.3
 * @example evaluate((x, y) => reconstructionNorm(x, y), [[[3, 4]], [[0, 0]]]) // [[5]]
 */
export function reconstructionNorm(x: Node, reconstruction: Node, epsilon = 1e-12): Node {
  if (!(epsilon >= 0))
    throw new RangeError(`reconstructionNorm: epsilon must be at least 0, found ${epsilon}`);
  return sqrt(affine(sum(square(residual('reconstructionNorm', x, reconstruction)), [1]), 1, epsilon));
}

/**
 * The error of an autoencoder as BEGAN's judge: $\lVert x - \mathrm{AE}(x) \rVert_1$ of each row.
 *
 * Convention: summed over the features, not averaged. The derivative at 0 is taken as 0.
 * @param x [batch, features]
 * @param reconstruction of the same shape
 * @returns [batch, 1], ≥ 0
 * @throws RangeError if the shapes differ or are not matrices.
 * @see Berthelot, Schumm and Metz, "BEGAN: boundary equilibrium generative adversarial networks", 2017, section 3.1 (η = 1)
 * @example evaluate(absoluteError, [[[3, -4]], [[0, 0]]]) // [[7]]
 */
export function absoluteError(x: Node, reconstruction: Node): Node {
  return sum(abs(residual('absoluteError', x, reconstruction)), [1]);
}
