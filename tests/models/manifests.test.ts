import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenSchema, modelSchema } from '~/schemas/model.ts';
import type { ModelManifest } from '~/schemas/model.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const models = join(root, 'public', 'models');
const ids = readdirSync(models, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const readManifest = (id: string): ModelManifest =>
  modelSchema.parse(readJson(join(models, id, 'model.json')));

/** What is wrong with the bytes of one file of a manifest, or null. */
function findFault(bytes: Uint8Array, expected: ModelManifest['files'][number]): string | null {
  if (bytes.length !== expected.bytes)
    return `${expected.path}: expected ${expected.bytes} bytes, found ${bytes.length}`;
  const found = sha256(bytes);
  return found === expected.sha256
    ? null
    : `${expected.path}: expected SHA-256 ${expected.sha256}, found ${found}`;
}

/** Largest absolute difference of onnxruntime-web's outputs from the golden ones. */
async function runGolden(id: string, manifest: ModelManifest): Promise<number> {
  const golden = goldenSchema.parse(readJson(join(models, id, manifest.golden.path)));
  const graph = readFileSync(join(models, id, manifest.files[0]?.path ?? ''));
  const session = await ort.InferenceSession.create(graph, { executionProviders: ['wasm'] });
  expect(session.inputNames).toEqual(manifest.inputs.map((input) => input.name));
  expect(session.outputNames).toEqual(manifest.outputs.map((output) => output.name));
  const feeds = Object.fromEntries(
    Object.entries(golden.inputs).map(([name, { shape, values }]) => [
      name,
      new ort.Tensor('float32', Float32Array.from(values), shape),
    ]),
  );
  const outputs = await session.run(feeds);
  let worst = 0;
  for (const [name, expected] of Object.entries(golden.outputs)) {
    const found = outputs[name];
    expect(found?.dims, `${id}: shape of ${name}`).toEqual(expected.shape);
    const values = found?.data as Float32Array;
    expect(values.length, `${id}: length of ${name}`).toBe(expected.values.length);
    values.forEach((value, at) => {
      const away = Math.abs(value - (expected.values[at] ?? NaN));
      // NaN must not hide behind Math.max.
      worst = Number.isNaN(away) ? Infinity : Math.max(worst, away);
    });
  }
  await session.release();
  return worst;
}

/** `batch` matches any length, a number only itself. */
function fits(shape: number[], declared: readonly (number | string)[]): boolean {
  return (
    shape.length === declared.length &&
    declared.every((axis, at) => typeof axis === 'string' || axis === shape[at])
  );
}

beforeAll(() => {
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
});

it('finds at least one model', () => {
  expect(ids.length).toBeGreaterThan(0);
});

describe.each(ids)('model %s', (id) => {
  it('has a manifest that obeys the schema and names its folder', () => {
    const manifest = readManifest(id);
    expect(manifest.id).toBe(id);
    expect(manifest.files[0]?.path).toMatch(/\.onnx$/);
  });

  it('has every file with the stated length and SHA-256, and no other file', () => {
    const manifest = readManifest(id);
    for (const file of manifest.files) {
      expect(findFault(readFileSync(join(models, id, file.path)), file)).toBeNull();
    }
    const named = [...manifest.files.map((file) => file.path), 'model.json', manifest.golden.path];
    expect(readdirSync(join(models, id)).sort()).toEqual(named.sort());
  });

  it('is found corrupt when one bit or the last byte is lost', () => {
    for (const file of readManifest(id).files) {
      const bytes = new Uint8Array(readFileSync(join(models, id, file.path)));
      expect(findFault(bytes.subarray(0, -1), file)).toMatch(/bytes, found/);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      expect(findFault(bytes, file)).toMatch(/SHA-256/);
    }
  });

  it('names the licences of weights and data, and how each metric was measured', () => {
    const manifest = readManifest(id);
    expect(manifest.licence).toMatch(/^(CC-BY(-SA)?-[34]\.0|CC0-1\.0|MIT|Apache-2\.0|OFL-1\.1)$/);
    for (const data of manifest.data) {
      expect(data.licence.length).toBeGreaterThan(2);
      expect(data.source.length).toBeGreaterThan(2);
    }
    expect(manifest.training.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(Object.keys(manifest.metrics).length).toBeGreaterThan(0);
    for (const metric of Object.values(manifest.metrics)) {
      expect(metric.command).toMatch(/^python -m training\./);
    }
  });

  it('has the log of its whole run, to the last minute', () => {
    const { log, minutes } = readManifest(id).training;
    const [steps, seconds] = ['step', 'seconds'].map((name) => log.map((entry) => entry[name] ?? NaN));
    for (const numbers of [steps ?? [], seconds ?? []])
      expect(numbers.every((value, at) => value > (at > 0 ? (numbers[at - 1] ?? NaN) : 0))).toBe(true);
    // Minutes are rounded to hundredths.
    expect(Math.abs((log.at(-1)?.['seconds'] ?? NaN) - 60 * minutes)).toBeLessThan(0.5);
    for (const entry of log) expect(Object.keys(entry)).toEqual(Object.keys(log[0] ?? {}));
    expect(Object.keys(log[0] ?? {}).length).toBeGreaterThan(2);
  });

  it('gives its golden outputs through onnxruntime-web', async () => {
    const manifest = readManifest(id);
    const golden = goldenSchema.parse(readJson(join(models, id, manifest.golden.path)));
    for (const tensor of manifest.inputs)
      expect(fits(golden.inputs[tensor.name]?.shape ?? [], tensor.shape)).toBe(true);
    for (const tensor of manifest.outputs)
      expect(fits(golden.outputs[tensor.name]?.shape ?? [], tensor.shape)).toBe(true);
    expect(await runGolden(id, manifest)).toBeLessThanOrEqual(manifest.golden.tolerance);
  });
});

/** Paths of all tracked files, or null where there is no git checkout (an unpacked archive). */
function listTracked(): string[] | null {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return listed.split('\0').filter((path) => path !== '');
  } catch {
    return null;
  }
}

it('keeps all tracked files together under 40 MiB', ({ skip }) => {
  const tracked = listTracked();
  if (tracked === null) return skip('not a git checkout');
  const sizes = tracked.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0);
  const bytes = sizes.reduce((total, size) => total + size, 0);
  expect(tracked.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(40 * 2 ** 20);
});
