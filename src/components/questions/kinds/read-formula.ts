import { create, parseDependencies, type MathNode } from 'mathjs/number';

/** A formula with no more in it than a reader needs; everything else that mathjs understands is refused. */
export type Formula =
  | { type: 'number'; value: number }
  | { type: 'symbol'; name: string }
  | { type: 'sum' | 'difference' | 'product' | 'quotient' | 'power'; left: Formula; right: Formula }
  | { type: 'negative'; of: Formula }
  | { type: 'call'; name: FunctionName; of: Formula };

/** Why a line is no formula; each has its sentence in `formula.text.ts`. */
export type Problem =
  | { problem: 'empty' | 'open-bracket' | 'unfinished' | 'equation' }
  /** What could not be read starts with `text`. */
  | { problem: 'sign'; text: string }
  | { problem: 'unknown-symbol' | 'unknown-function' | 'needs-brackets' | 'one-argument'; text: string };

const softplus = (t: number): number => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));

/** The functions of a formula; `log` is natural, as everywhere in the course. */
export const FUNCTIONS = {
  exp: Math.exp,
  log: Math.log,
  ln: Math.log,
  log2: Math.log2,
  sqrt: Math.sqrt,
  abs: Math.abs,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  sigmoid,
  softplus,
} as const satisfies Record<string, (t: number) => number>;

export type FunctionName = keyof typeof FUNCTIONS;

const CONSTANTS: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI, π: Math.PI };

/** Signs that readers type or paste, and what they mean. */
const SIGNS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/[\u2212\u2013\u2012\u2014]/g, '-'],
  [/\*\*/g, '^'],
  [/\\cdot\b|[·×⋅∙]/g, '*'],
  [/[÷∶]/g, '/'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/½/g, '(1/2)'],
  [/√/g, 'sqrt'],
  [/\\(?=[a-z])/g, ''],
  [/[[{]/g, '('],
  [/[\]}]/g, ')'],
  [/(\d),(?=\d)/g, '$1.'],
  [/[\u00a0\u202f]/g, ' '],
];

// Every entry of the package is typed as perhaps missing.
const { parse } = create({ parseDependencies: parseDependencies ?? {} });

/**
 * Reads a formula as readers type it: `-1/(1+e^-a)`, `ln p`, `−σ(a)`, `2·a`, `0,5 a`, `√(p)`. Sampled, never simplified.
 * @param text what was typed
 * @param symbols the names that may occur, as `['a', 'p']`
 * @returns the formula, or why it is none; nothing is thrown for what a reader types
 */
export function readFormula(text: string, symbols: readonly string[]): Formula | Problem {
  let plain = text.trim();
  if (!symbols.includes('σ')) plain = plain.replace(/\\sigma\b|[σ\u{1d70e}]/gu, 'sigmoid');
  for (const [pattern, sign] of SIGNS) plain = plain.replace(pattern, sign);
  if (plain === '') return { problem: 'empty' };
  if (plain.includes('=')) return { problem: 'equation' };
  let node: MathNode;
  try {
    node = parse(plain);
  } catch (error) {
    return explain(plain, error);
  }
  try {
    return convert(node, symbols);
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

/** A whole formula, as opposed to the reason why it is none. */
export function isFormula(read: Formula | Problem): read is Formula {
  return 'type' in read;
}

function explain(plain: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : '';
  const at = Number(/\(char (\d+)\)/.exec(message)?.[1] ?? 1) - 1;
  if (message.includes('Parenthesis )')) return { problem: 'open-bracket' };
  if (message.includes('Unexpected end')) return { problem: 'unfinished' };
  return { problem: 'sign', text: plain.slice(at, at + 12) || plain.slice(-1) };
}

/** Carries a problem out of the depth of the tree. */
class Refusal extends Error {
  readonly reason: Problem;
  constructor(reason: Problem) {
    super(reason.problem);
    this.reason = reason;
  }
}

const BINARY: Readonly<Record<string, 'sum' | 'difference' | 'product' | 'quotient' | 'power'>> = {
  add: 'sum',
  subtract: 'difference',
  multiply: 'product',
  divide: 'quotient',
  pow: 'power',
};

interface Parts {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: string | { readonly name: string };
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
}

function convert(node: MathNode, symbols: readonly string[]): Formula {
  const { type, value, name = '', fn, args = [], content } = node as unknown as Parts;
  if (type === 'ConstantNode' && typeof value === 'number') return { type: 'number', value };
  if (type === 'ParenthesisNode' && content) return convert(content, symbols);
  if (type === 'SymbolNode') return convertSymbol(name, symbols);
  const [left, right] = args;
  if (type === 'OperatorNode' && left && right) {
    const operation = typeof fn === 'string' ? BINARY[fn] : undefined;
    if (operation) return { type: operation, left: convert(left, symbols), right: convert(right, symbols) };
  }
  if (type === 'OperatorNode' && left && fn === 'unaryMinus')
    return { type: 'negative', of: convert(left, symbols) };
  if (type === 'OperatorNode' && left && fn === 'unaryPlus') return convert(left, symbols);
  if (type === 'FunctionNode' && typeof fn === 'object') return convertCall(fn.name, args, symbols);
  throw new Refusal({ problem: 'sign', text: node.toString().slice(0, 12) });
}

function convertSymbol(name: string, symbols: readonly string[]): Formula {
  if (symbols.includes(name)) return { type: 'symbol', name };
  const constant = CONSTANTS[name];
  if (constant !== undefined) return { type: 'number', value: constant };
  throw new Refusal({
    problem: Object.hasOwn(FUNCTIONS, name) ? 'needs-brackets' : 'unknown-symbol',
    text: name,
  });
}

function convertCall(name: string, args: readonly MathNode[], symbols: readonly string[]): Formula {
  const [of, ...more] = args;
  if (!of || more.length > 0) throw new Refusal({ problem: 'one-argument', text: name });
  if (symbols.includes(name) || Object.hasOwn(CONSTANTS, name))
    return { type: 'product', left: convertSymbol(name, symbols), right: convert(of, symbols) };
  if (!Object.hasOwn(FUNCTIONS, name)) throw new Refusal({ problem: 'unknown-function', text: name });
  return { type: 'call', name: name as FunctionName, of: convert(of, symbols) };
}

/**
 * The value of a formula where its symbols have the given values; NaN or ±Infinity where it is not defined.
 * @throws Error a symbol without a value
 */
export function evaluateFormula(formula: Formula, at: Readonly<Record<string, number>>): number {
  switch (formula.type) {
    case 'number':
      return formula.value;
    case 'symbol': {
      const value = at[formula.name];
      if (value === undefined) throw new Error(`formula: expected a value for ${formula.name}, found none`);
      return value;
    }
    case 'negative':
      return -evaluateFormula(formula.of, at);
    case 'call':
      return FUNCTIONS[formula.name](evaluateFormula(formula.of, at));
    default:
      return combine(formula.type, evaluateFormula(formula.left, at), evaluateFormula(formula.right, at));
  }
}

function combine(
  type: 'sum' | 'difference' | 'product' | 'quotient' | 'power',
  a: number,
  b: number,
): number {
  if (type === 'sum') return a + b;
  if (type === 'difference') return a - b;
  if (type === 'product') return a * b;
  return type === 'quotient' ? a / b : a ** b;
}

/** The symbols that occur in a formula. */
export function listSymbols(formula: Formula): Set<string> {
  if (formula.type === 'symbol') return new Set([formula.name]);
  if (formula.type === 'number') return new Set();
  if ('of' in formula) return listSymbols(formula.of);
  return new Set([...listSymbols(formula.left), ...listSymbols(formula.right)]);
}
