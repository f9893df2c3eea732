import { showShape, type Node } from '~/autodiff/graph';
import { affine, divide, matmul, parameter, reshape, sqrt, square, stopGradient, sum } from '~/autodiff/ops';
import { sameShape } from '~/autodiff/ops/shapes';
import type { Rng } from '~/methods/rng/rng';

export interface SpectralNormOptions {
  /** Rounds of power iteration in each step, a whole number ≥ 1; default 1, the paper's, for u is carried on. */
  readonly iterations?: number;
  /** Added under the root of each norm, so that a weight of zeros gives zeros; default 1e-12. */
  readonly epsilon?: number;
}

/** What `spectralNormalize` returns. */
export interface SpectrallyNormalized {
  /** W / σ, of the weight's shape: use it in the weight's place. */
  readonly weight: Node;
  /** The next u, [outputs, 1], for `{ rule: 'assign', parameter: u, value }`. */
  readonly u: Node;
  /** σ, the estimate of the largest singular value, scalar `[]`. */
  readonly sigma: Node;
}

/** x / √(Σ x² + ε) */
function normalize(x: Node, epsilon: number): Node {
  return divide(x, sqrt(affine(sum(square(x)), 1, epsilon)));
}

/**
 * Spectral normalisation: a weight over its largest singular value, estimated by power iteration, so that the layer's Lipschitz
 * constant (in the Euclidean norm) is 1.
 *
 * $$\tilde v \leftarrow \frac{W u}{\lVert W u \rVert}, \quad \tilde u \leftarrow \frac{W^\top \tilde v}{\lVert W^\top \tilde v \rVert}, \quad
 *   \sigma = \tilde v^\top W \tilde u, \quad W_{SN} = W / \sigma$$
 *
 * Conventions: W is stored [inputs, outputs] as everywhere here, the transpose of the paper's, so u belongs to the outputs and
 * v to the inputs as there. **ũ and ṽ are constants** in the gradient (the paper's appendix; PyTorch does so too), hence
 * ∂σ/∂W = ṽ ũᵀ. The estimate is never above the true value; what it lacks falls in the end by (σ₂/σ₁)⁴ a round.
 * @param weight W, [inputs, outputs]
 * @param u [outputs, 1], not zero: a parameter that is carried from step to step (`initSpectralVector`)
 * @throws RangeError if a shape differs from these or an option is out of range.
 * @see Miyato, Kataoka, Koyama and Yoshida, "Spectral normalization for generative adversarial networks", ICLR 2018, Algorithm 1
 * @example
 * const u = initSpectralVector(graph, 64, rng, 'u of layer 0');
 * const normalized = spectralNormalize(layer.weight, u);
 * const carry = { rule: 'assign', parameter: u, value: normalized.u } as const; // with the judge's updates
 */
export function spectralNormalize(
  weight: Node,
  u: Node,
  { iterations = 1, epsilon = 1e-12 }: SpectralNormOptions = {},
): SpectrallyNormalized {
  const expected = [weight.shape[1] ?? NaN, 1];
  if (weight.shape.length !== 2 || !sameShape(u.shape, expected))
    throw new RangeError(
      'spectralNormalize: weight must be [inputs, outputs] and u [outputs, 1], ' +
        `found ${showShape(weight.shape)} and ${showShape(u.shape)}`,
    );
  if (!Number.isInteger(iterations) || iterations < 1)
    throw new RangeError(
      `spectralNormalize: iterations must be a whole number of at least 1, found ${iterations}`,
    );
  if (!(epsilon >= 0))
    throw new RangeError(`spectralNormalize: epsilon must be at least 0, found ${epsilon}`);
  const fixed = stopGradient(weight);
  let left = u;
  let right = u;
  for (let round = 0; round < iterations; round++) {
    right = normalize(matmul(fixed, left), epsilon);
    left = normalize(matmul(fixed, right, { transposeA: true }), epsilon);
  }
  const [nextU, v] = [stopGradient(left), stopGradient(right)];
  const sigma = reshape(matmul(v, matmul(weight, nextU), { transposeA: true }), []);
  // A weight of zeros has σ = 0, and 0/0 would spoil the whole net.
  return { weight: divide(weight, affine(sigma, 1, epsilon)), u: nextU, sigma };
}

/**
 * The vector that power iteration starts from, as carried state: normal, of length 1.
 * @param outputs of the layer, ≥ 1
 * @param name for messages
 * @returns a parameter [outputs, 1]; no optimiser moves it
 */
export function initSpectralVector(graph: Node['graph'], outputs: number, rng: Rng, name: string): Node {
  const values = Array.from({ length: outputs }, () => rng.normal());
  const length = Math.sqrt(values.reduce((total, value) => total + value * value, 0));
  return parameter(
    graph,
    [outputs, 1],
    values.map((value) => value / length),
    name,
  );
}
