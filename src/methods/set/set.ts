import { checkMaskedLayer, exchangeCount, growable, rewire, type MaskedLayer, type Regrowth, type Rewired } from '~/methods/rigl/rewire'; // prettier-ignore
import { smallestActive } from '~/methods/rigl/rigl';
import type { Rng } from '~/methods/rng/rng';
import { highestPlaces, placesOf, randomPlaces } from '~/methods/sparsity/masks';

export interface SetOptions {
  /**
   * What "closest to zero" means. `magnitude` (default): the smallest |w| of all active ones, as RigL's comparison has it. `by-sign`: SET's own words, the
   * same fraction of the smallest positive weights and of the largest negative ones.
   */
  readonly drop?: 'magnitude' | 'by-sign';
  /** What becomes of a connection dropped and grown at once; default `keep`, as for RigL. */
  readonly regrowth?: Regrowth;
  /** Draws the weight of a new connection; default 0, as in RigL's comparison. SET's authors draw it as at the start. */
  readonly initial?: () => number;
}

/**
 * The fraction of the positive weights closest to zero and the same fraction of the negative ones, each number rounded down. A weight of exactly 0 counts as positive.
 * @returns places, rising
 * @throws RangeError if the fraction is not in [0, 1] or a weight is NaN.
 * @example closestToZeroBySign({ weights: [1, 2, -1, -5], mask: Uint8Array.of(1, 1, 1, 1) }, 0.5) // [0, 2]
 */
export function closestToZeroBySign({ weights, mask }: MaskedLayer, fraction: number): number[] {
  const active = placesOf(mask, 1);
  const closeness = Float64Array.from(weights, (weight) => -Math.abs(weight));
  const negative = active.filter((place) => (weights[place] ?? NaN) < 0);
  const positive = active.filter((place) => !((weights[place] ?? NaN) < 0));
  return [positive, negative]
    .flatMap((side) =>
      highestPlaces(closeness, exchangeCount('closestToZeroBySign', side.length, fraction), side),
    )
    .sort((a, b) => a - b);
}

/**
 * One exchange of SET in one layer: the connections closest to zero go and as many come at **random** places. No gradient of an inactive weight is needed.
 *
 * Conventions: new connections begin at 0 and those just dropped may come back (both as in the official code of RigL, where SET is the comparison). SET's authors
 * draw new weights at random and drop by sign: `{ drop: 'by-sign', initial }` is nearer to them. Their fraction is ζ = 0.3 after every epoch, without a cosine.
 * @param fraction ζ in [0, 1]
 * @param rng draws the places, then `initial` may draw the weights, in rising order of places
 * @throws RangeError if lengths differ, no connection is active, the fraction is out of range, or a weight is NaN.
 * @see Mocanu et al., "Scalable training of artificial neural networks with adaptive sparse connectivity inspired by network science", Nature
 * Communications 9, 2018, Algorithm 1
 * @example setDropAndGrow({ weights, mask }, 0.3, rng)
 */
export function setDropAndGrow(
  layer: MaskedLayer,
  fraction: number,
  rng: Rng,
  { drop = 'magnitude', regrowth = 'keep', initial = () => 0 }: SetOptions = {},
): Rewired {
  const active = checkMaskedLayer('setDropAndGrow', layer);
  const dropped =
    drop === 'by-sign'
      ? closestToZeroBySign(layer, fraction)
      : smallestActive(layer, exchangeCount('setDropAndGrow', active, fraction));
  const places = growable('setDropAndGrow', layer.mask, dropped, dropped.length, regrowth);
  const grown = randomPlaces(places, dropped.length, rng);
  const next = rewire('setDropAndGrow', layer, dropped, grown, regrowth);
  for (const place of next.fresh) next.weights[place] = initial();
  return next;
}
