/**
 * Short inline formulas as plain HTML in KaTeX's own faces. Half of the formulas of a chapter are of the kind `p_d`, `D(x)`
 * or `k=1`, which need none of KaTeX's boxes: set so they weigh a quarter, on pages that have hundreds of them.
 */

const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ϵ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
};

/** Upright ones. */
const UPRIGHT: Readonly<Record<string, string>> = {
  '\\Delta': 'Δ',
  '\\ell': 'ℓ',
  '\\infty': '∞',
  '\\E': '<span class="mathbb">E</span>',
};

const RELATIONS: Readonly<Record<string, string>> = {
  '=': '=',
  '<': '&lt;',
  '>': '&gt;',
  '\\le': '≤',
  '\\ge': '≥',
  '\\approx': '≈',
  '\\to': '→',
  '\\sim': '∼',
  '\\in': '∈',
};

const BINARY: Readonly<Record<string, string>> = { '+': '+', '-': '−', '\\pm': '±', '\\cdot': '⋅' };

type Kind = 'atom' | 'open' | 'close' | 'relation' | 'binary' | 'comma' | 'slash' | 'function';

interface Token {
  readonly kind: Kind;
  readonly html: string;
}

/** KaTeX's faces have no other space than the one that does not break. */
const SPACE = '\u00a0';
/** From this length on a formula may break after a relation, as in TeX. */
const LONG = 26;

const italic = (letters: string) => `<i>${letters}</i>`;
/** "star" to a screen reader, which gets no MathML here (text.css says so, and "sub" and "super" before other scripts). */
const STAR = '<sup class="star"><span aria-hidden="true">∗</span></sup>';
const PRIME = '<sup class="prime">′</sup>';
const LETTER = /^(?:[A-Za-z]|\\([a-z]+)(?![A-Za-z]))/;
/** A raised or lowered letter, number or star; a base with both is KaTeX's. */
const SCRIPT = /^([_^])(?:([A-Za-z*])|(\d)|\\([a-z]+)(?![A-Za-z]))(?![_^'])/;

function readLetter(text: string): string | undefined {
  const match = LETTER.exec(text);
  if (!match) return undefined;
  return match[1] === undefined ? match[0] : GREEK[match[1]];
}

/** The script at the start of `rest`: its HTML and length. `null`: one that only KaTeX can set. */
function readScript(rest: string): { html: string; length: number } | null | undefined {
  if (!/^\s*[_^']/.test(rest)) return undefined;
  if (/^'(?![_^'])/.test(rest)) return { html: PRIME, length: 1 };
  const match = SCRIPT.exec(rest);
  if (!match) return null;
  const [all, mark, letter, digit, greek] = match;
  const sign = greek === undefined ? letter : GREEK[greek];
  if (sign === '*') return mark === '^' ? { html: STAR, length: all.length } : null;
  const inner = digit ?? (sign && italic(sign));
  if (inner === undefined) return null;
  const tag = mark === '_' ? 'sub' : 'sup';
  return { html: `<${tag}>${inner}</${tag}>`, length: all.length };
}

/** The token at the start of `rest`, without its script. */
function readToken(rest: string): (Token & { length: number }) | undefined {
  const command = /^\\(?:[A-Za-z]+)|^[-=<>+,()/[\]]/.exec(rest)?.[0];
  if (command !== undefined) {
    const { length } = command;
    if (command === '(' || command === '[') return { kind: 'open', html: command, length };
    if (command === ')' || command === ']') return { kind: 'close', html: command, length };
    if (command === '/') return { kind: 'slash', html: '/', length };
    if (command === ',') return { kind: 'comma', html: ',', length };
    if (command === '\\log') return { kind: 'function', html: 'log', length };
    const upright = UPRIGHT[command];
    if (upright) return { kind: 'atom', html: upright, length };
    const relation = RELATIONS[command];
    if (relation) return { kind: 'relation', html: relation, length };
    const binary = BINARY[command];
    if (binary) return { kind: 'binary', html: binary, length };
  }
  const number = /^\d+(?:\.\d+|(?:\{,\}\d{3})+)?/.exec(rest)?.[0];
  if (number !== undefined)
    return { kind: 'atom', html: number.replaceAll('{,}', ','), length: number.length };
  const letter = readLetter(rest);
  if (letter === undefined) return undefined;
  return { kind: 'atom', html: italic(letter), length: LETTER.exec(rest)?.[0].length ?? 1 };
}

/** The space before `token`, as TeX has it between these kinds; inside a formula of one line a word space comes near. */
function spaceBefore(previous: Kind | undefined, { kind }: Token): string {
  if (previous === undefined) return '';
  if (previous === 'relation' || kind === 'relation' || previous === 'comma') return SPACE;
  const ends = previous === 'atom' || previous === 'close';
  if (kind === 'binary') return ends ? SPACE : '';
  if (previous === 'function') return kind === 'open' ? '' : SPACE;
  return kind === 'function' && ends ? SPACE : '';
}

/**
 * @param tex LaTeX of an inline formula
 * @returns HTML, to be put into `.katex`; undefined when the formula has anything that only KaTeX can set
 * @example renderPlain('p_d') // '<i>p</i><sub><i>d</i></sub>'
 */
export function renderPlain(tex: string): string | undefined {
  let html = '';
  let previous: Kind | undefined;
  let binary = false;
  for (let rest = tex.trim(); rest.length > 0;) {
    const token = readToken(rest);
    if (!token) return undefined;
    const script = readScript(rest.slice(token.length));
    if (script === null || (script && token.kind !== 'atom' && token.kind !== 'close')) return undefined;
    // A sign in front of a number binds to it: no space after it.
    const space = binary ? SPACE : spaceBefore(previous, token);
    binary = token.kind === 'binary' && (previous === 'atom' || previous === 'close');
    html += space + token.html + (script?.html ?? '');
    previous = token.kind;
    rest = rest.slice(token.length + (script?.length ?? 0)).trimStart();
  }
  html = html.replaceAll('</i><i>', '');
  return tex.length < LONG ? html : html.replace(/([=≤≥≈→∈]|&[lg]t;)\u00a0/g, `$1${SPACE}<wbr>`);
}
