import type { Rng } from '~/methods/rng/rng';

/**
 * Which weights of a layer are there: 1 where the connection is active, 0 where not, in the weights' own row-major order (weight [i, o] of
 * [inputs, outputs] is entry i · outputs + o).
 */
export type Mask = Uint8Array;

/**
 * Guards that arrays belong to one layer.
 * @throws RangeError if an array is not as long as the mask, or the mask holds anything but 0 and 1.
 */
export function checkMask(
  name: string,
  mask: Mask,
  arrays: Readonly<Record<string, ArrayLike<number>>>,
): void {
  for (const [key, values] of Object.entries(arrays))
    if (values.length !== mask.length)
      throw new RangeError(`${name}: the mask has ${mask.length} entries, but ${key} ${values.length}`);
  const odd = mask.findIndex((entry) => entry > 1);
  if (odd >= 0) throw new RangeError(`${name}: a mask holds 0 and 1, found ${mask[odd]} at entry ${odd}`);
}

/** Guards a number of places to take from `most`. */
export function checkCount(name: string, count: number, most: number): void {
  if (!Number.isInteger(count) || count < 0 || count > most)
    throw new RangeError(`${name}: the count must be a whole number in 0 … ${most}, found ${count}`);
}

/** How many connections are active. `activeCount(Uint8Array.of(1, 0, 1)) === 2` */
export function activeCount(mask: Mask): number {
  let active = 0;
  for (const entry of mask) active += entry;
  return active;
}

/** Places where the mask is `value`, rising. */
export function placesOf(mask: Mask, value: 0 | 1): number[] {
  const places: number[] = [];
  mask.forEach((entry, place) => {
    if (entry === value) places.push(place);
  });
  return places;
}

/**
 * The k eligible places of highest score. Convention: **of equal scores the smaller index wins**, so that a run is the same everywhere.
 * @param scores any numbers; infinite ones are allowed
 * @param eligible default all; the score of another place is not looked at
 * @returns k places, rising
 * @throws RangeError if an eligible score is NaN, a place does not exist, or k is not a whole number 0 … number of eligible places.
 * @example highestPlaces([3, 9, 3, 3], 2) // [0, 1]
 */
export function highestPlaces(
  scores: ArrayLike<number>,
  k: number,
  eligible: ArrayLike<number> = Array.from(scores, (_, place) => place),
): number[] {
  checkCount('highestPlaces', k, eligible.length);
  const sorted = Float64Array.from(eligible, (place) => scores[place] ?? NaN);
  const bad = sorted.findIndex(Number.isNaN);
  if (bad >= 0)
    throw new RangeError(`highestPlaces: the score at ${eligible[bad]} is missing or not a number`);
  if (k === 0) return [];
  sorted.sort();
  const threshold = sorted[sorted.length - k] ?? NaN;
  const places = Array.from(eligible).sort((a, b) => a - b);
  let equal = k - places.filter((place) => (scores[place] ?? NaN) > threshold).length;
  return places.filter((place) => {
    const score = scores[place] ?? NaN;
    return score > threshold || (score === threshold && equal-- > 0);
  });
}

/**
 * k of the places, each set of k equally likely (to 2⁻³²): the first k of a Fisher–Yates shuffle.
 * @param rng takes k draws
 * @returns k places, rising
 * @throws RangeError if k is not a whole number 0 … number of places.
 * @example randomPlaces([4, 5, 6], 3, createRng(1)) // [4, 5, 6]
 */
export function randomPlaces(places: ArrayLike<number>, k: number, rng: Rng): number[] {
  checkCount('randomPlaces', k, places.length);
  const pool = Float64Array.from(places);
  for (let i = 0; i < k; i++) {
    const other = i + rng.integer(pool.length - i);
    [pool[i], pool[other]] = [pool[other] ?? NaN, pool[i] ?? NaN];
  }
  return Array.from(pool.subarray(0, k).sort());
}

/** A mask with 1 at the places. `maskOf(3, [1])` is 0, 1, 0. */
export function maskOf(size: number, places: readonly number[]): Mask {
  const mask = new Uint8Array(size);
  for (const place of places) mask[place] = 1;
  return mask;
}

/**
 * A random mask with exactly `active` connections.
 * @throws RangeError if `active` is not a whole number 0 … size.
 * @example activeCount(randomMask(235200, 23520, createRng(3))) // 23520
 */
export function randomMask(size: number, active: number, rng: Rng): Mask {
  const all = Array.from({ length: size }, (_, place) => place);
  return maskOf(size, randomPlaces(all, active, rng));
}

/**
 * Masks of the `keep` highest scores of **all layers together**. Ties: the earlier layer, then the smaller index.
 * @param scores one array for each layer
 * @returns one mask for each layer; a layer may keep nothing (count with `activeCount`: that is layer collapse)
 * @throws RangeError if a score is NaN or `keep` is not a whole number 0 … number of scores.
 * @example keepHighest([[1, 5], [4]], 2) // masks 0, 1 and 1
 */
export function keepHighest(scores: readonly ArrayLike<number>[], keep: number): Mask[] {
  const flat = new Float64Array(scores.reduce((total, { length }) => total + length, 0));
  let end = 0;
  for (const layer of scores) {
    flat.set(layer, end);
    end += layer.length;
  }
  const mask = maskOf(flat.length, highestPlaces(flat, keep));
  end = 0;
  return scores.map(({ length }) => mask.slice(end, (end += length)));
}

/**
 * Weights with the inactive ones set to 0: $w \odot m$.
 * @throws RangeError if the lengths differ.
 * @example applyMask([3, 4], Uint8Array.of(0, 1)) // [0, 4]
 */
export function applyMask(weights: ArrayLike<number>, mask: Mask): Float64Array {
  checkMask('applyMask', mask, { weights });
  return Float64Array.from(weights, (weight, place) => (mask[place] === 1 ? weight : 0));
}
