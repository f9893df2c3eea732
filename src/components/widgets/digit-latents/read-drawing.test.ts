import { expect, test, vi } from 'vitest';
import { PIXELS, priorSpace, type LatentModel } from './lab';
import { DrawingReader, squaredError } from './read-drawing';

const flat = (...levels: number[]) =>
  Float32Array.from({ length: levels.length * PIXELS }, (_, i) => levels[Math.floor(i / PIXELS)]!);

/** Codes a picture by its mean ink and restores half of it: the error of a flat picture of level a is a²/4. */
function halver(): LatentModel {
  const meanOf = (pictures: Float32Array, i: number) =>
    pictures.subarray(i * PIXELS, (i + 1) * PIXELS).reduce((sum, p) => sum + p, 0) / PIXELS;
  return {
    ...{ name: 'vae-1', size: 2, space: priorSpace(2), kl: undefined },
    codes: { z: new Float32Array(), labels: new Uint8Array() },
    encode: vi.fn((pictures: Float32Array) => {
      const count = pictures.length / PIXELS;
      return Promise.resolve({
        mean: Array.from({ length: count }, (_, i) => [meanOf(pictures, i), 0]),
        sd: Array.from({ length: count }, () => [0.1, 0.2]),
      });
    }),
    decode: (codes) => Promise.resolve(flat(...codes.map(([level = NaN]) => level / 2))),
  };
}

/** 250 test digits of levels 1/250 … 1. */
const digits = flat(...Array.from({ length: 250 }, (_, i) => (i + 1) / 250));

test('error, place and the share of test digits that are restored better, judged a hundred with each look', async () => {
  const model = halver();
  const testDigits = vi.fn(() => Promise.resolve(digits));
  const reader = new DrawingReader(model, testDigits);
  expect(reader.rests).toBe(true);
  expect(await reader.read(undefined)).toBeUndefined();
  expect(testDigits).not.toHaveBeenCalled();
  const ink = flat(0.5);
  const first = await reader.read(ink);
  expect(first).toMatchObject({ mean: [0.5, 0], sd: [0.1, 0.2], judged: 100, of: 250 });
  expect(first?.error).toBeCloseTo(1 / 16, 6);
  expect(reader.rests).toBe(false);
  await reader.read(ink);
  const last = await reader.read(ink);
  expect(reader.rests).toBe(true);
  // Levels below one half: 124 of 250 (0.5 itself has the same error).
  expect(last).toMatchObject({ judged: 250, below: 124 });
  expect([...(last?.reconstruction ?? [])].every((p) => p === 0.25)).toBe(true);
});

test('another drawing is encoded anew, the test digits are not; a blank sheet is no drawing', async () => {
  const model = halver();
  const reader = new DrawingReader(model, () => Promise.resolve(digits));
  for (let i = 0; i < 3; i += 1) await reader.read(flat(0.5).fill(0.5));
  const one = flat(1);
  const calls = vi.mocked(model.encode).mock.calls.length;
  const drawn = await reader.read(one);
  expect(vi.mocked(model.encode).mock.calls.length).toBe(calls + 1);
  expect(drawn).toMatchObject({ judged: 250, below: 249 });
  expect(await reader.read(one)).toMatchObject({ below: 249 });
  expect(vi.mocked(model.encode).mock.calls.length).toBe(calls + 1);
  expect(await reader.read(undefined)).toBeUndefined();
  expect(reader.rests).toBe(true);
});

test('each answer owns its arrays: transferring one away does not harm the next', async () => {
  const reader = new DrawingReader(halver(), () => Promise.resolve(digits));
  const ink = flat(0.5);
  const first = await reader.read(ink);
  structuredClone(first, { transfer: [first!.ink.buffer, first!.reconstruction.buffer] as ArrayBuffer[] });
  const second = await reader.read(ink);
  expect([...(second?.ink ?? [])]).toEqual([...ink]);
});

test('the squared error is the mean over pixels', () => {
  expect(squaredError([0, 1, 0.5, 0], [0, 0, 0.5, 1])).toBe(0.5);
});
