import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import * as ops from '~/autodiff/ops';
import { openWasmSession } from './session';

async function values(f: (x: Node) => Node, points: Float32Array): Promise<Float32Array | Float64Array> {
  const graph = new Graph();
  const y = f(ops.input(graph, [points.length], 'x', points));
  const session = await openWasmSession({ seed: 1 });
  const step = await session.compile(compile({ outputs: [y] }));
  await step.run();
  return step.read(y);
}

/** Points from `low` to `high`, evenly or by equal factors. */
function spread(low: number, high: number, scale: 'even' | 'factors'): Float32Array {
  const count = 20_001;
  return Float32Array.from({ length: count }, (_, i) => {
    const t = i / (count - 1);
    return scale === 'even' ? low + (high - low) * t : low * (high / low) ** t;
  });
}

/** Distance of neighbouring float32 numbers near y. */
function spacing(y: number): number {
  return 2 ** (Math.max(Math.floor(Math.log2(Math.abs(y))), -126) - 23);
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

test.each([
  ['exp', ops.exp, Math.exp, [spread(-87, 88.7, 'even')], 2],
  ['log', ops.log, Math.log, [spread(1e-38, 3e38, 'factors'), spread(0.5, 2, 'even')], 2],
  ['tanh', ops.tanh, Math.tanh, [spread(-12, 12, 'even'), spread(1e-30, 1, 'factors')], 3],
  ['sigmoid', ops.sigmoid, sigmoid, [spread(-80, 30, 'even')], 3],
  ['softplus', ops.softplus, softplus, [spread(-80, 80, 'even'), spread(-2, 2, 'even')], 3],
] as const)('%s is within some units in the last place of float64', async (_, op, exact, sets, limit) => {
  for (const points of sets) {
    const got = await values(op, points);
    const worst = points.reduce((most, x, i) => {
      const y = exact(x);
      return Math.max(most, Math.abs((got[i] ?? NaN) - y) / spacing(y));
    }, 0);
    expect(worst).toBeLessThanOrEqual(limit);
  }
});

test('edges: overflow, zero, negative numbers, infinities and NaN', async () => {
  const at = async (f: (x: Node) => Node, ...points: number[]) => [
    ...(await values(f, Float32Array.from(points))),
  ];
  expect(await at(ops.exp, 89, 1000, Infinity, -200, -Infinity, NaN, 0)).toEqual([
    Infinity,
    Infinity,
    Infinity,
    0,
    0,
    NaN,
    1,
  ]);
  expect(await at(ops.log, 0, -1, Infinity, NaN, 1)).toEqual([-Infinity, NaN, Infinity, NaN, 0]);
  expect(await at(ops.tanh, 100, -100, Infinity, NaN)).toEqual([1, -1, 1, NaN]);
  expect(await at(ops.sigmoid, 200, -200, NaN)).toEqual([1, 0, NaN]);
  expect(await at(ops.softplus, 300, -300, Infinity, NaN)).toEqual([300, 0, Infinity, NaN]);
  expect(await at(ops.relu, -1, 2, NaN)).toEqual([0, 2, NaN]);
  // Gradual underflow: the smallest numbers are there, not flushed to zero.
  expect((await at(ops.exp, -100))[0]).toBe(Math.fround(Math.exp(-100)));
  expect((await at(ops.log, 1e-42))[0]).toBeCloseTo(Math.log(Math.fround(1e-42)), 4);
});
