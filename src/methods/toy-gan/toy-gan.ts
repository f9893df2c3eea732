import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, type Node } from '~/autodiff/graph';
import {
  add,
  affine,
  gatherRows,
  input,
  mean,
  multiply,
  randomIndex,
  sigmoid,
  slice,
  sqrt,
  square,
  sum,
} from '~/autodiff/ops';
import type { Program, Update } from '~/autodiff/program';
import { clipWeights } from '~/methods/gan-losses/clip';
import { pullingAwayTerm } from '~/methods/gan-losses/ebgan';
import { adam, momentum, sgd } from '~/methods/optimizers/updates';
import type { Rng } from '~/methods/rng/rng';
import { generatorLoss, judgeGame, type Knobs } from './games';
import { buildGenerator } from './generator-net';
import { buildJudge, type JudgeNet } from './judge-net';
import { noiseNode } from './noise';
import { verdictKind, type Judge, type ToyGanOptions } from './options';

/** β₂ of Adam, as usual. Its β₁ is an option: with 0.9 the pair of networks swings (Radford et al. 2016). */
const BETA_2 = 0.999;

/** What a GAN in the plane learns from and is looked at with. */
export interface Pieces {
  /** [points, 2]: batches are drawn from these. */
  readonly data: Float32Array;
  /** [n, noise]: the same for every look, so that points move instead of flickering. n is at most the number of points. */
  readonly noise: Float32Array;
  /** [m, 2], where the judge is asked. */
  readonly grid: Float32Array;
  /** [l, noise], where the generator is asked: see `noiseLattice`. */
  readonly lattice: Float32Array;
}

/** One graph with its programs: a step of the judge, one of the generator, a look at both. */
export interface ToyGan {
  readonly judge: Program;
  /** To be run after each of the judge's steps (WGAN's clipping), if there is one. */
  readonly constrain: Program | undefined;
  readonly generator: Program;
  readonly look: Program;
  /** Turned while a run goes on. */
  readonly knobs: Knobs;
  readonly outputs: {
    /** Of the judge's program, on its own batch. */
    readonly lossD: Node;
    /** BEGAN's k and M, of the judge's program. */
    readonly began: { readonly k: Node; readonly convergence: Node } | undefined;
    /** Of the generator's program, on its own batch. */
    readonly lossG: Node;
    /** Of the look: [n, 2] for the fixed noise, [l, 2] for the lattice. */
    readonly samples: Node;
    readonly manifold: Node;
    /** [m, 1], see `verdictKind`. */
    readonly field: Node;
    /** Mean verdict on the first n data points, and on the samples. */
    readonly judgedReal: Node;
    readonly judgedFake: Node;
    /** [n, 2]: −∂ℓ/∂x, ℓ the generator's loss of one sample, and the mean of its lengths. */
    readonly gradients: Node;
    readonly pull: Node;
  };
}

/**
 * Builds two small networks in the plane and the programs by which they play against each other (Goodfellow et al. 2014,
 * Algorithm 1): see `playToyGan` for the turns. Draws initial weights from `rng`, the generator's first.
 * @example
 * const gan = buildToyGan(options, createRng(3), { data, noise, grid, lattice });
 * const judge = await session.compile(gan.judge);
 */
export function buildToyGan(options: ToyGanOptions, rng: Rng, pieces: Pieces): ToyGan {
  const { noise, noiseLaw, batch, loss, clip } = options;
  const graph = new Graph();
  const { generate, parameters: weightsG } = buildGenerator(graph, rng, options);
  const judgeNet = buildJudge(graph, rng, options);
  const { judge, parameters: weightsD } = judgeNet;
  const knobs = makeKnobs(graph, options);

  const points = pieces.data.length / 2;
  const data = input(graph, [points, 2], 'data', pieces.data);
  const real = gatherRows(data, randomIndex(graph, [batch], points));
  const fake = generate(noiseNode(graph, noiseLaw, batch, noise));
  const game = judgeGame(options, judge, real, fake, knobs);
  const own = generate(noiseNode(graph, noiseLaw, batch, noise));
  const lossG = withPullingAway(generatorLoss(loss, judge(own)), own, judgeNet, options, knobs);

  const look = lookAt(graph, options, pieces, data, generate, judgeNet);
  return {
    judge: compile({
      outputs: [game.loss, ...(game.began ? [game.began.k, game.began.convergence] : [])],
      updates: [...descend(game.loss, weightsD, knobs.rateD, options), ...game.updates, ...judgeNet.updates],
    }),
    constrain: loss === 'wassersteinClip' ? compile({ updates: clipWeights(weightsD, clip) }) : undefined,
    generator: compile({ outputs: [lossG], updates: descend(lossG, weightsG, knobs.rateG, options) }),
    look: compile({ outputs: Object.values(look) }),
    knobs,
    outputs: { lossD: game.loss, began: game.began, lossG, ...look },
  };
}

function makeKnobs(graph: Graph, options: ToyGanOptions): Knobs {
  const knob = (name: keyof Knobs) => input(graph, [], name, [options[name]]);
  return {
    rateG: knob('rateG'),
    rateD: knob('rateD'),
    penalty: knob('penalty'),
    radius: knob('radius'),
    pullingAway: knob('pullingAway'),
    gamma: knob('gamma'),
    lambdaK: knob('lambdaK'),
  };
}

function descend(
  loss: Node,
  weights: readonly Node[],
  rate: Node,
  { optimizer, beta1 }: ToyGanOptions,
): Update[] {
  if (optimizer === 'sgd') return sgd(loss, weights, { rate });
  if (optimizer === 'momentum') return momentum(loss, weights, { rate, momentum: beta1 });
  return adam(loss, weights, { rate, beta1, beta2: BETA_2 });
}

/** EBGAN's generator loss: the energy plus the weighted pulling-away term of the samples' codes. */
function withPullingAway(
  lossG: Node,
  samples: Node,
  { encode }: JudgeNet,
  { loss, batch }: ToyGanOptions,
  { pullingAway }: Knobs,
): Node {
  if (loss !== 'ebgan' || !encode || batch < 2) return lossG;
  return add(lossG, multiply(pullingAway, pullingAwayTerm(encode(samples))));
}

function lookAt(
  graph: Graph,
  { loss, noise }: ToyGanOptions,
  pieces: Pieces,
  data: Node,
  generate: (z: Node) => Node,
  { judgeMany, judgeLone }: JudgeNet,
) {
  const rows = (values: Float32Array, width: number, name: string) =>
    input(graph, [values.length / width, width], name, values);
  const samples = generate(rows(pieces.noise, noise, 'noise'));
  const manifold = generate(rows(pieces.lattice, noise, 'lattice'));
  const verdict = (judged: Node) => (verdictKind(loss) === 'probability' ? sigmoid(judged) : judged);
  const gradients = feltBy(loss, samples, judgeMany);
  return {
    samples,
    manifold,
    field: verdict(judgeLone(rows(pieces.grid, 2, 'grid'), samples)),
    judgedReal: mean(verdict(judgeMany(slice(data, [0, 0], samples.shape)))),
    judgedFake: mean(verdict(judgeMany(samples))),
    gradients,
    pull: mean(sqrt(sum(square(gradients), [1]))),
  };
}

/** −∂ℓ/∂x of each sample: what the judge tells the generator. */
function feltBy(loss: ToyGanOptions['loss'], samples: Node, judge: Judge): Node {
  const [gradient] = grad(generatorLoss(loss, judge(samples)), [samples]);
  if (!gradient) throw new Error('feltBy: grad returned nothing');
  // The loss is a mean over n samples, so each gradient is n times too small.
  return affine(gradient, -(samples.shape[0] ?? NaN));
}
