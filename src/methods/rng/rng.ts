/** A seeded source of randomness. Nothing in `src/` calls `Math.random`. */
export interface Rng {
  /** Uniform in [0, 1), a multiple of 2⁻³². */
  uniform(): number;
  /** Standard normal. Equal bit for bit in every browser (portable logarithm and cosine). */
  normal(): number;
  /** A whole number 0 … below − 1. */
  integer(below: number): number;
}
