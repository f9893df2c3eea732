import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RunFailure, type Run } from '~/runtime/loop';
import { goldenSchema } from '~/schemas/model';
import manifest from '../../../../public/models/vae-digits/model.json';
import small from '../../../../public/models/vae-mnist-2d-beta-1/model.json';
import { defaultsOf } from '../shared/fields';
import type { Frame } from './digit-latents.frame';
import { makeDigitLatents } from './digit-latents.loop';
import { fields, MODELS, type Params } from './digit-latents.params';
import { PIXELS, toCode } from './lab';
import { idOf } from './model-ids';
import { makeOpenLab, readCodes } from './open-lab';
import { squaredError } from './read-drawing';
import { readTestDigits } from '../shared/test-digits';

const SITE = 'https://example.org/course/';
const read = (path: string) => readFileSync(resolve(path));

/** The site as files: what the shipped page would get. `change` alters an answer. */
function serveFiles(change: (path: string, file: Buffer) => Response | undefined = () => undefined) {
  return vi.fn<typeof fetch>(async (input) => {
    const { pathname } = new URL(input as string);
    const path = /^\/course\/(models|data)\//.test(pathname)
      ? `public/${pathname.slice('/course/'.length)}`
      : pathname.replace(/^\//, '');
    const file = read(path);
    return change(path, file) ?? new Response(new Uint8Array(file));
  });
}

const sleep = () => Promise.resolve();
function firstFrame(fetch: typeof globalThis.fetch, params: Partial<Params> = {}) {
  const progress = vi.fn();
  const settings = { ...defaultsOf(fields), ...params };
  const run = {
    params: () => settings,
    changed: () => Promise.resolve(),
    signal: new AbortController().signal,
    progress,
  } as unknown as Run<Params>;
  const frames = makeDigitLatents(makeOpenLab({ base: SITE, fetch, sleep }))(run);
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

type Golden = ReturnType<typeof goldenSchema.parse>;
const goldenOf = (id: string): Golden =>
  goldenSchema.parse(JSON.parse(read(`public/models/${id}/golden.json`).toString()));
const never = { progress: () => undefined, signal: new AbortController().signal };
const labOf = (params: Partial<Params>, fetch: typeof globalThis.fetch = serveFiles()) =>
  makeOpenLab({ base: SITE, fetch, sleep })({ ...defaultsOf(fields), ...params }, never);
const shipped = MODELS.flatMap((model) => (['2', '16'] as const).map((size) => ({ model, size })));

describe('the shipped decoders', () => {
  test('the handle draws what PyTorch drew at every probe, and says how far the download is', async () => {
    const golden = goldenOf('vae-digits');
    const probes = golden.inputs['z']?.values ?? [];
    const pictures = golden.outputs['image']?.values ?? [];
    expect(probes.length).toBeGreaterThan(0);
    for (let i = 0; i < probes.length / 2; i += 1) {
      const [z1 = NaN, z2 = NaN] = probes.slice(2 * i, 2 * i + 2);
      const { frame, progress, end } = firstFrame(serveFiles(), { z1, z2 });
      const digit = (await frame).planes[0]?.digit ?? new Float32Array();
      await end();
      let worst = 0;
      digit.forEach((p, k) => (worst = Math.max(worst, Math.abs(p - (pictures[i * PIXELS + k] ?? NaN)))));
      expect(worst, `at z = (${z1}, ${z2})`).toBeLessThanOrEqual(manifest.golden.tolerance);
      const [loaded, total] = progress.mock.calls.at(-1) as [number, number];
      expect(loaded).toBe(total);
      expect(total).toBeGreaterThan(manifest.files[0]?.bytes ?? Infinity);
    }
  });

  test.each(shipped)('$model with $size numbers draws what PyTorch drew', async ({ model, size }) => {
    const { inputs, outputs } = goldenOf(idOf(model, size));
    const { z, image } = { z: inputs['z']?.values ?? [], image: outputs['image']?.values ?? [] };
    const lab = await labOf({ model, size });
    const { decode, space, size: numbers } = lab.models[0]!;
    const codes = Array.from({ length: z.length / numbers }, (_, i) =>
      z.slice(i * numbers, (i + 1) * numbers).map((value, k) => (value - space.mean[k]!) / space.sd[k]!),
    );
    const drawn = await decode(codes);
    await lab.release();
    expect(codes.length).toBeGreaterThan(0);
    expect(drawn).toHaveLength(image.length);
    const worst = drawn.reduce((most, p, k) => Math.max(most, Math.abs(p - image[k]!)), 0);
    // The codes went through coordinates u and back, in float64.
    expect(worst).toBeLessThanOrEqual(2 * manifest.golden.tolerance);
  });

  test('coordinates of the autoencoder: mean 0 and deviation 1 over its test codes, and back', async () => {
    const lab = await labOf({ model: 'ae', against: 'vae-1' });
    const [ae, vae] = lab.models;
    await lab.release();
    const { z } = JSON.parse(read('public/models/autoencoder-mnist-2d/test-codes.json').toString()) as {
      z: number[];
    };
    const first = [...ae!.codes.z.subarray(0, 2)];
    toCode(ae!.space, first).forEach((value, k) => expect(value).toBeCloseTo(z[k]!, 4));
    for (const k of [0, 1]) {
      const values = [...ae!.codes.z].filter((_, i) => i % 2 === k);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeCloseTo(0, 5);
      expect(values.reduce((sum, value) => sum + value * value, 0) / values.length).toBeCloseTo(1, 4);
    }
    expect(vae!.space).toEqual({ mean: [0, 0], sd: [1, 1] });
  });

  test.each([{}, { against: 'ae' }] as const)(
    'decodes at least 30 pictures a second of each model with the line that goes with it: %o',
    async (params) => {
      const lab = await labOf(params);
      const nine = Array.from({ length: 9 }, (_, i) => [i / 9, -i / 9]);
      const frames = 30;
      for (const { decode } of lab.models) await decode(nine);
      const begin = performance.now();
      for (let i = 0; i < frames; i += 1) for (const { decode } of lab.models) await decode(nine);
      expect(performance.now() - begin).toBeLessThan(1000);
      await lab.release();
    },
  );

  test.each(shipped)(
    'the encoder of $model with $size numbers is the one whose codes were shipped',
    async ({ model, size }) => {
      const lab = await labOf({ model, size });
      const { encode, codes, size: numbers, space } = lab.models[0]!;
      const digits = await lab.testDigits();
      const { mean, sd } = await encode(digits.slice(0, 20 * PIXELS));
      await lab.release();
      expect(sd === undefined).toBe(model === 'ae');
      const shippedCodes = mean.map((_, i) => [...codes.z.subarray(i * numbers, (i + 1) * numbers)]);
      const off = mean.map(
        (code, i) =>
          Math.hypot(...code.map((u, k) => u - shippedCodes[i]![k]!)) / Math.hypot(...space.sd.map(() => 1)),
      );
      // Not nothing: pixels of the shipped digits are rounded to 16 greys, those of the codes were not.
      off.forEach((distance, i) => expect(distance, `digit ${i}`).toBeLessThan(0.25));
    },
  );

  test('the mean error of the test digits is about the manifest’s, over ten thousand', async () => {
    const lab = await labOf({ model: 'vae-1' });
    const model = lab.models[0]!;
    const digits = await lab.testDigits();
    const { mean } = await model.encode(digits);
    const error = squaredError(digits, await model.decode(mean));
    await lab.release();
    expect(digits).toHaveLength(500 * PIXELS);
    expect(error / small.metrics['test-mse'].value).toBeGreaterThan(0.9);
    expect(error / small.metrics['test-mse'].value).toBeLessThan(1.1);
  });

  test('only what is chosen is downloaded', async () => {
    const fetch = serveFiles();
    await (await labOf({ model: 'vae-4' }, fetch)).release();
    const asked = fetch.mock.calls.map(([url]) => new URL(url as string).pathname);
    expect(asked.filter((path) => path.includes('/models/')).sort()).toEqual([
      '/course/models/vae-mnist-2d-beta-4/model.onnx',
      '/course/models/vae-mnist-2d-beta-4/test-codes.json',
    ]);
  });

  test('has a label for each test code', () => {
    const codes = readCodes(read('public/models/vae-digits/test-codes.json'), 'vae-digits', 2);
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

  test('test digits that are cut short are refused', () => {
    expect(() => readTestDigits(new Uint8Array(7))).toThrow(/mnist-28-test: expected 196500 bytes, found 7/);
  });

  test('test codes that do not pair up are refused', () => {
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(() => readCodes(bytes({ labels: [1, 2], z: [0, 0, 1] }), 'x', 2)).toThrow(
      /expected 2 numbers in z/,
    );
    expect(() => readCodes(bytes({ labels: [1] }), 'vae-digits', 2)).toThrow(/vae-digits: test codes/);
  });
});
