import type { NodeOf } from '~/autodiff/gradients';
import { sizeOf, type Node, type OpName } from '~/autodiff/graph';
import { drawIndices, drawNormal, drawUniform } from '~/methods/rng/draws';
import { ELEMENTWISE } from './elementwise';
import { addresses, at, blockAddresses, broadcastAddresses, stridesOf, tabulate } from './indexing';
import { conv2d, conv2dFilterGradient, conv2dInputGradient } from './convolution';
import type { Kernel } from './kernel';
import { putAtMax, sumPool, takeAtMax, unpool } from './pooling';
import { sampledMatmul, sparseMatmul } from './sparse';

function inputOf(node: Node): Node {
  const [input] = node.inputs;
  if (!input) throw new Error(`${node.op}: an input is missing`);
  return input;
}

/** out[i] = x[from[i]] */
const gather =
  (from: Int32Array): Kernel =>
  ([x]) =>
    tabulate(from.length, (i) => at(x, at(from, i)));

const unchanged =
  (): Kernel =>
  ([x]) =>
    x;

function sum(node: NodeOf<'sum'>): Kernel {
  const to = broadcastAddresses(node.shape, inputOf(node).shape);
  return ([x], { size }) => {
    const out = new Float64Array(size);
    x.forEach((value, i) => (out[at(to, i)] = at(out, at(to, i)) + value));
    return out;
  };
}

function concat(node: NodeOf<'concat'>): Kernel {
  const { axis } = node.attributes;
  let from = 0;
  const places = node.inputs.map(({ shape }) => {
    const start = shape.map((_, other) => (other === axis ? from : 0));
    from += at(shape, axis);
    return blockAddresses(shape, start, node.shape);
  });
  return (inputs, { size }) => {
    const out = new Float64Array(size);
    places.forEach((place, which) =>
      inputs[which]?.forEach((value, i) => {
        out[at(place, i)] = value;
      }),
    );
    return out;
  };
}

/** Rows of `length` numbers as columns: [rows, length] → [length, rows]. */
function transpose(x: Float64Array, length: number): Float64Array {
  const rows = x.length / length;
  return tabulate(x.length, (i) => at(x, (i % rows) * length + Math.floor(i / rows)));
}

/** Σ a[fromA + k] · b[fromB + k]. Indexed without `at`, because nearly all time is spent here. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let total = 0;
  for (let k = 0; k < length; k++) total += (a[fromA + k] ?? NaN) * (b[fromB + k] ?? NaN);
  return total;
}

function matmul(node: NodeOf<'matmul'>): Kernel {
  const { transposeA, transposeB } = node.attributes;
  const [m, n] = [at(node.shape, 0), at(node.shape, 1)];
  const inner = sizeOf(inputOf(node).shape) / m;
  return ([a, b]) => {
    const rows = transposeA ? transpose(a, m) : a;
    const columns = transposeB ? b : transpose(b, n);
    return tabulate(m * n, (i) => dot(rows, Math.floor(i / n) * inner, columns, (i % n) * inner, inner));
  };
}

/** A row number that must exist. */
function checkRow(op: string, row: number, rows: number): number {
  if (!Number.isInteger(row) || row < 0 || row >= rows)
    throw new RangeError(`${op}: row indices must be whole numbers in 0 … ${rows - 1}, found ${row}`);
  return row;
}

function gatherRows(node: Node): Kernel {
  const rows = at(inputOf(node).shape, 0);
  const width = sizeOf(inputOf(node).shape) / rows;
  return ([x, index], { size }) =>
    tabulate(size, (i) => {
      const row = checkRow('gatherRows', at(index, Math.floor(i / width)), rows);
      return at(x, row * width + (i % width));
    });
}

function scatterAddRows(node: Node): Kernel {
  const rows = at(node.shape, 0);
  const width = sizeOf(node.shape) / rows;
  return ([g, index], { size }) => {
    const out = new Float64Array(size);
    g.forEach((value, i) => {
      const row = checkRow('scatterAddRows', at(index, Math.floor(i / width)), rows);
      out[row * width + (i % width)] = at(out, row * width + (i % width)) + value;
    });
    return out;
  };
}

/** How each operation is computed, in float64 and as plainly as it can be said. The type makes a missing one an error. */
export const KERNELS: { readonly [Op in OpName]: (node: NodeOf<Op>) => Kernel } = {
  ...ELEMENTWISE,
  parameter:
    (node) =>
    (_, { held }) =>
      held(node),
  input:
    (node) =>
    (_, { held }) =>
      held(node),
  constant:
    ({ attributes }) =>
    (_, { size }) =>
      new Float64Array(size).fill(attributes.value),
  uniform:
    ({ attributes: { stream } }) =>
    (_, { size, seed, run }) =>
      drawUniform(size, { seed, stream, run }),
  normal:
    ({ attributes: { stream } }) =>
    (_, { size, seed, run }) =>
      drawNormal(size, { seed, stream, run }),
  randomIndex:
    ({ attributes: { stream, below } }) =>
    (_, { size, seed, run }) =>
      drawIndices(size, below, { seed, stream, run }),
  broadcast: (node) => gather(broadcastAddresses(inputOf(node).shape, node.shape)),
  reshape: unchanged,
  stopGradient: unchanged,
  transpose: (node) => {
    const strides = stridesOf(inputOf(node).shape);
    return gather(
      addresses(
        node.shape,
        node.attributes.order.map((axis) => at(strides, axis)),
      ),
    );
  },
  slice: (node) => gather(blockAddresses(node.shape, node.attributes.start, inputOf(node).shape)),
  pad: (node) => {
    const to = blockAddresses(inputOf(node).shape, node.attributes.start, node.shape);
    return ([x], { size }) => {
      const out = new Float64Array(size);
      x.forEach((value, i) => (out[at(to, i)] = value));
      return out;
    };
  },
  concat,
  sum,
  matmul,
  conv2d,
  conv2dInputGradient,
  conv2dFilterGradient,
  sumPool,
  unpool,
  takeAtMax,
  putAtMax,
  gatherRows,
  scatterAddRows,
  sparseMatmul,
  sampledMatmul,
};

/** The kernel of a node. */
export function kernelOf(node: Node): Kernel {
  // The table's entry and the node have the same operation, which the type system cannot follow through the index.
  const make = KERNELS[node.op] as (of: Node) => Kernel;
  return make(node);
}
