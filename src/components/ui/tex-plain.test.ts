import { describe, expect, it } from 'vitest';
import { renderPlain } from './tex-plain';

const i = (letters: string) => `<i>${letters}</i>`;

describe('renderPlain', () => {
  it.each([
    ['p_d', `${i('p')}<sub>${i('d')}</sub>`],
    ['D^*(x)', `${i('D')}<sup class="star"><span aria-hidden="true">∗</span></sup>(${i('x')})`],
    ['G(z)', `${i('G')}(${i('z')})`],
    ['\\eta=0.1', `${i('η')}\u00a0=\u00a00.1`],
    ['-9{,}654', '−9,654'],
    ['k=1', `${i('k')}\u00a0=\u00a01`],
    ['(0,1)', '(0,\u00a01)'],
    ['xy', i('xy')],
    ['a\\to-\\infty', `${i('a')}\u00a0→\u00a0−∞`],
    ["\\ell'(a)", `ℓ<sup class="prime">′</sup>(${i('a')})`],
    ['-\\E_g f', `−<span class="mathbb">E</span><sub>${i('g')}</sub>${i('f')}`],
    ['[-c,c]', `[−${i('c')},\u00a0${i('c')}]`],
    ['x\\sim p_d', `${i('x')}\u00a0∼\u00a0${i('p')}<sub>${i('d')}</sub>`],
    ['\\chi^2', `${i('χ')}<sup>2</sup>`],
    ['\\pm c', `±${i('c')}`],
    ['\\Delta', 'Δ'],
    ['a\\to-1', `${i('a')}\u00a0→\u00a0−1`],
    ['1-D', `1\u00a0−\u00a0${i('D')}`],
    ['-\\log 4', '−log\u00a04'],
    ['\\log(1-D)', `log(1\u00a0−\u00a0${i('D')})`],
    ['2\\log2', '2\u00a0log\u00a02'],
    ['\\sigma(a)-1', `${i('σ')}(${i('a')})\u00a0−\u00a01`],
    ['\\theta>0', `${i('θ')}\u00a0&gt;\u00a00`],
    ['p_g=p_d', `${i('p')}<sub>${i('g')}</sub>\u00a0=\u00a0${i('p')}<sub>${i('d')}</sub>`],
  ])('%s', (tex, html) => {
    expect(renderPlain(tex)).toBe(html);
  });

  it('lets a long one break after a relation', () => {
    expect(renderPlain('a(G(z))=w(\\theta+z)+b=w\\theta+b')).toContain('=\u00a0<wbr>');
  });

  it.each([
    '\\tfrac12',
    'x_i^2',
    "f''",
    "f'_1",
    '[t]_+',
    '\\EE',
    'L_G^{\\mathrm{MM}}',
    '\\|w\\|',
    'e^{-2}',
    'x_{ij}',
    '{x}',
    '\\bar p',
    '|x|',
    'a\\ne0',
  ])('leaves %s to KaTeX', (tex) => {
    expect(renderPlain(tex)).toBeUndefined();
  });
});
