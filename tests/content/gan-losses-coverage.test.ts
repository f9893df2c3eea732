/** What the chapters on losses and on energies must ask together: every topic of chapter 5, the source questions of these, and all kinds that it may use. */
import { expect, it } from 'vitest';
import { readQuestionFiles, readSyllabus } from './read-content.ts';

const CHAPTERS = ['gan-losses', 'gan-energies'];
const files = readQuestionFiles();
const questionsOf = (name: string) => files.find(({ chapter }) => chapter === name)?.questions ?? [];
const questions = CHAPTERS.flatMap(questionsOf);
const asked = new Set(questions.flatMap(({ source }) => source));
const count = (kind: string) => questions.filter((question) => question.kind === kind).length;

it('asks for every topic of chapter 5 and teaches it under a heading of its own', () => {
  const topics = readSyllabus().chapters.find(({ number }) => number === 5)?.topics ?? [];
  expect(topics).toHaveLength(15);
  for (const { number, sources, taught } of topics) {
    expect(
      [number, ...sources].some((code) => asked.has(code)),
      `a question of ${number}`,
    ).toBe(true);
    expect(
      taught.some(({ chapter }) => CHAPTERS.includes(chapter)),
      `a lesson of ${number}`,
    ).toBe(true);
  }
});

it('answers the source questions of these topics', () => {
  const due = ['F50', 'F51', 'F61', 'F62', 'F63', 'F64', 'F65', 'F66', 'F67', 'Z7', 'Z9'];
  expect(due.filter((code) => !asked.has(code))).toEqual([]);
});

it('has at least 24 questions, of every kind', () => {
  expect(questions.length).toBeGreaterThanOrEqual(24);
  for (const [kind, least] of Object.entries({
    choice: 5,
    'select-all': 3,
    numeric: 5,
    order: 1,
    formula: 3,
    cloze: 2,
    recall: 2,
    experiment: 2,
  }))
    // prettier-ignore
    expect(count(kind), kind).toBeGreaterThanOrEqual(least);
});

it('has an experiment in each of the two chapters, and 65 questions with the first on GANs', () => {
  for (const chapter of CHAPTERS)
    expect(
      questionsOf(chapter).filter(({ kind }) => kind === 'experiment').length,
      chapter,
    ).toBeGreaterThanOrEqual(1);
  expect(questionsOf('gan-energies').length).toBeGreaterThanOrEqual(9);
  expect(questions.length + questionsOf('gan').length).toBeGreaterThanOrEqual(65);
});

it('has every question in both languages', () => {
  const english = JSON.stringify(questions).match(/"en":/g)?.length ?? 0;
  expect(JSON.stringify(questions).match(/"ru":/g)).toHaveLength(english);
});
