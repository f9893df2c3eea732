import { z } from 'astro/zod';

const text = z.string().min(1);

/** Fields that an entry must have and may have, by its kind. A field outside these is an error. */
const kinds: Record<string, { needs: readonly string[]; allows: readonly string[] }> = {
  inproceedings: {
    needs: ['author', 'title', 'booktitle', 'year'],
    allows: ['url', 'doi', 'pages', 'publisher', 'note'],
  },
  article: {
    needs: ['author', 'title', 'journal', 'year'],
    allows: ['url', 'doi', 'volume', 'number', 'pages', 'note'],
  },
  book: { needs: ['author', 'title', 'publisher', 'year'], allows: ['url', 'doi', 'edition', 'note'] },
  misc: { needs: ['author', 'title', 'year'], allows: ['url', 'doi', 'howpublished', 'note'] },
};

const fieldSchemas: Record<string, z.ZodType> = {
  author: text.regex(/^[^,]+, [^,]+( and [^,]+, [^,]+)*$/, 'write "Last, First and Last, First"'),
  year: z.string().regex(/^(19|20)\d\d$/, 'write a year of four digits'),
  url: z.url({ protocol: /^https$/, error: 'write a full https address' }),
};

/** One work, as `references.bib` has it. */
export interface Reference {
  readonly key: string;
  readonly kind: string;
  readonly authors: readonly { readonly last: string; readonly first: string }[];
  readonly title: string;
  readonly year: string;
  /** Where it appeared: proceedings, journal with volume, publisher; absent for a preprint. */
  readonly venue: string | undefined;
  readonly url: string | undefined;
  /** "a", "b", … when the same names have two works in one year, else empty. */
  readonly letter: string;
}

interface RawEntry {
  readonly kind: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The index of the brace that closes the one at `open`, or -1. */
function findClose(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}' && (depth -= 1) === 0) return at;
  }
  return -1;
}

function readFields(body: string, fail: (message: string) => never): Record<string, string> {
  const fields: Record<string, string> = {};
  let rest = body.trim();
  while (rest !== '') {
    const name = /^(\w+)\s*=\s*(?=\{)/.exec(rest);
    if (!name) return fail(`expected \`field = {value}\`, found "${rest.slice(0, 40)}"`);
    const [head, field = ''] = name;
    const open = head.length;
    const close = findClose(rest, open);
    if (close < 0) fail(`the braces of "${field}" do not close`);
    if (field in fields) fail(`the field "${field}" stands twice`);
    const value = rest
      .slice(open + 1, close)
      .replace(/\s+/g, ' ')
      .trim();
    if (value.includes('\\')) fail(`"${field}" holds a backslash; write the letter itself, é and not \\'e`);
    fields[field] = value.replace(/[{}]/g, '');
    rest = rest.slice(close + 1).trim();
    if (rest !== '' && !rest.startsWith(',')) fail(`a comma is missing after "${field}"`);
    rest = rest.slice(1).trim();
  }
  return fields;
}

function checkEntry({ kind, fields }: RawEntry, fail: (message: string) => never): void {
  const rule = kinds[kind];
  if (!rule) return fail(`unknown kind @${kind}; known: ${Object.keys(kinds).join(', ')}`);
  for (const field of rule.needs) if (!fields[field]) fail(`the field "${field}" is missing`);
  for (const [field, value] of Object.entries(fields)) {
    if (![...rule.needs, ...rule.allows].includes(field))
      fail(`unknown field "${field}"; @${kind} takes ${[...rule.needs, ...rule.allows].join(', ')}`);
    const result = (fieldSchemas[field] ?? text).safeParse(value);
    if (!result.success) fail(`"${field}": ${result.error.issues[0]?.message ?? 'wrong'}, found "${value}"`);
  }
}

function toReference({ kind, key, fields }: RawEntry): Reference {
  const authors = (fields['author'] ?? '').split(' and ').map((name) => {
    const [last = '', first = ''] = name.split(', ');
    return { last, first };
  });
  const volume = [fields['volume'], fields['number'] && `(${fields['number']})`].filter(Boolean).join('');
  const journal =
    fields['journal'] && [fields['journal'], volume, fields['pages']].filter(Boolean).join(', ');
  const venue = fields['booktitle'] ?? journal ?? fields['howpublished'] ?? fields['publisher'];
  const { title = '', year = '', url, doi } = fields;
  return {
    key,
    kind,
    authors,
    title,
    year,
    venue,
    url: url ?? (doi && `https://doi.org/${doi}`),
    letter: '',
  };
}

/** "Goodfellow", "Arjovsky & Bottou" or "Goodfellow et al.", with the words of the language. */
export function shortAuthors(reference: Reference, words: { and: string; others: string }): string {
  const [first, second] = reference.authors.map((author) => author.last);
  if (reference.authors.length > 2) return `${first ?? ''} ${words.others}`;
  return second ? `${first ?? ''} ${words.and} ${second}` : (first ?? '');
}

function addLetters(references: readonly Reference[]): Reference[] {
  const label = (reference: Reference) => shortAuthors(reference, { and: '&', others: '…' }) + reference.year;
  return references.map((reference) => {
    const same = references.filter((other) => label(other) === label(reference));
    const letter = same.length > 1 ? String.fromCharCode(97 + same.indexOf(reference)) : '';
    return { ...reference, letter };
  });
}

/**
 * Reads a BibTeX file, strictly: an entry of an unknown kind, a missing or unknown field, a key that stands twice
 * or a brace that does not close is an error that names file and key.
 * @param source entries `@kind{key, field = {value}, …}`; text outside entries must be blank or begin with %
 * @param file its name, for messages
 * @returns the works by key, in the order of the file
 */
export function parseBibliography(source: string, file: string): ReadonlyMap<string, Reference> {
  const entries: Reference[] = [];
  let rest = source.replace(/^\s*%.*$/gm, '').trim();
  while (rest !== '') {
    const head = /^@(\w+)\s*(?=\{)/.exec(rest);
    const close = head ? findClose(rest, head[0].length) : -1;
    const inside = head ? rest.slice(head[0].length + 1, close < 0 ? undefined : close) : '';
    const key = /^\s*([a-z0-9-]+)\s*,/.exec(inside);
    const fail = (message: string): never => {
      throw new Error(`${file}: ${key?.[1] ?? `entry "${rest.slice(0, 30)}"`}: ${message}`);
    };
    if (!head) return fail('expected "@kind{key, …}"');
    if (close < 0) return fail('its braces do not close');
    if (!key) return fail('expected a key of small letters and digits, then a comma');
    const fields = readFields(inside.slice(key[0].length), fail);
    const entry = { kind: (head[1] ?? '').toLowerCase(), key: key[1] ?? '', fields };
    checkEntry(entry, fail);
    if (entries.some((other) => other.key === entry.key)) fail('this key stands twice');
    entries.push(toReference(entry));
    rest = rest.slice(close + 1).trim();
  }
  return new Map(addLetters(entries).map((reference) => [reference.key, reference]));
}
