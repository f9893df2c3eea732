import { describe, expect, it } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasmSession } from '~/runtime/executors/wasm/session';
import type { OpenSession } from '~/autodiff/program';
import { gatherEntries, spreadEntries } from './places';
import { SparseTrainer, type Batch, type LayerState } from './trainer';

const SIZES = [13, 9, 7, 3];
const BATCH = 10;
const OPTIONS = { sizes: SIZES, batch: BATCH, momentum: 0.9, decay: 1e-3 };
const SHAPES = [117, 63, 21];

function draws(seed: number) {
  const rng = createRng(seed);
  const normals = (size: number, scale = 1) =>
    Float32Array.from({ length: size }, () => scale * rng.normal());
  const mask = (size: number, share: number) =>
    Uint8Array.from({ length: size }, (_, place) => Number(place === 0 || rng.uniform() < share));
  const batch = (): Batch => {
    const labels = new Float32Array(3 * BATCH);
    for (let b = 0; b < BATCH; b += 1) labels[Math.floor(rng.uniform() * 3) * BATCH + b] = 1;
    return { x: normals(13 * BATCH), labels };
  };
  return { normals, mask, batch };
}

const starts = (seed: number, share = 0.3) => {
  const { normals, mask } = draws(seed);
  return SHAPES.map((size) => ({ mask: mask(size, share), weights: normals(size, 0.5) }));
};
const roomy = SHAPES.map((size) => size as number | undefined);
const dense = SHAPES.map(() => undefined);

async function train(open: OpenSession, capacities: readonly (number | undefined)[]) {
  const session = await open({ seed: 1 });
  const trainer = await SparseTrainer.open(session, { ...OPTIONS, capacities }, starts(2));
  const { batch } = draws(3);
  const losses: number[] = [];
  for (let step = 0; step < 6; step += 1) {
    losses.push(await trainer.step(batch(), 0.1));
    if (step === 2) {
      // Other connections: what is new begins at 0.
      const masks = starts(8, 0.4).map(({ mask }) => mask);
      trainer.write((await trainer.read()).map((state, at) => ({ ...state, mask: masks[at] ?? state.mask })));
    }
  }
  const states = await trainer.read();
  const gradients = await trainer.denseGradients(batch());
  return { losses, states, gradients, trainer, batch: batch() };
}

const near = (found: ArrayLike<number>, wanted: ArrayLike<number>) => {
  expect(found.length).toBe(wanted.length);
  Array.from(found, (value, at) => { expect(value).toBeCloseTo(wanted[at] ?? NaN, 4); }); // prettier-ignore
};

describe('a masked network', () => {
  it('learns the same by its entries as by dense products, in single and in double precision', async () => {
    const truth = await train(openReference, dense);
    for (const [open, capacities] of [
      [openReference, roomy],
      [openWasmSession, roomy],
      [openWasmSession, dense],
    ] as const) {
      const found = await train(open, capacities);
      near(found.losses, truth.losses);
      found.states.forEach((state, at) => {
        expect(state.mask).toEqual(truth.states[at]?.mask);
        near(state.weights, truth.states[at]?.weights ?? []);
        near(state.velocity, truth.states[at]?.velocity ?? []);
      });
      found.gradients.forEach((gradient, at) => { near(gradient, truth.gradients[at] ?? []); }); // prettier-ignore
    }
  });

  it('has weights where its mask is and nowhere else, and they move', async () => {
    const { states, losses } = await train(openWasmSession, roomy);
    for (const { mask, weights } of states)
      mask.forEach((active, place) => {
        if (active === 0) expect(weights[place]).toBe(0);
      });
    expect(new Set(losses).size).toBe(losses.length);
  });

  it('gives gradients also where it has no connection: those of finite differences', async () => {
    const session = await openReference({ seed: 1 });
    const first = starts(4);
    const trainer = await SparseTrainer.open(session, { ...OPTIONS, capacities: dense }, first);
    const batch = draws(5).batch();
    const gradients = await trainer.denseGradients(batch);
    const full = SHAPES.map((size) => new Uint8Array(size).fill(1));
    const lossAt = async (layer: number, place: number, change: number): Promise<number> => {
      // All places exist, those outside the first masks with weight 0.
      const states: LayerState[] = first.map(({ mask, weights }, at) => ({
        mask: full[at] ?? mask,
        weights: Float64Array.from(
          weights,
          (w, p) => (mask[p] ? w : 0) + (at === layer && p === place ? change : 0),
        ),
        velocity: new Float32Array(mask.length),
      }));
      trainer.write(states);
      return trainer.step(batch, 0);
    };
    for (const [layer, place] of [
      [0, 5],
      [0, 60],
      [1, 11],
      [2, 20],
      [2, 7],
    ] as const) {
      // prettier-ignore
      const [up, down] = [await lossAt(layer, place, 1e-3), await lossAt(layer, place, -1e-3)];
      expect((up - down) / 2e-3).toBeCloseTo(gradients[layer]?.[place] ?? NaN, 5);
    }
  });

  it('judges pictures by the largest logit', async () => {
    const { trainer, batch } = await train(openWasmSession, roomy);
    const logits = await trainer.judge(batch.x);
    expect(logits).toHaveLength(3 * BATCH);
    expect([...logits].every(Number.isFinite)).toBe(true);
  });

  it('refuses what does not fit, and is as it was', async () => {
    const session = await openReference({ seed: 1 });
    const first = starts(2);
    const trainer = await SparseTrainer.open(session, { ...OPTIONS, capacities: [60, 40, 21] }, first);
    const before = await trainer.read();
    const full = before.map(({ mask, weights, velocity }) => ({
      mask: new Uint8Array(mask.length).fill(1),
      weights,
      velocity,
    }));
    expect(() => { trainer.write(full); }).toThrow('do not fit into room for 60'); // prettier-ignore
    expect(() => { trainer.write(full.slice(1)); }).toThrow('expected 3 layers, found 2'); // prettier-ignore
    expect(await trainer.read()).toEqual(before);
    await expect(SparseTrainer.open(session, { ...OPTIONS, capacities: [1] }, first)).rejects.toThrow(
      'need 3 starts',
    );
  });
});

it('entries are gathered and spread again', () => {
  const mask = Uint8Array.of(1, 0, 0, 1, 1);
  expect([...gatherEntries([1, 2, 3, 4, 5], mask, 4)]).toEqual([1, 4, 5, 0]);
  expect([...spreadEntries([1, 4, 5, 0], mask)]).toEqual([1, 0, 0, 4, 5]);
  expect(() => gatherEntries([1], mask, 4)).toThrow('the mask has 5 entries, but the layer 1');
  expect(() => gatherEntries([1, 2, 3, 4, 5], mask, 2)).toThrow('3 entries do not fit into room for 2');
  expect(() => spreadEntries([1, 2], mask)).toThrow('expected a number for each entry, found 2');
});
