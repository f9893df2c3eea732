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
  for (let at = 0; at < mask.length; at++)
    if (mask[at]! > 1)
      throw new RangeError(`${name}: a mask holds 0 and 1, found ${mask[at]} at entry ${at}`);
}

/** Guards a number of places to take from `most`. */
export function checkCount(name: string, count: number, most: number): void {
  if (!Number.isInteger(count) || count < 0 || count > most)
    throw new RangeError(`${name}: the count must be a whole number in 0 … ${most}, found ${count}`);
}

/** |x| of each, a new array. `magnitudes([3, -4])` is 3, 4. */
export function magnitudes(values: ArrayLike<number>): Float64Array {
  // A loop: `from` with a function is ten times slower on a layer of 10⁵ weights.
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.abs(values[i]!);
  return out;
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
  for (let place = 0; place < mask.length; place++) if (mask[place] === value) places.push(place);
  return places;
}

/** 0 … size − 1. */
function allPlaces(size: number): Uint32Array {
  const places = new Uint32Array(size);
  for (let place = 0; place < size; place++) places[place] = place;
  return places;
}

/** The k-th largest of the values, k ≥ 1, by Hoare's selection; the values are reordered. Quick with many equal ones too. */
function selectLargest(values: Float64Array, k: number): number {
  const target = values.length - k;
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = values[target]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (j < target) left = i;
    if (target < i) right = j;
  }
  return values[target]!;
}

/** The places in rising order, themselves if they are so already. */
function rising(places: ArrayLike<number>): ArrayLike<number> {
  for (let i = 1; i < places.length; i++)
    if (places[i - 1]! > places[i]!) return Float64Array.from(places).sort();
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
  eligible: ArrayLike<number> = allPlaces(scores.length),
): number[] {
  checkCount('highestPlaces', k, eligible.length);
  const places = rising(eligible);
  const values = new Float64Array(places.length);
  for (let i = 0; i < values.length; i++) {
    const score = scores[places[i]!] ?? NaN;
    if (Number.isNaN(score))
      throw new RangeError(`highestPlaces: the score at ${places[i]} is missing or not a number`);
    values[i] = score;
  }
  if (k === 0) return [];
  const threshold = selectLargest(values.slice(), k);
  let equal = k;
  for (const value of values) if (value > threshold) equal--;
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > threshold || (value === threshold && equal-- > 0)) found.push(places[i]!);
  }
  return found;
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
  return maskOf(size, randomPlaces(allPlaces(size), active, rng));
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
  const masked = new Float64Array(mask.length);
  for (let place = 0; place < masked.length; place++) if (mask[place] === 1) masked[place] = weights[place]!;
  return masked;
}
