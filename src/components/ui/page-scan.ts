/** What a chapter's source says of itself, in order of appearance. Numbers on the page come from here. */
export interface PageScan {
  /** Ids of `<Equation id="…">`: the first is (1). */
  readonly equations: readonly string[];
  /** Ids of `<Figure id="…">`: the first is Figure 1. */
  readonly figures: readonly string[];
  /** Keys of `<Cite id="…">`, each once. */
  readonly cites: readonly string[];
  /** Ids of `<Term id="…">`, each once. */
  readonly terms: readonly string[];
  /** Whether the page has its own list of works, `<References />`. */
  readonly hasReferences: boolean;
}

type Name = 'Equation' | 'Figure' | 'Cite' | 'Term' | 'References';

/** Code blocks, code spans and comments show tags that are not on the page. */
function blankCode(source: string): string {
  return source
    .replace(/^(?<fence>`{3,}|~{3,})[^]*?^\k<fence>/gm, '')
    .replace(/\{\/\*[^]*?\*\/\}/g, '')
    .replace(/(?<![`\w])(?<ticks>`+)(?!`)[^`{}\n]*?\k<ticks>(?!`)/g, '');
}

/** The end of a string or template that opens at `start`. */
function skipQuoted(source: string, start: number): number {
  const quote = source[start];
  // LaTeX after String.raw is full of backslashes; none of them escapes the closing backtick there.
  const raw = quote === '`' && source.slice(0, start).endsWith('String.raw');
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\' && !raw) at += 1;
    else if (source[at] === quote) return at;
  }
  return source.length;
}

/** The attributes of a tag as one text, from after its name to before its `>`. */
function readAttributes(source: string, start: number): string {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const char = source[at];
    if (char === '"' || char === '`' || char === "'") at = skipQuoted(source, at);
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '>' && depth === 0) return source.slice(start, at);
  }
  return source.slice(start);
}

/** An `id="…"` that is an attribute itself and not part of another one's value. */
function readId(attributes: string): string | undefined {
  let plain = '';
  for (let at = 0; at < attributes.length; at += 1) {
    const char = attributes[at] ?? '';
    const open = char === '"' || char === '`' || char === "'";
    const end = open ? skipQuoted(attributes, at) : at;
    const isId = open && /(?:^|\s)id=\{?$/.test(plain);
    if (isId) return attributes.slice(at + 1, end);
    plain += open ? '""' : char;
    at = end;
  }
  return undefined;
}

/**
 * Reads the MDX source of a page and lists its equations, figures, citations and terms.
 * @param source the body of the page, without front matter
 * @param file its name, for messages
 * @throws when a tag that needs an id has none, or when two equations or two figures share one
 */
export function scanPage(source: string, file: string): PageScan {
  const found: Record<Name, string[]> = { Equation: [], Figure: [], Cite: [], Term: [], References: [] };
  const text = blankCode(source);
  for (const match of text.matchAll(/<(Equation|Figure|Cite|Term|References)(?=[\s/>])/g)) {
    const name = match[1] as Name;
    const id = readId(readAttributes(text, match.index + match[0].length));
    if (id === undefined && name !== 'References')
      throw new Error(`${file}: a <${name}> has no id; write <${name} id="some-name" …>`);
    found[name].push(id ?? '');
  }
  for (const name of ['Equation', 'Figure'] as const) {
    const twice = found[name].find((id, index, all) => all.indexOf(id) !== index);
    if (twice !== undefined) throw new Error(`${file}: two <${name}> have the id "${twice}"; ids are unique`);
  }
  return {
    equations: found.Equation,
    figures: found.Figure,
    cites: [...new Set(found.Cite)],
    terms: [...new Set(found.Term)],
    hasReferences: found.References.length > 0,
  };
}

/**
 * The number of an equation or figure: 1 for the first.
 * @throws when the page has none of that id; the message lists those it has
 */
export function numberOf(id: string, ids: readonly string[], what: string, file: string): number {
  const index = ids.indexOf(id);
  if (index >= 0) return index + 1;
  const known = ids.length === 0 ? `there is no ${what} on the page` : `known: ${ids.join(', ')}`;
  throw new Error(`${file}: no ${what} has the id "${id}" (${known})`);
}
