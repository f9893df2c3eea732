import { jensenShannon } from '~/methods/divergences/discrete';
import { histogram2d } from '~/methods/divergences/histogram';
import { samplingFloor } from '~/methods/divergences/sampling-floor';
import { slicedWasserstein } from '~/methods/divergences/wasserstein';

/** Cells along each side of the histogram. */
export const BINS = 24;
/** Directions over a half turn onto which points are projected. */
export const DIRECTIONS = 16;
/** Sets of fresh data for a floor. */
const REPEATS = 10;

/** What data against data reach by the same estimator and the same numbers of points: mean and standard deviation over repeats. */
export interface Floor {
  readonly mean: number;
  readonly spread: number;
}

/** How far samples are from data. */
export interface Distances {
  /** Jensen–Shannon divergence of the histograms in nats, 0 … log 2. */
  readonly js: number;
  /** Sliced Wasserstein-1 distance, in the units of the plane. */
  readonly w1: number;
}

/** Measures samples against the data of one run. The floors are worked out when one of them is first asked for. */
export interface Yardstick {
  readonly jsFloor: Floor;
  readonly w1Floor: Floor;
  readonly measure: (samples: Float32Array) => Distances;
}

/**
 * Measures samples against one set of data, and fresh data against it too: a perfect generator cannot be told from fresh
 * data, so what those reach is the floor of each number, not 0.
 *
 * JS compares the histograms of all data and of the samples, BINS² equal cells over the square and one for what is outside.
 * Sliced W1 compares the samples with the first data points of the same number, along DIRECTIONS directions.
 * @param data [points, 2]
 * @param halfSide half the side of the square
 * @param samples how many points will be measured at a time, at most as many as the data
 * @param draw so many points of the law that the data come from, new ones at each call: [n, 2]
 */
export function measureAgainst(
  data: Float32Array,
  halfSide: number,
  samples: number,
  draw: (n: number) => Float32Array,
): Yardstick {
  const grid = { halfSide, bins: BINS };
  const whole = histogram2d(data, grid);
  const some = data.subarray(0, 2 * samples);
  const js = (points: Float32Array) => jensenShannon(histogram2d(points, grid), whole);
  const w1 = (points: Float32Array) => slicedWasserstein(points, some, { directions: DIRECTIONS });
  const floorOf = (distance: (points: Float32Array) => number): Floor => {
    const { mean, deviation } = samplingFloor(draw, distance, { n: samples, repeats: REPEATS });
    return { mean, spread: deviation };
  };
  // Both at once and in this order, whichever is asked for: the fresh data come from one stream. They cost more than all
  // else that stands before a first picture.
  let floors: { readonly js: Floor; readonly w1: Floor } | undefined;
  const measureFloors = () => (floors ??= { js: floorOf(js), w1: floorOf(w1) });
  return {
    get jsFloor() {
      return measureFloors().js;
    },
    get w1Floor() {
      return measureFloors().w1;
    },
    measure: (points) => ({ js: js(points), w1: w1(points) }),
  };
}
