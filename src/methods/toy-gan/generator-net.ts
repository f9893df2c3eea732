import { parameter } from '~/autodiff/ops';
import type { Graph, Node } from '~/autodiff/graph';
import { applyMlp, initMlp, parametersOf, type Mlp } from '~/methods/mlp/mlp';
import type { Rng } from '~/methods/rng/rng';
import type { ToyGanOptions } from './options';

export interface GeneratorNet {
  /** z [n, noise] → x [n, 2] */
  readonly generate: (z: Node) => Node;
  readonly parameters: readonly Node[];
}

/** The generator: noise-h-…-h-2, its first samples as wide as `spread` says. */
export function buildGenerator(
  graph: Graph,
  rng: Rng,
  { noise, hidden, layers, activation, spread }: ToyGanOptions,
): GeneratorNet {
  const sizes = [noise, ...hiddenSizes(hidden, layers), 2];
  const net = narrowLast(initMlp(graph, sizes, rng, { activation, name: 'G' }), spread);
  return { generate: (z) => applyMlp(net, z, activation), parameters: parametersOf(net) };
}

/** [h, …, h] */
export function hiddenSizes(hidden: number, layers: number): number[] {
  return Array.from({ length: layers }, () => hidden);
}

/** The same net with the last layer's initial weights times `factor`: its first outputs lie closer together. */
function narrowLast(net: Mlp, factor: number): Mlp {
  return net.map(({ weight, bias }, layer) => {
    if (factor === 1 || layer < net.length - 1 || weight.op !== 'parameter') return { weight, bias };
    const { initial, name } = weight.attributes;
    const narrow = parameter(
      weight.graph,
      weight.shape,
      initial.map((value) => factor * value),
      name,
    );
    return { weight: narrow, bias };
  });
}
