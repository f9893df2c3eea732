import { createRng } from '~/methods/rng/create-rng';
import type { Rng } from '~/methods/rng/rng';

/** Independent estimates, and samples of each. */
export const [REPEATS, SAMPLES] = [20, 1000];
const PER_DIMENSION = REPEATS * SAMPLES;

/** Standard normals, one column of `PER_DIMENSION` for each dimension, drawn as far as they have been asked for. */
interface Drawn {
  readonly seed: number;
  readonly rng: Rng;
  readonly columns: Float64Array[];
}

let last: Drawn | undefined;

/**
 * Standard normals of k dimensions: column d belongs to coordinate d, entry r · SAMPLES + i to sample i of repeat r. A further dimension
 * adds a column and changes none, so a change of k compares the same samples.
 */
export function noiseOf(seed: number, k: number): readonly Float64Array[] {
  if (last?.seed !== seed) last = { seed, rng: createRng(seed), columns: [] };
  const { rng, columns } = last;
  while (columns.length < k) columns.push(Float64Array.from({ length: PER_DIMENSION }, () => rng.normal()));
  return columns.slice(0, k);
}
