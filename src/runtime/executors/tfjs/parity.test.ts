import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { OpName } from '~/autodiff/graph';
import { OP_CASES } from '~/autodiff/op-cases';
import { bothPrograms, ganPrograms, type GanKind } from '../../../../tests/bench/gan-programs';
import { REPRESENTATIVE } from '../../../../tests/bench/representative';
import { opDeviations, PARITY_TOLERANCE, trainingDeviation } from '../parity';
import { openTfjsCpu, openTfjsWasm } from './session';

describe.each([
  ['tfjs-wasm', openTfjsWasm],
  ['cpu backend', openTfjsCpu],
])('%s agrees with reference', (_, open) => {
  test.each(Object.keys(OP_CASES) as OpName[])('%s', async (op) => {
    const found = await opDeviations(open, op);
    expect(found.filter(({ error }) => !(error <= PARITY_TOLERANCE))).toEqual([]);
  });

  test.each<GanKind>(['minimax', 'non-saturating', 'wgan-gp'])(
    '%s, 3 steps of Adam on each side',
    async (kind) => {
      const make = () => bothPrograms(ganPrograms(kind, { hidden: [9, 16], batch: 11, rows: 50 }));
      const { error } = await trainingDeviation(open, kind, make, 3);
      expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
    },
  );

  test.each(Object.entries(REPRESENTATIVE))('%s', async (name, make) => {
    const { error } = await trainingDeviation(open, name, make, 2);
    expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
  });
});

test('a session leaves no tensor behind', async () => {
  const { discriminator } = ganPrograms('wgan-gp', { hidden: [4], batch: 3, rows: 5 });
  const before = tf.memory().numTensors;
  const session = await openTfjsWasm({ seed: 1 });
  const step = await session.compile(discriminator);
  await step.run(2);
  const running = tf.memory().numTensors;
  await step.run(5);
  expect(tf.memory().numTensors).toBe(running);
  session.dispose();
  expect(tf.memory().numTensors).toBe(before);
  expect(() => step.run()).toThrow('used after dispose');
});
