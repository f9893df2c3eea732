import { describe, expect, it } from 'vitest';
import { createRng } from '~/methods/rng/create-rng';
import { SparseTrainer, type Batch } from '~/methods/sparse-mlp/trainer';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasmSession } from '~/runtime/executors/wasm/session';
import { CurveSearch, type CurveOptions, type Ends } from './curve-search';
import { union } from './path';

const SIZES = [6, 8, 3];
const BATCH = 12;
const OPTIONS: CurveOptions = { sizes: SIZES, batch: BATCH, degree: 2, momentum: 0.9, rate: 0.05 };

const rng = createRng(7);
const normals = (size: number, scale = 1) => Float32Array.from({ length: size }, () => scale * rng.normal());
const labels = new Float32Array(3 * BATCH);
for (let b = 0; b < BATCH; b++) labels[(b % 3) * BATCH + b] = 1;
const batch: Batch = { x: normals(6 * BATCH), labels };

/** A sparse network trained on the batch. */
async function trained(seed: number): Promise<{ ends: Ends[]; masks: Uint8Array[]; loss: number }> {
  const own = createRng(seed);
  const starts = [48, 24].map((size) => ({
    mask: Uint8Array.from({ length: size }, () => Number(own.uniform() < 0.5)),
    weights: Float32Array.from({ length: size }, () => own.normal()),
  }));
  const network = { sizes: SIZES, batch: BATCH, momentum: 0.9, decay: 0, capacities: [undefined, undefined] };
  const trainer = await SparseTrainer.open(await openReference({ seed: 1 }), network, starts);
  for (let step = 0; step < 60; step++) await trainer.step(batch, 0.1);
  const states = await trainer.read();
  return {
    ends: states.map(({ weights, bias }) => ({ weights, bias })),
    masks: states.map(({ mask }) => mask),
    loss: await trainer.step(batch, 0),
  };
}

const [a, b] = [await trained(1), await trained(5)];
const joint = a.masks.map((mask, at) => union(mask, b.masks[at]!));
const TS = [0, 0.25, 0.5, 0.75, 1];

async function search(changes: Partial<CurveOptions> = {}, open = openReference) {
  const curve = await CurveSearch.open(await open({ seed: 1 }), { ...OPTIONS, ...changes });
  curve.set([a.ends, b.ends], joint);
  return curve;
}

describe('a curve of networks', () => {
  it('has the losses of its ends, and before any step those of the straight line', async () => {
    const straight = await (await search({ degree: 1 })).lossesAt(TS, [batch]);
    expect(straight[0]).toBeCloseTo(a.loss, 6);
    expect(straight[4]).toBeCloseTo(b.loss, 6);
    for (const degree of [2, 3]) {
      const curve = await (await search({ degree })).lossesAt(TS, [batch]);
      curve.forEach((loss, at) => { expect(loss).toBeCloseTo(straight[at]!, 5); }); // prettier-ignore
    }
  });

  it('learns to go around: lower in between, the ends as they were', async () => {
    const curve = await search();
    const before = await curve.lossesAt(TS, [batch]);
    for (let step = 0; step < 200; step++) await curve.step(((step * 7) % 20) / 20, batch);
    const after = await curve.lossesAt(TS, [batch]);
    expect(after[2]).toBeLessThan(0.7 * before[2]!);
    expect(after[0]).toBe(before[0]);
    expect(after[4]).toBe(before[4]);
  });

  it('keeps its inner points where one of the masks has a connection', async () => {
    const curve = await search({ degree: 3 });
    for (let step = 0; step < 5; step++) await curve.step(0.4, batch);
    const points = await curve.innerPoints();
    expect(points).toHaveLength(8);
    // Weights of layer 0 have inner points 0 and 1, its biases 2 and 3, and so on.
    for (const [layer, mask] of joint.entries())
      for (const inner of [0, 1])
        mask.forEach((entry, place) => {
          if (entry === 0) expect(points[4 * layer + inner]![place]).toBe(0);
        });
    expect(points[0]!.some((value) => value !== 0)).toBe(true);
  });

  it('is the same on the kernels', async () => {
    const [exact, fast] = [await search(), await search({}, openWasmSession)];
    for (let step = 0; step < 10; step++)
      expect(await fast.step(step / 10, batch)).toBeCloseTo(await exact.step(step / 10, batch), 4);
  });

  it('a straight line has nothing to learn', async () => {
    const line = await search({ degree: 1 });
    const first = await line.step(0.5, batch);
    expect(await line.step(0.5, batch)).toBe(first);
    expect(await line.innerPoints()).toEqual([]);
  });

  it('refuses layers of another size, and takes other ends', async () => {
    const curve = await search();
    const before = await curve.lossesAt(TS, [batch]);
    expect(() => { curve.set([a.ends, b.ends.slice(1)], joint); }).toThrow('expected 48, 8, 24, 3 weights'); // prettier-ignore
    expect(await curve.lossesAt(TS, [batch])).toEqual(before);
    await curve.step(0.5, batch);
    curve.set([b.ends, a.ends], joint);
    (await curve.lossesAt(TS, [batch])).forEach((loss, at) => { expect(loss).toBeCloseTo(before[4 - at]!, 6); }); // prettier-ignore
  });
});
