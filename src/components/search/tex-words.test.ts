import { expect, it } from 'vitest';
import { isTex, texWords } from './tex-words.ts';

it.each([
  ['p_\\theta', ['psubtheta', 'theta']],
  ['p_theta', ['psubtheta', 'theta']],
  ['\\mathbb{P}_\\theta', ['mathbbpsubtheta', 'psubtheta']],
  ['D^*', ['dsupstar']],
  ['D*', ['dsupstar']],
  ['D^{*}(x)', ['dsupstar']],
  ['\\frac{p_d}{p_g}', ['psubd', 'psubg', 'frac']],
  ['\\mathbb{E}_{x\\sim p_d}', ['mathbbe', 'mathbb', 'sim', 'psubd']],
  ['\\E', ['mathbbe', 'mathbb']],
  ['\\min_G\\max_D V', ['minsubg', 'maxsubd', 'min', 'max']],
  ['\\operatorname{softplus}(-a)', ['operatorname', 'softplus']],
  ['W_1', ['wsub1']],
  ['\\left( x \\right)', []],
  ['λ', ['lambda']],
])('%s is indexed and asked for as %j', (tex, words) => {
  expect(texWords(tex)).toEqual(expect.arrayContaining(words));
  if (words.length === 0) expect(texWords(tex)).toEqual([]);
});

it('asks for a symbol by the same word however it is typed', () => {
  for (const [left, right] of [
    ['D^*', 'D^{*}'],
    ['p_g', '$p_g$'],
    ['p_\\theta', 'p_{\\theta}'],
    ['p_θ', 'p_\\theta'],
  ])
    expect(texWords(left ?? '')[0], `${String(left)} and ${String(right)}`).toBe(texWords(right ?? '')[0]);
});

it('tells LaTeX from words', () => {
  for (const tex of ['\\frac', 'p_g', 'D^*', 'D*', '$x$', 'λ']) expect(isTex(tex), tex).toBe(true);
  for (const word of ['generator', 'Jensen–Shannon', 'WGAN-GP', 'why?', 'критик'])
    expect(isTex(word), word).toBe(false);
});
