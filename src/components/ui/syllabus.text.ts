import type { Language } from './ui.text';

interface SyllabusWords {
  title: string;
  intro: string;
  counts: (taught: number, partial: number, all: number) => string;
  chapter: (number: number) => string;
  caption: (number: number) => string;
  number: string;
  topic: string;
  where: string;
  notYet: string;
  partly: string;
  questions: (n: number) => string;
  figures: (n: number) => string;
  mapLabel: string;
  /** State of a chapter of the plan, in words. */
  planned: (topics: number) => string;
  begun: (taught: number, topics: number) => string;
  done: (topics: number) => string;
  read: string;
  whole: string;
}

/** A number with its noun, in the form that the number asks for. */
function counted(language: Language, forms: Partial<Record<Intl.LDMLPluralRule, string>>) {
  const rules = new Intl.PluralRules(language);
  return (n: number) => `${String(n)} ${forms[rules.select(n)] ?? forms.other ?? ''}`;
}

const topicsEn = counted('en', { one: 'topic', other: 'topics' });
const topicsRu = counted('ru', { one: 'тема', few: 'темы', many: 'тем', other: 'темы' });

/** Words of the syllabus page and of the course map. */
const words: Record<Language, SyllabusWords> = {
  en: {
    title: 'Syllabus',
    intro:
      'Every topic that this course is to teach, with the place that teaches it. What has no link is not written yet.',
    counts: (taught, partial, all) =>
      `${String(all)} topics: ${String(taught)} taught, ${String(partial)} in part, ${String(all - taught - partial)} not yet written.`,
    chapter: (number) => `Part ${String(number)}`,
    caption: (number) => `Topics of part ${String(number)}`,
    number: 'No.',
    topic: 'Topic',
    where: 'Where it is taught',
    notYet: 'not yet written',
    partly: 'in part:',
    questions: counted('en', { one: 'question', other: 'questions' }),
    figures: counted('en', { one: 'figure that runs', other: 'figures that run' }),
    mapLabel: 'Map of the course',
    planned: (topics) => `planned, ${topicsEn(topics)}`,
    begun: (taught, topics) => `${String(taught)} of ${topicsEn(topics)} taught`,
    done: (topics) => `complete, ${topicsEn(topics)}`,
    read: 'Read:',
    whole: 'The whole syllabus, topic by topic',
  },
  ru: {
    title: 'Программа',
    intro: 'Все темы курса и место, где каждая изложена. Темы без ссылки ещё не написаны.',
    counts: (taught, partial, all) =>
      `Всего ${topicsRu(all)}: изложено ${String(taught)}, частично ${String(partial)}, ещё не написано ${String(all - taught - partial)}.`,
    chapter: (number) => `Часть ${String(number)}`,
    caption: (number) => `Темы части ${String(number)}`,
    number: '№',
    topic: 'Тема',
    where: 'Где изложена',
    notYet: 'ещё не написано',
    partly: 'частично:',
    questions: counted('ru', { one: 'вопрос', few: 'вопроса', many: 'вопросов', other: 'вопроса' }),
    figures: counted('ru', {
      one: 'действующий рисунок',
      few: 'действующих рисунка',
      many: 'действующих рисунков',
      other: 'действующего рисунка',
    }),
    mapLabel: 'Карта курса',
    planned: (topics) => `в плане, ${topicsRu(topics)}`,
    begun: (taught, topics) => `изложено ${String(taught)} из ${String(topics)}`,
    done: (topics) => `готово, ${topicsRu(topics)}`,
    read: 'Читать:',
    whole: 'Вся программа по темам',
  },
};

export const syllabusWords = (language: Language): SyllabusWords => words[language];
