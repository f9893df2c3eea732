import { isStopWord } from './stop-words.text.ts';
import type { PagefindData, SubResult } from './pagefind.ts';

/** One place where one word of the query stands. */
export interface Hit {
  readonly data: PagefindData;
  readonly section?: SubResult;
  /** Pagefind's, or for a section how often the word stands there. */
  readonly score: number;
  /** How many things of this kind the word is found in. */
  readonly count: number;
}

/** Less than this share of the best is not shown: it has one common word of a long question. */
const LEAST_SHARE = 0.34;

/**
 * Ranks things by the words they have: a rare word counts more than a common one, a word of the title more than one of the
 * text, a second occurrence little, and a title that was asked for as a whole most.
 * @param hits for each word of the query the things that it is found in
 * @param words the words, each with its other forms
 * @param asked so many of them were asked for; the rest are translations, which count half
 */
export function rankHits(
  hits: readonly (readonly Hit[])[],
  words: readonly (readonly string[])[],
  asked = words.length,
): Hit[] {
  const all = new Set(hits.flat().map(keyOf)).size;
  const scores = new Map<string, { hit: Hit; score: number }>();
  hits.forEach((found, i) => {
    const places = new Set(found.map(keyOf)).size;
    const rarity = Math.log1p(all / Math.max(1, places)) + 0.1;
    for (const hit of found) {
      // In a page that stands in for its translation the other language's word is the one to look for.
      const share = i < asked || hit.data.meta['untranslated'] !== undefined ? 1 : 0.5;
      const weight = Number(hit.data.meta['weight'] ?? 1);
      const inTitle = (words[i] ?? []).some((word) => hasWord(titleOf(hit), word));
      const score = share * rarity * weight * (1 + 0.3 * Math.log1p(hit.score) + (inTitle ? 1 : 0));
      const before = scores.get(keyOf(hit));
      scores.set(keyOf(hit), { hit: before?.hit ?? hit, score: (before?.score ?? 0) + score });
    }
  });
  for (const entry of scores.values())
    entry.score *= 1 + 0.5 * shareOfTitle(titleOf(entry.hit), words.flat());
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
  const least = (ranked[0]?.score ?? 0) * LEAST_SHARE;
  return ranked.filter(({ score }) => score >= least).map(({ hit }) => hit);
}

const keyOf = ({ data, section }: Hit): string => section?.url ?? data.url;
const titleOf = ({ data, section }: Hit): string =>
  (section?.title ?? data.meta['title'] ?? '').toLowerCase();

/** How much of a title was asked for: all of "Least squares" in "what is the least squares loss". */
function shareOfTitle(title: string, words: readonly string[]): number {
  const parts = title.split(/[^\p{L}\d]+/u).filter((part) => part !== '' && !isStopWord(part));
  if (parts.length === 0) return 0;
  return parts.filter((part) => words.some((word) => hasWord(part, word))).length / parts.length;
}

/** Whether a word of the text begins as the asked one does. */
function hasWord(text: string, word: string): boolean {
  const root = word.length > 5 ? word.slice(0, -1) : word;
  return text.split(/[^\p{L}\d]+/u).some((part) => part.startsWith(root));
}
