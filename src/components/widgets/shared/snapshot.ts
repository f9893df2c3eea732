import type { ChoiceReason, DoneReason, FailureCode, Speeds } from '~/runtime/loop';
import type { WidgetState } from './machine';

/** Why `auto` runs where it runs, and by which figures. */
export interface DeviceChoice {
  readonly device: string;
  readonly reason: ChoiceReason;
  readonly speeds: Speeds;
}

/** What the page may show of a run at one moment. Each change makes a new one. */
export interface Snapshot<Frame> {
  readonly state: WidgetState;
  /** Of the first side (the only one, unless two settings are compared). */
  readonly frame: Frame | undefined;
  /** Of every side, all at the same step. A side that has ended keeps its last. */
  readonly frames: readonly (Frame | undefined)[];
  /** The executor that runs, once it is chosen. */
  readonly device: string | undefined;
  /** Once `auto` has settled, some steps after the run began; never when the reader named the device. */
  readonly choice: DeviceChoice | undefined;
  /** Bytes of a download; `total` is 0 while nothing is known. */
  readonly loaded: number;
  readonly total: number;
  /** `diverged` if any side did. */
  readonly reason: DoneReason | undefined;
  readonly reasons: readonly (DoneReason | undefined)[];
  readonly failure: { readonly code: FailureCode; readonly message: string } | undefined;
  /** Steps a second, over about the last second of running; 0 while unknown. */
  readonly rate: number;
  /** Milliseconds that a step took, by side, measured from asking to having; 0 while unknown. */
  readonly costs: readonly number[];
}

/** Nothing has run. */
export const idle = {
  state: 'idle',
  frame: undefined,
  frames: [],
  device: undefined,
  choice: undefined,
  loaded: 0,
  total: 0,
  reason: undefined,
  reasons: [],
  failure: undefined,
  rate: 0,
  costs: [],
} as const satisfies Snapshot<unknown>;
