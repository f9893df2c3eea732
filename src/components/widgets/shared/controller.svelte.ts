import type { BaseFrame, DeviceWish } from '~/runtime/loop';
import { RunClient, type Snapshot } from './client';
import { transition } from './machine';
import { leaveTurn, takeTurn } from './exclusive';
import type { Fields, ParamsOf } from './fields';
import { readLink, writeLink, type Experiment, type LinkFormat, type LinkIssue } from './url';

/** What makes one widget out of the common controller. */
export interface WidgetSetup<F extends Fields, Frame extends BaseFrame> {
  readonly link: LinkFormat<F>;
  /** The page's own setting: what the author asked for, before any link. */
  readonly base: Experiment<F>;
  /** Settings that a run in progress cannot take: changing one starts again from the beginning, with the same seed. */
  readonly restarts: readonly (keyof F)[];
  /** `() => new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module' })` */
  readonly spawn: () => Worker;
  /** Each frame as it is shown, for a view that keeps a history. `undefined`: the run begins, forget the old one. */
  readonly onFrame?: (frame: Frame | undefined) => void;
}

/** Why a widget is paused although the reader did not press Pause. */
export type Hold = 'none' | 'out-of-sight' | 'other-widget';

/** State and actions of one widget on the page; `WidgetShell` shows it, the view only draws `frame`. */
export class WidgetController<F extends Fields, Frame extends BaseFrame> {
  readonly setup: WidgetSetup<F, Frame>;
  snapshot: Snapshot<Frame> = $state.raw({} as Snapshot<Frame>);
  params: ParamsOf<F> = $state.raw({} as ParamsOf<F>);
  seed = $state(0);
  device: DeviceWish = $state('auto');
  hide: readonly string[] = $state.raw([]);
  issues: readonly LinkIssue[] = $state.raw([]);
  hold: Hold = $state('none');
  /** True once the page's script has taken over. */
  ready = $state(false);
  /** Settings before the latest change, newest last. */
  #past: Experiment<F>[] = $state.raw([]);
  readonly #client: RunClient<ParamsOf<F>, Frame>;
  #visible = true;

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

  get experiment(): Experiment<F> {
    return { params: this.params, seed: this.seed, device: this.device, hide: this.hide };
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

  /** One frame: from idle it starts and pauses at the first. */
  step(): void {
    if (this.snapshot.state === 'paused') this.#client.step();
    else this.#start(true);
  }

  /** Back to the beginning. The seed and the settings stay. */
  reset(): void {
    this.#client.reset();
    this.setup.onFrame?.(undefined);
  }

  retry(): void {
    this.#start(false);
  }

  setParam<Key extends keyof F>(key: Key, value: ParamsOf<F>[Key]): void {
    if (this.params[key] === value) return;
    this.#change({ ...this.experiment, params: { ...this.params, [key]: value } });
  }

  /** Replaces several settings at once (a preset) and goes back to the beginning. */
  setParams(params: ParamsOf<F>): void {
    this.#remember();
    this.params = params;
    this.#again();
    this.#writeUrl();
  }

  /**
   * Moves several settings at once while the run goes on (a drag). Undo takes back the whole drag, and the address of the
   * page follows at its end only: browsers refuse many changes of it in a row. While paused, each move is a single step.
   */
  drag(params: Partial<ParamsOf<F>>, phase: 'start' | 'move' | 'end'): void {
    if (phase === 'start') this.#remember();
    this.#take({ ...this.experiment, params: { ...this.params, ...params } });
    this.#client.setParams(this.params);
    if (this.snapshot.state === 'paused' && phase !== 'end') this.#client.step();
    if (phase === 'end') this.#writeUrl();
  }

  setSeed(seed: number): void {
    this.#change({ ...this.experiment, seed });
  }

  setDevice(device: DeviceWish): void {
    this.#change({ ...this.experiment, device });
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Takes back the latest change of a setting. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#change(before);
    this.#past = this.#past.slice(0, -2);
  }

  /** The address of this very experiment. */
  href(): string {
    const url = new URL(location.href);
    const { link, base } = this.setup;
    url.search = writeLink(link, base, this.experiment, url.searchParams).toString();
    url.hash = link.id;
    return url.href;
  }

  /** Svelte attachment for the widget's root element: reads the link, watches visibility, cleans up. */
  readonly attach = (root: HTMLElement): (() => void) => {
    const { experiment, issues } = readLink(
      this.setup.link,
      this.setup.base,
      new URLSearchParams(location.search),
    );
    this.#take(experiment);
    this.issues = issues;
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
  };

  readonly #giveWay = (): void => {
    if (this.snapshot.state !== 'running') return;
    this.hold = 'other-widget';
    this.#client.pause();
  };

  #start(single: boolean): void {
    if (transition(this.snapshot.state, 'start') !== 'loading') return;
    this.hold = 'none';
    takeTurn(this.#giveWay);
    this.setup.onFrame?.(undefined);
    this.#client.start({ seed: this.seed, params: this.params, device: this.device, single });
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
    const { params, seed, device } = this;
    this.#remember();
    this.#take(experiment);
    const another = seed !== this.seed || device !== this.device;
    if (another || this.setup.restarts.some((key) => params[key] !== this.params[key])) this.#again();
    else this.#client.setParams(this.params);
    this.#writeUrl();
  }

  #remember(): void {
    this.#past = [...this.#past.slice(-49), this.experiment];
  }

  #take({ params, seed, device, hide }: Experiment<F>): void {
    this.params = params;
    this.seed = seed;
    this.device = device;
    this.hide = hide;
  }

  #see(visible: boolean): void {
    this.#visible = visible;
    if (!visible && this.snapshot.state === 'running') {
      this.hold = 'out-of-sight';
      this.#client.pause();
    } else if (visible && this.hold === 'out-of-sight' && this.snapshot.state === 'paused') this.#resume();
  }

  #follow(snapshot: Snapshot<Frame>): void {
    const fresh = snapshot.frame !== this.snapshot.frame;
    this.snapshot = snapshot;
    if (fresh && snapshot.frame) this.setup.onFrame?.(snapshot.frame);
    if (snapshot.state === 'running' && !this.#visible) this.#see(false);
    if (snapshot.state === 'done' || snapshot.state === 'failed' || snapshot.state === 'idle')
      leaveTurn(this.#giveWay);
  }

  #writeUrl(): void {
    const { link, base } = this.setup;
    const url = new URL(location.href);
    url.search = writeLink(link, base, this.experiment, url.searchParams).toString();
    history.replaceState(history.state, '', url);
  }
}
