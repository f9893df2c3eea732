/** What the page needs to judge a question: indexes into the lists of its YAML. */
export type Key =
  | { kind: 'choice'; right: number }
  | { kind: 'select-all'; right: readonly number[] }
  | { kind: 'numeric'; value: number; tolerance: number; unit: string; mistakes: readonly Mistake[] }
  | { kind: 'order'; length: number };

interface Mistake {
  value: number;
  tolerance: number;
}

/** What the reader did; `null` where she did nothing yet. */
export type Answer =
  | { kind: 'choice'; picked: number | null }
  | { kind: 'select-all'; picked: readonly number[] }
  | { kind: 'numeric'; text: string }
  | { kind: 'order'; order: readonly number[] };

/** Why an answer cannot be judged; each has its sentence in `questions.text.ts`. */
export type Unclear = 'nothing-picked' | 'empty' | 'not-a-number' | 'two-separators';

export type Verdict =
  | { status: 'right' }
  /** `feedback`: the entries that answer this error; `missing`: right options left out (select-all). */
  | { status: 'wrong'; feedback: readonly number[]; missing: number }
  | { status: 'unclear'; reason: Unclear };

const RIGHT: Verdict = { status: 'right' };

/**
 * Judges one answer. Pure.
 * @throws Error the answer's kind is not the key's
 */
export function judge(key: Key, answer: Answer): Verdict {
  if (key.kind === 'choice' && answer.kind === 'choice') return judgeChoice(key.right, answer.picked);
  if (key.kind === 'select-all' && answer.kind === 'select-all')
    return judgeSelection(key.right, answer.picked);
  if (key.kind === 'numeric' && answer.kind === 'numeric') return judgeNumber(key, answer.text);
  if (key.kind === 'order' && answer.kind === 'order') return judgeOrder(key.length, answer.order);
  throw new Error(`judge: expected an answer of kind ${key.kind}, found ${answer.kind}`);
}

function judgeChoice(right: number, picked: number | null): Verdict {
  if (picked === null) return { status: 'unclear', reason: 'nothing-picked' };
  return picked === right ? RIGHT : { status: 'wrong', feedback: [picked], missing: 0 };
}

function judgeSelection(right: readonly number[], picked: readonly number[]): Verdict {
  if (picked.length === 0) return { status: 'unclear', reason: 'nothing-picked' };
  const feedback = picked.filter((i) => !right.includes(i));
  const missing = right.filter((i) => !picked.includes(i)).length;
  return feedback.length + missing === 0 ? RIGHT : { status: 'wrong', feedback, missing };
}

function judgeNumber(key: Extract<Key, { kind: 'numeric' }>, text: string): Verdict {
  const number = parseNumber(text, key.unit);
  if (typeof number === 'string') return { status: 'unclear', reason: number };
  if (isNear(number, key)) return RIGHT;
  const known = key.mistakes.findIndex((mistake) => isNear(number, mistake));
  return { status: 'wrong', feedback: known < 0 ? [] : [known], missing: 0 };
}

/** The slack of 1e-9 keeps a bound like 0.1 + 0.2 from deciding. */
function isNear(number: number, { value, tolerance }: Mistake): boolean {
  return Math.abs(number - value) <= tolerance * (1 + 1e-9);
}

/**
 * Every wrong order has two neighbours of the right order (i − 1, i) that stand the wrong way round; the
 * feedback of the first such i answers it.
 */
function judgeOrder(length: number, order: readonly number[]): Verdict {
  for (let i = 1; i < length; i++) {
    if (order.indexOf(i) < order.indexOf(i - 1)) return { status: 'wrong', feedback: [i], missing: 0 };
  }
  return RIGHT;
}

/**
 * Reads a number as readers type it: point or comma as the decimal sign, spaces between thousands, any minus
 * sign, 1e-3, a fraction 1/3, and the unit behind it.
 * @returns the number, or why it is none: "1,234.5" is `two-separators`, since it means two things
 */
export function parseNumber(text: string, unit = ''): number | Unclear {
  let plain = text.trim();
  if (unit && plain.endsWith(unit)) plain = plain.slice(0, -unit.length);
  plain = plain.replace(/[\u2212\u2013\u2012]/g, '-').replace(/[\s\u00a0\u202f]/g, '');
  if (plain === '') return 'empty';
  if ((plain.match(/[.,]/g) ?? []).length > 1 && !plain.includes('/')) return 'two-separators';
  const [top = '', bottom, ...more] = plain.replaceAll(',', '.').split('/');
  if (more.length > 0) return 'not-a-number';
  const value = readDecimal(top) / (bottom === undefined ? 1 : readDecimal(bottom));
  return Number.isFinite(value) ? value : 'not-a-number';
}

function readDecimal(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
