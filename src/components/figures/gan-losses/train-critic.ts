import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, type Node } from '~/autodiff/graph';
import {
  add,
  affine,
  gatherRows,
  input,
  normal,
  randomIndex,
  sqrt,
  square,
  sum,
  uniform,
} from '~/autodiff/ops';
import type { OpenSession, Update } from '~/autodiff/program';
import { clipWeights } from '~/methods/gan-losses/clip';
import { wassersteinCriticLoss } from '~/methods/gan-losses/wasserstein';
import { gradientPenalty, interpolate } from '~/methods/gradient-penalties/gradient-penalty';
import { applyMlp, initMlp, parametersOf, type Mlp } from '~/methods/mlp/mlp';
import { adam } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';
import type { Rng } from '~/methods/rng/rng';
import { initSpectralVector, spectralNormalize } from '~/methods/spectral-norm/spectral-norm';
import { sampleRing } from '~/methods/toy-data/ring';

/** The three ways of the chapter to keep a critic's slope bounded. */
export const LIMITS = ['clip', 'penalty', 'spectral'] as const;
export type Limit = (typeof LIMITS)[number];

/** What all critics of the figure share. */
export const SETTINGS = {
  seed: 0,
  steps: 3000,
  batch: 256,
  sizes: [2, 64, 64, 1],
  rate: 1e-3,
  /** c of clipping, λ of the penalty. */
  clip: 0.1,
  lambda: 10,
  /** Samples: a heap N(0, s²I) in the middle of the ring of data. */
  heap: 0.3,
  /** Where slopes are looked at: so many points on the lines between data and samples, and in the square |x|, |y| ≤ 3. */
  looks: 2000,
} as const;

export interface TrainedCritic {
  readonly limit: Limit;
  /** E_d f − E_g f on the data and as many samples, which estimates (some multiple of) W₁. */
  readonly gap: number;
  /** Every entry of the weight matrices that the critic applies; biases are left out. */
  readonly weights: Float64Array;
  /** ‖∇f‖ on random lines between data and samples, and anywhere in the square. */
  readonly onLines: Float64Array;
  readonly anywhere: Float64Array;
}

const numbers = (values: ArrayLike<number>) => Float64Array.from(values);

/** Trains one critic of the ring against a heap that stands still, and looks at its weights and slopes. */
export async function trainCritic(limit: Limit, open: OpenSession): Promise<TrainedCritic> {
  const { seed, steps, batch, sizes, rate, clip, lambda, heap, looks } = SETTINGS;
  const graph = new Graph();
  const rng = createRng(seed);
  const net = initMlp(graph, sizes, rng, { activation: 'leakyRelu', name: 'f' });
  const points = input(graph, [4096, 2], 'data', sampleRing(rng, 4096));
  const real = gatherRows(points, randomIndex(graph, [batch], 4096));
  const fake = affine(normal(graph, [batch, 2]), heap);
  const { critic, weights, updates } = limitNet(net, limit, rng);

  let loss = wassersteinCriticLoss(critic(real), critic(fake));
  if (limit === 'penalty')
    loss = add(loss, affine(gradientPenalty(critic, real, fake, uniform(graph, [batch, 1])), lambda));
  const looked = gatherRows(points, randomIndex(graph, [looks], 4096));
  const heaped = affine(normal(graph, [looks, 2]), heap);
  const between = interpolate(looked, heaped, uniform(graph, [looks, 1]));
  const outputs = {
    gap: affine(wassersteinCriticLoss(critic(looked), critic(heaped)), -1),
    onLines: slopes(critic, between),
    anywhere: slopes(critic, affine(uniform(graph, [looks, 2]), 6, -3)),
  };

  const session = await open({ seed });
  try {
    const step = await session.compile(
      compile({
        outputs: [loss],
        updates: [
          ...adam(loss, parametersOf(net), {
            rate: input(graph, [], 'rate', [rate]),
            beta1: 0.5,
            beta2: 0.999,
          }),
          ...updates,
        ],
      }),
    );
    const clipping =
      limit === 'clip' && (await session.compile(compile({ updates: clipWeights(parametersOf(net), clip) })));
    for (let i = 0; i < steps; i++) {
      await step.run();
      if (clipping) await clipping.run();
    }
    const look = await session.compile(compile({ outputs: [...Object.values(outputs), ...weights] }));
    await look.run();
    const entries = [];
    for (const weight of weights) entries.push(...(await look.read(weight)));
    return {
      limit,
      gap: (await look.read(outputs.gap))[0] ?? NaN,
      weights: numbers(entries),
      onLines: numbers(await look.read(outputs.onLines)),
      anywhere: numbers(await look.read(outputs.anywhere)),
    };
  } finally {
    session.dispose();
  }
}

/** The critic as it is applied, its matrices, and what its steps change besides the weights. */
function limitNet(net: Mlp, limit: Limit, rng: Rng): LimitedCritic {
  if (limit !== 'spectral')
    return {
      critic: (x) => applyMlp(net, x, 'leakyRelu'),
      weights: net.map(({ weight }) => affine(weight, 1)),
      updates: [],
    };
  const layers = net.map(({ weight, bias }, i) => {
    const u = initSpectralVector(weight.graph, weight.shape[1] ?? NaN, rng, `u of layer ${i}`);
    const normal = spectralNormalize(weight, u);
    return {
      layer: { weight: normal.weight, bias },
      carry: { rule: 'assign', parameter: u, value: normal.u } as const,
    };
  });
  const normalized = layers.map(({ layer }) => layer);
  return {
    critic: (x) => applyMlp(normalized, x, 'leakyRelu'),
    weights: normalized.map(({ weight }) => weight),
    updates: layers.map(({ carry }) => carry),
  };
}

interface LimitedCritic {
  readonly critic: (x: Node) => Node;
  readonly weights: readonly Node[];
  readonly updates: readonly Update[];
}

/** ‖∇f‖ of each row. */
function slopes(critic: (x: Node) => Node, x: Node): Node {
  const [slope] = grad(sum(critic(x)), [x]);
  if (!slope) throw new Error('slopes: grad returned nothing');
  return sqrt(sum(square(slope), [1]));
}
