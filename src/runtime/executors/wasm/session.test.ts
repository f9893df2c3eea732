import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import * as ops from '~/autodiff/ops';
import { adam, sgd } from '~/methods/optimizers/updates';
import { openWasmSession } from './session';

test('a parameter that another update reads has its value from before the step', async () => {
  const graph = new Graph();
  const a = ops.parameter(graph, [3], [1, 2, 3], 'a');
  const b = ops.parameter(graph, [3], [4, 5, 6], 'b');
  const session = await openWasmSession({ seed: 1 });
  const step = await session.compile(
    compile({
      outputs: [a],
      updates: [
        { rule: 'assign', parameter: a, value: b },
        { rule: 'assign', parameter: b, value: a },
      ],
    }),
  );
  await step.run();
  expect([...(await session.read(a))]).toEqual([4, 5, 6]);
  expect([...(await session.read(b))]).toEqual([1, 2, 3]);
  expect([...(await step.read(a))]).toEqual([1, 2, 3]);
});

test('a wrong number of values, a node that is no leaf and an unknown output are named', async () => {
  const graph = new Graph();
  const x = ops.input(graph, [2, 3], 'x');
  const y = ops.exp(x);
  const session = await openWasmSession({ seed: 1 });
  expect(() => {
    session.write(x, [1, 2]);
  }).toThrow('[2, 3] has 6 elements, but 2 were given');
  expect(() => {
    session.write(y, [1]);
  }).toThrow('neither a parameter nor an input');
  const step = await session.compile(compile({ outputs: [y] }));
  await expect(step.read(y)).rejects.toThrow('run the step first');
  await expect(step.read(x)).rejects.toThrow('not an output');
  session.dispose();
  expect(() => {
    session.write(x, [1, 2, 3, 4, 5, 6]);
  }).toThrow('used after dispose');
});

test('a row index that names no row is an error, not a wrong read', async () => {
  const graph = new Graph();
  const x = ops.input(graph, [3, 2], 'x', [1, 2, 3, 4, 5, 6]);
  const index = ops.input(graph, [2], 'index', [2, 0]);
  const rows = ops.gatherRows(x, index);
  const session = await openWasmSession({ seed: 1 });
  const step = await session.compile(compile({ outputs: [rows] }));
  await step.run();
  expect([...(await step.read(rows))]).toEqual([5, 6, 1, 2]);
  for (const bad of [3, -1, 0.5, NaN]) {
    session.write(index, [bad, 0]);
    expect(() => step.run()).toThrow('whole numbers in 0');
  }
});

test('memory grows while a session lives, and what was written before stays', async () => {
  const graph = new Graph();
  const small = ops.parameter(graph, [2], [0.5, 0.25], 'small');
  const session = await openWasmSession({ seed: 1 });
  const first = await session.compile(
    compile({ updates: sgd(ops.sum(ops.square(small)), [small], { rate: 0.5 }) }),
  );
  await first.run();
  const large = ops.input(graph, [1024, 1024], 'large', new Float32Array(2 ** 20).fill(1));
  const total = ops.sum(ops.add(large, large));
  const second = await session.compile(compile({ outputs: [total] }));
  await second.run();
  expect([...(await second.read(total))]).toEqual([2 ** 21]);
  session.write(small, [3, 4]);
  await first.run();
  expect([...(await session.read(small))]).toEqual([0, 0]);
});

test('programs that update one parameter share its optimiser state', async () => {
  const run = async (programs: number) => {
    const graph = new Graph();
    const x = ops.parameter(graph, [2], [1, -2], 'x');
    const session = await openWasmSession({ seed: 1 });
    const program = compile({ updates: adam(ops.sum(ops.square(x)), [x], { rate: 0.1 }) });
    const steps = await Promise.all(Array.from({ length: programs }, () => session.compile(program)));
    for (let i = 0; i < 6; i++) await steps[i % programs]?.run();
    return [...(await session.read(x))];
  };
  expect(await run(2)).toEqual(await run(1));
});

test('a network that does not fit is out-of-memory, a named failure', async () => {
  const graph = new Graph();
  const huge = ops.sum(ops.normal(graph, [40_000, 40_000]));
  const session = await openWasmSession({ seed: 1 });
  await expect(session.compile(compile({ outputs: [huge] }))).rejects.toMatchObject({
    code: 'out-of-memory',
    message: expect.stringContaining('Choose a smaller network or batch') as string,
  });
});
