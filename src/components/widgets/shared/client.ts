import type { BaseFrame, DeviceWish, FailureCode } from '~/runtime/loop';
import type { Notice } from './lane';
import { Lanes, type Row } from './lanes';
import { transition, type WidgetEvent } from './machine';
import { Rate } from './rate';
import { idle, type Snapshot } from './snapshot';

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
 * The page's side of the protocol. Frames are pulled: one is drawn for each animation frame, and the worker is asked
 * for another only when there is room, so a slow page slows the run instead of filling up. The workers exist from
 * `start` to `reset`, the end, a failure or `destroy`. With two sides a frame is shown when both have theirs.
 */
export class RunClient<Params, Frame extends BaseFrame> {
  readonly #around: Surroundings;
  readonly #onChange: (snapshot: Snapshot<Frame>) => void;
  #snapshot: Snapshot<Frame> = idle;
  #lanes: Lanes<Params, Frame> | undefined;
  #sides: readonly Params[] = [];
  #runId = 0;
  #scheduled = false;
  /** Frames still to be shown although paused (or before pausing): single steps. */
  #steps = 0;
  #single = false;
  /** Settings for one frame only, waiting until all that was computed ahead is shown. */
  #detour: readonly Params[] | undefined;
  #rate = new Rate();

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
    const lanes = (this.#lanes = new Lanes<Params, Frame>(this.#runId));
    const onArrival = () => this.#advance();
    const onNotice = (notice: Notice<Frame>) => this.#take(notice);
    try {
      for (const params of sides) lanes.add(this.#around, { onArrival, onNotice }, { seed, params, device });
    } catch (error) {
      this.fail('unsupported', String(error));
    }
  }

  pause(): void {
    this.#dispatch('pause');
  }

  resume(): void {
    if (this.#snapshot.state !== 'paused') return;
    this.#rate.rest();
    this.#dispatch('resume');
    this.#advance();
  }

  /**
   * One frame more while paused. With `detour`, what was computed ahead is shown first and the frame after it is computed
   * with those settings; the run's own settings hold again after it.
   */
  step(detour?: readonly Params[]): void {
    if (this.#snapshot.state !== 'paused' || !this.#lanes) return;
    this.#detour = detour ?? this.#detour;
    this.#steps = detour ? this.#lanes.backlog : this.#steps + 1;
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
    this.#lanes?.tell(sides);
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
    this.#lanes?.terminate();
    this.#lanes = undefined;
    this.#runId += 1;
    this.#steps = 0;
    this.#single = false;
    this.#detour = undefined;
    this.#rate = new Rate();
  }

  #take(notice: Notice<Frame>): void {
    if (notice.runId !== this.#runId) return;
    if (notice.type === 'failed') return this.fail(notice.code, notice.message);
    if (notice.type === 'loading')
      return this.#set({ ...this.#snapshot, loaded: notice.loaded, total: notice.total });
    const { device, reason, speeds = {} } = notice;
    // The message with the reason comes after the one without; of two sides in any order.
    const choice = reason ? { device, reason, speeds } : this.#snapshot.choice;
    this.#set({ ...this.#snapshot, device, choice });
  }

  /** Asks for frames and draws one of each side, as far as there is room and leave. */
  #advance(): void {
    const lanes = this.#lanes;
    if (!lanes || lanes.ended) return;
    const { state } = this.#snapshot;
    if (this.#detour && this.#steps === 0 && lanes.empty) this.#leaveRoad(this.#detour, lanes);
    const free = state === 'running' || state === 'loading';
    lanes.pull(free && !this.#single ? lanes.ahead : state === 'paused' ? this.#steps : 1);
    if (this.#scheduled || !lanes.full || (!free && this.#steps === 0)) return;
    this.#scheduled = true;
    this.#around.schedule(() => {
      this.#scheduled = false;
      this.#show();
    });
  }

  #leaveRoad(detour: readonly Params[], lanes: Lanes<Params, Frame>): void {
    this.#detour = undefined;
    this.#steps = 1;
    lanes.tell(detour);
    lanes.pull();
    // Behind the pull in the worker's queue: taken up by the frame after.
    lanes.tell(this.#sides);
  }

  #show(): void {
    const lanes = this.#lanes;
    const { state } = this.#snapshot;
    if (!lanes?.full || (state === 'paused' && this.#steps === 0)) return;
    const row = lanes.take(this.#snapshot);
    if (lanes.ended) return this.#finish(row);
    this.#steps = Math.max(0, this.#steps - 1);
    const next = transition(state, 'frame');
    const step = Math.max(...row.frames.map((frame) => frame?.step ?? 0));
    this.#set({
      ...this.#snapshot,
      ...row,
      state: this.#single ? transition(next, 'pause') : next,
      rate: this.#rate.at(this.#around.now(), step),
    });
    this.#single = false;
    this.#advance();
  }

  #finish(row: Row<Frame>): void {
    const state = transition(this.#snapshot.state, 'done');
    this.#end();
    const reason = row.reasons.find((each) => each === 'diverged') ?? row.reasons[0];
    this.#set({ ...this.#snapshot, ...row, state, reason, rate: 0 });
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
