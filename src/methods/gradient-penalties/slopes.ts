import { grad } from '~/autodiff/grad';
import { showShape, type Node } from '~/autodiff/graph';
import { affine, mean, sqrt, square, sum } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';

export interface SlopeOptions {
  /** The norm that the penalty pulls towards; default 1. */
  readonly target?: number;
  /** Added under the root, where the norm's derivative would be infinite at zero; default 1e-12. */
  readonly epsilon?: number;
}

/**
 * The gradient of a judge at each point by that point, as a node that can be differentiated again.
 * @param name of the caller, for messages
 * @param judge [batch, features] → [batch, 1]; each row judged by itself, for the gradient of the summed scores is read as
 * each row's own
 * @param points [batch, features], any node: its own inputs get no gradient from here unless they are asked for
 * @returns [batch, features]
 * @throws RangeError if points is not a matrix or the judge's result is not [batch, 1].
 */
export function slopeOf(name: string, judge: (x: Node) => Node, points: Node): Node {
  if (points.shape.length !== 2)
    throw new RangeError(`${name}: the points must be [batch, features], found ${showShape(points.shape)}`);
  const scores = judge(points);
  const expected = [points.shape[0] ?? NaN, 1];
  if (!sameShape(scores.shape, expected))
    throw new RangeError(
      `${name}: the critic must return ${showShape(expected)}, found ${showShape(scores.shape)}`,
    );
  const [slope] = grad(sum(scores), [points]);
  if (!slope) throw new Error(`${name}: grad returned nothing`);
  return slope;
}

/** $\frac1n \sum_i (\lVert \nabla f(x_i) \rVert_2 - \text{target})^2$, the form that WGAN-GP and DRAGAN share. */
export function penaliseSlope(
  name: string,
  judge: (x: Node) => Node,
  points: Node,
  { target = 1, epsilon = 1e-12 }: SlopeOptions,
): Node {
  if (!(epsilon >= 0)) throw new RangeError(`${name}: epsilon must be at least 0, found ${epsilon}`);
  const norm = sqrt(affine(sum(square(slopeOf(name, judge, points)), [1]), 1, epsilon));
  return mean(square(affine(norm, 1, -target)));
}
