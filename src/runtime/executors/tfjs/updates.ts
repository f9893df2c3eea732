import type { Tensor } from '@tensorflow/tfjs-core';
import type { Update } from '~/autodiff/program';
import type { Tf } from './backend';

/** What the rules carry from step to step, as the reference keeps it (see methods/optimizers). */
export interface Carried {
  readonly velocity?: Tensor;
  readonly mean?: Tensor;
  readonly square?: Tensor;
  readonly steps: number;
}

/** A parameter's new value, and what its rule carries on. */
export interface Change {
  readonly weights: Tensor;
  readonly carried: Carried;
}

/** What an update reads, as tensors. */
export interface Sources {
  readonly weights: Tensor;
  /** The gradient, or the value of an assignment. */
  readonly change: Tensor;
  /** The learning rate, [] (absent in an assignment). */
  readonly rate: Tensor | undefined;
}

/** One step of an update's rule by forward kernels; the caller disposes what is replaced. */
export function applyUpdate(
  tf: Tf,
  update: Update,
  { weights, change, rate }: Sources,
  carried: Carried,
): Change {
  if (update.rule === 'assign' || !rate) return { weights: change.clone(), carried };
  const moved = (direction: Tensor) => tf.sub(weights, tf.mul(rate, direction));
  if (update.rule === 'sgd') return { weights: moved(change), carried };
  if (update.rule === 'momentum') {
    const before = carried.velocity ?? tf.zerosLike(weights);
    const velocity = tf.add(tf.mul(before, update.momentum), change);
    return { weights: moved(velocity), carried: { ...carried, velocity } };
  }
  const { beta1, beta2, epsilon } = update;
  const steps = carried.steps + 1;
  const mix = (before: Tensor | undefined, beta: number, value: Tensor) =>
    tf.add(tf.mul(before ?? tf.zerosLike(weights), beta), tf.mul(value, 1 - beta));
  const mean = mix(carried.mean, beta1, change);
  const square = mix(carried.square, beta2, tf.square(change));
  const root = tf.add(tf.sqrt(tf.mul(square, 1 / (1 - beta2 ** steps))), epsilon);
  const direction = tf.div(tf.mul(mean, 1 / (1 - beta1 ** steps)), root);
  return { weights: moved(direction), carried: { ...carried, mean, square, steps } };
}
