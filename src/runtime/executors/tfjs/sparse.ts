import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { NodeOf } from '~/autodiff/gradients';
import type { Tf } from './backend';
import type { Inputs } from './kernels';

// A graphics card has no use for entries one by one: the matrix is filled and the product is dense, with one row more for
// the places of a pattern that are behind its last entry.

/** Row-major places of the entries in a matrix with `columns` columns. */
function placesOf(tf: Tf, [, , , rowOf, columnOf]: Inputs, columns: number): Tensor1D {
  const places = tf.add(tf.mul(rowOf!, columns), columnOf!);
  return tf.cast(places, 'int32') as Tensor1D;
}

const sizes = ([, , rowStarts, , , columnStarts]: Inputs) => ({
  rows: (rowStarts?.shape[0] ?? 0) - 1,
  columns: (columnStarts?.shape[0] ?? 0) - 1,
});

export function sparseMatmul(tf: Tf, inputs: Inputs, { attributes }: NodeOf<'sparseMatmul'>): Tensor {
  const { rows, columns } = sizes(inputs);
  const places = tf.expandDims(placesOf(tf, inputs, columns), 1);
  const flat = tf.scatterND(places, inputs[0], [(rows + 1) * columns]);
  const matrix = tf.slice(tf.reshape(flat, [rows + 1, columns]), [0, 0], [rows, columns]) as Tensor2D;
  return tf.matMul(matrix, inputs[1], attributes.transpose);
}

export function sampledMatmul(tf: Tf, inputs: Inputs): Tensor {
  const { columns } = sizes(inputs);
  const [g, x] = inputs;
  const matrix = tf.pad(tf.matMul(g as Tensor2D, x as Tensor2D, false, true), [[0, 1], [0, 0]]); // prettier-ignore
  return tf.gather(tf.reshape(matrix, [-1]), placesOf(tf, inputs, columns));
}
