/** What the chapter on distillation must ask: chapter 14 of the syllabus, and many kinds of questions. */
import { expect, it } from 'vitest';
import { readQuestionFiles, readSyllabus } from './read-content.ts';

const questions = readQuestionFiles().find(({ chapter }) => chapter === 'distillation')?.questions ?? [];
const topics = readSyllabus().chapters.find(({ number }) => number === 14)?.topics ?? [];

it('chapter 14 has seven topics', () => {
  expect(topics).toHaveLength(7);
});

it.each(topics)('$number is taught here and asked', ({ number, taught }) => {
  const here = taught.filter(({ chapter }) => chapter === 'distillation');
  expect(here.length).toBeGreaterThanOrEqual(1);
  expect(here.flatMap((lesson) => lesson.questions ?? []).length).toBeGreaterThanOrEqual(1);
  expect(questions.some(({ source }) => source.includes(number))).toBe(true);
});

it.each([
  ['choice', 5],
  ['numeric', 4],
  ['experiment', 2],
  ['select-all', 1],
  ['order', 1],
  ['cloze', 1],
  ['recall', 1],
] as const)('asks %s at least %i times', (kind, least) => {
  expect(questions.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(least);
});
