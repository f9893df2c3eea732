import type { BaseFrame, FromWorker, ToWorker } from '~/runtime/loop';

/** A frame (or the end) that arrived and is not shown yet. */
export type Arrival<Frame> = Extract<FromWorker<Frame>, { type: 'frame' | 'done' }>;

/** What a message of the worker that is not an arrival says. */
export type Notice<Frame> = Exclude<FromWorker<Frame>, Arrival<Frame>>;

/** One worker of a run: a figure has one, or two while it compares two settings. */
export class Lane<Params, Frame extends BaseFrame> {
  /** Not shown yet, oldest first. */
  readonly arrivals: Arrival<Frame>[] = [];
  /** A frame has been asked for and is not here. */
  inFlight = false;
  /** The end has been shown: this side stands still while the other may go on. */
  ended = false;
  readonly #worker: Worker;
  readonly #runId: number;
  readonly #now: () => number;
  #pulledAt = 0;
  #worked = { milliseconds: 0, from: -1, to: -1 };

  /** @throws whatever the browser throws when it cannot make a worker. */
  constructor(spawn: () => Worker, runId: number, now: () => number) {
    this.#worker = spawn();
    this.#runId = runId;
    this.#now = now;
  }

  /** Hands on what the worker says; a script that does not arrive gives an event without a message. */
  listen(onArrival: () => void, onNotice: (notice: Notice<Frame>) => void): void {
    const runId = this.#runId;
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker<Frame>>) => {
      if (data.runId !== runId) return;
      if (data.type !== 'frame' && data.type !== 'done') return onNotice(data);
      this.#clock(data);
      this.inFlight = false;
      this.arrivals.push(data);
      onArrival();
    };
    this.#worker.onerror = ({ message }) =>
      onNotice({
        type: 'failed',
        runId,
        code: message ? 'internal' : 'download',
        message: message || 'worker',
      });
  }

  send(message: ToWorker<Params>): void {
    this.#worker.postMessage(message);
  }

  pull(): void {
    if (this.inFlight || this.arrivals.at(-1)?.type === 'done' || this.ended) return;
    this.inFlight = true;
    this.#pulledAt = this.#now();
    this.send({ type: 'pull', runId: this.#runId });
  }

  /** The run of this side is over; nothing more is asked of its worker. */
  end(): void {
    this.ended = true;
    this.terminate();
  }

  terminate(): void {
    this.#worker.terminate();
  }

  /** Milliseconds from asking to having, for one step, over the whole run but its first frame; 0 while unknown. */
  get cost(): number {
    const { milliseconds, from, to } = this.#worked;
    return to > from ? milliseconds / (to - from) : 0;
  }

  #clock(arrival: Arrival<Frame>): void {
    if (arrival.type === 'done') return;
    const { step } = arrival.frame;
    // The first frame took the worker's start and the compiler with it.
    if (this.#worked.from < 0) this.#worked = { milliseconds: 0, from: step, to: step };
    else {
      this.#worked.milliseconds += this.#now() - this.#pulledAt;
      this.#worked.to = step;
    }
  }
}
