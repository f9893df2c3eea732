import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, type Node } from '~/autodiff/graph';
import {
  add,
  gatherRows,
  input,
  mean,
  multiply,
  normal,
  parameter,
  randomIndex,
  sigmoid,
  slice,
  sqrt,
  square,
  sum,
  uniform,
} from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import {
  minimaxDiscriminatorLoss,
  minimaxGeneratorLoss,
  nonSaturatingGeneratorLoss,
} from '~/methods/gan-losses/minimax';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { applyMlp, initMlp, parametersOf, type Mlp } from '~/methods/mlp/mlp';
import { adam } from '~/methods/optimizers/updates';
import type { Rng } from '~/methods/rng/rng';
import type { Params } from './gan-2d.params';

/** Adam's β₁ as in Radford et al. (2016): 0.9 makes the pair of networks swing. β₂ as usual. */
const ADAM = { beta1: 0.5, beta2: 0.999 };
const ACTIVATION = 'leakyRelu';

/** One graph with three programs on it: a step of the judge, a step of the generator, a look at both. */
export interface Gan {
  readonly judge: Program;
  readonly generator: Program;
  readonly look: Program;
  /** Turned while a run goes on. */
  readonly inputs: { readonly rateG: Node; readonly rateD: Node; readonly penalty: Node };
  readonly outputs: {
    /** Scalars of the latest training step, on its own batch. */
    readonly lossD: Node;
    readonly lossG: Node;
    /** [n, 2] for the fixed noise. */
    readonly samples: Node;
    /** [grid, 1] probabilities (minimax, non-saturating) or scores (Wasserstein). */
    readonly field: Node;
    /** Mean of D (a probability) or of the critic's score, on data and on samples. */
    readonly judgedReal: Node;
    readonly judgedFake: Node;
    /** Mean length of the gradient of one sample's loss by that sample. */
    readonly pull: Node;
  };
}

interface Pieces {
  readonly data: Float32Array;
  /** [n, noise]: the same for every look, so that points move instead of flickering. */
  readonly noise: Float32Array;
  /** [m, 2] */
  readonly grid: Float32Array;
}

/** Builds the generator noise-h-h-2 and the judge 2-h-h-1 and what trains them. */
export function buildGan(params: Params, rng: Rng, pieces: Pieces): Gan {
  const { hidden, noise, batch, loss } = params;
  const graph = new Graph();
  const generatorNet = narrowLast(
    initMlp(graph, [noise, hidden, hidden, 2], rng, { activation: ACTIVATION, name: 'G' }),
    params.spread,
  );
  const judgeNet = initMlp(graph, [2, hidden, hidden, 1], rng, { activation: ACTIVATION, name: 'D' });
  const generate = (z: Node) => applyMlp(generatorNet, z, ACTIVATION);
  const judge = (x: Node) => applyMlp(judgeNet, x, ACTIVATION);
  const rateG = input(graph, [], 'rate of G', [params.rateG]);
  const rateD = input(graph, [], 'rate of D', [params.rateD]);
  const penalty = input(graph, [], 'penalty', [params.penalty]);

  const points = pieces.data.length / 2;
  const data = input(graph, [points, 2], 'data', pieces.data);
  const real = gatherRows(data, randomIndex(graph, [batch], points));
  const fake = generate(normal(graph, [batch, noise]));
  const lossOfJudge = (): Node => {
    if (loss !== 'wassersteinGp') return minimaxDiscriminatorLoss(judge(real), judge(fake));
    const slope = gradientPenalty(judge, real, fake, uniform(graph, [batch, 1]));
    return add(wassersteinCriticLoss(judge(real), judge(fake)), multiply(penalty, slope));
  };
  const lossD = lossOfJudge();
  const lossG = generatorLoss(loss, judge(generate(normal(graph, [batch, noise]))));

  const samples = generate(input(graph, [pieces.noise.length / noise, noise], 'noise', pieces.noise));
  const verdict = (x: Node) => (loss === 'wassersteinGp' ? judge(x) : sigmoid(judge(x)));
  const field = verdict(input(graph, [pieces.grid.length / 2, 2], 'grid', pieces.grid));
  const judgedReal = mean(verdict(slice(data, [0, 0], [pieces.noise.length / noise, 2])));
  const judgedFake = mean(verdict(samples));
  const pull = meanPull(loss, samples, judge);
  return {
    judge: compile({
      outputs: [lossD],
      updates: adam(lossD, parametersOf(judgeNet), { rate: rateD, ...ADAM }),
    }),
    generator: compile({
      outputs: [lossG],
      updates: adam(lossG, parametersOf(generatorNet), { rate: rateG, ...ADAM }),
    }),
    look: compile({ outputs: [samples, field, judgedReal, judgedFake, pull] }),
    inputs: { rateG, rateD, penalty },
    outputs: { lossD, lossG, samples, field, judgedReal, judgedFake, pull },
  };
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

function generatorLoss(loss: Params['loss'], judged: Node): Node {
  if (loss === 'minimax') return minimaxGeneratorLoss(judged);
  return loss === 'nonSaturating' ? nonSaturatingGeneratorLoss(judged) : wassersteinGeneratorLoss(judged);
}

/** Mean over the samples of ‖∂ℓ(x)/∂x‖, ℓ the generator's loss of one sample: what the judge tells the generator. */
function meanPull(loss: Params['loss'], samples: Node, judge: (x: Node) => Node): Node {
  const [gradient] = grad(generatorLoss(loss, judge(samples)), [samples]);
  if (!gradient) throw new Error('meanPull: grad returned nothing');
  // The loss is a mean over n samples, so each gradient is n times too small; the sum over samples takes that n back.
  return sum(sqrt(sum(square(gradient), [1])));
}
