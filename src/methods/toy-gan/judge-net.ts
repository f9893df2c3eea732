import type { Graph, Node } from '~/autodiff/graph';
import type { Update } from '~/autodiff/program';
import { absoluteError, reconstructionNorm } from '~/methods/gan-losses/energies';
import { applyMlp, initMlp, parametersOf, type Mlp } from '~/methods/mlp/mlp';
import type { Rng } from '~/methods/rng/rng';
import { hiddenSizes } from './generator-net';
import { verdictKind, type ToyGanOptions } from './options';

export interface JudgeNet {
  /** x [n, 2] → logit, score or energy [n, 1]. */
  readonly judge: (x: Node) => Node;
  /** The code of an auto-encoder, [n, bottleneck]; undefined for other judges. */
  readonly encode: ((x: Node) => Node) | undefined;
  /** What an auto-encoder makes of x, [n, 2]. */
  readonly reconstruct: ((x: Node) => Node) | undefined;
  readonly parameters: readonly Node[];
  /** Changes of state that go with each of the judge's steps besides its weights. */
  readonly updates: readonly Update[];
}

/**
 * The judge. For most losses a net 2-h-…-h-1. EBGAN and BEGAN have an auto-encoder 2-h-…-h-c-h-…-h-2 with a linear code of
 * `bottleneck` units, whose error is the energy: ‖x − x̂‖₂ (EBGAN) or ‖x − x̂‖₁ (BEGAN).
 */
export function buildJudge(graph: Graph, rng: Rng, options: ToyGanOptions): JudgeNet {
  return verdictKind(options.loss) === 'energy'
    ? buildAutoEncoder(graph, rng, options)
    : buildClassifier(graph, rng, options);
}

function buildClassifier(graph: Graph, rng: Rng, { hidden, layers, activation }: ToyGanOptions): JudgeNet {
  const net = initMlp(graph, [2, ...hiddenSizes(hidden, layers), 1], rng, { activation, name: 'D' });
  return {
    judge: (x) => applyMlp(net, x, activation),
    encode: undefined,
    reconstruct: undefined,
    parameters: parametersOf(net),
    updates: [],
  };
}

function buildAutoEncoder(graph: Graph, rng: Rng, options: ToyGanOptions): JudgeNet {
  const { hidden, layers, activation, bottleneck, loss } = options;
  const wide = hiddenSizes(hidden, layers);
  const net = (sizes: readonly number[], name: string): Mlp =>
    initMlp(graph, sizes, rng, { activation, name });
  const encoder = net([2, ...wide, bottleneck], 'D encoder');
  const decoder = net([bottleneck, ...wide, 2], 'D decoder');
  const energy = loss === 'ebgan' ? reconstructionNorm : absoluteError;
  const encode = (x: Node) => applyMlp(encoder, x, activation);
  const reconstruct = (x: Node) => applyMlp(decoder, encode(x), activation);
  return {
    judge: (x) => energy(x, reconstruct(x)),
    encode,
    reconstruct,
    parameters: [...parametersOf(encoder), ...parametersOf(decoder)],
    updates: [],
  };
}
