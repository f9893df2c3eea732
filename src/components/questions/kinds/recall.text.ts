import type { Locale } from '../questions.text.ts';

interface RecallWords {
  readonly short: string;
  readonly model: string;
  readonly tick: string;
  readonly done: string;
  readonly share: string;
}

/** Words of the free answers; `{n}` of `{total}` points. */
export const recallWords: Readonly<Record<Locale, RecallWords>> = {
  en: {
    short: 'Write at least a few words first; nobody reads them but you.',
    model: 'An answer to compare with',
    tick: 'Tick what your answer has.',
    done: 'Compare',
    share: 'By your own count your answer has {n} of {total} points.',
  },
  ru: {
    short: 'Сначала напишите хотя бы несколько слов: их не увидит никто, кроме вас.',
    model: 'Ответ для сравнения',
    tick: 'Отметьте, что есть в вашем ответе.',
    done: 'Сравнить',
    share: 'По вашему счёту в ответе пунктов: {n} из {total}.',
  },
};
