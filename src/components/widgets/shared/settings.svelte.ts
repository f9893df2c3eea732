import type { DeviceWish } from '~/runtime/loop';
import type { Fields, ParamsOf } from './fields';
import { queryText, readLink, writeLink, type Experiment, type LinkFormat, type LinkIssue } from './url';

/** How many changes can be taken back. */
const DEPTH = 50;

/** What the reader has set: of each side, of the run as a whole, of the view; with its undo and its link. What runs by them follows. */
export abstract class Settings<F extends Fields> {
  readonly #link: LinkFormat<F>;
  readonly #base: Experiment<F>;
  /** The settings of each side: A alone, or A and B. */
  sides: readonly ParamsOf<F>[] = $state.raw([]);
  /** Which of the sides the controls edit. */
  editing = $state(0);
  seed = $state(0);
  device: DeviceWish = $state('auto');
  hide: readonly string[] = $state.raw([]);
  view: readonly string[] = $state.raw([]);
  issues: readonly LinkIssue[] = $state.raw([]);
  /** Settings before the latest change, newest last. */
  #past: Experiment<F>[] = $state.raw([]);

  constructor(link: LinkFormat<F>, base: Experiment<F>) {
    this.#link = link;
    this.#base = base;
    this.take(base);
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

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  setSeed(seed: number): void {
    this.change({ ...this.experiment, seed });
  }

  setDevice(device: DeviceWish): void {
    this.change({ ...this.experiment, device });
  }

  /** Copies the present settings to a second side that runs in step with the first; the controls then edit the copy. */
  compare(): void {
    this.change({ ...this.experiment, compare: this.sides[0] });
    this.editing = 1;
  }

  /** Ends the comparison; the side that is named stays. */
  keep(side: number): void {
    this.change({ ...this.experiment, params: this.sides[side]!, compare: undefined });
  }

  /** Takes back the latest change of a setting. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.apply({ ...before, view: this.view });
  }

  /** Shows or hides a part of the figure. */
  setView(name: string, on: boolean): void {
    const views = this.#link.views ?? [];
    this.view = views.filter((each) => (each === name ? on : this.view.includes(each)));
    this.writeUrl();
  }

  /** The address of this very experiment, `extra` among the widget's own keys. */
  href(extra: Readonly<Record<string, string>> = {}): string {
    const url = this.#address();
    const query = url.searchParams;
    for (const [key, value] of Object.entries(extra)) query.set(`${this.#link.id}.${key}`, value);
    url.search = queryText(query);
    url.hash = this.#link.id;
    return url.href;
  }

  /** Settings that were changed all at once take effect: those of the controls, of an undo. */
  protected abstract apply(experiment: Experiment<F>): void;

  protected change(experiment: Experiment<F>): void {
    this.remember();
    this.apply(experiment);
  }

  /** Takes what a link asks for; what cannot be taken is in `issues`. */
  protected readLink(query: URLSearchParams): void {
    const { experiment, issues } = readLink(this.#link, this.#base, query);
    this.take(experiment);
    this.issues = issues;
  }

  /** The experiment with a change of the side that is edited; what the sides have in common changes in both. */
  protected edit(changed: Partial<ParamsOf<F>>): Experiment<F> {
    const { common = [] } = this.#link;
    const shared = Object.fromEntries(
      Object.entries(changed).filter(([key]) => common.includes(key)),
    ) as Partial<ParamsOf<F>>;
    const sides = this.sides.map((params, side) => ({
      ...params,
      ...(side === this.editing ? changed : shared),
    }));
    const [params, compare] = sides as [ParamsOf<F>, ParamsOf<F>?];
    return { ...this.experiment, params, compare };
  }

  protected take({ params, compare, seed, device, hide, view }: Experiment<F>): void {
    this.sides = compare ? [params, compare] : [params];
    this.editing = Math.min(this.editing, this.sides.length - 1);
    this.seed = seed;
    this.device = device;
    this.hide = hide;
    this.view = view ?? this.#link.views ?? [];
  }

  protected remember(): void {
    this.#past = [...this.#past.slice(1 - DEPTH), this.experiment];
  }

  protected writeUrl(): void {
    history.replaceState(history.state, '', this.#address());
  }

  #address(): URL {
    const url = new URL(location.href);
    url.search = queryText(writeLink(this.#link, this.#base, this.experiment, url.searchParams));
    return url;
  }
}
