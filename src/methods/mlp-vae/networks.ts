import type { Graph, Node } from '~/autodiff/graph';
import { slice } from '~/autodiff/ops';
import { applyMlp, initMlp, parametersOf, type Activation, type Mlp } from '~/methods/mlp/mlp';
import type { Rng } from '~/methods/rng/rng';

/** Sizes of the two networks. */
export interface VaeSizes {
  /** Pixels of a picture. */
  readonly pixels: number;
  /** Units of each of the two hidden layers of either network. */
  readonly hidden: number;
  /** Units of the code, d. */
  readonly code: number;
}

/** Encoder pixels-h-h-2d (means, then log variances) and decoder d-h-h-pixels (logits). */
export interface VaeNets {
  readonly encoder: Mlp;
  readonly decoder: Mlp;
}

/** Between the layers of both networks. */
const ACTIVATION: Activation = 'relu';

/**
 * Two multi-layer perceptrons with fresh weights, the encoder's drawn first: see `initMlp` for their law.
 * @throws RangeError if a size is not a whole number of at least 1.
 * @example initVaeNets(graph, { pixels: 196, hidden: 128, code: 2 }, createRng(3))
 */
export function initVaeNets(graph: Graph, sizes: VaeSizes, rng: Rng): VaeNets {
  for (const [name, size] of Object.entries(sizes) as [string, number][])
    if (!(Number.isInteger(size) && size >= 1))
      throw new RangeError(`initVaeNets: ${name} must be a whole number of at least 1, found ${size}`);
  const { pixels, hidden, code } = sizes;
  const net = (units: readonly number[], name: string) =>
    initMlp(graph, units, rng, { activation: ACTIVATION, name });
  return {
    encoder: net([pixels, hidden, hidden, 2 * code], 'encoder'),
    decoder: net([code, hidden, hidden, pixels], 'decoder'),
  };
}

/**
 * The Gaussian code of each picture, q(z|x) = N(μ, diag σ²).
 * @param x [batch, pixels]
 * @returns μ and log σ², [batch, code] each: the first and the second half of the encoder's outputs
 */
export function encode({ encoder }: VaeNets, x: Node): { readonly mean: Node; readonly logVariance: Node } {
  const both = applyMlp(encoder, x, ACTIVATION);
  const [rows = NaN, width = NaN] = both.shape;
  const half = width / 2;
  return {
    mean: slice(both, [0, 0], [rows, half]),
    logVariance: slice(both, [0, half], [rows, half]),
  };
}

/** z [batch, code] → logits of the pixels [batch, pixels]; their sigmoid is the picture. */
export function decode({ decoder }: VaeNets, z: Node): Node {
  return applyMlp(decoder, z, ACTIVATION);
}

/** Every parameter of both networks, the encoder's first. */
export function weightsOf({ encoder, decoder }: VaeNets): Node[] {
  return [...parametersOf(encoder), ...parametersOf(decoder)];
}
