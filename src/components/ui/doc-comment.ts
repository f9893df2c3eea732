import { escapeHtml } from './highlight.ts';
import { renderTex } from './tex.ts';

/** A doc comment, taken apart. */
export interface DocComment {
  /** Text before the first tag. */
  readonly text: string;
  readonly tags: readonly DocTag[];
}

/** `@param x the text`, `@returns the text`. */
export interface DocTag {
  readonly tag: string;
  /** What a `@param` is about. */
  readonly name?: string;
  readonly text: string;
}

/**
 * Parts a doc comment from the code below it.
 * @param code begins with the comment or has none
 */
export function splitDoc(code: string): { readonly comment: string; readonly body: string } {
  const comment = /^\/\*\*[^]*?\*\/\n?/.exec(code)?.[0] ?? '';
  return { comment: comment.trimEnd(), body: code.slice(comment.length) };
}

/** Reads a doc comment with its stars, as it stands in the file. */
export function parseDoc(comment: string): DocComment {
  const lines = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
  const [text = '', ...tags] = lines.join('\n').split(/^@(?=[a-z])/m);
  return { text: text.trim(), tags: tags.map(parseTag) };
}

function parseTag(source: string): DocTag {
  const [, tag = '', rest = ''] = /^([a-z]+)\s*([^]*)$/.exec(source.trim()) ?? [];
  if (tag !== 'param') return { tag, text: rest };
  const [, name = '', text = ''] = /^(\S+)\s*(?:- )?([^]*)$/.exec(rest) ?? [];
  return { tag, name, text };
}

const INLINE = /\$([^$\n]+)\$|`([^`]+)`|\*\*([^*]+)\*\*/g;

/**
 * One run of text to HTML: `$TeX$`, code between backquotes and `**strong**`; all else is escaped.
 * @param where names the text in the error
 * @throws Error when KaTeX does not understand a formula
 */
export function renderDocLine(text: string, where: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, tex, code, strong = ''] = match;
    html += escapeHtml(text.slice(end, match.index));
    if (tex !== undefined)
      html += `<span class="tex">${renderTex(tex, { display: false, file: where })}</span>`;
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else html += `<strong>${escapeHtml(strong)}</strong>`;
    end = match.index + all.length;
  }
  return html + escapeHtml(text.slice(end));
}

/** The text before the tags to HTML: paragraphs, and `$$TeX$$` on lines of its own. */
export function renderDocText(text: string, where: string): string {
  return text
    .split(/\$\$([^]*?)\$\$/)
    .map((part, index) => {
      if (index % 2 === 1)
        return `<div class="tex-display" tabindex="0">${renderTex(part, { display: true, file: where })}</div>`;
      const paragraphs = part.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
      return paragraphs
        .map((paragraph) => `<p>${renderDocLine(paragraph.trim().replaceAll('\n', ' '), where)}</p>`)
        .join('');
    })
    .join('');
}

/** The first sentence, for lists. */
export const firstSentence = (text: string): string =>
  (/^[^]*?[.:;](?=\s|$)/.exec(text.replaceAll(/\s+/g, ' '))?.[0] ?? text).replace(/[:;]$/, '.');
