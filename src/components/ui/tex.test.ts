import { describe, expect, it } from 'vitest';
import { renderTex } from './tex';

const options = { display: false, file: 'src/content/docs/gan.mdx' };

describe('renderTex', () => {
  it('gives HTML for the eye and MathML for a screen reader, without a second copy of the LaTeX', () => {
    const html = renderTex('\\frac{p}{q}', options);
    expect(html).toContain('class="katex-html"');
    expect(html).toContain('<mfrac>');
    expect(html).not.toContain('annotation');
  });
  it('sets a single letter as text in the italic of formulas', () => {
    expect(renderTex('D', options)).toBe('<span class="katex whole"><i>D</i></span>');
    expect(renderTex('D', { ...options, display: true })).toContain('<math');
  });
  it('tints a symbol by its role', () => {
    expect(renderTex('\\judge{D}(x)', options)).toContain('role-judge');
  });
  it.each([
    ['an unknown command', 'a + \\frak{b} \\undefinedcommand'],
    ['an unclosed brace', '\\frac{a}{b'],
    ['Cyrillic outside \\text', 'x = да'],
    ['another HTML command than the role classes', '\\href{https://example.org}{x}'],
  ])('fails on %s, naming file and formula', (_name, tex) => {
    expect(() => renderTex(tex, options)).toThrow(/src\/content\/docs\/gan\.mdx/);
    expect(() => renderTex(tex, options)).toThrow(tex.slice(0, 6));
  });
});
