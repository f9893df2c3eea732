import { planQuery, type Lexicon, type Plan } from './plan-query.ts';
import { rankHits, type Hit } from './rank.ts';
import { loadStem } from './stemmer.ts';
import { UNSEEN } from './tex-words.ts';

/** What a reader can look for, in the order in which results are shown. */
export const KINDS = ['page', 'section', 'widget', 'question', 'equation'] as const;
export type Kind = (typeof KINDS)[number];

/** One found thing. */
export interface Found {
  readonly kind: Kind;
  readonly url: string;
  readonly title: string;
  /** The title with its formulas in MathML, from our own build. */
  readonly html?: string;
  /** The page it stands on; empty for a page. */
  readonly on: string;
  /** Text with the matches marked: pairs of (text, is a match). */
  readonly excerpt: readonly (readonly [text: string, match: boolean])[];
  readonly untranslated: boolean;
}

export interface Answer {
  /** Best first within each kind; kinds without results are left out. */
  readonly groups: readonly { readonly kind: Kind; readonly found: readonly Found[] }[];
  readonly corrected?: string;
}

/** Looks up a query. */
export type Search = (query: string) => Promise<Answer>;

export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly locations: readonly number[];
}

export interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly SubResult[];
}

export interface Result {
  readonly score: number;
  data(): Promise<PagefindData>;
}

export interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(
    query: string,
    options: { filters: { kind: string } },
  ): Promise<{ results: readonly Result[] } | null>;
}

const MOST: Readonly<Record<Kind, number>> = { page: 3, section: 6, widget: 4, question: 5, equation: 5 };
/** Pages whose sections are looked at. */
const PAGES = 8;
/** More results of one word than these say little. */
const RECORDS = 40;

const FORMULA_WORDS = new RegExp(`(?:<mark>)?${UNSEEN}[\\p{L}\\d]+[.,;]?(?:</mark>)?[.,;]?`, 'gu');

/** Pagefind's excerpt is HTML with `<mark>`: only its text and its marks are taken over. */
function splitExcerpt(html: string): Found['excerpt'] {
  return html
    .replace(FORMULA_WORDS, ' ')
    .split(/(<mark>[^]*?<\/mark>)/)
    .filter(Boolean)
    .map((part) => [decode(part.replace(/<[^>]*>/g, '')), part.startsWith('<mark>')]);
}

const decode = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  );

function toFound(kind: Kind, { data, section }: Hit): Found {
  const { meta } = data;
  const html = meta['html'];
  return {
    kind,
    url: section?.url ?? data.url,
    title: section?.title ?? meta['title'] ?? data.url,
    ...(html !== undefined && { html }),
    on: section ? (meta['title'] ?? '') : (meta['on'] ?? ''),
    excerpt: kind === 'page' || kind === 'section' ? splitExcerpt(section?.excerpt ?? data.excerpt) : [],
    untranslated: meta['untranslated'] !== undefined,
  };
}

/** Where any of these words stands. */
async function askGroup(pagefind: Pagefind, words: readonly string[], kind: string): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  for (const word of words) {
    const results = (await pagefind.search(word, { filters: { kind } }))?.results ?? [];
    const kept = results.slice(0, kind === 'page' ? PAGES : RECORDS);
    const data = await Promise.all(kept.map((result) => result.data()));
    data.forEach((one, i) => {
      const hit = { data: { ...one }, score: kept[i]?.score ?? 0, count: results.length };
      const before = hits.get(one.url);
      if (!before || before.score < hit.score) hits.set(one.url, hit);
    });
  }
  return [...hits.values()];
}

/** Asks the index for each word and ranks what comes back. */
export async function askIndex(pagefind: Pagefind, plan: Plan): Promise<Answer['groups']> {
  const words = [...plan.groups, ...plan.others];
  const ask = async (kind: 'page' | 'widget' | 'question' | 'equation'): Promise<Hit[][]> => {
    const hits: Hit[][] = [];
    // One after another: Pagefind keeps one copy of a page and writes the places of the last search into it.
    for (const group of words) hits.push(await askGroup(pagefind, group, kind));
    return hits;
  };
  const pages = await ask('page');
  const [widgets, questions, equations] = [await ask('widget'), await ask('question'), await ask('equation')];
  const sections = pages.map((hits) =>
    hits.flatMap(({ data, count }) =>
      data.sub_results
        .filter(({ url }) => /#(?!_top$|references$)/.test(url))
        .map((section) => ({ data, section, count, score: Math.log1p(section.locations.length) })),
    ),
  );
  const hits: Record<Kind, Hit[][]> = {
    page: pages,
    section: sections,
    widget: widgets,
    question: questions,
    equation: equations,
  };
  return KINDS.map((kind) => ({
    kind,
    found: rankHits(hits[kind], words, plan.groups.length)
      .slice(0, MOST[kind])
      .map((hit) => toFound(kind, hit)),
  })).filter(({ found }) => found.length > 0);
}

/**
 * Loads the index that the build wrote.
 * @param base the site's base path, with slash at the end
 * @param language of the page; each language has an index of its own
 * @param attempt counts from 0; a browser remembers that a module failed to load, so each attempt has an address of its own
 * @throws when any part of it cannot be loaded
 */
export async function loadSearch(base: string, language: string, attempt: number): Promise<Search> {
  // Pagefind itself answers a missing index with an empty result; ask first.
  const [entry, words] = await Promise.all([
    fetch(`${base}pagefind/pagefind-entry.json`),
    fetch(`${base}pagefind/lexicon-${language}.json`),
  ]);
  if (!entry.ok || !words.ok)
    throw new Error(`the search index: expected two files, found status ${entry.status} and ${words.status}`);
  const lexicon = (await words.json()) as Lexicon;
  const address = `${base}pagefind/pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  return async (query) => {
    const plan = planQuery(query, lexicon, await loadStem(query));
    const groups = await askIndex(pagefind, plan);
    return { groups, ...(plan.corrected !== undefined && { corrected: plan.corrected }) };
  };
}
