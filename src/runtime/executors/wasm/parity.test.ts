import { describe, expect, test } from 'vitest';
import type { OpName } from '~/autodiff/graph';
import { OP_CASES } from '~/autodiff/op-cases';
import { bothPrograms, ganPrograms, type GanKind } from '../../../../tests/bench/gan-programs';
import { REPRESENTATIVE } from '../../../../tests/bench/representative';
import { opDeviations, PARITY_TOLERANCE, trainingDeviation } from '../parity';
import { openWasmSession } from './session';

describe('wasm agrees with reference, fused and not', () => {
  for (const fuse of [true, false]) {
    test.each(Object.keys(OP_CASES) as OpName[])(`%s, fuse ${fuse}`, async (op) => {
      const found = await opDeviations((options) => openWasmSession({ ...options, fuse }), op);
      expect(found.filter(({ error }) => !(error <= PARITY_TOLERANCE))).toEqual([]);
    });
  }
});

describe('wasm trains as reference does', () => {
  const kinds: GanKind[] = ['minimax', 'non-saturating', 'wgan-gp'];
  for (const activation of ['relu', 'leakyRelu', 'tanh'] as const)
    test.each(kinds)(`%s with ${activation}, 4 steps of Adam on each side`, async (kind) => {
      const sizes = { hidden: [9, 16], batch: 11, rows: 50, activation };
      const make = () => bothPrograms(ganPrograms(kind, sizes));
      const { error } = await trainingDeviation(openWasmSession, kind, make, 4);
      expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
    });
});

test.each(Object.entries(REPRESENTATIVE))('wasm computes as reference does: %s', async (name, make) => {
  const { error } = await trainingDeviation(openWasmSession, name, make, 3);
  expect(error).toBeLessThanOrEqual(PARITY_TOLERANCE);
});
