/** What the tests of questions share: an answer against a number or a function from the methods, and each mistake against its own. */
import { expect } from 'vitest';
import { judge } from '~/components/questions/judge';
import { toKey } from '~/components/questions/view';
import type { QuestionOf } from '~/schemas/question';
import { readQuestionFiles } from './read-content.ts';

/** The least of a function of one number, on a fine lattice. */
export function least(
  fn: (s: number) => number,
  from: number,
  to: number,
  n = 4000,
): { at: number; value: number } {
  let best = { at: NaN, value: Infinity };
  for (let i = 0; i <= n; i++) {
    const at = from + ((to - from) * i) / n;
    const value = fn(at);
    if (value < best.value) best = { at, value };
  }
  return best;
}

function question<K extends 'numeric' | 'formula'>(id: string, kind: K): QuestionOf<K> {
  const found = readQuestionFiles()
    .flatMap(({ questions }) => questions)
    .find((item) => item.id === id);
  if (found?.kind !== kind)
    throw new Error(`expected a ${kind} question "${id}", found ${found?.kind ?? 'none'}`);
  return found as QuestionOf<K>;
}

/** A formula of a question as a function: its signs are those of JavaScript, `log` is natural. */
function read(formula: string, names: readonly string[]): (...values: number[]) => number {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own YAML, checked by the schema
  const fn = new Function('exp', 'log', 'abs', ...names, `return ${formula}`) as (
    ...args: unknown[]
  ) => number;
  return (...values) => fn(Math.exp, Math.log, Math.abs, ...values);
}

/** The two checks for the questions of a chapter, named without its prefix. */
export function answersOf(chapter: string) {
  /** The answer is the value to 1e-3 of its size, is accepted, and each mistake gets its own feedback. */
  function expectNumbers(id: string, answer: number, mistakes: readonly number[]): void {
    const asked = question(`${chapter}-${id}`, 'numeric');
    expect(Math.abs(asked.answer - answer)).toBeLessThan(1e-3 * Math.abs(answer));
    expect(asked.mistakes).toHaveLength(mistakes.length);
    const key = toKey(asked, 'en');
    expect(judge(key, { kind: 'numeric', text: String(answer) })).toEqual({ status: 'right' });
    mistakes.forEach((value, i) =>
      expect(judge(key, { kind: 'numeric', text: String(value) }), `${id}, mistake ${String(value)}`).toEqual(
        {
          status: 'wrong',
          feedback: [i],
          missing: 0,
        },
      ),
    );
  }

  /** The answer equals the method at points of the intervals, and no mistake does. */
  function expectFormula(id: string, method: (...values: number[]) => number): void {
    const asked = question(`${chapter}-${id}`, 'formula');
    const names = Object.keys(asked.variables);
    const points = [0.1, 0.35, 0.6, 0.85].map((u) =>
      names.map((name, i) => {
        const { from = NaN, to = NaN } = asked.variables[name] ?? {};
        return from + (to - from) * ((u + 0.23 * i) % 1);
      }),
    );
    const wrong = (formula: string) =>
      Math.max(...points.map((point) => Math.abs(read(formula, names)(...point) - method(...point))));
    expect(wrong(asked.answer), id).toBeLessThan(1e-9);
    for (const { formula } of asked.mistakes)
      expect(wrong(formula), `${id}: ${formula}`).toBeGreaterThan(0.05);
  }

  return { expectFormula, expectNumbers };
}
