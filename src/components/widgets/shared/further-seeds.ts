import type { DoneReason } from '~/runtime/loop';
import type { Measures } from './reading';

/** Both sides of a comparison at the end of one seed's runs. */
export interface SeedPair {
  readonly seed: number;
  /** What the last frame of each side measures. */
  readonly measures: readonly [a: Measures, b: Measures];
  readonly reasons: readonly (DoneReason | undefined)[];
  /** Seconds of each side, from the first step to the last. */
  readonly seconds: readonly [a: number, b: number];
}

/** Mean and standard deviation; the latter is NaN of fewer than two numbers. */
export interface MeanSpread {
  readonly mean: number;
  readonly spread: number;
}

/** One quantity over seeds. */
export interface PairedRow {
  readonly a: MeanSpread;
  readonly b: MeanSpread;
  /** Of b − a on the same seed. */
  readonly difference: MeanSpread;
  /** On how many seeds b > a, and of how many. */
  readonly larger: number;
  readonly seeds: number;
}

/**
 * $\bar x = \frac1n\sum_i x_i$ and $s = \sqrt{\frac{1}{n-1}\sum_i (x_i-\bar x)^2}$.
 * @example meanSpread([1, 3]) // { mean: 2, spread: 1.414… }
 */
export function meanSpread(values: readonly number[]): MeanSpread {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: n > 1 ? Math.sqrt(squares / (n - 1)) : NaN };
}

/** The seeds on which neither side diverged: a mean over last frames of runs that blew up says nothing. */
export function soundPairs(pairs: readonly SeedPair[]): SeedPair[] {
  return pairs.filter(({ reasons }) => !reasons.includes('diverged'));
}

/**
 * One quantity over the seeds, as differences on the same seed: what the seed gives to both sides falls out of them.
 * @returns undefined if no pair has the number on both sides
 */
export function pairedRow(name: string, pairs: readonly SeedPair[]): PairedRow | undefined {
  const both = pairs
    .map(({ measures: [a, b] }) => [a[name] ?? NaN, b[name] ?? NaN] as const)
    .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  if (both.length === 0) return undefined;
  return {
    a: meanSpread(both.map(([a]) => a)),
    b: meanSpread(both.map(([, b]) => b)),
    difference: meanSpread(both.map(([a, b]) => b - a)),
    larger: both.filter(([a, b]) => b > a).length,
    seeds: both.length,
  };
}
