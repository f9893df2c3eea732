import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lexicon } from '../components/search/plan-query.ts';

interface RawTerm {
  readonly en: { readonly term: string };
  readonly ru: { readonly term: string };
}

/** The glossary's terms; their form is checked where the page of terms is made. */
export function readTerms(file: string): Lexicon['terms'] {
  const terms = parse(readFileSync(file, 'utf8')) as RawTerm[];
  return terms.flatMap(({ en, ru }) =>
    listNames(en.term).flatMap((left) => listNames(ru.term).map((right): [string, string] => [left, right])),
  );
}

/** "расхождение (дивергенция)" is two names. */
function listNames(term: string): string[] {
  return term
    .toLowerCase()
    .split(/[()]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Shorter words are not mended, and rarer ones may be slips of ours. */
const LEAST_LETTERS = 3;

/** Counts the words of a page's text into `words`. */
export function countWords(html: string, words: Map<string, number>): void {
  const main = /<main\b[^]*<\/main>/.exec(html)?.[0] ?? html;
  const text = main
    .replace(/<(script|style|math|svg|code|pre)\b[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, ' ');
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{2,}/gu))
    if (word.length >= LEAST_LETTERS) words.set(word, (words.get(word) ?? 0) + 1);
}

/** The file that the search loads: words in the order of their frequency. */
export function writeLexicon(words: ReadonlyMap<string, number>, terms: Lexicon['terms']): string {
  const sorted = [...words].sort((a, b) => b[1] - a[1]);
  return JSON.stringify({ words: Object.fromEntries(sorted), terms } satisfies Lexicon);
}
