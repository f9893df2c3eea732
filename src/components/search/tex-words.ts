/** Stands before each word of a formula in the index (a word joiner): searched, never shown. */
export const UNSEEN = '\u2060';

/** Commands that set type and mean nothing to a reader who searches. */
const STYLE =
  /\\(?:left|right|bigl|bigr|Bigl|Bigr|big|Big|quad|qquad|displaystyle|mathrm|mathbf|text|htmlClass|data|model|judge|gradient|begin|end|[,;!:]|\\)(?![A-Za-z])/g;

/** The chapter's own shorthands, see `components/ui/tex.ts`. */
const SHORTHANDS: readonly (readonly [RegExp, string])[] = [
  [/\\E(?![A-Za-z])/g, '\\mathbb{E}'],
  [/\\R(?![A-Za-z])/g, '\\mathbb{R}'],
  [/\\(KL|JS)(?![A-Za-z])/g, '$1'],
];

/** Signs by the names that LaTeX has for them. */
const SIGNS: Readonly<Record<string, string>> = {
  '*': 'star',
  "'": 'prime',
  '+': 'plus',
  '-': 'minus',
  σ: 'sigma',
  θ: 'theta',
  λ: 'lambda',
  γ: 'gamma',
  φ: 'phi',
  ε: 'epsilon',
};

/** A reader types `p_theta` where LaTeX has `p_\\theta`. */
const LONG_SCRIPTS =
  'alpha|beta|gamma|delta|epsilon|theta|lambda|sigma|phi|psi|data|model|real|fake|star|max|min';

/** Whether a piece of a query is LaTeX or a symbol, and not a word. */
export function isTex(piece: string): boolean {
  return /[\\^_{}$]/.test(piece) || /^[A-Za-z]\*/.test(piece) || /^[σθλγφε]/.test(piece);
}

/**
 * The words under which a formula is indexed and asked for; the index knows letters and digits only, so an index or a power
 * becomes part of its symbol's word.
 * @example texWords('p_\\theta') // → ['psubtheta', 'theta']
 * @example texWords('D^*(x)') // → ['dsupstar']
 */
export function texWords(tex: string): string[] {
  let plain = tex.replace(/\$/g, '').replace(STYLE, ' ');
  for (const [pattern, long] of SHORTHANDS) plain = plain.replace(pattern, long);
  const words: string[] = [];
  const name = (part: string): string => {
    const bare = part.replace(/[{}\s]/g, '').replace(/^\\/, '');
    return SIGNS[bare] ?? bare.replace(/\\/g, '').replace(/[^\p{L}\d]/gu, (sign) => SIGNS[sign] ?? '');
  };
  const symbol = String.raw`\\?[\p{L}]+|\\operatorname\s*\{[^{}]*\}|\\mathbb\s*\{?\w\}?`;
  const script = String.raw`\{[^{}]*\}|\\[A-Za-z]+|(?:${LONG_SCRIPTS})(?![A-Za-z])|[^\s{}\\]`;
  for (const [, base = '', sign = '', part = ''] of plain
    .replace(/([A-Za-z])\*/g, '$1^*')
    .matchAll(new RegExp(`(${symbol})\\s*([_^])\\s*(${script})`, 'gu'))) {
    // In plain letters only the last one carries the index: `xp_g` is x times p_g.
    const own = base.startsWith('\\') ? name(base.replace('operatorname', '')) : base.slice(-1);
    const written = base.startsWith('\\') || base.length === 1 ? own : base;
    const scripted = `${sign === '_' ? 'sub' : 'sup'}${name(part)}`;
    words.push(`${written}${scripted}`);
    const letter = /^\\mathbb\s*\{?(\w)/.exec(base)?.[1];
    if (letter !== undefined) words.push(`${letter}${scripted}`);
    if (part.startsWith('{')) words.push(...texWords(part.slice(1, -1)));
  }
  for (const [, letter = ''] of plain.matchAll(/\\mathbb\s*\{?(\w)\}?/g)) words.push(`mathbb${letter}`);
  for (const [word] of plain.matchAll(/[A-Za-z]{2,}|[σθλγφε]/g)) words.push(SIGNS[word] ?? word);
  return [...new Set(words.map((word) => word.toLowerCase()).filter((word) => /[\p{L}\d]/u.test(word)))];
}
