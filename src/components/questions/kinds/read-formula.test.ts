import { describe, expect, it } from 'vitest';
import { evaluateFormula, isFormula, listSymbols, readFormula } from './read-formula.ts';

const value = (text: string, at: Record<string, number> = { a: 0.7, p: 0.3, p_d: 0.2 }) => {
  const read = readFormula(text, Object.keys(at));
  if (!isFormula(read)) throw new Error(`${text} was not read: ${JSON.stringify(read)}`);
  return evaluateFormula(read, at);
};
const sigmoid = 1 / (1 + Math.exp(-0.7));

describe('readFormula', () => {
  it.each([
    ['1/(1+exp(-a))', sigmoid],
    ['1/(1+e^-a)', sigmoid],
    ['1 / (1 + e^(−a))', sigmoid],
    ['σ(a)', sigmoid],
    ['𝜎(a)', sigmoid],
    ['\\sigma(a)', sigmoid],
    ['sigmoid(a)', sigmoid],
    ['-σ(-a)', -(1 - sigmoid)],
    ['softplus(a)', Math.log(1 + Math.exp(0.7))],
    ['ln(p)', Math.log(0.3)],
    ['\\log(p)', Math.log(0.3)],
    ['log2(p)', Math.log2(0.3)],
    ['√(p)', Math.sqrt(0.3)],
    ['sqrt(p)', Math.sqrt(0.3)],
    ['2·a', 1.4],
    ['2 \\cdot a', 1.4],
    ['2a', 1.4],
    ['0,5a', 0.35],
    ['½ a', 0.35],
    ['a²', 0.49],
    ['a**2', 0.49],
    ['-a^2', -0.49],
    ['[a+1]{a-1}', 1.7 * -0.3],
    ['a(1-a)', 0.7 * 0.3],
    ['p ÷ a', 0.3 / 0.7],
    ['p_d/(p_d+p)', 0.4],
    ['2 pi', 2 * Math.PI],
    ['+a', 0.7],
    ['abs(-a)', 0.7],
  ])('%s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it('keeps a far logit finite', () => {
    expect(value('softplus(a)', { a: 800 })).toBe(800);
    expect(value('sigmoid(a)', { a: -800 })).toBe(0);
  });

  it.each([
    ['', { problem: 'empty' }],
    ['   ', { problem: 'empty' }],
    ['(1+a', { problem: 'open-bracket' }],
    ['1+', { problem: 'unfinished' }],
    ['L = a', { problem: 'equation' }],
    ['1+*a', { problem: 'sign', text: '*a' }],
    ['a)', { problem: 'sign', text: ')' }],
    ['a!', { problem: 'sign', text: 'a!' }],
    ['a ? 1 : 2', { problem: 'sign', text: 'a ? 1 : 2' }],
    ['b', { problem: 'unknown-symbol', text: 'b' }],
    ['ap', { problem: 'unknown-symbol', text: 'ap' }],
    ['i', { problem: 'unknown-symbol', text: 'i' }],
    ['gamma(a)', { problem: 'unknown-function', text: 'gamma' }],
    ['toString(a)', { problem: 'unknown-function', text: 'toString' }],
    ['log p', { problem: 'needs-brackets', text: 'log' }],
    ['log(a, p)', { problem: 'one-argument', text: 'log' }],
    ['exp()', { problem: 'one-argument', text: 'exp' }],
    ['import("x")', { problem: 'unknown-function', text: 'import' }],
    ['<b>a</b>', { problem: 'sign' }],
  ])('says what is wrong with “%s”', (text, reason) => {
    expect(readFormula(text, ['a', 'p'])).toMatchObject(reason);
  });

  it('takes σ as a symbol where the question has one', () => {
    expect(value('σ^2', { σ: 3 })).toBe(9);
  });

  it('lists the symbols that occur', () => {
    const read = readFormula('a + e^p * 2', ['a', 'p', 'q']);
    expect(isFormula(read) && [...listSymbols(read)].sort()).toEqual(['a', 'p']);
  });

  it('refuses a symbol without a value', () => {
    const read = readFormula('a', ['a']);
    expect(() => isFormula(read) && evaluateFormula(read, {})).toThrow('expected a value for a');
  });
});
