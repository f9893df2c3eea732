const BLOCK = 64;

/** The first `count` primes: the round constants of SHA-256 are digits of their roots. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/** First 32 bits of the fractional part. A double holds enough digits of a root below 2⁸. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);

const ROUND = Uint32Array.from(primes(64), (p) => fraction(Math.cbrt(p)));
const START = Uint32Array.from(primes(8), (p) => fraction(Math.sqrt(p)));

const rotate = (x: number, bits: number): number => (x >>> bits) | (x << (32 - bits));

function expand(schedule: Uint32Array, block: DataView): void {
  for (let t = 0; t < 16; t += 1) schedule[t] = block.getUint32(4 * t);
  for (let t = 16; t < 64; t += 1) {
    const near = schedule[t - 2] ?? 0;
    const far = schedule[t - 15] ?? 0;
    const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    schedule[t] = s1 + (schedule[t - 7] ?? 0) + s0 + (schedule[t - 16] ?? 0);
  }
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choose = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choose + (ROUND[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + s0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i] ?? 0) + value));
}

/** The message, a one bit, zeros, and its length in bits as 64 bits. FIPS 180-4, section 5.1.1. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/**
 * SHA-256 in plain TypeScript (FIPS 180-4, section 6.2.2), for pages served without TLS, where the browser hides
 * `crypto.subtle`. Prefer {@link sha256}.
 */
export function sha256Portable(bytes: Uint8Array): string {
  const message = pad(bytes);
  const state = START.slice();
  const schedule = new Uint32Array(64);
  for (let offset = 0; offset < message.byteLength; offset += BLOCK) {
    expand(schedule, new DataView(message.buffer, offset, BLOCK));
    compress(state, schedule);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setUint32(4 * i, word));
  return toHex(new Uint8Array(digest.buffer));
}

/**
 * SHA-256 of the bytes, as 64 lower-case hexadecimal digits. Uses Web Crypto where the page may (https, localhost), else
 * the same function in TypeScript: a file is never used unchecked.
 */
export async function sha256(
  bytes: Uint8Array<ArrayBuffer>,
  // The types promise `crypto.subtle`; a page without TLS has none.
  subtle: SubtleCrypto | undefined = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle,
): Promise<string> {
  if (!subtle) return sha256Portable(bytes);
  return toHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}
