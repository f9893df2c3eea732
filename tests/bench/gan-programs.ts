/** The training steps that executors are compared and measured on: two-dimensional GANs of multi-layer perceptrons. */
import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { add, affine, gatherRows, input, normal, randomIndex, uniform } from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import {
  minimaxDiscriminatorLoss,
  minimaxGeneratorLoss,
  nonSaturatingGeneratorLoss,
} from '~/methods/gan-losses/minimax';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { applyMlp, initMlp, parametersOf, type Activation } from '~/methods/mlp/mlp';
import { adam } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';

export type GanKind = 'minimax' | 'non-saturating' | 'wgan-gp';

export interface GanSizes {
  /** Units of each hidden layer, of both networks. */
  readonly hidden: readonly number[];
  readonly batch: number;
  readonly activation?: Activation;
  /** Rows of data that batches are drawn from (default 1,000). */
  readonly rows?: number;
}

/** A discriminator's (or critic's) step, then a generator's; each with its loss as output. */
export interface GanPrograms {
  readonly discriminator: Program;
  readonly generator: Program;
}

const RATE = 1e-3;
const PENALTY = 10;

/** Both steps of one GAN with Adam. WGAN-GP uses the betas of its paper (0, 0.9). */
export function ganPrograms(
  kind: GanKind,
  { hidden, batch, activation = 'relu', rows = 1000 }: GanSizes,
): GanPrograms {
  const graph = new Graph();
  const rng = createRng(5);
  const generator = initMlp(graph, [2, ...hidden, 2], rng, { activation, name: 'generator' });
  const judge = initMlp(graph, [2, ...hidden, 1], rng, { activation, name: 'discriminator' });
  const data = input(
    graph,
    [rows, 2],
    'data',
    Float32Array.from({ length: 2 * rows }, () => rng.normal()),
  );
  const judged = (x: Node) => applyMlp(judge, x, activation);
  const samples = () => applyMlp(generator, normal(graph, [batch, 2]), activation);
  const real = gatherRows(data, randomIndex(graph, [batch], rows));
  const fake = samples();
  const scores = judged(samples());
  const lossOfJudge =
    kind === 'wgan-gp'
      ? add(
          wassersteinCriticLoss(judged(real), judged(fake)),
          affine(gradientPenalty(judged, real, fake, uniform(graph, [batch, 1])), PENALTY),
        )
      : minimaxDiscriminatorLoss(judged(real), judged(fake));
  const lossOfGenerator = {
    minimax: minimaxGeneratorLoss,
    'non-saturating': nonSaturatingGeneratorLoss,
    'wgan-gp': wassersteinGeneratorLoss,
  }[kind](scores);
  const options = kind === 'wgan-gp' ? { rate: RATE, beta1: 0, beta2: 0.9 } : { rate: RATE };
  const step = (loss: Node, net: typeof judge) =>
    compile({ outputs: [loss], updates: adam(loss, parametersOf(net), options) });
  return { discriminator: step(lossOfJudge, judge), generator: step(lossOfGenerator, generator) };
}

/** The two in the order in which they take turns. */
export function bothPrograms({ discriminator, generator }: GanPrograms): [Program, Program] {
  return [discriminator, generator];
}
