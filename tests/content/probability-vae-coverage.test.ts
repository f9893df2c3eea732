/** What the chapters on probability and on variational autoencoders must ask: chapters 1 and 3 of the syllabus, the source questions of these, and all kinds that they may use. */
import { describe, expect, it } from 'vitest';
import { plainText } from '~/components/questions/render-text';
import type { Question } from '~/schemas/question';
import { readQuestionFiles, readSyllabus } from './read-content.ts';

/** Topics of chapter 3 are taught in these two; what is done with a trained code, and with any autoencoder, in the other two. */
const CHAPTERS = ['probability', 'vae'];
const NEIGHBOURS = ['autoencoders', 'codes'];
const files = readQuestionFiles();
const questionsOf = (...names: string[]) =>
  names.flatMap((name) => files.find(({ chapter }) => chapter === name)?.questions ?? []);
const topicsOf = (wanted: number) =>
  readSyllabus().chapters.find(({ number }) => number === wanted)?.topics ?? [];
const codesOf = (questions: readonly Question[]) => new Set(questions.flatMap(({ source }) => source));

describe.each([
  { number: 1, topics: 11, homes: ['probability'] },
  { number: 3, topics: 17, homes: ['vae', 'codes'] },
])('chapter $number of the syllabus', ({ number, topics, homes }) => {
  const asked = codesOf(questionsOf(...homes));
  it('has all its topics', () => {
    expect(topicsOf(number)).toHaveLength(topics);
  });
  it.each(topicsOf(number).map((topic) => [topic.number, topic] as const))('%s', (code, { taught }) => {
    expect(asked.has(code), `a question of ${code}`).toBe(true);
    const lessons = taught.filter(({ chapter }) => homes.includes(chapter));
    expect(lessons.length, `a lesson of ${code}`).toBeGreaterThanOrEqual(1);
    const questions = new Set(lessons.flatMap((lesson) => lesson.questions ?? []));
    expect(questions.size, `questions on the lessons of ${code}`).toBeGreaterThanOrEqual(1);
  });
});

describe('the source questions', () => {
  const missing = (due: readonly string[], ...chapters: string[]) =>
    due.filter((code) => !codesOf(questionsOf(...chapters)).has(code));
  it('of chapter 1 are answered in the chapter on probability', () => {
    const due = ['F1', 'F26', 'F27', 'F29', 'F30', 'Z1', 'Z2', 'Z4', 'Z6'];
    expect(missing(due, 'probability')).toEqual([]);
  });
  it('of chapter 3 are answered in the chapters on variational autoencoders and on codes', () => {
    const flashcards = [
      2, 11, 12, 13, 14, 15, 17, 19, 21, 22, 23, 25, 28, 31, 32, 33, 34, 35, 36, 37, 38, 39,
    ];
    const due = [...flashcards.map((n) => `F${n}`), 'Z2', 'Z3', 'Z5', 'Z6', 'Z10'];
    expect(missing(due, 'vae', 'codes')).toEqual([]);
  });
});

describe('the questions', () => {
  const questions = questionsOf(...CHAPTERS);
  it('are 29 and 24, and more than 100 with the two chapters beside', () => {
    expect(questionsOf('probability').length).toBeGreaterThanOrEqual(29);
    expect(questionsOf('vae').length).toBeGreaterThanOrEqual(24);
    expect(questionsOf(...CHAPTERS, 'autoencoders').length).toBeGreaterThanOrEqual(55);
    expect(questionsOf(...CHAPTERS, ...NEIGHBOURS).length).toBeGreaterThanOrEqual(100);
  });

  it.each([
    ['choice', 16],
    ['select-all', 9],
    ['numeric', 12],
    ['formula', 4],
    ['cloze', 3],
    ['order', 1],
    ['recall', 2],
    ['experiment', 6],
  ])('are of every kind: %s, at least %i', (kind, least) => {
    expect(questions.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  it.each(CHAPTERS)('%s: three are answered by an experiment', (chapter) => {
    const experiments = questionsOf(chapter).filter(({ kind }) => kind === 'experiment');
    expect(experiments.length).toBeGreaterThanOrEqual(3);
  });

  it('are in both languages', () => {
    const english = JSON.stringify(questions).match(/"en":/g)?.length ?? 0;
    expect(JSON.stringify(questions).match(/"ru":/g)).toHaveLength(english);
  });
});

describe('no right option is given away by its length, where several may be right and in gaps too', () => {
  /** Each set of options that a reader chooses from. */
  const setsOf = (question: Question) => {
    if (question.kind === 'choice' || question.kind === 'select-all') return [question.options];
    return question.kind === 'cloze' ? Object.values(question.gaps).map(({ options }) => options) : [];
  };
  const sets = questionsOf(...CHAPTERS).flatMap((question) =>
    setsOf(question).map((options) => ({ id: question.id, options })),
  );
  it.each(['en', 'ru'] as const)('%s', (language) => {
    // What is seen of a formula is shorter than its TeX: commands count as one sign, braces as none.
    const seen = (text: string) => plainText(text.replace(/\\[a-zA-Z]+ ?/g, 'x').replace(/[{}]/g, '')).length;
    const givenAway = sets.filter(({ options }) => {
      const longest = (correct: boolean) =>
        Math.max(
          ...options
            .filter((o) => (o.correct ?? false) === correct)
            .map((o) => seen(o.text[language] ?? o.text.en)),
        );
      return longest(true) > 1.15 * longest(false);
    });
    expect(givenAway.map(({ id }) => id)).toEqual([]);
  });
});
