import type { Locale } from '../questions.text.ts';
import type { Comparison } from './equal-formulas.ts';
import type { Problem } from './read-formula.ts';

/** `{text}`: what was typed; `{symbols}`: the names that may be used; `{at}`: a point. */
interface FormulaWords {
  readonly understood: string;
  readonly problems: Readonly<Record<Problem['problem'], string>>;
  readonly relations: Readonly<Record<Exclude<Comparison['relation'], 'equal'>, string>>;
}

/** Words of the formula questions; they load with mathjs when one is first used. */
export const formulaWords: Readonly<Record<Locale, FormulaWords>> = {
  en: {
    understood: 'Read as',
    problems: {
      empty: 'Type a formula first, in {symbols}.',
      'open-bracket': 'A bracket is not closed: add ).',
      unfinished: 'The formula ends too early: something is missing after its last sign.',
      equation: 'Write the right-hand side only, without the sign =.',
      sign: 'This part cannot be read: “{text}”. Use + - * / ^ and brackets, for example 1/(1+e^(-a)).',
      'unknown-symbol': 'Unknown symbol {text}; use {symbols}. Put * between two symbols.',
      'unknown-function':
        'Unknown function {text}; there are exp, log (natural), log2, sqrt, abs, tanh, sin, cos, sigmoid (or σ) and softplus.',
      'needs-brackets': 'Put the argument of {text} in brackets: {text}(…).',
      'one-argument': '{text} takes one argument here: {text}(…).',
    },
    relations: {
      sign: 'Right but for its sign: where yours is positive, it must be negative.',
      factor: 'Right up to a constant factor.',
      different:
        'This formula has other values than the one we look for. Try it at one point by hand, for example at {at}.',
      undefined:
        'Your formula has no value at {at}: a division by zero, or a logarithm or root of a negative number.',
    },
  },
  ru: {
    understood: 'Прочитано так',
    problems: {
      empty: 'Сначала введите формулу. Обозначения: {symbols}.',
      'open-bracket': 'Скобка не закрыта: добавьте ).',
      unfinished: 'Формула обрывается: после последнего знака чего-то не хватает.',
      equation: 'Напишите только правую часть, без знака =.',
      sign: 'Это место не читается: «{text}». Годятся + - * / ^ и скобки, например 1/(1+e^(-a)).',
      'unknown-symbol':
        'Неизвестное обозначение {text}; используйте {symbols}. Между двумя буквами ставьте *.',
      'unknown-function':
        'Неизвестная функция {text}; есть exp, log (натуральный), log2, sqrt, abs, tanh, sin, cos, sigmoid (или σ) и softplus.',
      'needs-brackets': 'Аргумент {text} возьмите в скобки: {text}(…).',
      'one-argument': 'У функции {text} здесь один аргумент: {text}(…).',
    },
    relations: {
      sign: 'Всё верно, кроме знака: где у вас плюс, должен быть минус, и наоборот.',
      factor: 'Верно с точностью до постоянного множителя.',
      different:
        'У этой формулы другие значения, чем у искомой. Проверьте её на бумаге в одной точке, например {at}.',
      undefined:
        'В точке {at} ваша формула не имеет значения: деление на ноль либо логарифм или корень из отрицательного числа.',
    },
  },
};
