import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunFailure } from '~/runtime/loop';
import type { Backend, BackendSession } from './backend';
import { createQueue } from './queue';
import { nameFailure, openOnnx } from './session';
import { openWasmBackend } from './wasm-backend';

/** y = 2x + 1 on [batch, 2]; made with onnx.helper: Mul by 2, Add 1, opset 17. */
const AFFINE =
  'CAgSADp+ChAKAXgKA3R3bxIBbSIDTXVsChAKAW0KA29uZRIBeSIDQWRkEgZhZmZpbmUqDRABQgN0d29KBAAAAEAqDRABQgNvbmVKBAAAgD9a' +
  'GAoBeBITChEIARINCgcSBWJhdGNoCgIIAmIYCgF5EhMKEQgBEg0KBxIFYmF0Y2gKAggCQgQKABAR';
const affine = { name: 'affine', bytes: new Uint8Array(Buffer.from(AFFINE, 'base64')) };

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error as RunFailure).code,
  );

describe('on ONNX Runtime itself', () => {
  let backend: Backend;
  beforeAll(() => {
    const path = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
    backend = openWasmBackend(readFileSync(path));
  });

  test('runs a graph, for any batch, and runs that are asked for at once each get their own answer', async () => {
    const session = await openOnnx(affine, backend);
    expect(session.device).toBe('wasm');
    const run = async (...data: number[]) => {
      const { y } = await session.run({ x: { data: Float32Array.from(data), shape: [data.length / 2, 2] } });
      return [...(y?.data ?? [])];
    };
    expect(await Promise.all([run(0, 1), run(2, 3, 4, 5), run(-1, 0.5)])).toEqual([
      [1, 3],
      [5, 7, 9, 11],
      [-1, 2],
    ]);
    await session.release();
  });

  test('a run with wrong inputs is a named error and the next run works', async () => {
    const session = await openOnnx(affine, backend);
    const wrong = session.run({ x: { data: new Float32Array(3), shape: [1, 3] } });
    const right = session.run({ x: { data: new Float32Array(2), shape: [1, 2] } });
    await expect(wrong).rejects.toThrow(/affine: run: .*Expected: 2/s);
    expect([...((await right)['y']?.data ?? [])]).toEqual([1, 1]);
    await expect(session.run({ q: { data: new Float32Array(2), shape: [1, 2] } })).rejects.toThrow(
      /affine.*'x'/,
    );
  });

  test.each([
    ['no graph at all', new Uint8Array([1, 2, 3, 4, 5])],
    ['an empty file', new Uint8Array(0)],
    ['a cut file', affine.bytes.slice(0, 60)],
  ])('corrupt model (%s): an error that names the model; the next model opens', async (_name, bytes) => {
    const bad = openOnnx({ name: 'vae-x', bytes }, backend);
    const good = openOnnx(affine, backend);
    await expect(bad).rejects.toThrow(/^vae-x: not a graph that can be opened: /);
    expect(await codeOf(bad)).toBe('internal');
    await expect(good).resolves.toBeDefined();
  });
});

/** A backend whose sessions die with its device; `deaths` devices are lost at the first run on them. */
function fragileBackend(deaths: number) {
  const released: number[] = [];
  let made = 0;
  let lost = false;
  const create = async (): Promise<BackendSession> => {
    const number = ++made;
    return {
      release: async () => void released.push(number),
      run: async (inputs) => {
        if (number <= deaths) {
          lost = true;
          throw new Error('GPU hung');
        }
        return inputs;
      },
    };
  };
  const renew = vi.fn(async () => void (lost = false));
  const backend: Backend = { device: 'webgpu', create, wasLost: () => Promise.resolve(lost), renew };
  return { backend, renew, released };
}
const x = { data: new Float32Array(2), shape: [1, 2] };

describe('device lost', () => {
  test('the session is released, made again on a new device and the run repeated', async () => {
    const { backend, renew, released } = fragileBackend(1);
    const session = await openOnnx(affine, backend, createQueue());
    expect(await session.run({ x })).toEqual({ x });
    expect(renew).toHaveBeenCalledTimes(1);
    expect(released).toEqual([1]);
  });

  test('a second loss in the same run is the failure device-lost; a later run may still succeed', async () => {
    const { backend } = fragileBackend(2);
    const session = await openOnnx(affine, backend, createQueue());
    expect(await codeOf(session.run({ x }))).toBe('device-lost');
    expect(await session.run({ x })).toEqual({ x });
  });

  test('no new device: device-lost, with the reason', async () => {
    const { backend } = fragileBackend(1);
    const session = await openOnnx(
      affine,
      { ...backend, renew: () => Promise.reject(new Error('no adapter')) },
      createQueue(),
    );
    const run = session.run({ x });
    expect(await codeOf(run)).toBe('device-lost');
    await expect(run).rejects.toThrow('no adapter');
  });
});

test.each([
  ['std::bad_alloc', 'out-of-memory'],
  ['Array buffer allocation failed', 'out-of-memory'],
  ['Failed to allocate memory for requested buffer of size 1', 'out-of-memory'],
  ['A valid external Instance reference no longer exists: device was lost', 'device-lost'],
  ['input x is missing', 'internal'],
])('"%s" is named %s', (message, code) => {
  expect(nameFailure(new Error(message), 'm').code).toBe(code);
});
