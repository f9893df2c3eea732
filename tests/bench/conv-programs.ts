/** A small convolutional GAN on images of 28 × 28, as chapters will train it: what convolutions are measured on. */
import { compile } from '~/autodiff/compile';
import { Graph, sizeOf, type Node, type Shape } from '~/autodiff/graph';
import {
  add,
  conv2d,
  conv2dTranspose,
  gatherRows,
  input,
  leakyRelu,
  normal,
  parameter,
  randomIndex,
  relu,
  reshape,
  tanh,
} from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import { minimaxDiscriminatorLoss } from '~/methods/gan-losses/minimax';
import { adam } from '~/methods/optimizers/updates';
import { createRng } from '~/methods/rng/create-rng';

export interface ConvSizes {
  /** Height and width of an image: a multiple of 4. */
  readonly side: number;
  /** Channels of the critic's first layer; the second has twice as many. */
  readonly channels: number;
  readonly batch: number;
  /** Images that batches are drawn from. */
  readonly rows: number;
}

const HALVE = { stride: 2, padding: 1 } as const;
const LATENT = 64;

/**
 * One step of the critic with Adam: kernels of 4 with stride 2 twice, then all that is left to one number; samples come
 * from the mirror image of that.
 */
export function convCriticProgram({ side, channels, batch, rows }: ConvSizes): Program {
  const graph = new Graph();
  const rng = createRng(5);
  const filter = (shape: Shape, fanIn: number): Node => {
    const values = Array.from({ length: sizeOf(shape) }, () => rng.normal() * Math.sqrt(2 / fanIn));
    return parameter(graph, shape, values, 'filter');
  };
  const bias = (size: number) => parameter(graph, [size], new Array<number>(size).fill(0), 'bias');
  const [c, d, rest] = [channels, 2 * channels, side / 4];
  const critic = [
    [filter([4, 4, 1, c], 16), bias(c)],
    [filter([4, 4, c, d], 16 * c), bias(d)],
    [filter([rest, rest, d, 1], rest * rest * d), bias(1)],
  ] as const;
  const judged = (x: Node) => {
    const [[w1, b1], [w2, b2], [w3, b3]] = critic;
    const first = leakyRelu(add(conv2d(x, w1, HALVE), b1), 0.2);
    const second = leakyRelu(add(conv2d(first, w2, HALVE), b2), 0.2);
    return reshape(add(conv2d(second, w3), b3), [batch, 1]);
  };
  const toSmall = filter([rest, rest, d, LATENT], LATENT);
  const toHalf = filter([4, 4, c, d], 4 * d);
  const toWhole = filter([4, 4, 1, c], 4 * c);
  const small = relu(conv2dTranspose(normal(graph, [batch, 1, 1, LATENT]), toSmall));
  const fake = tanh(conv2dTranspose(relu(conv2dTranspose(small, toHalf, HALVE)), toWhole, HALVE));
  const data = input(
    graph,
    [rows, side, side, 1],
    'data',
    Float32Array.from({ length: rows * side * side }, () => rng.normal()),
  );
  const real = gatherRows(data, randomIndex(graph, [batch], rows));
  const loss = minimaxDiscriminatorLoss(judged(real), judged(fake));
  return compile({ outputs: [loss], updates: adam(loss, critic.flat(), { rate: 1e-3 }) });
}
