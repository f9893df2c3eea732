import { showShape, type Node } from '~/autodiff/graph';
import { add, affine, divide, matmul, mean, relu, sqrt, square, subtract, sum } from '~/autodiff/ops';

/**
 * The judge's loss of an energy-based GAN, to be minimised: low energy on data, energy up to the margin m on samples.
 *
 * $$L_D = \frac1n \sum_i D(x_i) + \frac1m \sum_j [m - D(G(z_j))]_+$$
 *
 * Convention: means added, not averaged; D is an energy ≥ 0 (`reconstructionNorm`), small for what looks real. At the margin
 * itself the derivative is 0.
 * @param realEnergy D on data, [batch, 1] or any shape
 * @param fakeEnergy D on generated samples, any shape
 * @param margin m > 0, in the units of the energy: samples above it are pushed no further
 * @returns scalar `[]`, ≥ 0
 * @throws RangeError if the margin is not above 0; Error if the nodes belong to different graphs.
 * @see Zhao, Mathieu and LeCun, "Energy-based generative adversarial network", ICLR 2017, Eq. 1
 * @example evaluate((x, y) => energyDiscriminatorLoss(x, y, 1), [[[0.2]], [[0.4], [3]]]) // 0.5: 0.2 + ½ (0.6 + 0)
 */
export function energyDiscriminatorLoss(realEnergy: Node, fakeEnergy: Node, margin: number): Node {
  if (!(margin > 0 && margin < Infinity))
    throw new RangeError(`energyDiscriminatorLoss: the margin must be above 0 and finite, found ${margin}`);
  return add(mean(realEnergy), mean(relu(affine(fakeEnergy, -1, margin))));
}

/**
 * The generator's loss of an energy-based GAN, to be minimised: $L_G = \frac1m \sum_j D(G(z_j))$, without a hinge.
 * @param fakeEnergy D on generated samples, [batch, 1] or any shape
 * @returns scalar `[]`
 * @see Zhao, Mathieu and LeCun, ICLR 2017, Eq. 2
 * @example evaluate(energyGeneratorLoss, [[[0.4], [3]]]) // 1.7
 */
export function energyGeneratorLoss(fakeEnergy: Node): Node {
  return mean(fakeEnergy);
}

/**
 * The pulling-away term: the mean squared **cosine** between the codes of a batch, which the generator adds to its loss so
 * that its samples differ.
 *
 * $$PT(S) = \frac{1}{N (N - 1)} \sum_i \sum_{j \ne i}
 *   \left( \frac{S_i^\top S_j}{\lVert S_i \rVert \lVert S_j \rVert} \right)^2$$
 *
 * Conventions: it sees directions only. Two codes of one direction count 1 however far apart they lie, opposite ones count 1
 * too, and orthogonal ones 0; slides that call it a distance are wrong. A code that is exactly zero has no direction and counts 0.
 * @param codes S, the judge's encoding of generated samples, [batch ≥ 2, units]
 * @param epsilon added under the root of each norm; default 1e-12
 * @returns scalar `[]`, in [0, 1]
 * @throws RangeError if codes is not a matrix of at least two rows, or epsilon is negative.
 * @see Zhao, Mathieu and LeCun, ICLR 2017, section 2.4
 * @example evaluate((s) => pullingAwayTerm(s), [[[1, 0], [5, 0], [0, 2]]]) // 1/3: one pair of three is parallel
 */
export function pullingAwayTerm(codes: Node, epsilon = 1e-12): Node {
  const [n = 0] = codes.shape;
  if (codes.shape.length !== 2 || n < 2)
    throw new RangeError(
      `pullingAwayTerm: codes must be [batch ≥ 2, units], found ${showShape(codes.shape)}`,
    );
  if (!(epsilon >= 0)) throw new RangeError(`pullingAwayTerm: epsilon must be at least 0, found ${epsilon}`);
  const unit = divide(codes, sqrt(affine(sum(square(codes), [1]), 1, epsilon)));
  const all = sum(square(matmul(unit, unit, { transposeB: true })));
  const self = sum(square(sum(square(unit), [1])));
  return affine(subtract(all, self), 1 / (n * (n - 1)));
}
