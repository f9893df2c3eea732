import { untrack } from 'svelte';
import type { BaseFrame, DeviceWish } from '~/runtime/loop';
import { RunClient, type Snapshot } from './client';
import { showAlone } from './embed';
import { leaveTurn, takeTurn } from './exclusive';
import type { Fields, ParamsOf } from './fields';
import { transition } from './machine';
import { queryText, readLink, writeLink, type Experiment, type LinkFormat, type LinkIssue } from './url';

/** What makes one widget out of the common controller. */
export interface WidgetSetup<F extends Fields, Frame extends BaseFrame> {
  readonly link: LinkFormat<F>;
  /** The page's own setting: what the author asked for, before any link. */
  readonly base: Experiment<F>;
  /** Settings that a run in progress cannot take: changing one starts again from the beginning, with the same seed. */
  readonly restarts: readonly (keyof F)[];
  /** `() => new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module' })` */
  readonly spawn: () => Worker;
  /** What the page needs to show a run (the drawing, say); loaded beside the worker. If it fails, so does the run. */
  readonly prepare?: () => Promise<unknown>;
  /** Each frame as it is shown, for a view that keeps a history. `undefined`: the run begins, forget the old one. */
  readonly onFrame?: (frame: Frame | undefined, side: number) => void;
}

/** Why a widget is paused although the reader did not press Pause. */
export type Hold = 'none' | 'out-of-sight' | 'other-widget';

/** A drag changes settings many times: `move` until its `end`. */
export type Phase = 'move' | 'end';

/** State and actions of one widget on the page; `WidgetShell` shows it, the view only draws `frame`. */
export class WidgetController<F extends Fields, Frame extends BaseFrame> {
  readonly setup: WidgetSetup<F, Frame>;
  snapshot: Snapshot<Frame> = $state.raw({} as Snapshot<Frame>);
  /** The settings of each side: A alone, or A and B. */
  sides: readonly ParamsOf<F>[] = $state.raw([]);
  /** Which of the sides the controls edit. */
  editing = $state(0);
  seed = $state(0);
  device: DeviceWish = $state('auto');
  hide: readonly string[] = $state.raw([]);
  view: readonly string[] = $state.raw([]);
  issues: readonly LinkIssue[] = $state.raw([]);
  hold: Hold = $state('none');
  /** True once the page's script has taken over. */
  ready = $state(false);
  /** Settings before the latest change, newest last. */
  #past: Experiment<F>[] = $state.raw([]);
  readonly #client: RunClient<ParamsOf<F>, Frame>;
  #visible = true;
  #dragging = false;
  /** A single step with settings of its own that waits for the first frame. */
  #waiting: Partial<ParamsOf<F>> | undefined;

  constructor(setup: WidgetSetup<F, Frame>) {
    this.setup = setup;
    this.#take(setup.base);
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

  /** The settings that the controls show and change. */
  get params(): ParamsOf<F> {
    return this.sides[this.editing]!;
  }

  get comparing(): boolean {
    return this.sides.length > 1;
  }

  get experiment(): Experiment<F> {
    const { seed, device, hide, view } = this;
    const [params, compare] = this.sides as [ParamsOf<F>, ParamsOf<F>?];
    return { params, seed, device, hide, view, compare };
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
    const [params, compare] = this.#edit({ [key]: value } as unknown as Partial<ParamsOf<F>>);
    const next = { ...this.experiment, params: params!, compare };
    if (phase === 'end' && !this.#dragging) return this.#change(next);
    if (!this.#dragging) this.#remember();
    this.#dragging = phase === 'move';
    this.#take(next);
    // What starts the run again waits for the end of the drag.
    if (!this.setup.restarts.includes(key)) this.#client.setParams(this.sides);
    else if (phase === 'end') this.#again();
    if (phase === 'end') this.#writeUrl();
  }

  /** Replaces several settings at once (a preset) and goes back to the beginning. */
  setParams(changed: ParamsOf<F>): void {
    this.#remember();
    const [params, compare] = this.#edit(changed);
    this.#take({ ...this.experiment, params: params!, compare });
    this.#again();
    this.#writeUrl();
  }

  /**
   * Moves several settings at once while the run goes on (a drag). Undo takes back the whole drag, and the address of the
   * page follows at its end only: browsers refuse many changes of it in a row. While paused, each move is a single step.
   */
  drag(changed: Partial<ParamsOf<F>>, phase: 'start' | 'move' | 'end'): void {
    if (phase === 'start') this.#remember();
    const [params, compare] = this.#edit(changed);
    this.#take({ ...this.experiment, params: params!, compare });
    this.#client.setParams(this.sides);
    if (this.snapshot.state === 'paused' && phase !== 'end') this.#client.step();
    if (phase === 'end') this.#writeUrl();
  }

  setSeed(seed: number): void {
    this.#change({ ...this.experiment, seed });
  }

  setDevice(device: DeviceWish): void {
    this.#change({ ...this.experiment, device });
  }

  /** Shows or hides a part of the figure. */
  setView(name: string, on: boolean): void {
    const views = this.setup.link.views ?? [];
    this.view = views.filter((each) => (each === name ? on : this.view.includes(each)));
    this.#writeUrl();
  }

  /** Copies the present settings to a second side that runs in step with the first; the controls then edit the copy. */
  compare(): void {
    this.#change({ ...this.experiment, compare: this.sides[0] });
    this.editing = 1;
  }

  /** Ends the comparison; the side that is named stays. */
  keep(side: number): void {
    this.#change({ ...this.experiment, params: this.sides[side]!, compare: undefined });
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Takes back the latest change of a setting. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#change({ ...before, view: this.view });
    this.#past = this.#past.slice(0, -2);
  }

  /** The address of this very experiment, `extra` among the widget's own keys. */
  href(extra: Readonly<Record<string, string>> = {}): string {
    const url = this.#address();
    const query = url.searchParams;
    for (const [key, value] of Object.entries(extra)) query.set(`${this.setup.link.id}.${key}`, value);
    url.search = queryText(query);
    url.hash = this.setup.link.id;
    return url.href;
  }

  /** Svelte attachment for the widget's root element: reads the link, watches visibility, cleans up. */
  readonly attach = (root: HTMLElement): (() => void) => untrack(() => this.#attach(root));

  #attach(root: HTMLElement): () => void {
    const query = new URLSearchParams(location.search);
    const { experiment, issues } = readLink(this.setup.link, this.setup.base, query);
    this.#take(experiment);
    this.issues = issues;
    if (query.has(`${this.setup.link.id}.embed`)) showAlone(root);
    let inView = true;
    const look = () => this.#see(inView && !document.hidden);
    const sight = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? true;
      look();
    });
    sight.observe(root);
    // Taken out of the page by something other than Svelte: no run may outlive its figure.
    const presence = new MutationObserver(() => {
      if (!root.isConnected) this.#client.reset();
    });
    presence.observe(document, { childList: true, subtree: true });
    document.addEventListener('visibilitychange', look);
    this.ready = true;
    return () => {
      sight.disconnect();
      presence.disconnect();
      document.removeEventListener('visibilitychange', look);
      leaveTurn(this.#giveWay);
      this.#client.destroy();
    };
  }

  readonly #giveWay = (): void => {
    if (this.snapshot.state !== 'running') return;
    this.hold = 'other-widget';
    this.#client.pause();
  };

  /** The sides with a change of the one that is edited; what they have in common changes in both. */
  #edit(changed: Partial<ParamsOf<F>>): ParamsOf<F>[] {
    const { common = [] } = this.setup.link;
    const shared = Object.fromEntries(
      Object.entries(changed).filter(([key]) => common.includes(key)),
    ) as Partial<ParamsOf<F>>;
    return this.sides.map((params, side) => ({ ...params, ...(side === this.editing ? changed : shared) }));
  }

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

  #change(experiment: Experiment<F>): void {
    const { sides, seed, device } = this;
    this.#remember();
    this.#take(experiment);
    const another =
      seed !== this.seed ||
      device !== this.device ||
      sides.length !== this.sides.length ||
      sides.some((params, side) =>
        this.setup.restarts.some((key) => params[key] !== this.sides[side]?.[key]),
      );
    if (another) this.#again();
    else this.#client.setParams(this.sides);
    this.#writeUrl();
  }

  #remember(): void {
    this.#past = [...this.#past.slice(-49), this.experiment];
  }

  #take({ params, compare, seed, device, hide, view }: Experiment<F>): void {
    this.sides = compare ? [params, compare] : [params];
    this.editing = Math.min(this.editing, this.sides.length - 1);
    this.seed = seed;
    this.device = device;
    this.hide = hide;
    this.view = view ?? this.setup.link.views ?? [];
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

  #address(): URL {
    const { link, base } = this.setup;
    const url = new URL(location.href);
    url.search = queryText(writeLink(link, base, this.experiment, url.searchParams));
    return url;
  }

  #writeUrl(): void {
    history.replaceState(history.state, '', this.#address());
  }
}
