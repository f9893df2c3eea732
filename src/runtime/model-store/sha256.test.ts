import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256, sha256Portable } from './sha256';

const encode = (text: string) => new TextEncoder().encode(text);

test('the portable SHA-256 gives the digest of "abc" that FIPS 180-4 works out', () => {
  expect(sha256Portable(encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('both implementations agree with Node at every length around the padding', async () => {
  for (const length of [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 131 + length) % 256);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(sha256Portable(bytes), `portable, ${length} bytes`).toBe(expected);
    expect(await sha256(bytes), `Web Crypto, ${length} bytes`).toBe(expected);
  }
});
