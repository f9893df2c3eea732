import type { Node } from '~/autodiff/graph';
import { interpolate } from '~/methods/gradient-penalties/gradient-penalty';
import { createRng } from '~/methods/rng/create-rng';
import { sampleRing } from '~/methods/toy-data/ring';
import { evaluate } from '~/runtime/evaluate';

export type Point = readonly [number, number];

export interface Places {
  readonly data: Point[];
  readonly samples: Point[];
  /** x̂ of WGAN-GP, x + δ of DRAGAN, x of R1. */
  readonly between: Point[];
  readonly around: Point[];
  readonly on: Point[];
}

const PAIRS = 64;
/** Standard deviation of DRAGAN's noise, as the widget has it. */
export const RADIUS = 0.5;

/** Where three penalties measure the judge's slope in one batch: data on a ring of eight, samples in a heap at the right. */
export function penaltyPlaces(seed = 4): Places {
  const rng = createRng(seed);
  const points = (values: ArrayLike<number>): Point[] =>
    Array.from({ length: PAIRS }, (_, i) => [values[2 * i] ?? NaN, values[2 * i + 1] ?? NaN]);
  const data = points(sampleRing(rng, PAIRS));
  const samples = Array.from({ length: PAIRS }, (): Point => [
    2.6 + 0.25 * rng.normal(),
    0.25 * rng.normal(),
  ]);
  const alpha = Array.from({ length: PAIRS }, () => [rng.uniform()]);
  const mixed = evaluate((x: Node, y: Node, a: Node) => interpolate(x, y, a), [data, samples, alpha]);
  const around = data.map(([x, y]): Point => [x + RADIUS * rng.normal(), y + RADIUS * rng.normal()]);
  return { data, samples, between: mixed as unknown as Point[], around, on: data };
}
