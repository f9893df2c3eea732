import { describe, expect, it } from 'vitest';
import { compareFormulas, samplePoints, type Variables } from './equal-formulas.ts';
import { isFormula, readFormula } from './read-formula.ts';

const variables: Variables = { a: { from: -4, to: 4 }, p: { from: 0.1, to: 0.9 } };

function compare(wanted: string, found: string, box: Variables = variables) {
  const [left, right] = [wanted, found].map((text) => readFormula(text, Object.keys(box)));
  if (!left || !right || !isFormula(left) || !isFormula(right))
    throw new Error(`unreadable: ${wanted}, ${found}`);
  return compareFormulas(left, right, box).relation;
}

describe('samplePoints', () => {
  it('spreads: each eighth of each interval gets some, none lies outside', () => {
    const points = samplePoints(variables, 32);
    for (const [name, { from, to }] of Object.entries(variables)) {
      const eighths = new Set(points.map((at) => Math.floor((8 * ((at[name] ?? NaN) - from)) / (to - from))));
      expect([...eighths].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    }
  });
  it('gives the same points each time, and different ones for each variable', () => {
    expect(samplePoints(variables)).toEqual(samplePoints(variables));
    const same = samplePoints({ x: { from: 0, to: 1 }, y: { from: 0, to: 1 } }).filter(({ x, y }) => x === y);
    expect(same).toEqual([]);
  });
});

describe('compareFormulas', () => {
  it.each([
    ['-1/(1+exp(-a))', '-sigmoid(a)'],
    ['log(1+exp(a))', 'a + softplus(-a)'],
    ['-log(sigmoid(a))', 'softplus(-a)'],
    ['sigmoid(a)*(1-sigmoid(a))', 'e^a/(1+e^a)^2'],
    ['tanh(a)', '2 sigmoid(2a) - 1'],
    ['p*log(p)', 'ln(p^p)'],
    ['(p+1)^2', 'p^2+2p+1'],
    ['a^2-p^2', '(a-p)(a+p)'],
    ['0*a', 'a-a'],
  ])('%s equals %s', (left, right) => {
    expect(compare(left, right)).toBe('equal');
    expect(compare(right, left)).toBe('equal');
  });

  it.each([
    ['sigmoid(a)', 'sigmoid(-a)', 'different'],
    ['log(p)', 'log2(p)', 'factor'],
    ['a', '-a', 'sign'],
    ['sigmoid(a)', 'sigmoid(a) + 0.0001', 'different'],
    ['exp(-2a)', 'exp(-2a) * 1.00001', 'factor'],
    ['a', '0*a', 'different'],
    ['p', 'sqrt(a)', 'undefined'],
    ['p', 'p/(p-p)', 'undefined'],
  ])('%s against %s: %s', (left, right, relation) => {
    expect(compare(left, right)).toBe(relation);
  });

  it('names the point at which a formula has no value', () => {
    const read = (text: string) => {
      const formula = readFormula(text, ['a']);
      if (!isFormula(formula)) throw new Error(text);
      return formula;
    };
    const box = { a: { from: -1, to: 1 } };
    const found = compareFormulas(read('a'), read('log(a)'), box);
    expect(found.relation === 'undefined' && (found.at['a'] ?? 1)).toBeLessThanOrEqual(0);
  });
});
