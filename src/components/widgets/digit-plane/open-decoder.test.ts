import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RunFailure, type Run } from '~/runtime/loop';
import { goldenSchema } from '~/schemas/model';
import manifest from '../../../../public/models/vae-digits/model.json';
import { defaultsOf } from '../shared/fields';
import { digitPlaneFields, makeDigitPlane, PIXELS, type Frame, type Params } from './digit-plane.loop';
import { makeOpenDecoder, readCodes } from './open-decoder';

const SITE = 'https://example.org/course/';
const read = (path: string) => readFileSync(resolve(path));

/** The site as files: what the shipped page would get. `change` alters an answer. */
function serveFiles(change: (path: string, file: Buffer) => Response | undefined = () => undefined) {
  return vi.fn<typeof fetch>(async (input) => {
    const { pathname } = new URL(input as string);
    const path = pathname.startsWith('/course/models/')
      ? `public/${pathname.slice('/course/'.length)}`
      : pathname.replace(/^\//, '');
    const file = read(path);
    return change(path, file) ?? new Response(new Uint8Array(file));
  });
}

const sleep = () => Promise.resolve();
function firstFrame(fetch: typeof globalThis.fetch, params: Partial<Params> = {}) {
  const progress = vi.fn();
  const settings = { ...defaultsOf(digitPlaneFields), ...params };
  const run = {
    params: () => settings,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
    progress,
  } as unknown as Run<Params>;
  const frames = makeDigitPlane(makeOpenDecoder({ base: SITE, fetch, sleep }))(run);
  return {
    frame: frames.next().then(({ value }) => value as Frame),
    progress,
    end: () => frames.return('finished'),
  };
}
const failureOf = async (promise: Promise<unknown>): Promise<RunFailure> => {
  const error: unknown = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(RunFailure);
  return error as RunFailure;
};

describe('the shipped decoder', () => {
  const golden = goldenSchema.parse(JSON.parse(read('public/models/vae-digits/golden.json').toString()));

  test('draws what PyTorch drew at every probe, and says how far the download is', async () => {
    const probes = golden.inputs['z']?.values ?? [];
    const pictures = golden.outputs['image']?.values ?? [];
    expect(probes.length).toBeGreaterThan(0);
    for (let i = 0; i < probes.length / 2; i += 1) {
      const [z1 = NaN, z2 = NaN] = probes.slice(2 * i, 2 * i + 2);
      const { frame, progress, end } = firstFrame(serveFiles(), { z1, z2 });
      const { digit } = await frame;
      await end();
      let worst = 0;
      digit.forEach((p, k) => (worst = Math.max(worst, Math.abs(p - (pictures[i * PIXELS + k] ?? NaN)))));
      expect(worst, `at z = (${z1}, ${z2})`).toBeLessThanOrEqual(manifest.golden.tolerance);
      const [loaded, total] = progress.mock.calls.at(-1) as [number, number];
      expect(loaded).toBe(total);
      expect(total).toBeGreaterThan(manifest.files[0]?.bytes ?? Infinity);
    }
  });

  test('decodes at least 30 pictures a second with the line that goes with each', async () => {
    const decoder = await makeOpenDecoder({ base: SITE, fetch: serveFiles(), sleep })('wasm', {
      progress: () => undefined,
      signal: new AbortController().signal,
    });
    const nine = Array.from({ length: 9 }, (_, i) => ({ z1: i / 9, z2: -i / 9 }));
    const frames = 30;
    const begin = performance.now();
    for (let i = 0; i < frames; i += 1) await decoder.decode(nine);
    expect(performance.now() - begin).toBeLessThan(1000);
    await decoder.release();
  });

  test('has a label for each test code', () => {
    const codes = readCodes(read('public/models/vae-digits/test-codes.json'));
    expect(codes.labels.length).toBeGreaterThanOrEqual(500);
    expect(Math.max(...codes.labels)).toBe(9);
  });
});

describe('what can go wrong on the way', () => {
  beforeEach(() => vi.unstubAllGlobals());
  const bend = (name: string, answer: (file: Buffer) => Response) =>
    serveFiles((path, file) => (path.endsWith(name) ? answer(file) : undefined));

  test('offline: download', async () => {
    const offline = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failureOf(firstFrame(offline).frame)).code).toBe('download');
  });

  test.each(['model.onnx', 'test-codes.json', 'ort-wasm-simd-threaded.wasm'])(
    '%s missing: download, named',
    async (name) => {
      const error = await failureOf(firstFrame(bend(name, () => new Response('', { status: 404 }))).frame);
      expect(error.code).toBe('download');
      expect(error.message).toContain(name);
    },
  );

  test.each(['model.onnx', 'ort-wasm-simd-threaded.wasm'])('%s corrupt: checksum, named', async (name) => {
    const corrupt = (file: Buffer) => {
      const bytes = new Uint8Array(file);
      bytes[100] = (bytes[100] ?? 0) ^ 255;
      return new Response(bytes);
    };
    const error = await failureOf(firstFrame(bend(name, corrupt)).frame);
    expect(error.code).toBe('checksum');
    expect(error.message).toContain(name);
  });

  test('no WebGPU where it is asked for: unsupported', async () => {
    vi.stubGlobal('navigator', {});
    expect((await failureOf(firstFrame(serveFiles(), { runtime: 'webgpu' }).frame)).code).toBe('unsupported');
  });

  test('test codes that do not pair up are refused', () => {
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(() => readCodes(bytes({ labels: [1, 2], z: [0, 0, 1] }))).toThrow(/expected as many pairs/);
    expect(() => readCodes(bytes({ labels: [1] }))).toThrow(/vae-digits: test codes/);
  });
});
