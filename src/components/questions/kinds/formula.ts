import { compareFormulas, samplePoints, type Comparison } from './equal-formulas.ts';
import { formulaWords } from './formula.text.ts';
import type { CardContext, Handler } from './handler.ts';
import { isFormula, readFormula, type Formula, type Problem } from './read-formula.ts';
import { showFormula } from './show-formula.ts';
import type { FormulaKey, Verdict } from '../judge.ts';
import type { Locale } from '../questions.text.ts';

/**
 * Judges what a reader typed.
 * @returns `unclear` with a sentence when it is no formula; else right, a known mistake, or what can be said of it
 */
export function judgeFormula(key: FormulaKey, text: string, locale: Locale): Verdict {
  const symbols = Object.keys(key.variables);
  const found = readFormula(text, symbols);
  if (!isFormula(found)) return { status: 'unclear', line: explainProblem(found, symbols, locale) };
  const compare = (source: string): Comparison =>
    compareFormulas(readKey(source, symbols), found, key.variables);
  const result = compare(key.answer);
  if (result.relation === 'equal') return { status: 'right' };
  const known = key.mistakes.findIndex((mistake) => compare(mistake).relation === 'equal');
  if (known >= 0) return { status: 'wrong', feedback: [known], missing: 0 };
  const at = result.relation === 'undefined' ? result.at : samplePoints(key.variables, 1)[0];
  const line = fill(formulaWords[locale].relations[result.relation], { at: showPoint(at ?? {}) });
  return { status: 'wrong', feedback: [], missing: 0, lines: [line] };
}

/** The sentence for a line that is no formula. */
export function explainProblem(problem: Problem, symbols: readonly string[], locale: Locale): string {
  const text = 'text' in problem ? problem.text : '';
  return fill(formulaWords[locale].problems[problem.problem], { text, symbols: symbols.join(', ') });
}

function readKey(source: string, symbols: readonly string[]): Formula {
  const read = readFormula(source, symbols);
  if (!isFormula(read)) throw new Error(`formula: expected a formula, found "${source}"`);
  return read;
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function showPoint(at: Readonly<Record<string, number>>): string {
  return Object.entries(at)
    .map(([name, value]) => `${name} = ${String(Number(value.toPrecision(3)))}`)
    .join(', ');
}

/** Shows under the line, at each letter, how the line is read. */
export function mount({ card, key, locale }: CardContext<'formula'>): Handler {
  const input = card.querySelector<HTMLInputElement>('[name=answer]');
  const preview = card.querySelector<HTMLElement>('[data-preview]');
  const symbols = Object.keys(key.variables);
  const draw = (): void => {
    if (!preview || !input) return;
    const read = readFormula(input.value, symbols);
    preview.hidden = !isFormula(read) && read.problem === 'empty';
    if (isFormula(read)) preview.innerHTML = `${formulaWords[locale].understood}: ${showFormula(read)}`;
    else preview.textContent = explainProblem(read, symbols, locale);
  };
  input?.addEventListener('input', draw);
  draw();
  return { check: () => judgeFormula(key, input?.value ?? '', locale) };
}
