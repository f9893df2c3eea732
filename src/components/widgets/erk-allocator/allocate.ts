import { erdosRenyiDensities, uniformDensities } from '~/methods/sparsity/allocation';
import { forwardFlops, keptCounts } from '~/methods/sparsity/counts';
import {
  lenet300100,
  resnet50,
  smallConvNet,
  weightCount,
  type SparseLayer,
} from '~/methods/sparsity/layers';
import { LEAST, MOST, type Params } from './erk-allocator.params';

const NETS: { readonly [Name in Params['net']]: () => SparseLayer[] } = {
  lenet: lenet300100,
  resnet: resnet50,
  small: smallConvNet,
};

/** The layers of a net. */
export const layersOf = (net: Params['net']): SparseLayer[] => NETS[net]();

/** How a budget is shared out. */
export interface Shares {
  readonly layers: readonly SparseLayer[];
  readonly densities: readonly number[];
  readonly kept: readonly number[];
  /** ε; NaN for the uniform allocation, which has none. */
  readonly epsilon: number;
  /** Places of the layers that the formula made dense. */
  readonly saturated: readonly number[];
  /** ε as it would be if no layer were full, and the largest density that it then gives; both NaN if uniform. */
  readonly firstEpsilon: number;
  readonly wouldBe: number;
  /** Operations of a forward pass over those of the dense net. */
  readonly cost: number;
}

function densitiesOf({ sparsity, distribution }: Params, layers: readonly SparseLayer[]) {
  if (distribution === 'uniform')
    return { densities: uniformDensities(layers, sparsity), epsilon: NaN, saturated: [] };
  return erdosRenyiDensities(layers, sparsity, { kernel: distribution === 'erk' });
}

/** Operations over those of the dense net, without rounding to whole connections. */
export function costShare(layers: readonly SparseLayer[], densities: readonly number[]): number {
  const operations = (layer: SparseLayer) => weightCount(layer) * (layer.positions ?? 1);
  const dense = layers.reduce((sum, layer) => sum + operations(layer), 0);
  return layers.reduce((sum, layer, at) => sum + (densities[at] ?? NaN) * operations(layer), 0) / dense;
}

/**
 * The shares at some settings.
 * @throws RangeError if a layer would be left without connections
 */
export function allocate(params: Params): Shares {
  const layers = layersOf(params.net);
  const { densities, epsilon, saturated } = densitiesOf(params, layers);
  const kept = keptCounts(layers, densities);
  const all = layers.reduce((sum, layer) => sum + weightCount(layer), 0);
  const free = layers.findIndex((_, at) => !saturated.includes(at));
  // With ε the density of a layer that is not full gives its ratio, and so the sum of all ratios.
  const ratios = layers.map((layer) => ratioOf(layer, params));
  const firstEpsilon =
    free < 0 || Number.isNaN(epsilon)
      ? NaN
      : ((1 - params.sparsity) * all) /
        layers.reduce((sum, layer, at) => sum + (ratios[at] ?? NaN) * weightCount(layer), 0);
  return {
    ...{ layers, densities, kept, epsilon, saturated, firstEpsilon },
    wouldBe: firstEpsilon * Math.max(...ratios),
    cost: forwardFlops(layers, kept) / forwardFlops(layers),
  };
}

/** Sum of the sizes over their product: what a density is proportional to. */
function ratioOf({ shape }: SparseLayer, { distribution }: Params): number {
  const sizes = distribution === 'erk' && shape.length === 4 ? shape : shape.slice(-2);
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.reduce((product, size) => product * size, 1);
}

/** Sparsities at which the curves of cost are drawn. */
export const GRID = Array.from({ length: 50 }, (_, i) => LEAST + ((MOST - LEAST) * i) / 49);

/** Cost over sparsity for one way of sharing out. */
export function costCurve(net: Params['net'], distribution: Params['distribution']): number[] {
  const layers = layersOf(net);
  return GRID.map((sparsity) =>
    costShare(layers, densitiesOf({ net, distribution, sparsity }, layers).densities),
  );
}
