import type { ExecutorName, OpenSession } from '~/autodiff/program';
import type { Rng } from '~/methods/rng/rng';

/**
 * What a widget computes: an async generator of frames. The page pulls them one at a time; not pulling is pausing.
 * A loop never touches the page, the clock or a device; what it needs is handed to it.
 */
export type Loop<Params, Frame> = (run: Run<Params>) => AsyncGenerator<Frame, DoneReason>;

/**
 * What every frame tells besides its own picture. A frame is plain data (numbers, strings, arrays, typed arrays); its
 * large typed arrays are transferred to the page, so a loop makes new ones for each frame and does not read them again.
 */
export interface BaseFrame {
  /** Steps done since the start; what is counted is the loop's affair (training steps, decoded pictures). */
  readonly step: number;
}

/** `diverged`: a value that must be finite is not. A result that teaches, not a failure. */
export type DoneReason = 'finished' | 'diverged';

export interface Run<Params> {
  readonly seed: number;
  /** The one source of randomness for weights, batches and noise, seeded with `seed`. */
  readonly rng: Rng;
  /** The reader's settings now: read it in each step, they may change while the loop runs. */
  readonly params: () => Params;
  /**
   * Resolves when the settings are no longer those that `params()` last returned, or the run is aborted. A loop whose
   * frame depends on nothing but the settings awaits it after each frame; a loop that trains never needs it.
   */
  readonly changed: () => Promise<void>;
  /** Opens a session on the device that was chosen. */
  readonly openSession: OpenSession;
  /** Bytes of a download so far; the page shows them. */
  readonly progress: (loaded: number, total: number) => void;
  /** Aborted when the run is reset or replaced. */
  readonly signal: AbortSignal;
}

/** Why a run failed. Each has a sentence for the reader that says what to do. */
export type FailureCode =
  'unsupported' | 'download' | 'checksum' | 'device-lost' | 'out-of-memory' | 'internal';

/** An error with a named cause; anything else that a loop throws is `internal`. */
export class RunFailure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RunFailure';
    this.code = code;
  }
}

/** Page to worker. `pull` asks for one frame; `params` changes the settings of the run. */
export type ToWorker<Params> =
  | { type: 'start'; runId: number; seed: number; params: Params; device: DeviceWish }
  | { type: 'params'; runId: number; params: Params }
  | { type: 'pull'; runId: number };

/** `auto` measures; a name insists on that executor. */
export type DeviceWish = 'auto' | 'wasm' | 'tfjs-webgpu' | 'tfjs-wasm' | 'reference';

/** Why `auto` chose a device: `wasm` is fast enough, two were measured, or there is no other. The page has the words. */
export type ChoiceReason = 'fast-enough' | 'measured' | 'only-one';

/** Runs of the loop's own programs in a second, on each device that was measured. */
export type Speeds = Readonly<Partial<Record<ExecutorName, number>>>;

/** What `auto` has settled on, and by which figures. */
export interface DeviceReport {
  readonly device: ExecutorName;
  readonly reason: ChoiceReason;
  readonly speeds: Speeds;
}

/** Worker to page. Every message names its run, so an old run cannot draw over a new one. */
export type FromWorker<Frame> =
  | { type: 'loading'; runId: number; loaded: number; total: number }
  /** First where the run begins; again, with reason and speeds, when `auto` has settled. */
  | { type: 'device'; runId: number; device: string; reason?: ChoiceReason; speeds?: Speeds }
  | { type: 'frame'; runId: number; frame: Frame }
  | { type: 'done'; runId: number; reason: DoneReason }
  | { type: 'failed'; runId: number; code: FailureCode; message: string };
