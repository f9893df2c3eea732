import type { PlotLabel, PlotLine, PlotPoint } from '../shared/plot-path';
import { SAMPLES, type Pull } from './compare';
import { HALF_AXIS } from './optimal-discriminator.params';

/** The losses whose pulls are drawn, from the upper row to the lower. */
export const pullers = ['minimax', 'nonSaturating', 'critic'] as const;
export type Puller = (typeof pullers)[number];

/**
 * Length of an arrow for a pull of 1, in units of the axis, and the pull at which arrows are cut. On a telephone a unit is
 * 30 pixels and the ring around a sample has 6: the critic's pull of 1 must come out of it.
 */
const UNIT = 0.6;
const CUT = 3;
/** A shorter arrow would be all head. */
const SHORTEST = 0.08;
/** One row of height 1 for each loss: its name at the top, a lane for each sample below. */
const laneOf = (row: number, sample: number) =>
  pullers.length - 1 - row + (0.62 * (SAMPLES - sample)) / SAMPLES;

export interface Arrows {
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
}

function arrow(x: number, y: number, pull: number, role: PlotLine['role'], width: number): PlotLine[] {
  const length = UNIT * Math.max(-CUT, Math.min(CUT, pull));
  if (Math.abs(length) < SHORTEST) return [];
  const tip = x + length;
  const back = tip - 0.14 * Math.sign(length);
  return [
    { xs: [x, tip], ys: [y, y], role, width },
    { xs: [back, tip, back], ys: [y + 0.06, y, y - 0.06], role, width },
  ];
}

/** Five samples in each row, with the way that the row's loss pulls them; those of a baseline thin and grey. */
export function arrowsOf(pulls: readonly Pull[], before: readonly Pull[] = []): Arrows {
  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  const drawAll = (all: readonly Pull[], ring: PlotLine['role'], role: PlotLine['role'], width: number) =>
    pullers.forEach((puller, row) => {
      all.forEach((pull, sample) => {
        const y = laneOf(row, sample);
        points.push({ x: pull.x, y, role: ring, hollow: true });
        lines.push(...arrow(pull.x, y, pull[puller], role, width));
      });
    });
  drawAll(before, 'quiet', 'quiet', 1.25);
  drawAll(pulls, 'model', 'gradient', 2);
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
