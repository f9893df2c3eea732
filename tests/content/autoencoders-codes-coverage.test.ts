/** What the chapters on autoencoders and on codes must ask together: every topic of chapter 2 and those on adversarial autoencoders and molecules of chapter 7. */
import { expect, it } from 'vitest';
import { readQuestionFiles, readSyllabus } from './read-content.ts';

const CHAPTERS = ['autoencoders', 'codes'];
const MOLECULES = ['7.4', '7.5', '7.6', '7.7', '7.8'];
const files = readQuestionFiles();
const questionsOf = (name: string) => files.find(({ chapter }) => chapter === name)?.questions ?? [];
const questions = CHAPTERS.flatMap(questionsOf);
const asked = new Set(questions.flatMap(({ source }) => source));
const topics = readSyllabus().chapters.flatMap(({ number, topics: own }) =>
  own.filter((topic) => number === 2 || MOLECULES.includes(topic.number)),
);

it('asks for every topic and teaches it under a heading of its own', () => {
  expect(topics).toHaveLength(15 + MOLECULES.length);
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
  const due = [
    'F4',
    'F5',
    'F6',
    'F7',
    'F8',
    'F9',
    'F10',
    'F16',
    'F18',
    'F20',
    'F22',
    'F23',
    'F24',
    'F38',
    'F39',
  ];
  expect(due.filter((code) => !asked.has(code))).toEqual([]);
});

it('asks in many ways: no kind is missing', () => {
  const count = (kind: string) => questions.filter((question) => question.kind === kind).length;
  const least = {
    choice: 15,
    'select-all': 4,
    numeric: 6,
    order: 2,
    formula: 1,
    cloze: 1,
    recall: 2,
    experiment: 5,
  };
  for (const [kind, number] of Object.entries(least))
    // prettier-ignore
    expect(count(kind), kind).toBeGreaterThanOrEqual(number);
});

it('has with the chapters on probability and on VAEs more than 55 questions', () => {
  const all = [...CHAPTERS, 'probability', 'vae'].flatMap(questionsOf);
  expect(all.length).toBeGreaterThanOrEqual(105);
});

it('has every question in both languages', () => {
  const english = JSON.stringify(questions).match(/"en":/g)?.length ?? 0;
  expect(JSON.stringify(questions).match(/"ru":/g)).toHaveLength(english);
});
