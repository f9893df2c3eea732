import type { Fields, ParamsOf } from './fields';
import { READING, type Reading } from './reading';
import { readLink, writeLink, type Experiment, type LinkFormat, type LinkIssue } from './url';

/** What makes one drawing out of the common parts. */
export interface DrawingSetup<F extends Fields> {
  readonly link: LinkFormat<F>;
  /** What the author asked for, before any link. */
  readonly params: ParamsOf<F>;
  readonly hide: readonly string[];
}

/** Changes of one setting that follow each other faster than this are one gesture: one undo, one change of the address. */
const GESTURE = 400;

/** State of a figure that follows its settings at once: a drawing of formulas, with nothing to run. */
export class Drawing<F extends Fields> {
  readonly setup: DrawingSetup<F>;
  params: ParamsOf<F> = $state.raw({} as ParamsOf<F>);
  hide: readonly string[] = $state.raw([]);
  issues: readonly LinkIssue[] = $state.raw([]);
  /** True once the page's script has taken over. */
  ready = $state(false);
  #past: ParamsOf<F>[] = $state.raw([]);
  /** The setting that is being changed, until the gesture has ended. */
  #moving: keyof F | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(setup: DrawingSetup<F>) {
    this.setup = setup;
    this.params = setup.params;
    this.hide = setup.hide;
  }

  set<Key extends keyof F>(key: Key, value: ParamsOf<F>[Key]): void {
    if (this.params[key] === value) return;
    if (this.#moving !== key) this.#remember();
    this.#moving = key;
    this.params = { ...this.params, [key]: value };
    this.#settle();
  }

  /** Replaces all settings at once: a preset. */
  setAll(params: ParamsOf<F>): void {
    this.#remember();
    this.params = params;
    this.#settle();
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#moving = undefined;
    this.params = before;
    this.#settle();
  }

  /** The address of this page with these settings. */
  href(): string {
    const { link } = this.setup;
    const url = new URL(location.href);
    url.search = writeLink(link, this.#base, this.#now, url.searchParams).toString();
    url.hash = link.id;
    return url.href;
  }

  /** Svelte attachment for the figure's root element: reads the link. */
  readonly attach = (): (() => void) => {
    const { experiment, issues } = readLink(
      this.setup.link,
      this.#base,
      new URLSearchParams(location.search),
    );
    this.params = experiment.params;
    this.hide = experiment.hide;
    this.issues = issues;
    this.ready = true;
    return () => clearTimeout(this.#timer);
  };

  /** Tells the page what the figure shows (`widget:reading`). */
  tell(root: HTMLElement, widget: string, measures: Reading['measures']): void {
    const { id } = this.setup.link;
    const detail: Reading = { widget, id, state: 'idle', step: 0, seed: 0, params: this.params, measures };
    root.dispatchEvent(new CustomEvent(READING, { detail, bubbles: true }));
  }

  get #base(): Experiment<F> {
    return { params: this.setup.params, seed: 0, device: 'auto', hide: this.setup.hide };
  }

  get #now(): Experiment<F> {
    return { params: this.params, seed: 0, device: 'auto', hide: this.hide };
  }

  #remember(): void {
    this.#past = [...this.#past.slice(-49), this.params];
  }

  // Browsers refuse many changes of the address in a row, so it follows when a gesture has ended.
  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#moving = undefined;
      const url = new URL(location.href);
      url.search = writeLink(this.setup.link, this.#base, this.#now, url.searchParams).toString();
      history.replaceState(history.state, '', url);
    }, GESTURE);
  }
}
