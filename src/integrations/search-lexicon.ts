import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lexicon } from '../components/search/plan-query.ts';
import { texWords } from '../components/search/tex-words.ts';
import { decodeEntities } from './search-records.ts';

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

/** Counts the words of a text, those of formulas (`texWords`) and of code included, into `words`. */
export function countWords(text: string, words: Map<string, number>): void {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\d]{2,}/gu))
    if (/\p{L}/u.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
}

/** The text of a page's content, with the words of its formulas. */
export function readText(html: string): string {
  const main = /<main\b[^]*<\/main>/.exec(html)?.[0] ?? html;
  const formulas = [...main.matchAll(/ data-tex="([^"]*)"/g)].flatMap(([, tex = '']) =>
    texWords(decodeEntities(tex)),
  );
  const text = main
    .replace(/<(script|style|math|svg)\b[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, ' ');
  return `${text} ${formulas.join(' ')}`;
}

/** The file that the search loads: words in the order of their frequency. */
export function writeLexicon(words: ReadonlyMap<string, number>, terms: Lexicon['terms']): string {
  const sorted = [...words].sort((a, b) => b[1] - a[1]);
  return JSON.stringify({ words: Object.fromEntries(sorted), terms } satisfies Lexicon);
}
