/** A run of source text of one kind; the rest of a program has no kind. */
export interface Token {
  readonly kind: 'comment' | 'keyword' | 'string' | undefined;
  readonly text: string;
}

const keywords =
  'as|async|await|break|case|catch|class|const|continue|default|else|export|extends|finally|for|from|function|if|import|in|interface|let|new|of|readonly|return|satisfies|switch|throw|try|type|typeof|void|while|yield';

const pattern = new RegExp(
  [
    String.raw`(?<comment>\/\*[^]*?\*\/|\/\/[^\n]*)`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|${'`'}(?:\\.|[^${'`'}\\])*${'`'})`,
    String.raw`(?<![\w.$])(?<keyword>${keywords})(?![\w$])`,
  ].join('|'),
  'g',
);

/**
 * Comments, strings and keywords of a TypeScript function: all that print needs to tell apart. A full highlighter
 * costs a chapter 9 KB of styles and markup.
 */
export function tokenize(code: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: undefined, text: code.slice(end, match.index) });
    const { comment, string } = match.groups ?? {};
    const kind = comment !== undefined ? 'comment' : string !== undefined ? 'string' : 'keyword';
    tokens.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ kind: undefined, text: code.slice(end) });
  return tokens;
}

/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** The same as HTML: each token of a kind in a span of that class. */
export const highlight = (code: string): string =>
  tokenize(code)
    .map(({ kind, text }) => (kind ? `<span class="${kind}">${escapeHtml(text)}</span>` : escapeHtml(text)))
    .join('');
