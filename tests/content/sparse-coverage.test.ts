/** What the chapters on pruning and on sparse training must ask: chapter 13 of the syllabus, and all kinds of questions that fit. */
import { describe, expect, it } from 'vitest';
import { readQuestionFiles, readSyllabus } from './read-content.ts';

const files = readQuestionFiles();
const questionsOf = (name: string) => files.find(({ chapter }) => chapter === name)?.questions ?? [];
const topics = readSyllabus().chapters.find(({ number }) => number === 13)?.topics ?? [];
const HOMES = {
  rigl: [
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
  ],
  'pruning-at-init': ['13.1', '13.7', '13.8', '13.15', '13.16', '13.17', '13.18'],
} as const;

it('every topic of chapter 13 has a home', () => {
  const homes = Object.values(HOMES).flat() as readonly string[];
  expect(topics.map(({ number }) => number).toSorted()).toEqual(homes.toSorted());
});

describe.each(Object.entries(HOMES))('%s', (home, due) => {
  it.each(due)('%s is taught here and asked', (number) => {
    const lessons = topics.find((topic) => topic.number === number)?.taught ?? [];
    const here = lessons.filter(({ chapter }) => chapter === home);
    expect(here.length).toBeGreaterThanOrEqual(1);
    expect(here.flatMap((lesson) => lesson.questions ?? []).length).toBeGreaterThanOrEqual(1);
    expect(questionsOf(home).some(({ source }) => source.includes(number))).toBe(true);
  });
});

it('together ask at least 35 questions', () => {
  expect(questionsOf('rigl').length + questionsOf('pruning-at-init').length).toBeGreaterThanOrEqual(35);
});

it.each([
  ['choice', 14],
  ['numeric', 6],
  ['experiment', 6],
  ['select-all', 2],
  ['order', 2],
  ['cloze', 1],
  ['formula', 1],
  ['recall', 1],
] as const)('ask %s at least %i times', (kind, least) => {
  const all = [...questionsOf('rigl'), ...questionsOf('pruning-at-init')];
  expect(all.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(least);
});
