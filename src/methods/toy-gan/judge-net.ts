import type { Graph, Node } from '~/autodiff/graph';
import type { Update } from '~/autodiff/program';
import { absoluteError, reconstructionNorm } from '~/methods/gan-losses/energies';
import { applyMlp, initMlp, parametersOf, type Mlp } from '~/methods/mlp/mlp';
import type { Rng } from '~/methods/rng/rng';
import { initSpectralVector, spectralNormalize } from '~/methods/spectral-norm/spectral-norm';
import { batchJudge } from './batch-judge';
import { hiddenSizes } from './generator-net';
import { verdictKind, type ToyGanOptions } from './options';

export interface JudgeNet {
  /** x [n, 2] → logit, score or energy [n, 1]; a judge of batches takes the n rows as one batch. */
  readonly judge: (x: Node) => Node;
  /** A judge of batches asked about any number of points: see batch-judge.ts. For other judges the same as `judge`. */
  readonly judgeLone: (x: Node, company: Node) => Node;
  readonly judgeMany: (x: Node) => Node;
  /** The code of an auto-encoder, [n, bottleneck]; undefined for other judges. */
  readonly encode: ((x: Node) => Node) | undefined;
  readonly parameters: readonly Node[];
  /** Changes of state that go with each of the judge's steps besides its weights. */
  readonly updates: readonly Update[];
}

/**
 * The judge. For most losses a net 2-h-…-h-1. EBGAN and BEGAN have an auto-encoder 2-h-…-h-c-h-…-h-2 with a linear code of
 * `bottleneck` units, whose error is the energy: ‖x − x̂‖₂ (EBGAN) or ‖x − x̂‖₁ (BEGAN); `minibatch` means nothing to it.
 */
export function buildJudge(graph: Graph, rng: Rng, options: ToyGanOptions): JudgeNet {
  return verdictKind(options.loss) === 'energy'
    ? buildAutoEncoder(graph, rng, options)
    : buildClassifier(graph, rng, options);
}

function buildClassifier(graph: Graph, rng: Rng, options: ToyGanOptions): JudgeNet {
  const { hidden, layers, activation, minibatch } = options;
  const sizes = [2, ...hiddenSizes(hidden, layers), 1];
  const net = initMlp(graph, sizes, rng, { activation, name: 'D' });
  const { net: used, updates } = normalised(rng, net, options);
  const own =
    minibatch === 'on' ? batchJudge(used, rng, activation) : pointwise((x) => applyMlp(used, x, activation));
  return { ...own, encode: undefined, parameters: [...parametersOf(net), ...own.parameters], updates };
}

function buildAutoEncoder(graph: Graph, rng: Rng, options: ToyGanOptions): JudgeNet {
  const { hidden, layers, activation, bottleneck, loss } = options;
  const wide = hiddenSizes(hidden, layers);
  const encoder = initMlp(graph, [2, ...wide, bottleneck], rng, { activation, name: 'D encoder' });
  const decoder = initMlp(graph, [bottleneck, ...wide, 2], rng, { activation, name: 'D decoder' });
  const [down, up] = [normalised(rng, encoder, options), normalised(rng, decoder, options)];
  const energy = loss === 'ebgan' ? reconstructionNorm : absoluteError;
  const encode = (x: Node) => applyMlp(down.net, x, activation);
  return {
    ...pointwise((x) => energy(x, applyMlp(up.net, encode(x), activation))),
    encode,
    parameters: [...parametersOf(encoder), ...parametersOf(decoder)],
    updates: [...down.updates, ...up.updates],
  };
}

/** A judge that sees each point by itself. */
function pointwise(judge: (x: Node) => Node) {
  return { judge, judgeLone: judge, judgeMany: judge, parameters: [] as Node[] };
}

/** The net as it is, or with each weight over its largest singular value, and what carries the estimate of that on. */
function normalised(rng: Rng, net: Mlp, { spectralNorm }: ToyGanOptions): { net: Mlp; updates: Update[] } {
  if (spectralNorm === 'off') return { net, updates: [] };
  const updates: Update[] = [];
  const layers = net.map(({ weight, bias }, layer) => {
    const u = initSpectralVector(weight.graph, weight.shape[1] ?? NaN, rng, `u of layer ${layer}`);
    const normalized = spectralNormalize(weight, u);
    updates.push({ rule: 'assign', parameter: u, value: normalized.u });
    return { weight: normalized.weight, bias };
  });
  return { net: layers, updates };
}
