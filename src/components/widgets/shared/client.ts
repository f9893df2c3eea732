import type { BaseFrame, DeviceWish, DoneReason, FailureCode, FromWorker, ToWorker } from '~/runtime/loop';
import { transition, type WidgetEvent, type WidgetState } from './machine';

/** What the page may show of a run at one moment. Each change makes a new one. */
export interface Snapshot<Frame> {
  readonly state: WidgetState;
  readonly frame: Frame | undefined;
  /** The executor that runs, once it is chosen. */
  readonly device: string | undefined;
  /** Bytes of a download; `total` is 0 while nothing is known. */
  readonly loaded: number;
  readonly total: number;
  readonly reason: DoneReason | undefined;
  readonly failure: { readonly code: FailureCode; readonly message: string } | undefined;
  /** Steps a second, over about the last second of running; 0 while unknown. */
  readonly rate: number;
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
  readonly params: Params;
  readonly device: DeviceWish;
  /** Pause at the first frame. */
  readonly single?: boolean;
}

/** Frames (and then the end) that arrived and are not shown yet. */
type Arrival<Frame> = Extract<FromWorker<Frame>, { type: 'frame' | 'done' }>;

/** The worker computes one frame while another waits to be drawn, never more. */
const AHEAD = 2;

const idle = {
  state: 'idle',
  frame: undefined,
  device: undefined,
  loaded: 0,
  total: 0,
  reason: undefined,
  failure: undefined,
  rate: 0,
} as const satisfies Snapshot<unknown>;

/**
 * The page's side of the protocol. Frames are pulled: one is drawn for each animation frame, and the worker is asked
 * for another only when there is room, so a slow page slows the run instead of filling up. The worker exists from
 * `start` to `reset`, the end, a failure or `destroy`.
 */
export class RunClient<Params, Frame extends BaseFrame> {
  readonly #around: Surroundings;
  readonly #onChange: (snapshot: Snapshot<Frame>) => void;
  #snapshot: Snapshot<Frame> = idle;
  #worker: Worker | undefined;
  #runId = 0;
  #arrivals: Arrival<Frame>[] = [];
  #inFlight = false;
  #scheduled = false;
  /** Frames still to be shown although paused (or before pausing): single steps. */
  #steps = 0;
  #single = false;
  #clock = { time: 0, step: 0 };

  constructor(around: Surroundings, onChange: (snapshot: Snapshot<Frame>) => void) {
    this.#around = around;
    this.#onChange = onChange;
  }

  get snapshot(): Snapshot<Frame> {
    return this.#snapshot;
  }

  /** Starts from the beginning: idle, done or failed → loading. Elsewhere it does nothing. */
  start({ seed, params, device, single = false }: Start<Params>): void {
    if (transition(this.#snapshot.state, 'start') !== 'loading') return;
    this.#end();
    this.#single = single;
    this.#set({ ...idle, frame: this.#snapshot.frame, state: 'loading' });
    const runId = this.#runId;
    try {
      const worker = this.#around.spawn();
      worker.onmessage = ({ data }: MessageEvent<FromWorker<Frame>>) => this.#receive(data);
      // A script that does not arrive gives an event without a message; one that breaks says how.
      worker.onerror = ({ message }) =>
        this.#receive({
          type: 'failed',
          runId,
          code: message ? 'internal' : 'download',
          message: message || 'worker',
        });
      this.#worker = worker;
    } catch (error) {
      this.#receive({ type: 'failed', runId, code: 'unsupported', message: String(error) });
      return;
    }
    this.#send({ type: 'start', runId, seed, params, device });
    this.#pull();
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

  /** One frame more while paused. */
  step(): void {
    if (this.#snapshot.state !== 'paused') return;
    this.#steps += 1;
    this.#advance();
  }

  /** Back to the beginning; the worker and everything it held are gone. */
  reset(): void {
    this.#end();
    if (this.#snapshot.state !== 'idle') this.#set(idle);
  }

  setParams(params: Params): void {
    this.#send({ type: 'params', runId: this.#runId, params });
  }

  destroy(): void {
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#runId += 1;
    this.#arrivals = [];
    this.#inFlight = false;
    this.#steps = 0;
    this.#single = false;
    this.#clock = { time: 0, step: 0 };
  }

  #receive(message: FromWorker<Frame>): void {
    if (message.runId !== this.#runId) return;
    if (message.type === 'loading')
      return this.#set({ ...this.#snapshot, loaded: message.loaded, total: message.total });
    if (message.type === 'device') return this.#set({ ...this.#snapshot, device: message.device });
    if (message.type === 'failed') {
      const { code, message: text } = message;
      this.#end();
      return this.#set({ ...this.#snapshot, state: 'failed', failure: { code, message: text }, rate: 0 });
    }
    this.#inFlight = false;
    this.#arrivals.push(message);
    this.#advance();
  }

  /** Asks for a frame and draws one, as far as there is room and leave. */
  #advance(): void {
    const { state } = this.#snapshot;
    const free = state === 'running' || state === 'loading';
    const wanted = free && !this.#single ? AHEAD : state === 'paused' ? this.#steps : 1;
    const ended = this.#arrivals.at(-1)?.type === 'done';
    if (this.#arrivals.length < wanted && !ended) this.#pull();
    if (this.#scheduled || this.#arrivals.length === 0 || (!free && this.#steps === 0)) return;
    this.#scheduled = true;
    this.#around.schedule(() => {
      this.#scheduled = false;
      this.#show();
    });
  }

  #show(): void {
    const { state } = this.#snapshot;
    if (state === 'paused' && this.#steps === 0) return;
    const arrival = this.#arrivals.shift();
    if (!arrival) return;
    if (arrival.type === 'done') {
      this.#end();
      return this.#set({
        ...this.#snapshot,
        state: transition(state, 'done'),
        reason: arrival.reason,
        rate: 0,
      });
    }
    this.#steps = Math.max(0, this.#steps - 1);
    const shown = transition(state, 'frame');
    const next = this.#single ? transition(shown, 'pause') : shown;
    this.#single = false;
    this.#set({
      ...this.#snapshot,
      state: next,
      frame: arrival.frame,
      rate: this.#measure(arrival.frame.step),
    });
    this.#advance();
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

  #pull(): void {
    if (this.#inFlight) return;
    this.#inFlight = true;
    this.#send({ type: 'pull', runId: this.#runId });
  }

  #send(message: ToWorker<Params>): void {
    this.#worker?.postMessage(message);
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
