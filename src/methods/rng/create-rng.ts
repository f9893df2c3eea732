import { log, unitVector } from './portable-math';
import type { Rng } from './rng';
import { threefry2x32 } from './threefry';

/** The key's second word: no node of a graph has this stream, so the two never meet. */
const HOST_STREAM = 0xffffffff;
const UNIT_32 = 2 ** -32;
const LIMIT = 2 ** 32;

/**
 * The seed itself, when it is one.
 * @throws RangeError unless it is a whole number in 0 … 2³² − 1.
 */
export function checkSeed(seed: number): number {
  if (!Number.isInteger(seed) || seed < 0 || seed >= LIMIT)
    throw new RangeError(`seed: expected a whole number in 0 … 4294967295, found ${seed}`);
  return seed;
}

/**
 * A source of random numbers for initial weights and data, equal bit for bit in every browser.
 *
 * Word n of the sequence is word n mod 2 of threefry2x32(key (seed, 2³² − 1), counter (⌊n/2⌋, 0)).
 * `uniform` takes one word w and is w · 2⁻³²; `integer(below)` takes one and is ⌊w · below / 2³²⌋ (each outcome's
 * probability is off by less than 2⁻³²); `normal` takes two, u₁ = (w + 1) · 2⁻³² and u₂ = w′ · 2⁻³², and is
 * √(−2 ln u₁) · cos(2πu₂).
 *
 * @param seed a whole number in 0 … 2³² − 1
 * @throws RangeError if the seed is not one, or `below` is not a whole number in 1 … 2³².
 * @example createRng(3).uniform() // 0.6117587329354137
 */
export function createRng(seed: number): Rng {
  checkSeed(seed);
  const words = new Uint32Array(2);
  let drawn = 0;
  const nextWord = (): number => {
    if (drawn % 2 === 0) threefry2x32(seed, HOST_STREAM, drawn / 2, 0, words);
    return words[drawn++ % 2] ?? NaN;
  };
  return {
    uniform: () => nextWord() * UNIT_32,
    normal: () => {
      const radius = Math.sqrt(-2 * log((nextWord() + 1) * UNIT_32));
      const [cosine] = unitVector(nextWord() * UNIT_32);
      return radius * cosine;
    },
    integer: (below) => {
      if (!Number.isInteger(below) || below < 1 || below > LIMIT)
        throw new RangeError(`integer: below must be a whole number in 1 … 2^32, found ${below}`);
      return Math.floor(nextWord() * UNIT_32 * below);
    },
  };
}
