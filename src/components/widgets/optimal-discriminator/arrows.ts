import type { PlotLabel, PlotLine, PlotPoint } from '../shared/plot-path';
import { SAMPLES, type Pull } from './compare';
import { HALF_AXIS } from './optimal-discriminator.params';

/** The losses whose pulls are drawn, from the upper row to the lower. */
export const pullers = ['minimax', 'nonSaturating', 'critic'] as const;
export type Puller = (typeof pullers)[number];

/** Length of an arrow for a pull of 1, in units of the axis, and the pull at which arrows are cut. */
const UNIT = 0.25;
const CUT = 4;
/** A shorter arrow would be all head. */
const SHORTEST = 0.08;
/** One row of height 1 for each loss: its name at the top, a lane for each sample below. */
const laneOf = (row: number, sample: number) =>
  pullers.length - 1 - row + (0.62 * (SAMPLES - sample)) / SAMPLES;

export interface Arrows {
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
}

/** Five samples in each row, with the way that the row's loss pulls them. */
export function arrowsOf(pulls: readonly Pull[]): Arrows {
  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  pullers.forEach((puller, row) => {
    pulls.forEach((pull, sample) => {
      const y = laneOf(row, sample);
      points.push({ x: pull.x, y, role: 'model', hollow: true });
      const length = UNIT * Math.max(-CUT, Math.min(CUT, pull[puller]));
      if (Math.abs(length) < SHORTEST) return;
      const tip = pull.x + length;
      const back = tip - 0.11 * Math.sign(length);
      lines.push({ xs: [pull.x, tip], ys: [y, y], role: 'gradient' });
      lines.push({ xs: [back, tip, back], ys: [y + 0.06, y, y - 0.06], role: 'gradient' });
    });
  });
  return { lines, points };
}

/** The name of each row, where the generator is not. */
export function rowNames(names: Readonly<Record<Puller, string>>, modelAt: number): PlotLabel[] {
  const left = modelAt >= 0;
  return pullers.map((puller, row) => ({
    x: (left ? -1 : 1) * (HALF_AXIS - 0.1),
    y: pullers.length - 1 - row + 0.78,
    text: names[puller],
    role: 'gradient',
    align: left ? 'start' : 'end',
  }));
}
