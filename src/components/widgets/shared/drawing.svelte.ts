import { showAlone } from './embed';
import type { Fields, ParamsOf } from './fields';
import { READING, type Reading } from './reading';
import { queryText, readLink, writeLink, type Experiment, type LinkFormat, type LinkIssue } from './url';

/** What makes one drawing out of the common parts. */
export interface DrawingSetup<F extends Fields> {
  /** With `common` (settings that are the same on both sides, or none) the reader can keep a baseline. */
  readonly link: LinkFormat<F>;
  /** What the author asked for, before any link. */
  readonly params: ParamsOf<F>;
  readonly hide: readonly string[];
}

/** Changes of one setting that follow each other faster than this are one gesture: one undo, one change of the address. */
const GESTURE = 400;

/** What one undo brings back. */
interface Moment<F extends Fields> {
  readonly params: ParamsOf<F>;
  readonly kept: ParamsOf<F> | undefined;
}

/** State of a figure that follows its settings at once: a drawing of formulas, with nothing to run. */
export class Drawing<F extends Fields> {
  readonly setup: DrawingSetup<F>;
  params: ParamsOf<F> = $state.raw({} as ParamsOf<F>);
  /** The settings that the reader keeps to compare with. */
  kept: ParamsOf<F> | undefined = $state.raw();
  hide: readonly string[] = $state.raw([]);
  issues: readonly LinkIssue[] = $state.raw([]);
  /** True once the page's script has taken over. */
  ready = $state(false);
  #past: Moment<F>[] = $state.raw([]);
  /** The setting that is being changed, until the gesture has ended. */
  #moving: keyof F | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ link, params, hide }: DrawingSetup<F>) {
    const hideable = link.common ? [...(link.hideable ?? []), 'compare'] : (link.hideable ?? []);
    this.setup = { link: { ...link, hideable }, params, hide };
    this.params = params;
    this.hide = hide;
  }

  set<Key extends keyof F>(key: Key, value: ParamsOf<F>[Key]): void {
    if (this.params[key] === value) return;
    if (this.#moving !== key) this.#remember();
    this.#moving = key;
    this.#take({ ...this.params, [key]: value });
    this.#settle();
  }

  /** Replaces all settings at once: a preset. */
  setAll(params: ParamsOf<F>): void {
    this.#remember();
    this.#moving = undefined;
    this.#take(params);
    this.#settle();
  }

  /** Whether a baseline can be kept here: the figure draws one, and nobody asked to leave it out. */
  get comparable(): boolean {
    return this.setup.link.common !== undefined && !this.hide.includes('compare');
  }

  /** Keeps the present settings as the baseline. */
  keep(): void {
    this.#compareWith(this.params);
  }

  /** Ends the comparison. */
  drop(): void {
    this.#compareWith(undefined);
  }

  /** Whether the settings are those that the page began with. */
  get pristine(): boolean {
    return this.#isAll(this.setup.params);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#moving = undefined;
    ({ params: this.params, kept: this.kept } = before);
    this.#settle();
  }

  /** The address of this page with these settings, `extra` among the figure's own keys. */
  href(extra: Readonly<Record<string, string>> = {}): string {
    const { id } = this.setup.link;
    const url = this.#address();
    const query = url.searchParams;
    for (const [key, value] of Object.entries(extra)) query.set(`${id}.${key}`, value);
    url.search = queryText(query);
    url.hash = id;
    return url.href;
  }

  /** Svelte attachment for the figure's root element: reads the link. */
  readonly attach = (root: HTMLElement): (() => void) => {
    const { link } = this.setup;
    const query = new URLSearchParams(location.search);
    const { experiment, issues } = readLink(link, this.#base, query);
    this.params = experiment.params;
    this.kept = experiment.compare;
    this.hide = experiment.hide;
    this.issues = issues;
    if (query.has(`${link.id}.embed`)) showAlone(root);
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
    return { params: this.params, seed: 0, device: 'auto', hide: this.hide, compare: this.kept };
  }

  #compareWith(kept: ParamsOf<F> | undefined): void {
    this.#remember();
    this.#moving = undefined;
    this.kept = kept;
    this.#settle();
  }

  #isAll(params: ParamsOf<F>): boolean {
    return Object.keys(params).every((key) => params[key] === this.params[key]);
  }

  /** What both sides have in common changes in the baseline too. */
  #take(params: ParamsOf<F>): void {
    this.params = params;
    const shared = (this.setup.link.common ?? []).map((key) => [key, params[key]] as const);
    if (this.kept) this.kept = { ...this.kept, ...Object.fromEntries(shared) };
  }

  #address(): URL {
    const url = new URL(location.href);
    url.search = queryText(writeLink(this.setup.link, this.#base, this.#now, url.searchParams));
    return url;
  }

  #remember(): void {
    this.#past = [...this.#past.slice(-49), { params: this.params, kept: this.kept }];
  }

  // Browsers refuse many changes of the address in a row, so it follows when a gesture has ended.
  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#moving = undefined;
      history.replaceState(history.state, '', this.#address());
    }, GESTURE);
  }
}
