import type { PlotLabel, PlotLine, PlotPoint } from '../shared/plot-path';
import { SAMPLES, type Comparison, type Pull } from './compare';
import { HALF_AXIS } from './optimal-discriminator.params';
import { drawnCritic } from './show';

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
/** One row of height 1 for each loss, in it a lane for each sample. */
const bottomOf = (row: number) => pullers.length - 1 - row;
const laneOf = (row: number, sample: number) => bottomOf(row) + 0.5 + 0.17 * ((SAMPLES - 1) / 2 - sample);

export interface Arrows {
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
}

/** The length that is drawn; 0 where it would be all head. */
function lengthOf(pull: number): number {
  const length = UNIT * Math.max(-CUT, Math.min(CUT, pull));
  return Math.abs(length) < SHORTEST ? 0 : length;
}

function arrow(x: number, y: number, pull: number, role: PlotLine['role'], width: number): PlotLine[] {
  const length = lengthOf(pull);
  if (length === 0) return [];
  const tip = x + length;
  const back = tip - 0.14 * Math.sign(length);
  return [
    { xs: [x, tip], ys: [y, y], role, width },
    { xs: [back, tip, back], ys: [y + 0.08, y, y - 0.08], role, width },
  ];
}

/** In each row the judge of its loss, thin: D* over the row's height, f by its own scale. */
export function judgesOf({ x, judge, critic }: Comparison): PlotLine[] {
  const inRow = (row: number, values: readonly number[]) =>
    values.map((value) => bottomOf(row) + 0.1 + 0.8 * value);
  return pullers.map((puller, row) => ({
    xs: x,
    ys: inRow(row, puller === 'critic' ? drawnCritic(critic) : judge),
    role: 'judge',
    width: 1.25,
    ...(puller === 'critic' && { dash: '7 4' }),
  }));
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

/** The name of each row, at the end of the axis that samples and arrows leave more room. */
export function rowNames(
  names: Readonly<Record<Puller, string>>,
  pulls: readonly Pull[],
  before: readonly Pull[] = [],
): PlotLabel[] {
  const reached = [...pulls, ...before].flatMap((pull) => [
    pull.x,
    ...pullers.map((puller) => pull.x + lengthOf(pull[puller])),
  ]);
  const left = HALF_AXIS + Math.min(...reached) >= HALF_AXIS - Math.max(...reached);
  return pullers.map((puller, row) => ({
    x: (left ? -1 : 1) * (HALF_AXIS - 0.1),
    // The samples' lanes fall from left to right: below them on the left, above them on the right.
    y: bottomOf(row) + (left ? 0.38 : 0.62),
    text: names[puller],
    role: 'gradient',
    align: left ? 'start' : 'end',
  }));
}
