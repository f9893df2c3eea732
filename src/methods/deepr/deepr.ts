import type { Rng } from '~/methods/rng/rng';
import { activeCount, checkMask, maskOf, placesOf, randomPlaces, type Mask } from '~/methods/sparsity/masks';

/** A layer of DeepR: each possible connection has a sign for good, and a strength while it is active. */
export interface DeepRLayer {
  /** θ ≥ 0 where active; what stands elsewhere is not looked at. */
  readonly strengths: ArrayLike<number>;
  /** s, +1 or −1, for every place. */
  readonly signs: ArrayLike<number>;
  readonly mask: Mask;
}

export interface DeepROptions {
  /** Learning rate η > 0. */
  readonly rate: number;
  /** α ≥ 0: pull of the L1 prior towards 0. */
  readonly l1: number;
  /** T ≥ 0: temperature of the random walk. */
  readonly temperature: number;
}

/** A layer after a step of DeepR. */
export interface DeepRStep {
  readonly strengths: Float64Array;
  readonly mask: Mask;
  /** Places whose strength fell below 0, rising. */
  readonly dropped: readonly number[];
  /** Places activated in their stead, rising. */
  readonly grown: readonly number[];
}

/**
 * The weights: $w = s\,\theta$ where active, 0 elsewhere.
 * @throws RangeError if the lengths differ.
 * @example deepRWeights({ strengths: [2, 5], signs: [-1, 1], mask: Uint8Array.of(1, 0) }) // [-2, 0]
 */
export function deepRWeights({ strengths, signs, mask }: DeepRLayer): Float64Array {
  checkMask('deepRWeights', mask, { strengths, signs });
  return Float64Array.from(strengths, (theta, place) =>
    mask[place] === 1 ? theta * (signs[place] ?? NaN) : 0,
  );
}

/** Splits weights into signs and strengths; a weight of 0 at a place takes its sign from the generator. */
export function deepRLayer(weights: ArrayLike<number>, mask: Mask, rng: Rng): DeepRLayer {
  checkMask('deepRLayer', mask, { weights });
  const signs = Float64Array.from(weights, (w) => (w === 0 ? 1 - 2 * rng.integer(2) : Math.sign(w)));
  return { strengths: Float64Array.from(weights, Math.abs), signs, mask };
}

function checkOptions({ rate, l1, temperature }: DeepROptions): void {
  if (!(rate > 0 && rate < Infinity))
    throw new RangeError(`deepRStep: the rate must be above 0 and finite, found ${rate}`);
  if (!(l1 >= 0 && l1 < Infinity))
    throw new RangeError(`deepRStep: l1 must be at least 0 and finite, found ${l1}`);
  if (!(temperature >= 0 && temperature < Infinity))
    throw new RangeError(`deepRStep: the temperature must be at least 0 and finite, found ${temperature}`);
}

/** θ after a step at the active places. */
function walk(
  { strengths, signs, mask }: DeepRLayer,
  gradients: ArrayLike<number>,
  { rate, l1, temperature }: DeepROptions,
  rng: Rng,
): Float64Array {
  const shake = Math.sqrt(2 * rate * temperature);
  const next = new Float64Array(mask.length);
  for (const place of placesOf(mask, 1)) {
    const slope = (signs[place] ?? NaN) * (gradients[place] ?? NaN);
    const moved = (strengths[place] ?? NaN) - rate * (slope + l1) + shake * rng.normal();
    if (Number.isNaN(moved)) throw new RangeError(`deepRStep: the strength at ${place} is not a number`);
    next[place] = moved;
  }
  return next;
}

/**
 * One step of DeepR in one layer: gradient, L1 and noise move the active strengths; a connection whose strength falls **below 0**, that is, whose weight would change its
 * sign, goes to sleep, and for each a sleeping one wakes at random with strength 0:
 *
 * $$\theta_k \leftarrow \theta_k - \eta\, \frac{\partial E}{\partial \theta_k} - \eta \alpha + \sqrt{2 \eta T}\, \nu_k, \qquad
 *   \frac{\partial E}{\partial \theta_k} = s_k \frac{\partial E}{\partial w_k}, \qquad \nu_k \sim \mathcal N(0, 1)$$
 *
 * Rewiring so happens at every step and needs no gradient of sleeping weights. Conventions: the number of connections is held in each layer; one that has just gone to
 * sleep may be woken again (all sleeping ones are equally likely); θ = 0 stays awake. The variant without a fixed number ("soft-DEEP R") is not built.
 * @param gradients ∂E/∂w, read at active places only
 * @param rng draws ν for each active place in rising order, then the places to wake
 * @throws RangeError if lengths differ, no connection is active, a sign is not ±1, an option is out of range or a strength is not a number.
 * @see Bellec, Kappel, Maass and Legenstein, "Deep rewiring: training very sparse deep networks", ICLR 2018, Algorithm 1
 * @example deepRStep(layer, gradients, { rate: 0.05, l1: 1e-4, temperature: 1e-6 }, rng)
 */
export function deepRStep(
  layer: DeepRLayer,
  gradients: ArrayLike<number>,
  options: DeepROptions,
  rng: Rng,
): DeepRStep {
  const { strengths, signs, mask } = layer;
  checkMask('deepRStep', mask, { strengths, signs, gradients });
  checkOptions(options);
  const odd = Array.from(signs).findIndex((sign) => Math.abs(sign) !== 1);
  if (odd >= 0) throw new RangeError(`deepRStep: a sign must be 1 or −1, found ${signs[odd]} at ${odd}`);
  if (activeCount(mask) === 0) throw new RangeError('deepRStep: the layer has no active connection');
  const next = walk(layer, gradients, options, rng);
  const active = placesOf(mask, 1);
  const dropped = active.filter((place) => (next[place] ?? NaN) < 0);
  for (const place of dropped) next[place] = 0;
  const awake = maskOf(mask.length, active.filter((place) => !dropped.includes(place))); // prettier-ignore
  const grown = randomPlaces(placesOf(awake, 0), dropped.length, rng);
  for (const place of grown) awake[place] = 1;
  return { strengths: next, mask: awake, dropped, grown };
}
