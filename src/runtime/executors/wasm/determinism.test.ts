import { expect, test } from 'vitest';
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import * as ops from '~/autodiff/ops';
import { drawIndices, drawNormal, drawUniform } from '~/methods/rng/draws';
import { fingerprint } from '../../../../tests/bench/checks';
import { ganPrograms } from '../../../../tests/bench/gan-programs';
import { openWasmSession } from './session';

const SIZES = { hidden: [13, 16], batch: 21, rows: 50 } as const;

/** Bits of all parameters after some steps of both sides. */
async function train(
  options: { seed: number; fuse?: boolean },
  calls: readonly number[],
): Promise<Uint32Array[]> {
  const { discriminator, generator } = ganPrograms('wgan-gp', { ...SIZES, activation: 'leakyRelu' });
  const session = await openWasmSession(options);
  const steps = await Promise.all([session.compile(discriminator), session.compile(generator)]);
  for (const times of calls) for (const step of steps) for (let i = 0; i < times; i++) await step.run();
  const updated = [discriminator, generator].flatMap(({ updates }) => updates);
  const all = await Promise.all(updated.map(({ parameter }) => session.read(parameter)));
  return all.map((values) => new Uint32Array(Float32Array.from(values).buffer));
}

test('one seed gives the same bits twice, another seed does not', async () => {
  const once = await train({ seed: 3 }, [5]);
  expect(await train({ seed: 3 }, [5])).toEqual(once);
  expect(await train({ seed: 4 }, [5])).not.toEqual(once);
});

// Stored runs (runs.json) are of these bits: a kernel that changes them makes every stored run a thing of the past.
test('the bits are those of the stored runs', async () => {
  expect(await fingerprint()).toBe('f2d50a2a');
});

test('fused and unfused steps give the same bits', async () => {
  expect(await train({ seed: 3, fuse: true }, [4])).toEqual(await train({ seed: 3, fuse: false }, [4]));
});

test('run(n) is n times run()', async () => {
  const outcome = async (calls: readonly number[]) => {
    const { discriminator } = ganPrograms('minimax', SIZES);
    const session = await openWasmSession({ seed: 9 });
    const step = await session.compile(discriminator);
    for (const times of calls) await step.run(times);
    const [loss] = discriminator.outputs;
    return loss && [...(await step.read(loss))];
  };
  expect(await outcome([7])).toEqual(await outcome([1, 2, 4]));
});

test('random nodes are those of methods/rng: uniform and index bit for bit, normal to float32', async () => {
  const graph = new Graph();
  const size = 1001;
  const below = 16_777_213;
  const [uniform, index, normal] = [
    ops.uniform(graph, [size]),
    ops.randomIndex(graph, [size], below),
    ops.normal(graph, [size]),
  ];
  const session = await openWasmSession({ seed: 4_294_967_295 });
  const step = await session.compile(compile({ outputs: [uniform, index, normal] }));
  for (let run = 0; run < 3; run++) {
    await step.run();
    const draw = (stream: number) => ({ seed: 4_294_967_295, stream, run });
    expect([...(await step.read(uniform))]).toEqual([...drawUniform(size, draw(0))]);
    expect([...(await step.read(index))]).toEqual([...drawIndices(size, below, draw(1))]);
    const exact = drawNormal(size, draw(2));
    const drawn = await step.read(normal);
    const worst = exact.reduce((most, z, i) => Math.max(most, Math.abs(z - (drawn[i] ?? NaN))), 0);
    expect(worst).toBeLessThan(2e-6);
  }
});
