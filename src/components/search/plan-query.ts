import { correctWord, spellAcross } from './spelling.ts';
import { NOTIONS } from './notions.text.ts';
import { isStopWord } from './stop-words.text.ts';
import { isTex, texWords } from './tex-words.ts';

/** What the build tells of a language's index. */
export interface Lexicon {
  /** Words of the site and how often each occurs. */
  readonly words: Readonly<Record<string, number>>;
  /** The glossary's terms in both languages. */
  readonly terms: readonly (readonly [en: string, ru: string])[];
}

/** How a query is asked. */
export interface Plan {
  /** One group for each notion; within a group any word will do. */
  readonly groups: readonly (readonly string[])[];
  /** The same notions in the other language or in the course's words: found too, but after what was asked for. */
  readonly others: readonly (readonly string[])[];
  /** The query with its spelling mended; absent when nothing was. */
  readonly corrected?: string;
}

/** The stem of a word, in its language. */
export type Stem = (word: string) => string;

/** Words with a hyphen are two words of the index; a minus in LaTeX is none. */
const split = (query: string): string[] =>
  query
    .trim()
    .split(/\s+/)
    .flatMap((piece) => (isTex(piece) ? [piece] : piece.split(/[-–—]/)))
    .filter(Boolean);
const bare = (piece: string): string => piece.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);

/**
 * Turns what a reader types into the words to look up: LaTeX into the words of formulas, questions without their
 * stop words, Russian words by their stems (the index has no endings for й), spelling mended, terms in both languages.
 * A word that stands nowhere on the site is left out: the index would answer with words that only begin like it.
 */
export function planQuery(query: string, lexicon: Lexicon, stem: Stem): Plan {
  const pieces = split(query);
  const useful = pieces.some((piece) => isTex(piece) || (bare(piece) !== '' && !isStopWord(bare(piece))));
  const spelt = pieces.map((piece) =>
    isTex(piece) || isStopWord(bare(piece)) ? piece : (mendWord(bare(piece), lexicon, stem) ?? piece),
  );
  const notions = findNotions(spelt, stem);
  const named = new Set(notions.flatMap(([said]) => split(said).map(stem)));
  const groups = spelt.flatMap((piece): string[][] => {
    if (isTex(piece)) return texWords(piece).map((word) => [word]);
    const word = bare(piece);
    if (word === '' || (isStopWord(word) && useful) || named.has(stem(word))) return [];
    const across = spellAcross(word);
    const both = across !== undefined && isKnown(across, lexicon, stem) ? [word, across] : [word];
    return [[...new Set(both.flatMap((each) => [each, stemOf(each, stem)]))]];
  });
  groups.push(...notions.map(([, words]) => words.map((word) => stemOf(word, stem))));
  return {
    groups: groups.filter((group) => group.some((word) => isOnSite(word, lexicon, stem))),
    others: translate(spelt, lexicon, stem),
    ...(spelt.some((piece, i) => piece !== pieces[i]) && { corrected: spelt.join(' ') }),
  };
}

function mendWord(word: string, lexicon: Lexicon, stem: Stem): string | undefined {
  const across = spellAcross(word);
  if (isKnown(word, lexicon, stem) || (across !== undefined && isKnown(across, lexicon, stem)))
    return undefined;
  return correctWord(word, lexicon.words);
}

function isOnSite(word: string, { words }: Lexicon, stem: Stem): boolean {
  if (word.length < 2) return true;
  const root = stem(word);
  return Object.keys(words).some((known) => known.startsWith(root));
}

/** Pagefind stems English by itself; of Russian it drops the breve of й first, so that its stems miss. */
function stemOf(word: string, stem: Stem): string {
  return isCyrillic(word) ? stem(word) : word;
}

function isKnown(word: string, lexicon: Lexicon, stem: Stem): boolean {
  const root = stem(word);
  if (
    lexicon.terms.some((term) => term.some((side) => split(side).some((part) => stem(bare(part)) === root)))
  )
    return true;
  return Object.keys(lexicon.words).some((known) => known.startsWith(root) && stem(known) === root);
}

/** What a reader describes who does not have the course's word for it. */
function findNotions(words: readonly string[], stem: Stem): typeof NOTIONS {
  const roots = new Set(words.map((word) => stem(bare(word))));
  return NOTIONS.filter(([said]) => split(said).every((word) => roots.has(stem(word))));
}

/** The other language's words for each glossary term that the query contains. */
function translate(words: readonly string[], { terms }: Lexicon, stem: Stem): string[][] {
  const roots = words.map((word) => stem(bare(word)));
  const has = (term: string): boolean => {
    const own = split(term).map((word) => stem(bare(word)));
    return roots.some((_, i) => own.every((root, k) => roots[i + k] === root));
  };
  return terms.flatMap(([en, ru]) => {
    if (has(ru)) return split(en).map((word) => [bare(word)]);
    return has(en) ? split(ru).map((word) => [stemOf(bare(word), stem)]) : [];
  });
}
