import type { Question } from '~/schemas/question';
import type { Unclear } from './judge.ts';

/** Words that the page prints before any script runs. */
interface PageWords {
  count: (n: number) => string;
  number: (i: number, n: number) => string;
  kind: Readonly<Record<Question['kind'], string>>;
  difficulty: { 1: string; 2: string; 3: string };
  yourAnswer: string;
  yourFormula: string;
  notation: string;
  ownWords: string;
  gap: (i: number, n: number) => string;
  toWidget: string;
  showAnswer: string;
  hintsAndAnswer: string;
  /** Title of the page of answers. */
  answers: string;
  toChapter: string;
  loadFailed: string;
  confidence: string;
  sure: string;
  unsure: string;
  check: string;
  hint: (i: number) => string;
  moveUp: (item: string) => string;
  moveDown: (item: string) => string;
  answer: string;
  right: string;
  /** Heads the list of wrong answers. */
  others: Readonly<Record<Exclude<Question['kind'], 'select-all' | 'recall'>, string>>;
  holds: string;
  fails: string;
  toSection: (title: string) => string;
  again: string;
  againNote: string;
}

/** Words that the script needs; they load with it. `{n}` and `{total}` are filled in there. */
export interface ScriptWords {
  progress: string;
  progressAgain: string;
  allDone: string;
  right: string;
  rightUnsure: string;
  wrong: string;
  wrongSure: string;
  missing: string;
  unknownNumber: string;
  tryAgain: string;
  returns: string;
  chooseConfidence: string;
  place: string;
  gapsRight: string;
  loadFailed: string;
  unclear: Record<Unclear, string>;
}

interface Words {
  page: PageWords;
  script: ScriptWords;
}

const en: Words = {
  page: {
    count: (n) => `${String(n)} questions. Answer first; the answer opens after your first attempt.`,
    number: (i, n) => `Question ${String(i)} of ${String(n)}`,
    kind: {
      choice: 'choose one',
      'select-all': 'choose all that hold',
      numeric: 'a number',
      order: 'put in order',
      formula: 'a formula',
      cloze: 'fill the gaps',
      recall: 'in your own words',
      experiment: 'by experiment',
    },
    difficulty: { 1: 'recall', 2: 'one step', 3: 'several steps' },
    yourAnswer: 'Your answer',
    yourFormula: 'Your formula in',
    notation:
      'Any form of it will do. Write 1/(1+e^(-a)), sqrt(x), log(p) (natural), sigmoid(a), softplus(a).',
    ownWords: 'Your answer; it stays in this page, nobody else sees it',
    gap: (i, n) => `Gap ${String(i)} of ${String(n)}`,
    toWidget: 'To the figure',
    showAnswer: 'Show the answer',
    hintsAndAnswer: 'Hints and answer',
    answers: 'Answers',
    toChapter: 'Back to the chapter',
    loadFailed:
      'Hints and answers could not be loaded. Check your connection, then press the button or the field again.',
    confidence: 'How sure are you?',
    sure: 'sure',
    unsure: 'unsure',
    check: 'Check',
    hint: (i) => `Hint ${String(i)}`,
    moveUp: (item) => `Move up: ${item}`,
    moveDown: (item) => `Move down: ${item}`,
    answer: 'Answer and reasons',
    right: 'Right answer',
    others: {
      choice: 'The other answers',
      numeric: 'Where other numbers come from',
      order: 'If the order breaks here',
      formula: 'Where other formulas come from',
      cloze: 'The other words',
      experiment: 'When it does not work',
    },
    holds: 'Holds.',
    fails: 'Does not hold.',
    toSection: (title) => (title ? `Read again: ${title}` : 'Read the section again'),
    again: 'Once more',
    againNote:
      'You missed these at the first attempt. They stand here so that you meet them again after the others.',
  },
  script: {
    progress: '{n} of {total} answered.',
    progressAgain: '{n} to be answered once more at the end.',
    allDone: 'All questions answered.',
    right: 'Right.',
    rightUnsure: 'Right, though you were unsure. Here is the reason to be sure next time.',
    wrong: 'Not yet.',
    wrongSure:
      'Not yet, though you were sure. Errors made with confidence are the ones best corrected, so read on.',
    missing: 'Nothing you ticked is wrong, but right ones left out: {n}.',
    unknownNumber:
      'This is not the value we look for. Check the sign, the base of the logarithm and each factor.',
    tryAgain: 'Try again, take a hint, or open the answer below.',
    returns: 'This question comes back at the end of the page.',
    chooseConfidence: 'Say first how sure you are, then press Check.',
    place: 'Now in place {n} of {total}.',
    gapsRight: 'Right gaps: {n} of {total}.',
    loadFailed:
      'The script of this question could not be loaded. Check your connection, reload the page and try again.',
    unclear: {
      'nothing-picked': 'Choose an answer first, then press Check.',
      empty: 'Type a number first, for example -0.5.',
      'not-a-number':
        'This cannot be read as a number. Type digits, for example -0.5 or 1e-3, without words.',
      'gaps-open': 'Choose something in every gap first, then press Check.',
      'two-separators': 'More than one point or comma: write 1234.5, without a sign between thousands.',
    },
  },
};

const ru: Words = {
  page: {
    count: (n) => `Вопросов: ${String(n)}. Сначала ответьте; разбор откроется после первой попытки.`,
    number: (i, n) => `Вопрос ${String(i)} из ${String(n)}`,
    kind: {
      choice: 'один ответ',
      'select-all': 'все верные ответы',
      numeric: 'число',
      order: 'расставить по порядку',
      formula: 'формула',
      cloze: 'заполнить пропуски',
      recall: 'своими словами',
      experiment: 'опыт',
    },
    difficulty: { 1: 'вспомнить', 2: 'один шаг', 3: 'несколько шагов' },
    yourAnswer: 'Ваш ответ',
    yourFormula: 'Ваша формула; обозначения:',
    notation:
      'Годится любая равная запись. Пишите 1/(1+e^(-a)), sqrt(x), log(p) (натуральный), sigmoid(a), softplus(a).',
    ownWords: 'Ваш ответ; он остаётся на этой странице, его никто не увидит',
    gap: (i, n) => `Пропуск ${String(i)} из ${String(n)}`,
    toWidget: 'К рисунку',
    showAnswer: 'Показать ответ',
    hintsAndAnswer: 'Подсказки и ответ',
    answers: 'Ответы',
    toChapter: 'Назад к главе',
    loadFailed: 'Подсказки и ответы не загрузились. Проверьте связь, затем нажмите кнопку или поле ещё раз.',
    confidence: 'Насколько вы уверены?',
    sure: 'уверен(а)',
    unsure: 'не уверен(а)',
    check: 'Проверить',
    hint: (i) => `Подсказка ${String(i)}`,
    moveUp: (item) => `Выше: ${item}`,
    moveDown: (item) => `Ниже: ${item}`,
    answer: 'Ответ и разбор',
    right: 'Верный ответ',
    others: {
      choice: 'Остальные ответы',
      numeric: 'Откуда берутся другие числа',
      order: 'Если порядок нарушен здесь',
      formula: 'Откуда берутся другие формулы',
      cloze: 'Остальные варианты',
      experiment: 'Если не получается',
    },
    holds: 'Верно.',
    fails: 'Неверно.',
    toSection: (title) => (title ? `Перечитать: ${title}` : 'Перечитать раздел'),
    again: 'Ещё раз',
    againNote:
      'Здесь вопросы, на которые первая попытка не удалась: теперь, после остальных, ответьте на них снова.',
  },
  script: {
    progress: 'Отвечено: {n} из {total}.',
    progressAgain: 'Повторить в конце: {n}.',
    allDone: 'Вы ответили на все вопросы.',
    right: 'Верно.',
    rightUnsure: 'Верно, хотя вы сомневались. Вот почему в следующий раз можно не сомневаться.',
    wrong: 'Пока нет.',
    wrongSure:
      'Пока нет, хотя вы были уверены. Как раз такие ошибки исправляются лучше всего: прочитайте почему.',
    missing: 'Лишнего вы не отметили, но пропущено верных: {n}.',
    unknownNumber: 'Нужно другое значение. Проверьте знак, основание логарифма и каждый множитель.',
    tryAgain: 'Попробуйте ещё раз, возьмите подсказку или откройте ответ ниже.',
    returns: 'Этот вопрос вернётся в конце страницы.',
    chooseConfidence: 'Сначала отметьте, насколько вы уверены, затем нажмите «Проверить».',
    place: 'Теперь на месте {n} из {total}.',
    gapsRight: 'Верно заполнено: {n} из {total}.',
    loadFailed:
      'Скрипт этого вопроса не загрузился. Проверьте связь, обновите страницу и попробуйте ещё раз.',
    unclear: {
      'nothing-picked': 'Сначала выберите ответ, затем нажмите «Проверить».',
      empty: 'Сначала введите число, например −0,5.',
      'not-a-number': 'Это не читается как число. Введите цифры, например −0,5 или 1e-3, без слов.',
      'gaps-open': 'Сначала заполните все пропуски, затем нажмите «Проверить».',
      'two-separators': 'Больше одной точки или запятой: напишите 1234,5 без знака между тысячами.',
    },
  },
};

/** Interface words of the questions. */
export const questionWords = { en, ru };
export type Locale = keyof typeof questionWords;
