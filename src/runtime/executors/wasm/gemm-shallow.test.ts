import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, type Node } from '~/autodiff/graph';
import * as ops from '~/autodiff/ops';
import { PARITY_TOLERANCE, trainingDeviation } from '../parity';
import { openWasmSession } from './session';

const WIDTHS = [3, 4, 5, 8, 9, 12, 13, 16, 20, 21, 25];

/** activation(A B + b) with A [7, K], its gradients, and B stored either way. */
function layers(depth: number, activation: (x: Node) => Node): Node[] {
  const graph = new Graph();
  return WIDTHS.flatMap((width) => {
    const a = ops.normal(graph, [7, depth]);
    const b = ops.normal(graph, [depth, width]);
    const turned = ops.normal(graph, [width, depth]);
    const bias = ops.normal(graph, [width]);
    const first = activation(ops.add(ops.matmul(a, b), bias));
    const second = activation(ops.add(ops.matmul(a, turned, { transposeB: true }), bias));
    const loss = ops.mean(ops.square(ops.add(first, second)));
    return [first, second, ...grad(loss, [a, b, turned, bias])];
  });
}

for (const depth of [1, 2])
  test.each([
    ['nothing', (x: Node) => x],
    ['relu', ops.relu],
    ['leakyRelu', (x: Node) => ops.leakyRelu(x, 0.2)],
    ['tanh', ops.tanh],
  ])(`products of depth ${depth} and every width, then %s`, async (name, activation) => {
    const program = compile({ outputs: layers(depth, activation) });
    const { error } = await trainingDeviation(openWasmSession, name, () => [program], 2);
    expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
  });
