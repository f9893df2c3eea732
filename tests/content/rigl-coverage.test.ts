/** What the chapter on sparse training must ask: its topics of chapter 13 of the syllabus, and all kinds of questions that fit. */
import { describe, expect, it } from 'vitest';
import { readQuestionFiles, readSyllabus } from './read-content.ts';

const questions = readQuestionFiles().find(({ chapter }) => chapter === 'rigl')?.questions ?? [];
const topics = readSyllabus().chapters.find(({ number }) => number === 13)?.topics ?? [];
/** Pruning and what is chosen before training has a chapter of its own to come. */
const DUE = [
  '13.2',
  '13.3',
  '13.4',
  '13.5',
  '13.6',
  '13.9',
  '13.10',
  '13.11',
  '13.12',
  '13.13',
  '13.14',
  '13.19',
];

describe('chapter 13 of the syllabus', () => {
  it.each(DUE)('%s is taught here and asked', (number) => {
    const lessons = topics.find((topic) => topic.number === number)?.taught ?? [];
    const here = lessons.filter(({ chapter }) => chapter === 'rigl');
    expect(here.length).toBeGreaterThanOrEqual(1);
    expect(here.flatMap((lesson) => lesson.questions ?? []).length).toBeGreaterThanOrEqual(1);
    expect(questions.some(({ source }) => source.includes(number))).toBe(true);
  });
});

it.each([
  ['choice', 8],
  ['numeric', 3],
  ['experiment', 3],
  ['select-all', 1],
  ['order', 1],
  ['cloze', 1],
  ['recall', 1],
] as const)('asks %s at least %i times', (kind, least) => {
  expect(questions.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(least);
});
