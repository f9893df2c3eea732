import { describe, expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, sizeOf, type Node, type Shape } from '~/autodiff/graph';
import * as ops from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { PARITY_TOLERANCE, trainingDeviation } from '../parity';
import { openWasmSession } from './session';

/** Values of size 1/√fan-in, so that results are of size 1. */
function leaf(graph: Graph, shape: Shape, seed: number): Node {
  const rng = createRng(seed);
  const scale = 1 / Math.sqrt(sizeOf(shape.slice(0, -1)));
  return ops.parameter(graph, shape, Array.from({ length: sizeOf(shape) }, () => scale * rng.normal()), 'w'); // prettier-ignore
}

/** The value and both gradients of activation(conv2d(x, w) + b), weighed by its own square. */
function layer(
  image: Shape,
  filter: Shape,
  options: ops.WindowOptions,
  activation: (x: Node) => Node,
): Program {
  const graph = new Graph();
  const x = ops.normal(graph, image);
  const w = leaf(graph, filter, 3);
  const b = leaf(graph, [filter[3] ?? 1], 4);
  const y = activation(ops.add(ops.conv2d(x, w, options), b));
  return compile({ outputs: [y, ...grad(ops.mean(ops.square(y)), [x, w, b])] });
}

const CASES: readonly (readonly [string, Shape, Shape, ops.WindowOptions])[] = [
  ['more patches than exist at a time', [2, 31, 30, 4], [3, 3, 4, 3], { padding: 'same' }],
  ['the same with stride 2', [5, 29, 31, 4], [4, 4, 4, 9], { stride: 2, padding: 1 }],
  ['rows of patches a kibibyte apart', [3, 9, 9, 16], [4, 4, 16, 5], { padding: 1 }],
  ['a kernel as large as the image', [7, 4, 4, 3], [4, 4, 3, 1], {}],
  ['a kernel of one pixel', [3, 5, 6, 7], [1, 1, 7, 11], {}],
];

const activations: Readonly<Record<string, (x: Node) => Node>> = {
  nothing: (x) => x,
  relu: ops.relu,
  leakyRelu: (x) => ops.leakyRelu(x, 0.2),
  tanh: ops.tanh,
  sigmoid: ops.sigmoid,
};

describe.each(CASES)('%s', (_, image, filter, options) => {
  for (const fuse of [true, false])
    test.each(Object.keys(activations))(`then %s, fuse ${fuse}`, async (name) => {
      const make = () => [layer(image, filter, options, activations[name] ?? ops.relu)];
      const open = (given: { readonly seed: number }) => openWasmSession({ ...given, fuse });
      const { error } = await trainingDeviation(open, name, make, 1);
      expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
    });
});

test('sums of convolutions are added up in one buffer', async () => {
  const graph = new Graph();
  const w = leaf(graph, [3, 3, 2, 2], 1);
  const once = (stream: Node) => ops.mean(ops.square(ops.conv2d(stream, w, { padding: 'same' })));
  const [a, b] = [ops.normal(graph, [3, 6, 5, 2]), ops.normal(graph, [3, 6, 5, 2])];
  const total = ops.add(once(a), ops.add(once(b), once(ops.add(a, b))));
  const program = compile({ outputs: [total, ...grad(total, [w, a, b])] });
  const { error } = await trainingDeviation(openWasmSession, 'sums', () => [program], 2);
  expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
});
