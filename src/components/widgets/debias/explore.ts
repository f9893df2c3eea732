import {
  binOf,
  largestFactorWeights,
  latentHistogram,
  resampledShares,
  resamplingProbabilities,
  type Histogram,
} from '~/methods/debias/debias';
import codes from './codes.json';
import { fields, UNITS, type Params } from './debias.params';

/** Codes are kept in hundredths. */
const PARTS = 100;

/** An uneven collection of digits. */
export interface Collection {
  /** [digits, 16]: the encoder's means. */
  readonly codes: readonly (readonly number[])[];
  /** Digits from this place on are of the rare kind. */
  readonly firstRare: number;
  /** Where its first digit stands among the pictures of both collections. */
  readonly firstTile: number;
}

function read(
  { z, rare, tests }: { z: number[]; rare: number; tests: number[] },
  firstTile: number,
): Collection {
  const rows = tests.map((_, i) => z.slice(i * UNITS, (i + 1) * UNITS).map((value) => value / PARTS));
  return { codes: rows, firstRare: rows.length - rare, firstTile };
}

/** Means of the shipped `vae-mnist-16d-beta-1` for digits of the test set (scripts/debias-codes.ts). */
export const collections: Readonly<Record<Params['collection'], Collection>> = {
  ones: read(codes.ones, 0),
  nines: read(codes.nines, codes.ones.tests.length),
};

/** A digit that is drawn often. */
export interface Drawn {
  /** Its place in the collection. */
  readonly at: number;
  readonly rare: boolean;
  /** Draws of it for one of equal drawing. */
  readonly times: number;
}

export interface Exploration {
  readonly histogram: Histogram;
  /** Of the rare digits, as shares of all, by bin; and of all after resampling. */
  readonly rareShares: readonly number[];
  readonly after: readonly number[];
  /** Share of the rare digits: 0 … 1. */
  readonly rareBefore: number;
  readonly rareAfter: number;
  /** As many equal draws would be worth as much: 1 / Σ p². */
  readonly effective: number;
  readonly size: number;
  /** The digits drawn most often, most first. */
  readonly most: readonly Drawn[];
  /** Standard deviation of the number over the collection. */
  readonly spread: number;
}

/** Digits that are named as the most frequent. */
const MOST = 8;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The probability of drawing each digit. */
export function weigh({ collection, unit, by, alpha, bins }: Params): number[] {
  const { codes: rows } = collections[collection];
  const seen = by === 'unit' ? rows.map((row) => [row[unit - 1] ?? NaN]) : rows;
  const rule = by === 'largest' ? largestFactorWeights : resamplingProbabilities;
  return rule(seen, { alpha: 10 ** alpha, bins });
}

/** The histogram of a number over a collection, and what the weights make of it. */
export function explore(params: Params): Exploration {
  const { codes: rows, firstRare } = collections[params.collection];
  const values = rows.map((row) => row[params.unit - 1] ?? NaN);
  const histogram = latentHistogram(values, params.bins);
  const p = weigh(params);
  const rareShares = histogram.shares.map(() => 0);
  for (const value of values.slice(firstRare)) {
    const bin = binOf(histogram, value);
    rareShares[bin] = (rareShares[bin] ?? 0) + 1 / rows.length;
  }
  const mean = sum(values) / values.length;
  return {
    histogram,
    rareShares,
    after: resampledShares(values, p, histogram),
    rareBefore: 1 - firstRare / rows.length,
    rareAfter: sum(p.slice(firstRare)),
    effective: 1 / sum(p.map((each) => each * each)),
    size: rows.length,
    most: p
      .map((each, at) => ({ at, rare: at >= firstRare, times: each * rows.length }))
      .sort((a, b) => b.times - a.times || a.at - b.at)
      .slice(0, MOST),
    spread: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length),
  };
}

/** Both sides of the bargain over log₁₀ α, all else as it is. */
export interface OverAlpha {
  readonly alphas: readonly number[];
  /** Share of the rare digits, 0 … 1. */
  readonly rare: readonly number[];
  /** Effective number by number, 0 … 1. */
  readonly worth: readonly number[];
}

const STEP = 0.2;

export function overAlpha(params: Params): OverAlpha {
  const { min, max } = fields.alpha;
  const alphas = Array.from({ length: Math.round((max - min) / STEP) + 1 }, (_, i) => Number((min + i * STEP).toFixed(1))); // prettier-ignore
  const { firstRare } = collections[params.collection];
  const weights = alphas.map((alpha) => weigh({ ...params, alpha }));
  return {
    alphas,
    rare: weights.map((p) => sum(p.slice(firstRare))),
    worth: weights.map((p) => 1 / (p.length * sum(p.map((each) => each * each)))),
  };
}
