import type { Stem } from './plan-query.ts';

/**
 * The stems of English and Russian words (Snowball). The package has every language and loads only for a query in Cyrillic;
 * English queries are stemmed by the index itself, so there a word without its commonest endings will do.
 */
export async function loadStem(query: string): Promise<Stem> {
  if (!/\p{Script=Cyrillic}/u.test(query)) return trimEnglish;
  const { newStemmer } = await import('snowball-stemmers');
  const russian = newStemmer('russian');
  return (word) =>
    /\p{Script=Cyrillic}/u.test(word) ? russian.stem(dropDiaeresis(word)) : trimEnglish(word);
}

/** The index has no two dots on a letter; the breve stays, since the stemmer needs it. */
const dropDiaeresis = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\u0308/g, '')
    .normalize('NFC');

export function trimEnglish(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed)$/, '') : word;
}
