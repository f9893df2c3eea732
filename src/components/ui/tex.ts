import katex from 'katex';
import { renderPlain } from './tex-plain.ts';

/** Shorthands that every formula of the course may use; the role colours tint a symbol as the text tints its word. */
const macros = {
  '\\E': '\\mathbb{E}',
  '\\R': '\\mathbb{R}',
  '\\KL': '\\operatorname{KL}',
  '\\JS': '\\operatorname{JS}',
  '\\data': '\\htmlClass{role-data}{#1}',
  '\\model': '\\htmlClass{role-model}{#1}',
  '\\judge': '\\htmlClass{role-judge}{#1}',
  '\\gradient': '\\htmlClass{role-gradient}{#1}',
};

export interface TexOptions {
  /** A formula on its own line. */
  readonly display: boolean;
  /** The file the formula stands in, for the error message. */
  readonly file: string;
}

/**
 * What no reader needs of KaTeX's output: the LaTeX copy in the MathML (it stands once, in the wrapper's `data-tex`),
 * names that HTML implies, and the fourth decimal of a length in em.
 */
function slim(html: string): string {
  return html
    .replace(
      /<annotation[^>]*>[^]*?<\/annotation>|<\/?semantics>| xmlns="[^"]*MathML"| stretchy="false"/g,
      '',
    )
    .replace(/(\d\.\d{3})\d+em/g, '$1em')
    .replace(/;"/g, '"');
}

/**
 * LaTeX to HTML with MathML beside it, at build time.
 * @throws when KaTeX does not understand the formula; the message names the file and the formula.
 */
export function renderTex(tex: string, { display, file }: TexOptions): string {
  const plain = display ? undefined : renderPlain(tex);
  if (plain !== undefined) return `<span class="katex${tex.length < 26 ? ' whole' : ''}">${plain}</span>`;
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      // LaTeX that KaTeX would only guess at fails as well; `\htmlClass` is ours, for the role colours.
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => {
        if (command === '\\htmlClass') return true;
        throw new Error(`${command} is not for formulas; link or style in the text around it`);
      },
      macros: { ...macros },
    });
    return slim(html);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Bad TeX in ${file}: ${reason}\n  the formula: ${tex.trim()}`, { cause: error });
  }
}
