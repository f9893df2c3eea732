import type { BaseFrame, DeviceWish, DoneReason } from '~/runtime/loop';
import { Lane, type Notice } from './lane';

/** What all sides show next. A side that has ended keeps its last frame and why it ended. */
export interface Row<Frame> {
  readonly frame: Frame | undefined;
  readonly frames: readonly (Frame | undefined)[];
  readonly reasons: readonly (DoneReason | undefined)[];
  readonly costs: readonly number[];
}

/**
 * A lone worker computes one frame while another waits to be drawn, never more. Two in step are asked for the same
 * frame at the same time, so that a change of settings reaches both before the same frame.
 */
const AHEAD = { alone: 2, inStep: 1 };

/** The workers of one run, side by side. */
export class Lanes<Params, Frame extends BaseFrame> {
  readonly #lanes: Lane<Params, Frame>[] = [];
  readonly #runId: number;

  constructor(runId: number) {
    this.#runId = runId;
  }

  /** Starts one side more. @throws whatever the browser throws when it cannot make a worker. */
  add(
    around: { readonly spawn: () => Worker; readonly now: () => number },
    listeners: { readonly onArrival: () => void; readonly onNotice: (notice: Notice<Frame>) => void },
    start: { readonly seed: number; readonly params: Params; readonly device: DeviceWish },
  ): void {
    const runId = this.#runId;
    const lane = new Lane<Params, Frame>(around.spawn, runId, around.now);
    this.#lanes.push(lane);
    lane.listen(listeners.onArrival, listeners.onNotice);
    lane.send({ type: 'start', runId, ...start });
    lane.pull();
  }

  get #live(): readonly Lane<Params, Frame>[] {
    return this.#lanes.filter(({ ended }) => !ended);
  }

  /** How many frames may wait for a page that draws all it gets. */
  get ahead(): number {
    return this.#lanes.length > 1 ? AHEAD.inStep : AHEAD.alone;
  }

  /** Every side is over. */
  get ended(): boolean {
    return this.#live.length === 0;
  }

  /** Every side that goes on has something to show. */
  get full(): boolean {
    return !this.ended && this.#live.every(({ arrivals }) => arrivals.length > 0);
  }

  /** Nothing waits and nothing is under way. */
  get empty(): boolean {
    return this.#live.every(({ arrivals, inFlight }) => !inFlight && arrivals.length === 0);
  }

  /** Frames that wait or are under way, on the side that has most of them. */
  get backlog(): number {
    return Math.max(...this.#lanes.map(({ arrivals, inFlight }) => arrivals.length + Number(inFlight)));
  }

  /** Asks each side that has fewer than `wanted` for one more. */
  pull(wanted = Infinity): void {
    for (const lane of this.#live) if (lane.arrivals.length < wanted) lane.pull();
  }

  tell(sides: readonly Params[]): void {
    const runId = this.#runId;
    this.#lanes.forEach((lane, side) => {
      const params = sides[side];
      if (params !== undefined) lane.send({ type: 'params', runId, params });
    });
  }

  /** Takes the oldest arrival of each side, over what was shown `before`. */
  take({ frames, reasons }: Pick<Row<Frame>, 'frames' | 'reasons'>): Row<Frame> {
    const now = this.#lanes.map((lane, side) => {
      const arrival = lane.ended ? undefined : lane.arrivals.shift();
      if (arrival?.type === 'frame') return { frame: arrival.frame, reason: undefined };
      if (arrival) lane.end();
      return { frame: frames[side], reason: arrival?.reason ?? reasons[side] };
    });
    return {
      frame: now[0]?.frame,
      frames: now.map(({ frame }) => frame),
      reasons: now.map(({ reason }) => reason),
      costs: this.#lanes.map(({ cost }) => cost),
    };
  }

  terminate(): void {
    for (const lane of this.#lanes) lane.terminate();
  }
}
