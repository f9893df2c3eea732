import { showShape, type Node } from '~/autodiff/graph';
import { add } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';
import { penaliseSlope, type SlopeOptions } from './slopes';

/**
 * The penalty of DRAGAN, without its factor λ: slope one in the neighbourhood of the **data**, where `gradientPenalty` asks
 * for it between data and samples.
 *
 * $$P = \frac1n \sum_i \bigl( \lVert \nabla D(x_i + \delta_i) \rVert_2 - 1 \bigr)^2, \quad \delta_i \sim N(0, cI)$$
 *
 * Conventions: the norm for each sample over its features with `epsilon` under the root, the mean over the batch, two-sided, as in
 * `gradientPenalty`. The slope is that of what the judge returns: hand it the logit. Sources disagree about two things. Slides
 * after Lucic et al. (2018) print δ normal and the generator's loss saturating; TensorFlow's compare_gan draws noise and the place
 * between the points uniformly and trains the non-saturating loss. Which noise is used is the caller's: it is an argument.
 * @param judge D's logit on [batch, features] → [batch, 1], each row by itself (no batch normalisation)
 * @param real x, data, [batch, features]
 * @param noise δ itself, of the same shape and units: `affine(normal(graph, shape), √c)`
 * @param options.target the norm that is pulled towards, default 1
 * @param options.epsilon ≥ 0, default 1e-12; with 0 a sample whose gradient is exactly zero makes the second derivative NaN
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if a shape differs from these, or the judge's result is not [batch, 1].
 * @see Kodali et al., "On convergence and stability of GANs", 2017; Lucic et al., "Are GANs created equal?", NeurIPS 2018, Table 1
 * @example
 * const judge = (x: Node) => sum(square(x), [1]); // gradient 2x
 * evaluate((x, d) => draganPenalty(judge, x, d), [[[1, 2]], [[0.5, 0]]]) // 16: at (1.5, 2) the norm is 5
 */
export function draganPenalty(
  judge: (x: Node) => Node,
  real: Node,
  noise: Node,
  options: SlopeOptions = {},
): Node {
  if (real.shape.length !== 2 || !sameShape(real.shape, noise.shape))
    throw new RangeError(
      `draganPenalty: real and noise must both be [batch, features], found ${showShape(real.shape)} and ${showShape(noise.shape)}`,
    );
  return penaliseSlope('draganPenalty', judge, add(real, noise), options);
}
