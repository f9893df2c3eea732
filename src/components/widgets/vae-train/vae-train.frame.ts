import type { BaseFrame } from '~/runtime/loop';
import type { StoreNote } from '~/runtime/model-store/model-store';

/** The decoder is asked on GRID × GRID points of the plane of two units, from −HALF to HALF along both. */
export const GRID = 12;
export const HALF = 2.5;
/** Pictures decoded from codes drawn from the prior, the same draws in each frame. */
export const SAMPLES = 12;
/** Test digits that are shown beside their reconstructions: the first of each class. */
export const SHOWN = 10;
/** A unit that costs less than this many nats on the test digits tells next to nothing: it is not in use. */
export const IN_USE = 0.05;

/** What the widget shows at one moment. Everything measured is measured on all test digits, none of which is trained on. */
export interface Frame extends BaseFrame {
  /** Side of a picture in pixels. */
  readonly side: number;
  /** β now: during the warm-up less than the reader's. */
  readonly beta: number;
  /** The loss that was lowered, of the latest batch, not smoothed; NaN before the first step. */
  readonly loss: number;
  /** R, nats for each digit, with one draw of the code for each. */
  readonly reconstruction: number;
  /** What R comes to when the code tells nothing: every pixel a coin of its own with the training digits' mean. */
  readonly withoutCode: number;
  /** Σ KL of the units, and each, nats. */
  readonly kl: number;
  readonly klByUnit: readonly number[];
  /** Units with at least IN_USE. */
  readonly inUse: number;
  /** √ of the mean square of the codes' means over digits and units: 0 when all lie at the origin, above 1 beyond the prior. */
  readonly spread: number;
  /** Which two units span the plane, in their order: of more than two those with the largest KL. */
  readonly axes: readonly [number, number];
  /** x₀, y₀, x₁, y₁, …: the means μ of the test digits in that plane, and which digit each is. */
  readonly codes: Float32Array;
  readonly labels: Uint8Array;
  /** Decoded pictures, ink 0 … 255: the grid row by row from the top (other units 0), then the samples. */
  readonly grid: Uint8Array;
  readonly samples: Uint8Array;
  /** SHOWN digits, and what comes back of them. */
  readonly originals: Uint8Array;
  readonly reconstructions: Uint8Array;
  /** What became of the download. */
  readonly notes: readonly StoreNote[];
}
