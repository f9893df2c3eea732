import { expect, it } from 'vitest';
import type { SyllabusChapter, Topic } from '~/schemas/syllabus';
import { chaptersTeaching, countStates, stateOf } from './syllabus';
import { syllabusWords } from './syllabus.text';

const topic = (...partial: boolean[]): Topic => ({
  number: '1.1',
  title: { en: 'A' },
  sources: [],
  taught: partial.map((part, i) => ({
    chapter: i === 0 ? 'gan' : 'vae',
    heading: '#x',
    ...(part && { partial: true as const }),
  })),
});
const chapter: SyllabusChapter = {
  number: 1,
  title: { en: 'One' },
  topics: [topic(), topic(true), topic(true, false), topic(false)],
};

it('a topic is taught when one place teaches it wholly', () => {
  expect(chapter.topics.map(stateOf)).toEqual(['planned', 'partial', 'taught', 'taught']);
  expect(countStates([chapter])).toEqual({ taught: 2, partial: 1, planned: 1, all: 4 });
});

it('names each chapter of the site once', () => {
  expect(chaptersTeaching(chapter)).toEqual(['gan', 'vae']);
});

it('counts in the forms of both languages', () => {
  expect(syllabusWords('en').questions(1)).toBe('1 question');
  expect([1, 2, 5, 21].map(syllabusWords('ru').questions)).toEqual([
    '1 вопрос',
    '2 вопроса',
    '5 вопросов',
    '21 вопрос',
  ]);
  expect(syllabusWords('en').counts(14, 3, 179)).toBe(
    '179 topics: 14 taught, 3 in part, 162 not yet written.',
  );
});
