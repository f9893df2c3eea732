import type { LocalisedText, Question } from '~/schemas/question';
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
      return [['mistakes', question.mistakes.map(({ feedback }) => ({ feedback }))]];
    case 'order':
      return [['items', question.items]];
  }
}
