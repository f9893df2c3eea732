import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inflate, readPack } from './picture-pack';
import { PACKS } from './training-pictures';

const MANIFEST = { id: 'small', train: 2, test: 1, side: 2, levels: 8 };
const BYTES = Uint8Array.of(0x01, 0x27, 0x33, 0x40, 0x55, 0x66, 3, 9, 0);

it('reads pictures and labels, training before test', async () => {
  const packed = Uint8Array.from(deflateRawSync(BYTES));
  const set = readPack(await inflate(packed, 'small'), MANIFEST);
  expect(set).toMatchObject({ pixels: 4, levels: 8, classes: 10 });
  expect([...set.train.pictures]).toEqual([0, 1, 2, 7, 3, 3, 4, 0]);
  expect([...set.train.labels]).toEqual([3, 9]);
  expect([...set.test.pictures]).toEqual([5, 5, 6, 6]);
  expect([set.train.count, set.test.count, ...set.test.labels]).toEqual([2, 1, 0]);
});

it('names what is wrong with a file', async () => {
  await expect(inflate(Uint8Array.of(7, 7, 7, 7), 'small')).rejects.toMatchObject({ code: 'checksum' });
  await expect(inflate(Uint8Array.from(deflateRawSync(BYTES)).slice(0, 5), 'small')).rejects.toThrow(
    'small: the file cannot be unpacked',
  );
  expect(() => readPack(BYTES.slice(1), MANIFEST)).toThrow('expected 9 bytes inside, found 8');
  expect(() => readPack(BYTES, { ...MANIFEST, levels: 7 })).toThrow('expected levels below 7, found 7');
  const labels = Uint8Array.from(BYTES);
  labels[7] = 10;
  expect(() => readPack(labels, MANIFEST)).toThrow('expected labels 0 … 9, found 10 at 1');
});

it.each(['clothes', 'digits'] as const)('the shipped %s are what their manifest says', async (name) => {
  const manifest = PACKS[name];
  const packed = Uint8Array.from(readFileSync(`public/data/${manifest.id}/${manifest.file.path}`));
  expect(packed.length).toBe(manifest.file.bytes);
  expect(createHash('sha256').update(packed).digest('hex')).toBe(manifest.file.sha256);
  const set = readPack(await inflate(packed, manifest.id), manifest);
  const perClass = Array.from({ length: 10 }, (_, c) => set.test.labels.filter((l) => l === c).length);
  expect(perClass.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  if (name === 'clothes') expect(perClass).toEqual(Array.from({ length: 10 }, () => 1000));
  // Every grey is used, and a picture is not blank.
  expect(new Set(set.train.pictures).size).toBe(8);
  for (let at = 0; at < set.test.count; at += 500)
    expect(set.test.pictures.subarray(at * 784, (at + 1) * 784).some((level) => level > 3)).toBe(true);
});
