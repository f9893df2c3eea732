import katex from 'katex';

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
 * LaTeX to HTML with MathML beside it, at build time. The LaTeX copy that KaTeX puts into the MathML is dropped:
 * it stands once, in the wrapper's `data-tex`.
 * @throws when KaTeX does not understand the formula; the message names the file and the formula.
 */
export function renderTex(tex: string, { display, file }: TexOptions): string {
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
    return html.replace(/<annotation[^>]*>[^]*?<\/annotation>/g, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Bad TeX in ${file}: ${reason}\n  the formula: ${tex.trim()}`, { cause: error });
  }
}
