import type { Rng } from '~/methods/rng/rng';
import { PIXELS } from '../shared/test-digits';
import type { Foreign } from './anomaly.params';

/** Pale digits have this share of their ink. */
const FAINT = 1 / 3;

/** The pixels of one picture in random order: as much ink as before, in no shape. */
function shuffle(picture: Float32Array, rng: Rng): Float32Array {
  const mixed = picture.slice();
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = rng.integer(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] ?? 0, mixed[last] ?? 0];
  }
  return mixed;
}

/**
 * Strangers made of digits, one of each: turned by 180°, paper for ink, pixels at random places, a third of the ink.
 * @param digits [count · 784] ink in [0, 1]
 * @param rng for `speckle`
 */
export function distort(digits: Float32Array, kind: Exclude<Foreign, 'fashion'>, rng: Rng): Float32Array {
  if (kind === 'negative') return digits.map((ink) => 1 - ink);
  if (kind === 'faint') return digits.map((ink) => FAINT * ink);
  const made = new Float32Array(digits.length);
  for (let from = 0; from < digits.length; from += PIXELS) {
    const picture = digits.slice(from, from + PIXELS);
    made.set(kind === 'upside' ? picture.reverse() : shuffle(picture, rng), from);
  }
  return made;
}
