import type { BaseFrame } from '~/runtime/loop';
import type { StoreNote } from '~/runtime/model-store/model-store';

/** Side of a picture in pixels. */
export const SIDE = 28;
/** Accuracy is measured anew after at least so many steps, and at the end. */
export const TEST_EVERY = 50;
/** Pictures of one class that stand beside the map of inputs, averaged. */
export const CLASSES = 10;

/** What the laboratory shows at one moment. */
export interface Frame extends BaseFrame {
  /** Steps of the whole run, and which training of a ticket this is (0: dense) at which step of it. */
  readonly total: number;
  readonly round: number;
  readonly within: number;
  /** Mean cross-entropy of the batches since the last picture, nats; NaN before the first step. */
  readonly loss: number;
  /** Share of the 10,000 test pictures that are told right, measured at `testedAt`. */
  readonly accuracy: number;
  readonly testedAt: number;
  /** Operations so far over those of one dense step. */
  readonly cost: number;
  /** Of the layers: outputs and inputs, connections now. */
  readonly outputs: readonly number[];
  readonly inputs: readonly number[];
  readonly kept: readonly number[];
  /** One byte a place, [outputs, inputs] of each layer one after the other: 0 none, 1 connection, 2 grown lately, 3 dropped lately. */
  readonly places: Uint8Array;
  /** What the latest exchange moved, and at which step; 0 and −1 before the first. */
  readonly moved: number;
  readonly changedAt: number;
  /** Connections of each pixel, and the mean training picture (0 … 255). */
  readonly degrees: Uint16Array;
  readonly garment: Uint8Array;
  /** Connections grown in all, and the share of all places that ever had one. */
  readonly grown: number;
  readonly tried: number;
  /** What became of the download. */
  readonly notes: readonly StoreNote[];
}

/** The share of weights that are absent now. */
export function sparsityNow({ kept, places }: Pick<Frame, 'kept' | 'places'>): number {
  return 1 - kept.reduce((sum, count) => sum + count, 0) / places.length;
}
