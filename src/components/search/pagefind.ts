/** One found page. */
export interface Found {
  readonly url: string;
  readonly title: string;
  /** Text with the matches marked: pairs of (text, is a match). */
  readonly excerpt: readonly (readonly [text: string, match: boolean])[];
  readonly untranslated: boolean;
  /** Sections of the page that match best. */
  readonly sections: readonly { readonly title: string; readonly url: string }[];
}

/** Looks up a query; the pages, best first. */
export type Search = (query: string) => Promise<readonly Found[]>;

interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string }[];
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: readonly { data(): Promise<PagefindData> }[] } | null>;
}

const MOST_PAGES = 10;
const MOST_SECTIONS = 3;

/** Pagefind's excerpt is HTML with `<mark>`: only its text and its marks are taken over. */
function splitExcerpt(html: string): Found['excerpt'] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.childNodes].map((node) => [node.textContent ?? '', node.nodeName === 'MARK']);
}

const toFound = ({ url, excerpt, meta, sub_results: sections }: PagefindData): Found => ({
  url,
  title: meta['title'] ?? url,
  excerpt: splitExcerpt(excerpt),
  untranslated: meta['untranslated'] !== undefined,
  sections: sections
    .filter((section) => section.url !== url)
    .slice(0, MOST_SECTIONS)
    .map((section) => ({ title: section.title, url: section.url })),
});

/**
 * Loads the index that the build wrote.
 * @param base the site's base path, with slash at the end
 * @param attempt counts from 0; a browser remembers that a module failed to load, so each attempt has an address of its own
 * @throws when any part of it cannot be loaded
 */
export async function loadSearch(base: string, attempt: number): Promise<Search> {
  // Pagefind itself answers a missing index with an empty result; ask first.
  const entry = await fetch(`${base}pagefind/pagefind-entry.json`);
  if (!entry.ok)
    throw new Error(`the search index: expected pagefind-entry.json, found status ${entry.status}`);
  const address = `${base}pagefind/pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  return async (query) => {
    const answer = await pagefind.search(query);
    const pages = answer?.results.slice(0, MOST_PAGES) ?? [];
    return (await Promise.all(pages.map((page) => page.data()))).map(toFound);
  };
}
