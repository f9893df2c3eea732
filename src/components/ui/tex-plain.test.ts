import { describe, expect, it } from 'vitest';
import { renderPlain } from './tex-plain';

const i = (letters: string) => `<i class="mathnormal">${letters}</i>`;

describe('renderPlain', () => {
  it.each([
    ['p_d', `${i('p')}<sub>${i('d')}</sub>`],
    ['D^*(x)', `${i('D')}<sup>∗</sup>(${i('x')})`],
    ['G(z)', `${i('G')}(${i('z')})`],
    ['\\eta=0.1', `${i('η')} = 0.1`],
    ['-9{,}654', '−9,654'],
    ['k=1', `${i('k')} = 1`],
    ['(0,1)', '(0, 1)'],
    ['xy', i('xy')],
    ['a\\to-\\infty', undefined],
    ['a\\to-1', `${i('a')} → −1`],
    ['1-D', `1 − ${i('D')}`],
    ['-\\log 4', '−log 4'],
    ['\\log(1-D)', `log(1 − ${i('D')})`],
    ['2\\log2', '2 log 2'],
    ['\\sigma(a)-1', `${i('σ')}(${i('a')}) − 1`],
    ['\\theta>0', `${i('θ')} &gt; 0`],
    ['p_g=p_d', `${i('p')}<sub>${i('g')}</sub> = ${i('p')}<sub>${i('d')}</sub>`],
  ])('%s', (tex, html) => {
    expect(renderPlain(tex)).toBe(html);
  });

  it.each([
    '\\tfrac12',
    'x_i^2',
    "G'(z)",
    'L_G^{\\mathrm{MM}}',
    '\\|w\\|',
    'e^{-2}',
    'x_{ij}',
    '{x}',
    '\\bar p',
    '|x|',
  ])('leaves %s to KaTeX', (tex) => {
    expect(renderPlain(tex)).toBeUndefined();
  });
});
