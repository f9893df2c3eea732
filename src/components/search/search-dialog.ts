import { loadSearch, type Found, type Search } from './pagefind';
import type { SearchWords } from './search.text';

const PAUSE_MS = 150;

/** Fills `{name}` in a sentence. */
const fill = (sentence: string, name: string, value: string): string => sentence.replace(`{${name}}`, value);

function link(url: string, title: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.textContent = title;
  return anchor;
}

function drawFound(found: Found, words: SearchWords): HTMLLIElement {
  const item = document.createElement('li');
  item.append(link(found.url, found.title));
  if (found.untranslated) item.append(' ', tag('small', words.untranslated));
  const excerpt = document.createElement('p');
  excerpt.append(...found.excerpt.map(([text, match]) => (match ? tag('mark', text) : text)));
  item.append(excerpt);
  if (found.sections.length > 0) {
    const sections = document.createElement('ul');
    for (const { url, title } of found.sections) {
      const section = document.createElement('li');
      section.append(link(url, title));
      sections.append(section);
    }
    item.append(sections);
  }
  return item;
}

function tag(name: 'mark' | 'small', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/**
 * `<course-search>`: the button and the dialog are in the page's HTML; this opens the dialog, loads the index when it is first
 * opened, and draws what was found.
 */
class CourseSearch extends HTMLElement {
  readonly #words = JSON.parse(this.dataset['words'] ?? '{}') as SearchWords;
  #search: Promise<Search> | undefined;
  #attempt = 0;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#part('open', HTMLButtonElement).addEventListener('click', () => this.#open());
    this.#part('close', HTMLElement).addEventListener('click', () => this.#dialog.close());
    this.#part('retry', HTMLElement).addEventListener('click', () => void this.#run());
    this.#input.addEventListener('input', () => this.#later());
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    this.#dialog.addEventListener('click', (event) => this.#leave(event));
    document.addEventListener('keydown', (event) => this.#shortcut(event));
    this.#part('open', HTMLButtonElement).disabled = false;
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('dialog', HTMLDialogElement);
  }

  get #input(): HTMLInputElement {
    return this.#part('input', HTMLInputElement);
  }

  #part<T extends HTMLElement>(name: string, kind: new () => T): T {
    const element = this.querySelector(`[data-search="${name}"]`);
    if (!(element instanceof kind))
      throw new Error(`<course-search>: expected a ${kind.name} with data-search="${name}", found none`);
    return element;
  }

  #open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    void this.#run();
  }

  #shortcut(event: KeyboardEvent): void {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !letter) return;
    event.preventDefault();
    this.#open();
  }

  /** A click beside the dialog or on a result closes it. */
  #leave(event: MouseEvent): void {
    const target = event.target as Element;
    if (target === this.#dialog || target.closest('a') !== null) this.#dialog.close();
    const suggestion = target.closest<HTMLElement>('[data-suggestion]')?.dataset['suggestion'];
    if (suggestion === undefined) return;
    this.#input.value = suggestion;
    this.#input.focus();
    void this.#run();
  }

  /** Arrows go from the field to the results and back. */
  #move(event: KeyboardEvent): void {
    // A search field keeps Escape for itself (it empties); here it closes, as the hint says.
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#dialog.close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [
      this.#input,
      ...this.#dialog.querySelectorAll<HTMLElement>('ol a, div:not([hidden]) > [data-suggestion]'),
    ];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE_MS);
  }

  #load(): Promise<Search> {
    this.#search ??= loadSearch(import.meta.env.BASE_URL.replace(/\/?$/, '/'), this.#attempt).catch(
      (error: unknown) => {
        this.#search = undefined;
        this.#attempt += 1;
        throw error;
      },
    );
    return this.#search;
  }

  async #run(): Promise<void> {
    const asked = ++this.#asked;
    const query = this.#input.value.trim();
    try {
      const search = await this.#load();
      const found = query === '' ? undefined : await search(query);
      if (asked === this.#asked) this.#show(query, found);
    } catch {
      if (asked === this.#asked) this.#fail();
    }
  }

  #show(query: string, found: readonly Found[] | undefined): void {
    this.#part('problem', HTMLElement).hidden = true;
    this.#part('nothing', HTMLElement).hidden = found?.length !== 0;
    this.#part('list', HTMLElement).replaceChildren(
      ...(found ?? []).map((page) => drawFound(page, this.#words)),
    );
    this.#part('status', HTMLElement).textContent =
      found === undefined ? '' : this.#sentence(query, found.length);
  }

  #sentence(query: string, count: number): string {
    if (count === 0) return fill(this.#words.nothing, 'query', query);
    const category = new Intl.PluralRules(document.documentElement.lang).select(count);
    return fill(this.#words.found[category] ?? this.#words.found.other, 'count', String(count));
  }

  #fail(): void {
    this.#part('list', HTMLElement).replaceChildren();
    this.#part('nothing', HTMLElement).hidden = true;
    this.#part('status', HTMLElement).textContent = '';
    this.#part('problem', HTMLElement).hidden = false;
  }
}

customElements.define('course-search', CourseSearch);
