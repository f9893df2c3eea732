import type { LocalisedText, Question, QuestionOf } from '~/schemas/question';
import { listGaps } from '~/schemas/question-active';
import type { Key } from './judge.ts';
import type { Locale } from './questions.text.ts';
import { renderText } from './render-text.ts';

/** What the page's script needs to judge this question. */
export function toKey(question: Question, locale: Locale): Key {
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', right: question.options.findIndex((option) => option.correct) };
    case 'select-all':
      return {
        kind: 'select-all',
        right: question.options.flatMap((option, i) => (option.correct ? [i] : [])),
      };
    case 'numeric':
      return {
        kind: 'numeric',
        value: question.answer,
        tolerance: question.tolerance,
        unit: question.unit ? inLocale(question.unit, locale).text : '',
        mistakes: question.mistakes.map(({ value, tolerance }) => ({
          value,
          tolerance: tolerance ?? question.tolerance,
        })),
      };
    case 'order':
      return { kind: 'order', length: question.items.length };
    case 'cloze':
      return {
        kind: 'cloze',
        right: orderGaps(question, locale).map(({ options }) => options.findIndex(({ correct }) => correct)),
      };
    case 'formula': {
      const { kind, variables, answer, mistakes } = question;
      return { kind, variables, answer, mistakes: mistakes.map(({ formula }) => formula) };
    }
    case 'recall':
      return { kind: 'recall', points: question.points.length };
    case 'experiment':
      return {
        kind: 'experiment',
        widget: question.widget,
        goals: question.goals.map(({ where }) => where),
        notes: (question.notes ?? []).map(({ where }) => where),
      };
  }
}

/** The words in the page's language, or in English where the translation lags. */
export function inLocale(text: LocalisedText, locale: Locale): { text: string; lang: Locale } {
  const translated = text[locale];
  return translated === undefined ? { text: text.en, lang: 'en' } : { text: translated, lang: locale };
}

/** HTML of a text; words that are not in the page's language carry their own `lang`. */
export function sayHtml(text: LocalisedText, locale: Locale, where: string): string {
  const { text: words, lang } = inLocale(text, locale);
  const html = renderText(words, where);
  return lang === locale ? html : `<span lang="${lang}">${html}</span>`;
}

type Gap = QuestionOf<'cloze'>['gaps'][string];

/** The gaps of a cloze in the order in which the page's language has them. */
export function orderGaps(question: QuestionOf<'cloze'>, locale: Locale): Gap[] {
  return listGaps(inLocale(question.text, locale).text).flatMap((name) => question.gaps[name] ?? []);
}

/** HTML of a cloze's text before, between and after its gaps. */
export function splitCloze(question: QuestionOf<'cloze'>, locale: Locale, where: string): string[] {
  const { text } = inLocale(question.text, locale);
  const pieces = [''];
  for (const piece of text.split(/(\\\$|\$[^$]*\$|\{[a-z][a-z0-9-]*\})/)) {
    if (piece.startsWith('{')) pieces.push('');
    else pieces.push((pieces.pop() ?? '') + piece);
  }
  return pieces.map((piece) => renderText(piece, `${where}, field text`));
}

/** Every text of a question with the name of its field, for checks that go over all of them. */
export function listTexts(question: Question): { field: string; text: LocalisedText }[] {
  const texts = [
    { field: 'prompt', text: question.prompt },
    { field: 'why', text: question.why },
    ...question.hints.map((text, i) => ({ field: `hints.${String(i)}`, text })),
  ];
  for (const [name, entries] of listEntries(question))
    entries.forEach((entry, i) => {
      if (entry.text) texts.push({ field: `${name}.${String(i)}.text`, text: entry.text });
      if (entry.feedback) texts.push({ field: `${name}.${String(i)}.feedback`, text: entry.feedback });
    });
  return texts;
}

type Entry = { text?: LocalisedText | undefined; feedback?: LocalisedText | undefined };

function listEntries(question: Question): [string, readonly Entry[]][] {
  switch (question.kind) {
    case 'choice':
    case 'select-all':
      return [['options', question.options]];
    case 'numeric':
    case 'formula':
      return [['mistakes', question.mistakes.map(({ feedback }) => ({ feedback }))]];
    case 'order':
      return [['items', question.items]];
    case 'cloze':
      return [
        ['text', [{ text: question.text }]],
        ...Object.entries(question.gaps).map(([name, { options }]): [string, readonly Entry[]] => [
          `gaps.${name}.options`,
          options,
        ]),
      ];
    case 'recall':
      return [
        ['answer', [{ text: question.answer }]],
        ['points', question.points.map((text) => ({ text }))],
      ];
    case 'experiment':
      return [
        ['goals', question.goals.map(({ text }) => ({ text }))],
        ['notes', (question.notes ?? []).map(({ feedback }) => ({ feedback }))],
      ];
  }
}
