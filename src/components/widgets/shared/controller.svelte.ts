import { untrack } from 'svelte';
import type { BaseFrame } from '~/runtime/loop';
import { RunClient } from './client';
import { showAlone } from './embed';
import { leaveTurn, takeTurn } from './exclusive';
import type { Fields, ParamsOf } from './fields';
import { transition } from './machine';
import { Settings } from './settings.svelte';
import { isAnotherRun, type WidgetSetup } from './setup';
import { watchSight } from './sight';
import type { Snapshot } from './snapshot';
import type { Experiment } from './url';

/** Why a widget is paused although the reader did not press Pause. */
export type Hold = 'none' | 'out-of-sight' | 'other-widget';

/** A drag changes settings many times: `move` until its `end`. */
export type Phase = 'move' | 'end';

/** State and actions of one widget on the page; `WidgetShell` shows it, the view only draws `frame`. */
export class WidgetController<F extends Fields, Frame extends BaseFrame> extends Settings<F> {
  readonly setup: WidgetSetup<F, Frame>;
  snapshot: Snapshot<Frame> = $state.raw({} as Snapshot<Frame>);
  hold: Hold = $state('none');
  /** True once the page's script has taken over. */
  ready = $state(false);
  readonly #client: RunClient<ParamsOf<F>, Frame>;
  #visible = true;
  #dragging = false;
  /** A single step with settings of its own that waits for the first frame. */
  #waiting: Partial<ParamsOf<F>> | undefined;

  constructor(setup: WidgetSetup<F, Frame>) {
    super(setup.link, setup.base);
    this.setup = setup;
    const around = {
      spawn: setup.spawn,
      schedule: (callback: () => void) => void requestAnimationFrame(callback),
      now: () => performance.now(),
    };
    this.#client = new RunClient(around, (snapshot) => this.#follow(snapshot));
    this.snapshot = this.#client.snapshot;
  }

  get frame(): Frame | undefined {
    return this.snapshot.frame;
  }

  /** Run, Pause or Resume, whichever the state allows. */
  toggle(): void {
    const { state } = this.snapshot;
    if (state === 'running') {
      this.hold = 'none';
      this.#client.pause();
    } else if (state === 'paused') this.#resume();
    else this.#start(false);
  }

  /**
   * One frame: from idle it starts and pauses at the first. With `change` the frame is computed with those settings,
   * which hold for it alone ("one step of the judge only").
   */
  step(change?: Partial<ParamsOf<F>>): void {
    if (this.snapshot.state === 'paused')
      this.#client.step(change && this.sides.map((params) => ({ ...params, ...change })));
    else if (this.#start(true)) this.#waiting = change;
  }

  /** Back to the beginning. The seed and the settings stay. */
  reset(): void {
    this.#waiting = undefined;
    this.#client.reset();
    this.setup.onFrame?.(undefined, 0);
  }

  retry(): void {
    this.#start(false);
  }

  /** Changes one setting of the side that is edited. A drag is one change: it is undone as one, and written at its end. */
  setParam<Key extends keyof F>(key: Key, value: ParamsOf<F>[Key], phase: Phase = 'end'): void {
    if (!this.#dragging && this.params[key] === value) return;
    const next = this.edit({ [key]: value } as unknown as Partial<ParamsOf<F>>);
    if (phase === 'end' && !this.#dragging) return this.change(next);
    if (!this.#dragging) this.remember();
    this.#dragging = phase === 'move';
    this.take(next);
    // What starts the run again waits for the end of the drag.
    if (!this.setup.restarts.includes(key)) this.#client.setParams(this.sides);
    else if (phase === 'end') this.#again();
    if (phase === 'end') this.writeUrl();
  }

  /** Replaces several settings at once (a preset) and goes back to the beginning. */
  setParams(changed: ParamsOf<F>): void {
    this.remember();
    this.take(this.edit(changed));
    this.#again();
    this.writeUrl();
  }

  /**
   * Moves several settings at once while the run goes on (a drag). Undo takes back the whole drag, and the address of the
   * page follows at its end only: browsers refuse many changes of it in a row. While paused, each move is a single step.
   */
  drag(changed: Partial<ParamsOf<F>>, phase: 'start' | 'move' | 'end'): void {
    if (phase === 'start') this.remember();
    this.take(this.edit(changed));
    this.#client.setParams(this.sides);
    if (this.snapshot.state === 'paused' && phase !== 'end') this.#client.step();
    if (phase === 'end') this.writeUrl();
  }

  /** Svelte attachment for the widget's root element: reads the link, watches visibility, cleans up. */
  readonly attach = (root: HTMLElement): (() => void) => untrack(() => this.#attach(root));

  #attach(root: HTMLElement): () => void {
    const query = new URLSearchParams(location.search);
    this.readLink(query);
    if (query.has(`${this.setup.link.id}.embed`)) showAlone(root);
    const unwatch = watchSight(root, {
      onSee: (visible) => this.#see(visible),
      // Taken out of the page by something other than Svelte: no run may outlive its figure.
      onGone: () => this.#client.reset(),
    });
    this.ready = true;
    return () => {
      unwatch();
      leaveTurn(this.#giveWay);
      this.#client.destroy();
    };
  }

  readonly #giveWay = (): void => {
    if (this.snapshot.state !== 'running') return;
    this.hold = 'other-widget';
    this.#client.pause();
  };

  /** Whether the state let it start. */
  #start(single: boolean): boolean {
    if (transition(this.snapshot.state, 'start') !== 'loading') return false;
    this.hold = 'none';
    takeTurn(this.#giveWay);
    this.setup.onFrame?.(undefined, 0);
    this.#client.start({ seed: this.seed, sides: this.sides, device: this.device, single });
    this.setup.prepare?.().catch((error: unknown) => this.#client.fail('download', String(error)));
    return true;
  }

  #resume(): void {
    this.hold = 'none';
    takeTurn(this.#giveWay);
    this.#client.resume();
  }

  /** From the beginning with the settings of now; goes on if it was going. */
  #again(): void {
    const { state } = this.snapshot;
    this.reset();
    if (state === 'running' || state === 'loading') this.#start(false);
  }

  protected apply(experiment: Experiment<F>): void {
    const before = this.experiment;
    this.take(experiment);
    if (isAnotherRun(before, experiment, this.setup.restarts)) this.#again();
    else this.#client.setParams(this.sides);
    this.writeUrl();
  }

  #see(visible: boolean): void {
    this.#visible = visible;
    if (!visible && this.snapshot.state === 'running') {
      this.hold = 'out-of-sight';
      this.#client.pause();
    } else if (visible && this.hold === 'out-of-sight' && this.snapshot.state === 'paused') this.#resume();
  }

  #follow(snapshot: Snapshot<Frame>): void {
    const before = this.snapshot.frames;
    this.snapshot = snapshot;
    snapshot.frames.forEach((frame, side) => {
      if (frame && frame !== before[side]) this.setup.onFrame?.(frame, side);
    });
    const { state } = snapshot;
    if (state === 'running' && !this.#visible) this.#see(false);
    if (state === 'done' || state === 'failed' || state === 'idle') leaveTurn(this.#giveWay);
    if (state === 'paused' && this.#waiting) {
      const change = this.#waiting;
      this.#waiting = undefined;
      this.step(change);
    }
  }
}
