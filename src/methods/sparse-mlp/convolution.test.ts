import { describe, expect, it } from 'vitest';
import { conv2d, logSoftmax, matmul, maxPool, multiply, relu, reshape, sum, transpose } from '~/autodiff/ops';
import type { Node } from '~/autodiff/graph';
import type { OpenSession } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { openReference } from '~/runtime/executors/reference/session';
import { openWasmSession } from '~/runtime/executors/wasm/session';
import { countedLayers, layerShapes, windowRows } from './layer-shapes';
import { SparseTrainer } from './trainer';

const SIDE = 12;
const BATCH = 3;
const ARCHITECTURE = { sizes: [SIDE * SIDE, 5, 4], convolutions: [{ size: 3, channels: 2 }, { size: 4, channels: 3 }] }; // prettier-ignore
const SHAPES = layerShapes(ARCHITECTURE);
const OPTIONS = { ...ARCHITECTURE, batch: BATCH, momentum: 0.9, decay: 1e-3 };

const rng = createRng(11);
const normals = (size: number) => Float32Array.from({ length: size }, () => rng.normal());
const starts = SHAPES.map(({ inputs, outputs }) => ({
  mask: Uint8Array.from({ length: inputs * outputs }, (_, at) => Number(at === 0 || rng.uniform() < 0.6)),
  weights: normals(inputs * outputs).map((w) => 0.5 * w),
}));
const batch = { x: normals(SIDE * SIDE * BATCH), labels: new Float32Array(4 * BATCH) };
for (let b = 0; b < BATCH; b++) batch.labels[b * 4 + b] = 1;

/** The same network by the course's convolution of images [n, h, w, c]. */
function lossByImages(x: Node, labels: Node, ...weights: Node[]): Node {
  let image = reshape(transpose(x, [1, 0]), [BATCH, SIDE, SIDE, 1]);
  SHAPES.forEach(({ outputs, windows }, at) => {
    if (!windows) return;
    const { size, channels } = windows;
    const filter = transpose(reshape(weights[at]!, [outputs, channels, size, size]), [2, 3, 1, 0]);
    image = maxPool(relu(conv2d(image, filter)), 2);
  });
  // Channels slowest, as the layers behind expect.
  const flat = reshape(transpose(image, [3, 1, 2, 0]), [SHAPES[2]!.inputs, BATCH]);
  const logits = matmul(weights[3]!, relu(matmul(weights[2]!, flat)));
  return multiply(sum(multiply(logSoftmax(logits, 0), labels)), -1 / BATCH);
}

const masked = starts.map(({ mask, weights }, at) => ({
  shape: [SHAPES[at]!.outputs, SHAPES[at]!.inputs],
  values: weights.map((w, place) => w * mask[place]!),
}));
const inputs = [
  { shape: [SIDE * SIDE, BATCH], values: batch.x },
  { shape: [4, BATCH], values: batch.labels },
  ...masked,
];

const trainerOn = async (open: OpenSession, sparse: boolean) =>
  SparseTrainer.open(
    await open({ seed: 1 }),
    { ...OPTIONS, capacities: starts.map(({ mask }) => (sparse ? mask.length : undefined)) },
    starts,
  );

describe('a convolutional network with masks', () => {
  it.each([
    ['reference', openReference, true, 9],
    ['wasm', openWasmSession, true, 5],
    ['wasm, dense products', openWasmSession, false, 5],
  ] as const)(
    'has the loss and the gradient of convolutions of images: %s',
    async (_, open, sparse, digits) => {
      const trainer = await trainerOn(open, sparse);
      const gradients = await trainer.denseGradients(batch);
      const wanted = evaluateGradient(lossByImages, inputs).slice(2).map(numbersOf);
      gradients.forEach((gradient, at) => {
        expect(gradient).toHaveLength(wanted[at]!.length);
        wanted[at]!.forEach((value, place) => { expect(gradient[place]).toBeCloseTo(value, digits); }); // prettier-ignore
      });
      expect(await trainer.step(batch, 0)).toBeCloseTo(evaluateScalar(lossByImages, inputs), digits);
    },
  );

  it('learns the same by its entries as by dense products', async () => {
    const [one, two] = [await trainerOn(openReference, true), await trainerOn(openReference, false)];
    for (let step = 0; step < 4; step++)
      expect(await one.step(batch, 0.05)).toBeCloseTo(await two.step(batch, 0.05), 10);
    const states = await two.read();
    (await one.read()).forEach(({ mask, weights, bias }, at) => {
      expect(mask).toEqual(starts[at]!.mask);
      // Entries are spread in single precision.
      Array.from(weights).forEach((w, place) => { expect(w).toBeCloseTo(states[at]!.weights[place]!, 6); }); // prettier-ignore
      Array.from(bias).forEach((b, place) => { expect(b).toBeCloseTo(states[at]!.bias[place]!, 10); }); // prettier-ignore
    });
  });
});

describe('the layers', () => {
  it('have the sizes of their windows', () => {
    expect(SHAPES.map(({ inputs: n, outputs }) => [outputs, n])).toEqual([[2, 9], [3, 32], [5, 3], [4, 5]]); // prettier-ignore
    expect(countedLayers(ARCHITECTURE)).toEqual([
      { name: 'conv1', shape: [3, 3, 1, 2], positions: 100 },
      { name: 'conv2', shape: [4, 4, 2, 3], positions: 4 },
      { name: 'fc1', shape: [3, 5] },
      { name: 'fc2', shape: [5, 4] },
    ]);
  });

  it('see windows row by row', () => {
    expect([...windowRows({ size: 2, side: 3, channels: 1, positions: 2 })]).toEqual(
      [0, 1, 3, 4, 1, 2, 4, 5, 3, 4, 6, 7, 4, 5, 7, 8],
    ); // prettier-ignore
    const { windows } = SHAPES[1]!;
    const rows = windowRows(windows!);
    expect(rows).toHaveLength(32 * 4);
    expect(Math.max(...rows)).toBe(2 * 25 - 1);
  });

  it('refuse what does not fit', () => {
    const of = (pixels: number, size: number, channels = 2) =>
      layerShapes({ sizes: [pixels, 3], convolutions: [{ size, channels }] });
    expect(() => of(145, 3)).toThrow('need a square picture, found 145 pixels');
    expect(() => of(144, 4)).toThrow('must leave an even number of places, found 9');
    expect(() => of(144, 13)).toThrow('must leave an even number of places, found 0');
    expect(() => of(144, 3, 0)).toThrow('channels must be a whole number of at least 1, found 0');
  });
});
