import type { BaseFrame } from '~/runtime/loop';
import type { ModelName } from './digit-latents.params';
import type { Lab, Space } from './lab';
import type { Neighbourhood, Point, TestCodes } from './latent-plane';

/** What is known about one place and the digit decoded there. */
export interface Reading {
  readonly at: Point;
  /** Share of N(0, I) nearer to the origin. */
  readonly priorMass: number;
  readonly neighbourhood: Neighbourhood | undefined;
  /** Share of the digit's pixels that are neither clearly ink nor clearly paper. */
  readonly grey: number;
}

/** The plane of one model with two numbers. */
export interface PlaneSide {
  readonly name: ModelName;
  readonly space: Space;
  /** The handle. */
  readonly here: Reading;
  /** The points of the strip. */
  readonly line: readonly Reading[];
  /** The digit at the handle, probabilities of ink, [784]. */
  readonly digit: Float32Array;
  /** The digits from `from` to `at`, [8, 784]. */
  readonly strip: Float32Array;
  /** The grid, 0 (no ink) … 255, [16 · 16, 784], rows from the top; the first `cellsDone` cells are decoded. */
  readonly cells: Uint8Array;
  readonly cellsDone: number;
  readonly codes: TestCodes;
}

/** One of the sixteen numbers of a code. */
export interface Unit {
  /** Its place in the code, counted from 0. */
  readonly index: number;
  /** KL in nats per test image; of a model without a prior the standard deviation of its codes. */
  readonly strength: number;
  /** Its value in the code that is traversed, in coordinates u. */
  readonly value: number;
}

/** Traversals of one model with sixteen numbers. */
export interface RowsSide {
  readonly name: ModelName;
  /** Strongest first. */
  readonly units: readonly Unit[];
  /** Whether `strength` is a KL. */
  readonly hasPrior: boolean;
  /** Row by row of `units`, in each the values of `TRAVERSAL`: 0 (no ink) … 255, [16 · 7, 784]. */
  readonly pictures: Uint8Array;
  /** The digit of the code as it is, and with the chosen unit at the chosen value, [784] each. */
  readonly start: Float32Array;
  readonly digit: Float32Array;
  /** What the chosen value changes: mean absolute difference of a pixel. */
  readonly change: number;
  /** The largest such difference in each row. */
  readonly reach: readonly number[];
  /** The digit that was encoded; undefined for the reader's drawing. */
  readonly label: number | undefined;
}

/** What one model makes of the reader's drawing. */
export interface Drawn {
  readonly name: ModelName;
  /** The drawing as the encoder sees it, and its reconstruction from the mean of its code, [784] each. */
  readonly ink: Float32Array;
  readonly reconstruction: Float32Array;
  /** The code in coordinates u, and its deviations where it is a distribution. */
  readonly mean: readonly number[];
  readonly sd: readonly number[] | undefined;
  /** Mean squared error of a pixel. */
  readonly error: number;
  /** Of the first `judged` test digits, those that the same model restores with a smaller error. */
  readonly below: number;
  readonly judged: number;
  /** How many test digits there are to judge by. */
  readonly of: number;
}

export interface Frame extends BaseFrame {
  readonly from: Point;
  /** With two numbers one for each model, else empty. */
  readonly planes: readonly PlaneSide[];
  /** With sixteen numbers one for each model, else empty. */
  readonly rows: readonly RowsSide[];
  /** One for each model, empty without a drawing. */
  readonly drawn: readonly Drawn[];
  readonly device: Lab['device'];
  readonly notes: ReturnType<Lab['notes']>;
}
