import { renderTex } from '~/components/ui/tex';

/**
 * Turns one line of a question into HTML at build time. Understood: `$TeX$`, `` `code` ``, `*emphasis*`,
 * `[words](#anchor)` and, after a backslash, the sign itself (`\*`, `\$`). Everything else is escaped.
 * @param text one paragraph
 * @param where names the text in an error, e.g. `gan.yaml: question "gan-x", field prompt`
 * @throws Error bad TeX, an unclosed sign, or a link that is not an anchor of the same page
 */
export function renderText(text: string, where: string): string {
  let html = '';
  for (let rest = text; rest.length > 0;) {
    const piece = readPiece(rest, where);
    html += piece.html;
    rest = rest.slice(piece.length);
  }
  return html;
}

/** The same text without marks, for names that a screen reader speaks. */
export function plainText(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\\([*`$[\]\\])|[`*$]/g, '$1');
}

interface Piece {
  html: string;
  length: number;
}

const MARKS: readonly { pattern: RegExp; html: (inner: string, extra: string, where: string) => string }[] = [
  { pattern: /^\\([*`$[\]\\])/, html: escapeHtml },
  { pattern: /^\$([^$]+)\$/, html: (tex, _, where) => renderFormula(tex, where) },
  { pattern: /^`([^`]+)`/, html: (code) => `<code>${escapeHtml(code)}</code>` },
  { pattern: /^\*([^*]+)\*/, html: (inner, _, where) => `<em>${renderText(inner, where)}</em>` },
  { pattern: /^\[([^\]]+)\]\(([^)]*)\)/, html: renderLink },
];

function readPiece(rest: string, where: string): Piece {
  for (const { pattern, html } of MARKS) {
    const match = pattern.exec(rest);
    if (match) return { html: html(match[1] ?? '', match[2] ?? '', where), length: match[0].length };
  }
  const sign = /^[$`*]/.exec(rest)?.[0];
  if (sign)
    throw new Error(
      `${where}: expected a closing ${sign} after "${rest.slice(0, 40)}", found none. ` +
        `Write the second ${sign}, or \\${sign} for the sign itself.`,
    );
  const words = /^[^$`*[\\]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
  return { html: escapeHtml(words), length: words.length };
}

/** A formula of a question; unlike those of the chapter it is not searched for, so its LaTeX is not kept. */
function renderFormula(tex: string, where: string): string {
  return `<span class="tex">${renderTex(tex, { display: false, file: where })}</span>`;
}

function renderLink(words: string, target: string, where: string): string {
  if (!/^#[a-z0-9-]+$/.test(target))
    throw new Error(
      `${where}: expected a link to a heading of the same page, found "${target}". Write [${words}](#heading-id).`,
    );
  return `<a href="${target}">${renderText(words, where)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);
}
