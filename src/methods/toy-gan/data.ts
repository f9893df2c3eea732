import type { Rng } from '~/methods/rng/rng';
import { sampleCheckerboard } from '~/methods/toy-data/checkerboard';
import { sampleDrawn } from '~/methods/toy-data/drawn';
import { GRID_DEFAULTS, grid25Modes, sampleGrid25 } from '~/methods/toy-data/grid';
import { sampleLine } from '~/methods/toy-data/line';
import { sampleMoons } from '~/methods/toy-data/moons';
import { RING_DEFAULTS, ringModes, sampleRing, type Point } from '~/methods/toy-data/ring';
import { sampleSpiral } from '~/methods/toy-data/spiral';

/** The data sets of a GAN in the plane; `drawn` is the reader's own drawing. All lie inside |x|, |y| ≤ 3. */
export const DATA_SETS = ['ring', 'moons', 'grid', 'spiral', 'line', 'checkerboard', 'drawn'] as const;
export type DataName = (typeof DATA_SETS)[number];

/** Draws n points of the named law: (rng, n) → [n, 2]. `drawing` is the text of the one that is drawn. */
export function samplerOf(data: DataName, drawing: string): (rng: Rng, n: number) => Float32Array {
  if (data === 'drawn') return (rng, n) => sampleDrawn(rng, n, drawing);
  return SAMPLERS[data];
}

const SAMPLERS: { readonly [Name in Exclude<DataName, 'drawn'>]: (rng: Rng, n: number) => Float32Array } = {
  ring: sampleRing,
  moons: sampleMoons,
  grid: sampleGrid25,
  spiral: sampleSpiral,
  line: sampleLine,
  checkerboard: sampleCheckerboard,
};

/** The centres of a mixture's modes and their standard deviation; undefined for data without modes. */
export function modesOf(
  data: DataName,
): { readonly modes: readonly Point[]; readonly sigma: number } | undefined {
  if (data === 'ring') return { modes: ringModes(), sigma: RING_DEFAULTS.sigma };
  return data === 'grid' ? { modes: grid25Modes(), sigma: GRID_DEFAULTS.sigma } : undefined;
}
