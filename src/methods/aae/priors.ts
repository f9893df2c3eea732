import { unitVector } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';

/**
 * n draws of a class's prior: one-hot vectors, every class equally likely.
 * @param count n
 * @param classes ≥ 1
 * @returns [n, classes]
 * @throws RangeError if classes is not a whole number ≥ 1.
 * @see Makhzani et al., "Adversarial autoencoders", 2015, section 5
 * @example drawOneHot(1, 1, createRng(1)) // [[1]]
 */
export function drawOneHot(count: number, classes: number, rng: Rng): number[][] {
  if (!Number.isInteger(classes) || classes < 1)
    throw new RangeError(`drawOneHot: classes must be a whole number of at least 1, found ${classes}`);
  return Array.from({ length: count }, () => {
    const which = rng.integer(classes);
    return Array.from({ length: classes }, (_, c) => (c === which ? 1 : 0));
  });
}

/**
 * A draw of one petal of a pinwheel of normals in the plane: the prior by which each class is given its own region. Petal c is a normal
 * that lies along the direction 2πc/C, its centre at `radius`.
 * @param petal c, 0 … C − 1
 * @param petals C ≥ 1
 * @param shape centre's distance, standard deviations along and across the petal; defaults 2, 0.7, 0.2
 * @throws RangeError if the petal is not one of them.
 * @see Makhzani et al., 2015, section 2.3, Figure 4 (a mixture of ten 2-D Gaussians)
 * @example drawPetal(0, 4, createRng(1), { radius: 2, along: 0, across: 0 }) // [2, 0]
 */
export function drawPetal(
  petal: number,
  petals: number,
  rng: Rng,
  { radius = 2, along = 0.7, across = 0.2 }: { radius?: number; along?: number; across?: number } = {},
): [number, number] {
  if (!Number.isInteger(petal) || petal < 0 || petal >= petals)
    throw new RangeError(`drawPetal: petal must be a whole number in 0 … ${petals - 1}, found ${petal}`);
  const [cosine, sine] = unitVector(petal / petals);
  const [u, v] = [radius + along * rng.normal(), across * rng.normal()];
  return [u * cosine - v * sine, u * sine + v * cosine];
}
