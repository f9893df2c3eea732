import type { BaseFrame, DeviceWish, DoneReason, FailureCode, ToWorker } from '~/runtime/loop';
import { Lane, type Notice } from './lane';
import { transition, type WidgetEvent, type WidgetState } from './machine';

/** What the page may show of a run at one moment. Each change makes a new one. */
export interface Snapshot<Frame> {
  readonly state: WidgetState;
  /** Of the first side (the only one, unless two settings are compared). */
  readonly frame: Frame | undefined;
  /** Of every side, all at the same step. A side that has ended keeps its last. */
  readonly frames: readonly (Frame | undefined)[];
  /** The executor that runs, once it is chosen. */
  readonly device: string | undefined;
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

/** What the client needs of the browser; a test hands in its own. */
export interface Surroundings {
  readonly spawn: () => Worker;
  /** `requestAnimationFrame`: does not fire in a hidden tab, so a hidden widget stops pulling by itself. */
  readonly schedule: (callback: () => void) => void;
  /** Milliseconds from any origin. */
  readonly now: () => number;
}

export interface Start<Params> {
  readonly seed: number;
  /** The settings of each side: one, or two that run in step. */
  readonly sides: readonly Params[];
  readonly device: DeviceWish;
  /** Pause at the first frame. */
  readonly single?: boolean;
}

/**
 * A lone worker computes one frame while another waits to be drawn, never more. Two in step are asked for the same
 * frame at the same time, so that a change of settings reaches both before the same frame.
 */
const AHEAD = { alone: 2, inStep: 1 };

const idle = {
  state: 'idle',
  frame: undefined,
  frames: [],
  device: undefined,
  loaded: 0,
  total: 0,
  reason: undefined,
  reasons: [],
  failure: undefined,
  rate: 0,
  costs: [],
} as const satisfies Snapshot<unknown>;

/**
 * The page's side of the protocol. Frames are pulled: one is drawn for each animation frame, and the worker is asked
 * for another only when there is room, so a slow page slows the run instead of filling up. The workers exist from
 * `start` to `reset`, the end, a failure or `destroy`. With two sides a frame is shown when both have theirs.
 */
export class RunClient<Params, Frame extends BaseFrame> {
  readonly #around: Surroundings;
  readonly #onChange: (snapshot: Snapshot<Frame>) => void;
  #snapshot: Snapshot<Frame> = idle;
  #lanes: Lane<Params, Frame>[] = [];
  #sides: readonly Params[] = [];
  #runId = 0;
  #scheduled = false;
  /** Frames still to be shown although paused (or before pausing): single steps. */
  #steps = 0;
  #single = false;
  /** Settings for one frame only, waiting until all that was computed ahead is shown. */
  #detour: readonly Params[] | undefined;
  #clock = { time: 0, step: 0 };

  constructor(around: Surroundings, onChange: (snapshot: Snapshot<Frame>) => void) {
    this.#around = around;
    this.#onChange = onChange;
  }

  get snapshot(): Snapshot<Frame> {
    return this.#snapshot;
  }

  /** Starts from the beginning: idle, done or failed → loading. Elsewhere it does nothing. */
  start({ seed, sides, device, single = false }: Start<Params>): void {
    if (transition(this.#snapshot.state, 'start') !== 'loading') return;
    this.#end();
    this.#single = single;
    this.#sides = sides;
    this.#set({ ...idle, frame: this.#snapshot.frame, frames: this.#snapshot.frames, state: 'loading' });
    const runId = this.#runId;
    const { spawn, now } = this.#around;
    try {
      for (const params of sides) {
        const lane = new Lane<Params, Frame>(spawn, runId, now);
        this.#lanes.push(lane);
        lane.listen(
          () => this.#advance(),
          (notice) => this.#take(notice),
        );
        lane.send({ type: 'start', runId, seed, params, device });
        lane.pull();
      }
    } catch (error) {
      this.fail('unsupported', String(error));
    }
  }

  pause(): void {
    this.#dispatch('pause');
  }

  resume(): void {
    if (this.#snapshot.state !== 'paused') return;
    this.#clock.time = 0;
    this.#dispatch('resume');
    this.#advance();
  }

  /**
   * One frame more while paused. With `detour`, what was computed ahead is shown first and the frame after it is computed
   * with those settings; the run's own settings hold again after it.
   */
  step(detour?: readonly Params[]): void {
    if (this.#snapshot.state !== 'paused') return;
    if (detour) {
      this.#detour = detour;
      this.#steps = Math.max(
        ...this.#lanes.map(({ arrivals, inFlight }) => arrivals.length + Number(inFlight)),
      );
    } else this.#steps += 1;
    this.#advance();
  }

  /** Back to the beginning; the workers and everything they held are gone. */
  reset(): void {
    this.#end();
    if (this.#snapshot.state !== 'idle') this.#set(idle);
  }

  /** New settings for a run that goes on, one for each side. */
  setParams(sides: readonly Params[]): void {
    this.#sides = sides;
    this.#tell(sides);
  }

  /** Ends the run with a named failure: the worker's own, or that of something the page needs to show it. */
  fail(code: FailureCode, message: string): void {
    const state = transition(this.#snapshot.state, 'failed');
    if (state !== 'failed') return;
    this.#end();
    this.#set({ ...this.#snapshot, state, failure: { code, message }, rate: 0 });
  }

  destroy(): void {
    this.#end();
  }

  #end(): void {
    for (const lane of this.#lanes) lane.terminate();
    this.#lanes = [];
    this.#runId += 1;
    this.#steps = 0;
    this.#single = false;
    this.#detour = undefined;
    this.#clock = { time: 0, step: 0 };
  }

  #take(notice: Notice<Frame>): void {
    if (notice.runId !== this.#runId) return;
    if (notice.type === 'failed') return this.fail(notice.code, notice.message);
    if (notice.type === 'loading')
      return this.#set({ ...this.#snapshot, loaded: notice.loaded, total: notice.total });
    this.#set({ ...this.#snapshot, device: notice.device });
  }

  /** Asks for frames and draws one of each side, as far as there is room and leave. */
  #advance(): void {
    const { state } = this.#snapshot;
    const live = this.#lanes.filter(({ ended }) => !ended);
    if (
      this.#detour &&
      this.#steps === 0 &&
      live.every(({ arrivals, inFlight }) => !inFlight && !arrivals.length)
    )
      this.#leaveRoad(this.#detour, live);
    const free = state === 'running' || state === 'loading';
    const ahead = this.#lanes.length > 1 ? AHEAD.inStep : AHEAD.alone;
    const wanted = free && !this.#single ? ahead : state === 'paused' ? this.#steps : 1;
    for (const lane of live) if (lane.arrivals.length < wanted) lane.pull();
    if (this.#scheduled || live.length === 0 || live.some(({ arrivals }) => arrivals.length === 0)) return;
    if (!free && this.#steps === 0) return;
    this.#scheduled = true;
    this.#around.schedule(() => {
      this.#scheduled = false;
      this.#show();
    });
  }

  #leaveRoad(detour: readonly Params[], live: readonly Lane<Params, Frame>[]): void {
    this.#detour = undefined;
    this.#steps = 1;
    this.#tell(detour);
    for (const lane of live) lane.pull();
    // Behind the pull in the worker's queue: taken up by the frame after.
    this.#tell(this.#sides);
  }

  #show(): void {
    const { state, frames, reasons } = this.#snapshot;
    const live = this.#lanes.filter(({ ended }) => !ended);
    const all = live.length > 0 && live.every(({ arrivals }) => arrivals.length > 0);
    if (!all || (state === 'paused' && this.#steps === 0)) return;
    const now = this.#lanes.map((lane, side) => {
      const arrival = lane.ended ? undefined : lane.arrivals.shift();
      if (arrival?.type === 'frame') return { frame: arrival.frame, reason: undefined };
      if (arrival) lane.end();
      return { frame: frames[side], reason: arrival?.reason ?? reasons[side] };
    });
    const shown = {
      frame: now[0]?.frame,
      frames: now.map(({ frame }) => frame),
      reasons: now.map(({ reason }) => reason),
      costs: this.#lanes.map(({ cost }) => cost),
    };
    if (this.#lanes.every(({ ended }) => ended)) return this.#finish(shown);
    this.#steps = Math.max(0, this.#steps - 1);
    const next = transition(state, 'frame');
    const step = Math.max(...shown.frames.map((frame) => frame?.step ?? 0));
    this.#set({
      ...this.#snapshot,
      ...shown,
      state: this.#single ? transition(next, 'pause') : next,
      rate: this.#measure(step),
    });
    this.#single = false;
    this.#advance();
  }

  #finish(shown: Pick<Snapshot<Frame>, 'frame' | 'frames' | 'reasons' | 'costs'>): void {
    const state = transition(this.#snapshot.state, 'done');
    this.#end();
    const reason = shown.reasons.find((each) => each === 'diverged') ?? shown.reasons[0];
    this.#set({ ...this.#snapshot, ...shown, state, reason, rate: 0 });
  }

  #measure(step: number): number {
    const time = this.#around.now();
    const elapsed = time - this.#clock.time;
    if (this.#clock.time === 0) this.#clock = { time, step };
    else if (elapsed >= 1000) {
      const rate = ((step - this.#clock.step) / elapsed) * 1000;
      this.#clock = { time, step };
      return rate;
    }
    return this.#snapshot.rate;
  }

  #tell(sides: readonly Params[]): void {
    const runId = this.#runId;
    this.#lanes.forEach((lane, side) => {
      const params = sides[side];
      if (params !== undefined) lane.send({ type: 'params', runId, params } satisfies ToWorker<Params>);
    });
  }

  #dispatch(event: WidgetEvent): void {
    const state = transition(this.#snapshot.state, event);
    if (state !== this.#snapshot.state) this.#set({ ...this.#snapshot, state });
  }

  #set(snapshot: Snapshot<Frame>): void {
    this.#snapshot = snapshot;
    this.#onChange(snapshot);
  }
}
