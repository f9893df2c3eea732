import type { Formula } from './read-formula.ts';

/** How tightly a part binds: sum 1, product 2, sign 3, power 4, a thing of its own 5. */
function rank(formula: Formula): number {
  switch (formula.type) {
    case 'sum':
    case 'difference':
      return 1;
    case 'product':
      return 2;
    case 'negative':
      return 3;
    case 'power':
      return 4;
    case 'number':
      return formula.value < 0 ? 3 : 5;
    default:
      return 5;
  }
}

const NAMES: Readonly<Record<string, string>> = { sigmoid: 'σ', ln: 'log' };

/**
 * A formula as it was understood, in MathML: fractions and powers stand as such, so a misplaced bracket is seen.
 * @returns markup made of our own tags, digits and checked names only
 */
export function showFormula(formula: Formula): string {
  return `<math displaystyle="true">${draw(formula)}</math>`;
}

function draw(formula: Formula): string {
  switch (formula.type) {
    case 'number':
      return drawNumber(formula.value);
    case 'symbol':
      return drawName(formula.name);
    case 'sum':
      return `<mrow>${draw(formula.left)}<mo>+</mo>${bracket(formula.right, 1)}</mrow>`;
    case 'difference':
      return `<mrow>${draw(formula.left)}<mo>−</mo>${bracket(formula.right, 2)}</mrow>`;
    case 'product':
      return `<mrow>${bracket(formula.left, 2)}<mo>·</mo>${bracket(formula.right, formula.right.type === 'negative' ? 4 : 2)}</mrow>`;
    case 'quotient':
      return `<mfrac>${row(draw(formula.left))}${row(draw(formula.right))}</mfrac>`;
    case 'power':
      return `<msup>${row(bracket(formula.left, formula.left.type === 'quotient' ? 6 : 5))}${row(draw(formula.right))}</msup>`;
    case 'negative':
      return `<mrow><mo form="prefix">−</mo>${bracket(formula.of, 2)}</mrow>`;
    case 'call':
      return drawCall(formula.name, draw(formula.of));
  }
}

const row = (inner: string): string => `<mrow>${inner}</mrow>`;

function bracket(formula: Formula, least: number): string {
  const inner = draw(formula);
  return rank(formula) < least ? `<mrow><mo>(</mo>${inner}<mo>)</mo></mrow>` : inner;
}

function drawCall(name: string, inner: string): string {
  if (name === 'sqrt') return `<msqrt>${inner}</msqrt>`;
  if (name === 'abs') return `<mrow><mo>|</mo>${inner}<mo>|</mo></mrow>`;
  if (name === 'exp') return `<msup><mi>e</mi>${row(inner)}</msup>`;
  return `<mrow><mi mathvariant="normal">${NAMES[name] ?? name}</mi><mo>(</mo>${inner}<mo>)</mo></mrow>`;
}

function drawNumber(value: number): string {
  if (value === Math.E) return '<mi>e</mi>';
  if (value === Math.PI) return '<mi>π</mi>';
  return `<mn>${String(value)}</mn>`;
}

/** `p_d` and `x2` stand with their index below. */
function drawName(name: string): string {
  const [, letter = name, index = ''] = /^(.[^_\d]*)_?(.*)$/u.exec(name) ?? [];
  return index
    ? `<msub><mi>${letter}</mi><mi>${index.replaceAll('_', ',')}</mi></msub>`
    : `<mi>${letter}</mi>`;
}
