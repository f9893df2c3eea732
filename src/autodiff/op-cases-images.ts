import { Graph, type Node, type OpName, type PoolWindow, type Shape, type Window } from './graph';
import * as ops from './ops';

/** Where an operation is tested. */
export interface OpCase {
  /** Shapes of the inputs that are differentiated. */
  readonly shapes: readonly Shape[];
  /** Points at which to test: any (default), at least 0.3, or at least 0.3 away from 0. */
  readonly domain?: 'any' | 'positive' | 'nonzero';
  /** Uses the operation on these inputs. */
  readonly build: (...inputs: readonly [Node, Node, ...Node[]]) => Node;
}

/** Kernel, stride and padding of the convolutions tested, with odd images. */
const CONVOLUTIONS: readonly (readonly [image: Shape, filter: Shape, options: ops.WindowOptions])[] = [
  [[2, 3, 2, 3], [1, 1, 3, 2], {}],
  [[2, 4, 3, 1], [3, 3, 1, 2], { padding: 'same' }],
  [[1, 5, 4, 1], [3, 3, 1, 3], { stride: 2, padding: 'same' }],
  [[1, 5, 6, 2], [4, 4, 2, 1], { stride: 2, padding: 1 }],
  [[1, 6, 5, 1], [4, 3, 1, 1], { stride: [2, 1] }],
  [[3, 2, 3, 2], [2, 3, 2, 5], {}],
  [[1, 3, 3, 4], [1, 1, 4, 4], { stride: 2 }],
  [[1, 3, 2, 1], [3, 2, 1, 1], { padding: [2, 1] }],
];

/** What conv2d gives on such an image: the shape that its adjoints are given, and the windows. */
function convolved(
  image: Shape,
  filter: Shape,
  options: ops.WindowOptions,
): { result: Shape; window: Window } {
  const graph = new Graph();
  const node = ops.conv2d(ops.input(graph, image, 'x'), ops.input(graph, filter, 'filter'), options);
  if (node.op !== 'conv2d') throw new Error(`expected conv2d, found ${node.op}`);
  return { result: node.shape, window: node.attributes };
}

/** Image, window and what the pooling gives of it: side by side, overlapping, over the border, leaving a rest. */
const POOLINGS: readonly (readonly [image: Shape, window: PoolWindow, pooled: Shape])[] = [
  [[2, 4, 2, 3], { size: [2, 2], strides: [2, 2], padding: [0, 0] }, [2, 2, 1, 3]],
  [[1, 5, 4, 1], { size: [3, 2], strides: [2, 1], padding: [1, 1] }, [1, 3, 5, 1]],
  [[1, 5, 6, 5], { size: [2, 3], strides: [3, 3], padding: [0, 0] }, [1, 2, 2, 5]],
  [[2, 3, 1, 2], { size: [3, 1], strides: [3, 1], padding: [0, 0] }, [2, 1, 1, 2]],
];

/** Numbers 0.2 apart in an odd order, each moved a little: which is the largest is beyond doubt. */
function distinct(x: Node): Node {
  const count = x.shape.reduce((a, b) => a * b, 1);
  const values = Float32Array.from({ length: count }, (_, i) => ((i * 7 + 3) % count) * (i % 2 ? 0.2 : -0.2));
  return ops.add(ops.affine(x, 0.05), ops.input(x.graph, x.shape, 'distinct', values));
}

/** The cases of convolutions and poolings. */
export const IMAGE_CASES = {
  conv2d: CONVOLUTIONS.map(([image, filter, options]) => ({
    shapes: [image, filter],
    build: (x, w) => ops.conv2d(x, w, options),
  })),
  conv2dInputGradient: [
    ...CONVOLUTIONS.map(([image, filter, options]): OpCase => {
      const { result, window } = convolved(image, filter, options);
      return { shapes: [result, filter], build: (g, w) => ops.conv2dInputGradient(g, w, image, window) };
    }),
    { shapes: [[2, 3, 4, 5], [3, 3, 2, 5]], build: (x, w) => ops.conv2dTranspose(x, w, { stride: 2, padding: 'same' }) }, // prettier-ignore
    { shapes: [[2, 3, 2, 3], [4, 4, 5, 3]], build: (x, w) => ops.conv2dTranspose(x, w, { stride: 2, padding: 1 }) }, // prettier-ignore
  ],
  conv2dFilterGradient: CONVOLUTIONS.map(([image, filter, options]) => {
    const { result, window } = convolved(image, filter, options);
    return { shapes: [image, result], build: (x, g) => ops.conv2dFilterGradient(x, g, filter, window) };
  }),
  sumPool: POOLINGS.map(([image, { size, strides, padding }]) => ({
    shapes: [image],
    build: (x) => ops.sumPool(x, size, { stride: strides, padding }),
  })),
  unpool: [
    ...POOLINGS.map(([image, window, pooled]): OpCase => ({
      shapes: [pooled],
      build: (g) => ops.unpool(g, image, window),
    })),
    { shapes: [[2, 2, 3, 2]], build: (x) => ops.upsampleNearest(x, [2, 3]) },
  ],
  takeAtMax: [
    ...POOLINGS.map(([image, window, pooled]): OpCase => ({
      shapes: [image, image],
      build: (v, x) => ops.takeAtMax(v, distinct(x), pooled, window),
    })),
    ...POOLINGS.map(([image, { size, strides, padding }]): OpCase => ({
      shapes: [image],
      build: (x) => ops.maxPool(distinct(x), size, { stride: strides, padding }),
    })),
  ],
  putAtMax: POOLINGS.map(([image, window, pooled]) => ({
    shapes: [pooled, image],
    build: (g, x) => ops.putAtMax(g, distinct(x), window),
  })),
} satisfies Partial<Record<OpName, readonly OpCase[]>>;
