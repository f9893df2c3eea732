import type { ReadingCondition } from '~/schemas/question-active';

/** What the page needs to judge a question: indexes into the lists of its YAML. */
export type Key =
  | { kind: 'choice'; right: number }
  | { kind: 'select-all'; right: readonly number[] }
  | { kind: 'numeric'; value: number; tolerance: number; unit: string; mistakes: readonly Mistake[] }
  | { kind: 'order'; length: number }
  /** The right option of each gap, in the order of the text. */
  | { kind: 'cloze'; right: readonly number[] }
  | FormulaKey
  | { kind: 'recall'; points: number }
  | ExperimentKey;

/** Formulas as the author typed them; see `kinds/read-formula.ts`. */
export interface FormulaKey {
  kind: 'formula';
  variables: Readonly<Record<string, { from: number; to: number }>>;
  answer: string;
  mistakes: readonly string[];
}

export interface ExperimentKey {
  kind: 'experiment';
  /** The widget's id on the page. */
  widget: string;
  goals: readonly ReadingCondition[];
  notes: readonly ReadingCondition[];
}

interface Mistake {
  value: number;
  tolerance: number;
}

/** What the reader did; `null` where she did nothing yet. */
export type Answer =
  | { kind: 'choice'; picked: number | null }
  | { kind: 'select-all'; picked: readonly number[] }
  | { kind: 'numeric'; text: string }
  | { kind: 'order'; order: readonly number[] }
  /** One number for each gap, `null` where nothing is chosen. */
  | { kind: 'cloze'; picked: readonly (number | null)[] };

/** Why an answer cannot be judged; each has its sentence in `questions.text.ts`. */
export type Unclear = 'nothing-picked' | 'empty' | 'not-a-number' | 'two-separators' | 'gaps-open';

export type Verdict =
  | { status: 'right'; lines?: readonly string[] }
  /**
   * `feedback`: the entries that answer this error (of a cloze `gap.option`); `missing`: right options left out
   * (select-all); `lines`: sentences of the kind itself; `final`: there is no second attempt.
   */
  | {
      status: 'wrong';
      feedback: readonly (number | string)[];
      missing: number;
      lines?: readonly string[];
      final?: true;
    }
  | { status: 'unclear'; reason: Unclear }
  | { status: 'unclear'; line: string };

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
  if (key.kind === 'cloze' && answer.kind === 'cloze') return judgeGaps(key.right, answer.picked);
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

/** `missing` counts nothing here: an open gap is asked for before anything is judged. */
function judgeGaps(right: readonly number[], picked: readonly (number | null)[]): Verdict {
  if (right.some((_, gap) => (picked[gap] ?? null) === null))
    return { status: 'unclear', reason: 'gaps-open' };
  const feedback = right.flatMap((option, gap) =>
    picked[gap] === option ? [] : [`${String(gap)}.${String(picked[gap])}`],
  );
  return feedback.length === 0 ? RIGHT : { status: 'wrong', feedback, missing: 0 };
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
