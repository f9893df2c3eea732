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
  const { columns } = drawnOf(seed);
  while (columns.length < k) addColumn(seed);
  return columns.slice(0, k);
}

/** Whether {@link noiseOf} has nothing left to draw. */
export function isDrawn(seed: number, k: number): boolean {
  return last?.seed === seed && last.columns.length >= k;
}

/**
 * Draws the noise a column (some 6 ms) at a time, and lets the page breathe between: all 24 at once would hold it up for 150 ms, six
 * times that on a telephone.
 * @param isStale asked before each column; true ends the drawing
 * @returns whether all of it is there
 */
export async function drawNoise(seed: number, k: number, isStale: () => boolean): Promise<boolean> {
  while (!isDrawn(seed, k)) {
    if (isStale()) return false;
    addColumn(seed);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return !isStale();
}

function drawnOf(seed: number): Drawn {
  if (last?.seed !== seed) last = { seed, rng: createRng(seed), columns: [] };
  return last;
}

function addColumn(seed: number): void {
  const { rng, columns } = drawnOf(seed);
  columns.push(Float64Array.from({ length: PER_DIMENSION }, () => rng.normal()));
}
