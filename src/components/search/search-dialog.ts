import { drawGroups } from './draw-results.ts';
import { loadSearch, type Answer, type Search } from './pagefind.ts';
import { searchText, type SearchWords } from './search.text.ts';

const PAUSE_MS = 150;

/** Fills `{name}` in a sentence. */
const fill = (sentence: string, name: string, value: string): string => sentence.replace(`{${name}}`, value);

/** The open dialog: loads the index, asks it as the reader types, and walks through what was found. */
export class SearchDialog {
  readonly #root: HTMLElement;
  readonly #words: SearchWords;
  readonly #language: 'en' | 'ru';
  #search: Promise<Search> | undefined;
  #attempt = 0;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#language = document.documentElement.lang.startsWith('ru') ? 'ru' : 'en';
    this.#words = searchText[this.#language];
    this.#part('close', HTMLElement).addEventListener('click', () => this.#dialog.close());
    this.#part('retry', HTMLElement).addEventListener('click', () => void this.#run());
    this.#input.addEventListener('input', () => this.#later());
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    this.#dialog.addEventListener('click', (event) => this.#leave(event));
  }

  /** At each opening. */
  start(): void {
    this.#input.focus();
    this.#input.select();
    void this.#run();
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('dialog', HTMLDialogElement);
  }

  get #input(): HTMLInputElement {
    return this.#part('input', HTMLInputElement);
  }

  #part<T extends HTMLElement>(name: string, kind: new () => T): T {
    const element = this.#root.querySelector(`[data-search="${name}"]`);
    if (!(element instanceof kind))
      throw new Error(`<course-search>: expected a ${kind.name} with data-search="${name}", found none`);
    return element;
  }

  /** A click beside the dialog or on a result closes it; one on a word that is offered asks for it. */
  #leave(event: MouseEvent): void {
    const target = event.target as Element;
    if (target === this.#dialog || target.closest('a') !== null) this.#dialog.close();
    const suggestion = target.closest<HTMLElement>('[data-suggestion]')?.dataset['suggestion'];
    if (suggestion === undefined) return;
    this.#input.value = suggestion;
    this.#input.focus();
    void this.#run();
  }

  /** Arrows go from the field through all groups and back; Home and End to the first and the last result. */
  #move(event: KeyboardEvent): void {
    // A search field keeps Escape for itself (it empties); here it closes, as the hint says.
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#dialog.close();
    }
    const results = [
      ...this.#dialog.querySelectorAll<HTMLElement>(
        '[data-search="list"] a, div:not([hidden]) > [data-suggestion]',
      ),
    ];
    const stops = [this.#input, ...results];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Enter' && at === 0 && results[0] instanceof HTMLAnchorElement) results[0].click();
    const next =
      event.key === 'ArrowDown'
        ? stops[at + 1]
        : event.key === 'ArrowUp'
          ? stops[at - 1]
          : event.key === 'Home' && at > 0
            ? results[0]
            : event.key === 'End' && at > 0
              ? results.at(-1)
              : undefined;
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE_MS);
  }

  #load(): Promise<Search> {
    const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
    this.#search ??= loadSearch(base, this.#language, this.#attempt).catch((error: unknown) => {
      this.#search = undefined;
      this.#attempt += 1;
      throw error;
    });
    return this.#search;
  }

  async #run(): Promise<void> {
    const asked = ++this.#asked;
    const query = this.#input.value.trim();
    try {
      const search = await this.#load();
      const answer = query === '' ? undefined : await search(query);
      if (asked === this.#asked) this.#show(query, answer);
    } catch {
      if (asked === this.#asked) this.#fail();
    }
  }

  #show(query: string, answer: Answer | undefined): void {
    const count = (answer?.groups ?? []).reduce((sum, { found }) => sum + found.length, 0);
    this.#part('problem', HTMLElement).hidden = true;
    this.#part('nothing', HTMLElement).hidden = answer === undefined || count > 0;
    this.#part('list', HTMLElement).replaceChildren(...drawGroups(answer?.groups ?? [], this.#words));
    const mended = answer?.corrected;
    this.#part('status', HTMLElement).textContent =
      answer === undefined
        ? ''
        : [mended && fill(this.#words.corrected, 'query', mended), this.#sentence(query, count)]
            .filter(Boolean)
            .join(' ');
  }

  #sentence(query: string, count: number): string {
    if (count === 0) return fill(this.#words.nothing, 'query', query);
    const category = new Intl.PluralRules(this.#language).select(count);
    return fill(this.#words.found[category] ?? this.#words.found.other, 'count', String(count));
  }

  #fail(): void {
    this.#part('list', HTMLElement).replaceChildren();
    this.#part('nothing', HTMLElement).hidden = true;
    this.#part('status', HTMLElement).textContent = '';
    this.#part('problem', HTMLElement).hidden = false;
  }
}
