import { describe, expect, it } from 'vitest';
import { plainText, renderText } from './render-text.ts';

const render = (text: string) => renderText(text, 'x.yaml: question "x-y", field prompt');

describe('renderText', () => {
  it('sets TeX at build time', () => {
    const html = render('value $\\frac{1}{2}$ here');
    expect(html).toContain('class="katex"');
    expect(html).toMatch(/^value .* here$/s);
  });
  it('knows code, emphasis and links to headings', () => {
    expect(render('`a<b` *much* [there](#the-game)')).toBe(
      '<code>a&#60;b</code> <em>much</em> <a href="#the-game">there</a>',
    );
  });
  it('sets marks inside emphasis', () => {
    expect(render('*so $x$*')).toMatch(/^<em>so <span class="tex"/);
  });
  it('escapes everything else', () => {
    expect(render('<img src=x onerror="a()"> & co')).toBe(
      '&#60;img src=x onerror=&#34;a()&#34;&#62; &#38; co',
    );
  });
  it('takes a sign after a backslash as itself', () => {
    expect(render('2 \\* 3 costs 1 \\$ [1]')).toBe('2 * 3 costs 1 $ [1]');
  });
  it.each([
    ['$\\frac{1}{$', /Bad TeX in x\.yaml: question "x-y", field prompt: .*the formula: \\frac\{1\}\{/s],
    ['$\\nosuch$', /\\nosuch/],
    ['one $ sign', /expected a closing \$/],
    ['`code', /expected a closing `/],
    ['[x](https://example.org)', /expected a link to a heading of the same page, found "https/],
    ['[x](javascript:alert(1))', /expected a link to a heading/],
  ])('refuses %s and says where', (text, message) => {
    expect(() => render(text)).toThrow(message);
    expect(() => render(text)).toThrow('x.yaml: question "x-y"');
  });
});

describe('plainText', () => {
  it('drops the marks', () => {
    expect(plainText('Change *the* `w` of $D$, [see](#x) 1 \\$')).toBe('Change the w of D, see 1 $');
  });
});
