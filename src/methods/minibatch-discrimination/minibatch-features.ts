import { showShape, type Node } from '~/autodiff/graph';
import { abs, exp, matmul, negate, reshape, subtract, sum } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';

/**
 * Features by which a judge can compare a sample with the rest of its batch, and so see that all samples are alike.
 * With $M_i = f(x_i)\, T$ read as b rows of c numbers:
 *
 * $$o(x_i)_b = \sum_{j=1}^{n} \exp\bigl(-\lVert M_{i,b} - M_{j,b} \rVert_1 \bigr)$$
 *
 * Conventions: the sum is over **all** j, i itself among them, as the paper prints it, so each feature is in (1, n]; some programs
 * leave j = i out, which takes 1 off. It is a sum, not a mean: features grow with the batch, and data and samples must come in
 * batches of one size, each by itself.
 * @param features f(x), an inner layer of the judge, [n, a]
 * @param tensor T, trained with the judge, stored [a, b · c]
 * @param b kernels, each of which gives one feature, ≥ 1
 * @param c numbers that a kernel compares, ≥ 1
 * @returns o, [n, b], to be put beside the features (`concat([features, o], 1)`)
 * @throws RangeError if the shapes do not fit.
 * @see Salimans et al., "Improved techniques for training GANs", NeurIPS 2016, section 3.2
 * @example evaluate((f, t) => minibatchFeatures(f, t, 1, 1), [[[0], [0], [9]], [[1]]]) // [[2], [2], [1]] to 3 digits
 */
export function minibatchFeatures(features: Node, tensor: Node, b: number, c: number): Node {
  const [n = NaN, a = NaN] = features.shape;
  if (features.shape.length !== 2 || !sameShape(tensor.shape, [a, b * c]))
    throw new RangeError(
      `minibatchFeatures: with b = ${b} and c = ${c} expected features [n, a] and a tensor [a, ${b * c}], ` +
        `found ${showShape(features.shape)} and ${showShape(tensor.shape)}`,
    );
  const rows = matmul(features, tensor);
  const apart = abs(subtract(reshape(rows, [n, 1, b, c]), reshape(rows, [1, n, b, c])));
  const closeness = exp(negate(sum(apart, [3])));
  return reshape(sum(closeness, [1]), [n, b]);
}
