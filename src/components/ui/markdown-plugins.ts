import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri';
import { withBase } from './base.ts';
import { renderTex } from './tex.ts';

/** The name of a source file as a reader of an error message knows it. */
function nameFile(url: URL | undefined): string {
  return url ? relative(process.cwd(), fileURLToPath(url)) : 'a Markdown source';
}

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });

/** The wrapper carries the LaTeX for the search index, which leaves out what KaTeX printed (`.katex`). */
const texAttributes = (tex: string, html: string, className: string) => [
  attribute('class', className),
  attribute('data-tex', tex),
  attribute('data-pagefind-index-attrs', 'data-tex'),
  attribute('set:html', html),
];

/** `$…$` and `$$…$$` become KaTeX's HTML while the site is built. Bad TeX fails the build. */
export const mathPlugin: MdastPluginDefinition = defineMdastPlugin({
  name: 'course-math',
  // Only a page with formulas carries their stylesheet. `<Equation>` imports it for itself.
  before(root, context) {
    if (!context.source.includes('$')) return;
    context.prependChild(root, { type: 'mdxjsEsm', value: "import 'katex/dist/katex.min.css';" });
  },
  inlineMath(node, context) {
    const html = renderTex(node.value, { display: false, file: nameFile(context.fileURL) });
    const attributes = texAttributes(node.value, html, 'tex');
    return { type: 'mdxJsxTextElement', name: 'span', attributes, children: [] };
  },
  math(node, context) {
    const html = renderTex(node.value, { display: true, file: nameFile(context.fileURL) });
    // A wide formula scrolls in its own box; the keyboard has to reach that box.
    const attributes = [...texAttributes(node.value, html, 'tex tex-display'), attribute('tabindex', '0')];
    return { type: 'mdxJsxFlowElement', name: 'div', attributes, children: [] };
  },
});

/** Root-relative links and pictures in the text, written `/gan/`, get the deployment's base path. */
export function linkPlugin(base: string): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'course-links',
    link(node, context) {
      context.setProperty(node, 'url', withBase(node.url, base));
    },
    definition(node, context) {
      context.setProperty(node, 'url', withBase(node.url, base));
    },
  });
}
