import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import {
  add,
  constant,
  exp,
  input,
  normal,
  parameter,
  randomIndex,
  square,
  sum,
  uniform,
} from '~/autodiff/ops';
import { adam, momentum, sgd } from '~/methods/optimizers/updates';
import { drawIndices, drawNormal, drawUniform } from '~/methods/rng/draws';
import { openReference, openReferenceNow } from './session';

function setUp() {
  const graph = new Graph();
  const w = parameter(graph, [2], [1, -2], 'w');
  const x = input(graph, [2], 'x', [10, 20]);
  return { graph, w, x, session: openReferenceNow({ seed: 1 }) };
}

test('leaves have their initial values until they are written, in float64', () => {
  const { graph, w, x, session } = setUp();
  expect([...session.read(w), ...session.read(x)]).toEqual([1, -2, 10, 20]);
  expect([...session.read(input(graph, [2], 'y'))]).toEqual([0, 0]);
  session.write(x, [0.1, 1e-20]);
  expect([...session.read(x)]).toEqual([0.1, 1e-20]);
});

test('what is read is a copy', () => {
  const { x, session } = setUp();
  session.read(x).fill(0);
  expect([...session.read(x)]).toEqual([10, 20]);
  const step = session.compile(compile({ outputs: [x] }));
  step.run();
  step.readNow(x).fill(0);
  expect([...step.readNow(x)]).toEqual([10, 20]);
});

test('all reads see the state from before the updates: two parameters can swap', () => {
  const { graph, w, session } = setUp();
  const v = parameter(graph, [2], [7, 8], 'v');
  const program = compile({
    outputs: [w],
    updates: [
      { rule: 'assign', parameter: w, value: v },
      { rule: 'assign', parameter: v, value: w },
    ],
  });
  const step = session.compile(program);
  step.run();
  expect([...session.read(w), ...session.read(v)]).toEqual([7, 8, 1, -2]);
  expect([...step.readNow(w)]).toEqual([1, -2]);
  step.run(2);
  expect([...session.read(w)]).toEqual([7, 8]);
});

test('two programs of one graph share parameters', () => {
  const { w, x, session } = setUp();
  const train = session.compile(compile({ updates: sgd(sum(add(w, x)), [w], { rate: 1 }) }));
  const look = session.compile(compile({ outputs: [square(w)] }));
  train.run();
  look.run();
  expect([...look.readNow(square(w))]).toEqual([0, 9]);
});

for (const rule of [momentum, adam])
  test(`${rule.name}: what it carries belongs to the parameter, so two programs continue each other`, () => {
    const [one, two] = [setUp(), setUp()];
    const compiled = ({ w, session }: typeof one) =>
      session.compile(compile({ updates: rule(sum(square(w)), [w], { rate: 0.1 }) }));
    compiled(one).run(2);
    for (const step of [compiled(two), compiled(two)]) step.run();
    expect(two.session.read(two.w)).toEqual(one.session.read(one.w));
  });

test('a weight that is written between steps is where the next step begins; the velocity stays', () => {
  const { w, session } = setUp();
  const step = session.compile(compile({ updates: momentum(sum(w), [w], { rate: 1, momentum: 0.5 }) }));
  step.run();
  session.write(w, [100, 200]);
  step.run();
  expect([...session.read(w)]).toEqual([98.5, 198.5]);
});

test('random nodes draw by (seed, stream, runs of this step), as methods/rng defines it', () => {
  const graph = new Graph();
  const nodes = [uniform(graph, [3]), normal(graph, [2, 2]), randomIndex(graph, [4], 7)] as const;
  const session = openReferenceNow({ seed: 99 });
  const step = session.compile(compile({ outputs: nodes }));
  const other = session.compile(compile({ outputs: [exp(nodes[0])] }));
  other.run(5);
  for (let run = 0; run < 3; run++) {
    step.run();
    expect(step.readNow(nodes[0])).toEqual(drawUniform(3, { seed: 99, stream: 0, run }));
    expect(step.readNow(nodes[1])).toEqual(drawNormal(4, { seed: 99, stream: 1, run }));
    expect(step.readNow(nodes[2])).toEqual(drawIndices(4, 7, { seed: 99, stream: 2, run }));
  }
});

test('run(n) is n runs', () => {
  const [one, many] = [setUp(), setUp()].map(({ graph, w, session }) => {
    const loss = sum(square(add(w, normal(graph, [2]))));
    return { w, session, step: session.compile(compile({ updates: adam(loss, [w], { rate: 0.1 }) })) };
  });
  if (!one || !many) throw new Error('set-up failed');
  for (let i = 0; i < 6; i++) one.step.run();
  many.step.run(6);
  expect(many.session.read(many.w)).toEqual(one.session.read(one.w));
});

test('the asynchronous session is the same executor', async () => {
  const { graph, w, x } = setUp();
  const session = await openReference({ seed: 1 });
  const y = add(exp(w), constant(graph, 1));
  const step = await session.compile(compile({ outputs: [y] }));
  await step.run();
  const [first, second] = await step.read(y);
  expect(first).toBeCloseTo(Math.E + 1, 14);
  expect(second).toBeCloseTo(Math.exp(-2) + 1, 14);
  expect([...(await session.read(x))]).toEqual([10, 20]);
  expect(session.executor).toBe('reference');
  session.dispose();
});

test('errors name what was expected and found', async () => {
  const { w, x, session } = setUp();
  const step = session.compile(compile({ outputs: [exp(w)] }));
  expect(() => step.readNow(exp(w))).toThrow(/run the step first/);
  expect(() => step.readNow(x)).toThrow(/not an output of this program/);
  await expect(step.read(x)).rejects.toThrow(/not an output/);
  expect(() => session.write(w, [1])).toThrow(/shape \[2\] has 2 elements, but 1 were given/);
  expect(() => session.write(exp(w), [1, 2])).toThrow(/\(exp\) is neither a parameter nor an input/);
  expect(() => openReferenceNow({ seed: 0.5 })).toThrow(/seed: expected a whole number/);
  await expect(openReference({ seed: -1 })).rejects.toThrow(/seed/);
  session.dispose();
  expect(() => session.read(w)).toThrow(/used after dispose/);
});
