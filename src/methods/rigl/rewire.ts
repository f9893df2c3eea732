import { activeCount, applyMask, checkMask, placesOf, type Mask } from '~/methods/sparsity/masks';

/** A layer's weights and which of them are there. */
export interface MaskedLayer {
  /** Row-major. What stands at inactive places is not looked at. */
  readonly weights: ArrayLike<number>;
  readonly mask: Mask;
}

/** A layer after an exchange of connections. */
export interface Rewired {
  readonly mask: Mask;
  /** 0 at inactive places and at `fresh` ones. */
  readonly weights: Float64Array;
  /** Places dropped, rising. One that was grown again stands in both lists. */
  readonly dropped: readonly number[];
  /** Places grown, rising. */
  readonly grown: readonly number[];
  /** Of those grown the ones that begin anew, with weight 0: the optimiser must forget what it carries there (`resetState`). */
  readonly fresh: readonly number[];
}

/**
 * What becomes of a connection that is dropped and would be grown in one and the same exchange: it keeps its weight and the optimiser's state (`keep`: as if
 * it had never been dropped), begins anew from 0 (`zero`), or cannot be grown (`never`).
 */
export type Regrowth = 'keep' | 'zero' | 'never';

/**
 * How many connections an exchange moves: ⌊fraction · active⌋.
 * @param name of the caller, for messages
 * @throws RangeError if the fraction is not in [0, 1].
 * @example exchangeCount('here', 10, 0.35) // 3
 */
export function exchangeCount(name: string, active: number, fraction: number): number {
  if (!(fraction >= 0 && fraction <= 1))
    throw new RangeError(`${name}: the fraction to drop must be in [0, 1], found ${fraction}`);
  // 0.1 · 30 may lie a last digit below 3.
  return Math.min(active, Math.floor(active * fraction * (1 + 1e-9)));
}

/**
 * Places that may be grown after a drop: the inactive ones and, unless `never`, those just dropped.
 * @throws RangeError if there are fewer than `count` of them.
 */
export function growable(
  name: string,
  mask: Mask,
  dropped: readonly number[],
  count: number,
  regrowth: Regrowth,
): number[] {
  const free = mask.slice();
  if (regrowth !== 'never') for (const place of dropped) free[place] = 0;
  const places = placesOf(free, 0);
  if (places.length < count)
    throw new RangeError(
      `${name}: ${count} connections are to be grown, but only ${places.length} places are free; drop fewer or allow regrowth`,
    );
  return places;
}

/**
 * The layer with some connections dropped and others grown.
 * @param dropped active places
 * @param grown places that are inactive once `dropped` are gone
 * @throws RangeError if the weights are not as many as the mask's entries.
 * @throws Error if a place is dropped that is not active, or grown that is.
 */
export function rewire(
  name: string,
  { weights, mask }: MaskedLayer,
  dropped: readonly number[],
  grown: readonly number[],
  regrowth: Regrowth,
): Rewired {
  checkMask(name, mask, { weights });
  const next = mask.slice();
  const move = (places: readonly number[], from: 0 | 1): void => {
    for (const place of places) {
      if (next[place] !== from)
        throw new Error(`${name}: place ${place} is ${from === 1 ? 'not active' : 'active already'}`);
      next[place] = 1 - from;
    }
  };
  move(dropped, 1);
  move(grown, 0);
  const fresh = grown.filter((place) => regrowth === 'zero' || mask[place] === 0);
  const values = applyMask(weights, next);
  for (const place of fresh) values[place] = 0;
  return { mask: next, weights: values, dropped, grown, fresh };
}

/**
 * What an optimiser carries for each weight (momentum, Adam's means) after an exchange: 0 where a connection is new or gone, as before elsewhere.
 * @param state as long as the mask
 * @throws RangeError if the lengths differ.
 * @example resetState([5, 6, 7], { mask: Uint8Array.of(1, 1, 0), fresh: [1] }) // [5, 0, 0]
 */
export function resetState(
  state: ArrayLike<number>,
  { mask, fresh }: Pick<Rewired, 'mask' | 'fresh'>,
): Float64Array {
  checkMask('resetState', mask, { state });
  const next = applyMask(state, mask);
  for (const place of fresh) next[place] = 0;
  return next;
}

/**
 * Guards a layer before an exchange.
 * @returns how many connections are active
 * @throws RangeError if lengths differ, the mask holds anything but 0 and 1, or no connection is active.
 */
export function checkMaskedLayer(
  name: string,
  { weights, mask }: MaskedLayer,
  others: Readonly<Record<string, ArrayLike<number>>> = {},
): number {
  checkMask(name, mask, { weights, ...others });
  const active = activeCount(mask);
  if (active === 0)
    throw new RangeError(`${name}: the layer has no active connection, nothing can be exchanged`);
  return active;
}
