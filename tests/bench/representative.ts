/** One small training program of every method, and a few of convolutions: what every executor must compute alike. */
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, sizeOf, type Node, type Shape } from '~/autodiff/graph';
import {
  add,
  averagePool,
  conv2d,
  conv2dTranspose,
  logSoftmax,
  maxPool,
  mean,
  multiply,
  negate,
  normal,
  parameter,
  reshape,
  softmax,
  sqrt,
  square,
  subtract,
  sum,
  tanh,
  transpose,
  upsampleBilinear,
  upsampleNearest,
} from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import { momentum } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';
import { LOSSES, type ToyGanOptions } from '~/methods/toy-gan/options';
import { buildToyGan } from '~/methods/toy-gan/toy-gan';

const OPTIONS: ToyGanOptions = {
  loss: 'nonSaturating',
  rateG: 0.02,
  rateD: 0.02,
  penalty: 2,
  clip: 0.3,
  radius: 0.5,
  margin: 1,
  pullingAway: 0.1,
  bottleneck: 2,
  gamma: 0.5,
  lambdaK: 0.01,
  optimizer: 'momentum',
  beta1: 0.5,
  spectralNorm: 'off',
  minibatch: 'off',
  batch: 11,
  hidden: 9,
  layers: 2,
  activation: 'tanh',
  noise: 2,
  noiseLaw: 'gaussian',
  spread: 1,
};

/** A turn of both players of a GAN in the plane, and the look at it. */
function toyPrograms(changes: Partial<ToyGanOptions>): Program[] {
  const rng = createRng(4);
  const points = (count: number) => Float32Array.from({ length: 2 * count }, () => rng.normal());
  const pieces = { data: points(40), noise: points(12), grid: points(9), lattice: points(5) };
  const { judge, constrain, generator, look } = buildToyGan({ ...OPTIONS, ...changes }, rng, pieces);
  return [judge, ...(constrain ? [constrain] : []), generator, look];
}

function weights(graph: Graph, seed: number) {
  const rng = createRng(seed);
  return (shape: Shape, fanIn: number): Node =>
    parameter(
      graph,
      shape,
      Array.from({ length: sizeOf(shape) }, () => rng.normal() / Math.sqrt(fanIn)),
      'w',
    );
}

/** A convolutional critic against a transposed-convolutional generator, with WGAN-GP's penalty: second order. */
function convPenaltyProgram(): Program {
  const graph = new Graph();
  const make = weights(graph, 8);
  const critic = [
    make([4, 4, 2, 5], 32),
    make([5], 9),
    make([3, 3, 5, 3], 45),
    make([2, 2, 3, 1], 12),
  ] as const;
  const judged = (x: Node): Node => {
    const [w1, b1, w2, w3] = critic;
    const first = tanh(add(conv2d(x, w1, { stride: 2, padding: 1 }), b1));
    return conv2d(averagePool(tanh(conv2d(first, w2, { padding: 'same' })), 2), w3);
  };
  const half = tanh(
    conv2dTranspose(normal(graph, [3, 4, 4, 3]), make([4, 4, 2, 3], 12), { stride: 2, padding: 1 }),
  );
  const fake = add(half, upsampleNearest(normal(graph, [3, 4, 4, 2]), 2));
  const [slope = fake] = grad(sum(judged(fake)), [fake]);
  const penalty = mean(square(subtract(sqrt(add(sum(square(slope), [1, 2, 3]), 1e-6)), 1)));
  const loss = add(mean(judged(fake)), penalty);
  return compile({ outputs: [loss], updates: momentum(loss, [...critic], { rate: 0.05, momentum: 0.5 }) });
}

/** A classifier of small images: largest of windows, bilinear enlarging, axes exchanged, cross-entropy of a softmax. */
function classifierProgram(): Program {
  const graph = new Graph();
  const make = weights(graph, 9);
  const parameters = [make([3, 3, 1, 4], 9), make([6, 6, 4, 3], 144)] as const;
  const images = normal(graph, [5, 6, 6, 1]);
  const features = upsampleBilinear(maxPool(conv2d(images, parameters[0], { padding: 1 }), 2), 2);
  const turned = transpose(features, [0, 2, 1, 3]);
  const logits = reshape(conv2d(turned, parameters[1]), [5, 3]);
  const wanted = softmax(normal(graph, [5, 3]));
  const loss = negate(mean(sum(multiply(wanted, logSoftmax(logits)), [1])));
  return compile({
    outputs: [loss, logits],
    updates: momentum(loss, [...parameters], { rate: 0.05, momentum: 0.5 }),
  });
}

/** Programs by name; each is built when it is asked for. */
export const REPRESENTATIVE: Readonly<Record<string, () => readonly Program[]>> = {
  ...Object.fromEntries(LOSSES.map((loss) => [`toy GAN, ${loss}`, () => toyPrograms({ loss })])),
  'toy GAN, spectral norm': () => toyPrograms({ loss: 'hinge', spectralNorm: 'on' }),
  'toy GAN, minibatch discrimination': () => toyPrograms({ minibatch: 'on' }),
  'toy GAN, leaky rectifiers': () => toyPrograms({ activation: 'leakyRelu', optimizer: 'sgd' }),
  'convolutional critic with gradient penalty': () => [convPenaltyProgram()],
  'classifier of images': () => [classifierProgram()],
};
