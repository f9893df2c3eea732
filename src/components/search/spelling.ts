/**
 * Edits that turn one word into the other, where an edit adds, drops or changes a letter or swaps two neighbours.
 * @returns the number of edits, or `limit + 1` when it takes more than `limit`
 */
export function countEdits(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? limit + 1;
}

/** Short words are too near to each other to be guessed. */
const limitOf = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * The word of the site that was meant.
 * @param words the site's words with how often each occurs
 * @returns `undefined` when the word, or a word that begins with it, is on the site, or nothing is near
 */
export function correctWord(word: string, words: Readonly<Record<string, number>>): string | undefined {
  const limit = limitOf(word);
  if (limit === 0 || Object.hasOwn(words, word)) return undefined;
  const all = Object.keys(words);
  if (all.some((known) => known.startsWith(word))) return undefined;
  let best: string | undefined;
  let rank = Infinity;
  for (const known of all) {
    const edits = countEdits(word, known, limit);
    if (edits > limit) continue;
    // Fewer edits first, then the same first letter, then the commoner word.
    const next =
      edits + (known.startsWith(word.charAt(0)) ? 0 : 0.5) - Math.min(words[known] ?? 0, 1000) / 4000;
    if (next < rank) [best, rank] = [known, next];
  }
  return best;
}

/**
 * The word as it is spelt on the other side of the ocean, if it is spelt otherwise there: the course writes "-ise" in some chapters,
 * papers write "-ize".
 * @param word in lower case
 * @returns `undefined` when the word has one spelling
 */
export function spellAcross(word: string): string | undefined {
  const across = word
    .replace(/i([sz])(e|ed|er|ers|es|ing|ation|ations)$/, (_, letter: string, end: string) =>
      word.length > 6 ? `i${letter === 's' ? 'z' : 's'}${end}` : `i${letter}${end}`,
    )
    .replace(/^(col|behavi|neighb|fav)(ou?r)/, (_, start: string, end: string) =>
      end === 'or' ? `${start}our` : `${start}or`,
    );
  return across === word ? undefined : across;
}
