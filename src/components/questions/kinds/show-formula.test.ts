import { expect, it } from 'vitest';
import { showSource } from './show-source.ts';

const plain = (text: string) =>
  showSource(text, ['a', 'p', 'p_d', 'x2'], 'x')
    .replace(/<mfrac><mrow>/g, '{')
    .replace(/<\/mrow><mrow>(?=.*<\/mfrac>)/, '}/{')
    .replace(/<\/mrow><\/mfrac>/g, '}')
    .replace(/<\/?m(ath|row|i|o|n)[^>]*>/g, '');

it.each([
  ['a*(p+1)', 'a·(p+1)'],
  ['a-(p-1)', 'a−(p−1)'],
  ['(a-p)-1', 'a−p−1'],
  ['-(a+p)', '−(a+p)'],
  ['-a*p', '−a·p'],
  ['a*-p', 'a·(−p)'],
  ['1/2a', '{1}/{2}·a'],
  ['1/(2a)', '{1}/{2·a}'],
  ['ln(p)', 'log(p)'],
  ['sigmoid(-a)', 'σ(−a)'],
])('%s is shown as it was understood', (text, shown) => {
  expect(plain(text)).toBe(shown);
});

it('sets powers, roots, indexes and the exponential', () => {
  expect(showSource('(a+1)^2', ['a'], 'x')).toMatch(/<msup><mrow><mrow><mo>\(<\/mo>.*<mn>2<\/mn>/);
  expect(showSource('exp(-a)', ['a'], 'x')).toBe(
    '<math displaystyle="true"><msup><mi>e</mi><mrow><mrow><mo form="prefix">−</mo><mi>a</mi></mrow></mrow></msup></math>',
  );
  expect(showSource('sqrt(p_d)', ['p_d'], 'x')).toBe(
    '<math displaystyle="true"><msqrt><msub><mi>p</mi><mi>d</mi></msub></msqrt></math>',
  );
});

it('names the place of a formula that cannot be read', () => {
  expect(() => showSource('b', ['a'], 'gan.yaml: question "gan-x", answer')).toThrow(
    /gan\.yaml: question "gan-x", answer: expected a formula in a, found "b" \(unknown-symbol: b\)/,
  );
});
