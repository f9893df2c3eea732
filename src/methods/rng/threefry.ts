/**
 * The one source of random bits of the project, and its definition: every executor must reproduce it.
 *
 * **Bits.** Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011, section 4.1): a keyed bijection of two 32-bit words. It has no state, so a draw is a function of its address.
 *
 * **Address of a random node's element** (`uniform`, `normal`, `randomIndex`):
 *
 * | word      | value                                                                                   |
 * | --------- | --------------------------------------------------------------------------------------- |
 * | key 0     | the session's seed, a whole number 0 … 2³² − 1                                          |
 * | key 1     | the node's stream                                                                       |
 * | counter 0 | ⌊element / 2⌋, elements counted row-major over the node's whole shape                   |
 * | counter 1 | how often this program ran before in this session (0 in its first run), modulo 2³²      |
 *
 * One call gives two words: w₀ belongs to element 2i, w₁ to element 2i + 1. Where the size is odd the last w₁ is unused.
 *
 * **uniform**: u = (w ≫ 8) · 2⁻²⁴, that is 24 bits in [0, 1): exact in float32, so equal bit for bit on every executor.
 *
 * **randomIndex**: ⌊(w ≫ 8) · below / 2²⁴⌋ in exact arithmetic (64-bit integers or float64; a float32 product rounds up
 * across whole numbers now and then), below ≤ 2²⁴.
 *
 * **normal**: Box–Muller, both elements of a pair of one call:
 * u₁ = ((w₀ ≫ 8) + 1) · 2⁻²⁴ ∈ (0, 1], u₂ = (w₁ ≫ 8) · 2⁻²⁴ ∈ [0, 1), r = √(−2 ln u₁),
 * element 2i = r cos(2πu₂), element 2i + 1 = r sin(2πu₂). So |z| ≤ √(48 ln 2) < 5.77.
 * Float64 here; a float32 executor agrees to its rounding.
 *
 * **createRng(seed)** reads the words of key (seed, 2³² − 1) at counters (0, 0), (1, 0), … in order: see create-rng.ts.
 */

const ROTATIONS = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const;
/** Skein's key-schedule parity for 32-bit words. */
const PARITY = 0x1bd11bda;

/**
 * Threefry-2x32-20 of one counter under one key. Arguments are taken modulo 2³².
 * @param out receives the two words; given by the caller so that a long fill allocates nothing.
 * @returns `out`
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
): Uint32Array {
  const keys = [key0 | 0, key1 | 0, PARITY ^ key0 ^ key1] as const;
  let x0 = (counter0 + keys[0]) | 0;
  let x1 = (counter1 + keys[1]) | 0;
  for (let group = 0; group < 5; group++) {
    for (const bits of group % 2 === 0 ? ROTATIONS[0] : ROTATIONS[1]) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << bits) | (x1 >>> (32 - bits))) ^ x0;
    }
    // Key injection after every fourth round.
    x0 = (x0 + (keys[(group + 1) % 3] ?? 0)) | 0;
    x1 = (x1 + (keys[(group + 2) % 3] ?? 0) + group + 1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  return out;
}
