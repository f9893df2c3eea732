import { describe, expect, it } from 'vitest';
import { plainText, renderText } from '~/components/questions/render-text';
import { listTexts } from '~/components/questions/view';
import { parseQuestionFile } from '~/schemas/question-file';
import { readQuestionFiles } from './read-content.ts';

const text = (en: string) => ({ en });
const good = {
  id: 'x-one',
  kind: 'choice',
  prompt: text('Why?'),
  options: [
    { text: text('a'), correct: true },
    { text: text('b'), feedback: text('no') },
    { text: text('c'), feedback: text('no') },
  ],
  hints: [text('1'), text('2')],
  why: text('because'),
  teaches: '#here',
  difficulty: 1,
  source: ['F55', '5.6'],
};
const { options, ...bare } = good;
const numeric = {
  ...bare,
  kind: 'numeric',
  answer: 2,
  tolerance: 0.1,
  mistakes: [
    { value: 1, feedback: text('no') },
    { value: 3, feedback: text('no') },
  ],
};
const file = 'src/content/questions/x.yaml';
const parseOne = (question: unknown) => parseQuestionFile({ chapter: 'x', questions: [question] }, file);

describe('question files', () => {
  for (const { chapter, questions } of readQuestionFiles()) {
    it(`${chapter}: every text is set, in both languages`, () => {
      for (const question of questions)
        for (const { field, text: words } of listTexts(question))
          for (const [lang, line = words.en] of Object.entries(words))
            expect(
              renderText(line, `${chapter}.yaml: question "${question.id}", field ${field}.${lang}`),
            ).not.toBe('');
    });
    it(`${chapter}: no right option is given away by its length`, () => {
      for (const question of questions) {
        if (question.kind !== 'choice') continue;
        for (const lang of ['en', 'ru'] as const) {
          const length = (option: (typeof question.options)[number]) =>
            plainText(option.text[lang] ?? '').length;
          const right = Math.max(...question.options.filter((option) => option.correct).map(length));
          const longest = Math.max(...question.options.filter((option) => !option.correct).map(length));
          expect(
            right,
            `${question.id}, ${lang}: the right option is the longest by far`,
          ).toBeLessThanOrEqual(longest * 1.15);
        }
      }
    });
  }
});

describe('the chapter on GANs', () => {
  const questions = readQuestionFiles().find(({ chapter }) => chapter === 'gan')?.questions ?? [];
  it('has every kind', () => {
    const kinds = new Set(questions.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'choice',
      'cloze',
      'experiment',
      'formula',
      'numeric',
      'order',
      'recall',
      'select-all',
    ]);
  });
  it('answers the source questions of its topics', () => {
    const asked = new Set(questions.flatMap(({ source }) => source));
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => `F${String(from + i)}`);
    const due = ['F3', ...range(40, 60), 'Z7', 'Z8', 'Z9'];
    expect(due.filter((code) => !asked.has(code))).toEqual([]);
  });
});

describe('a malformed question says what to write', () => {
  it('accepts a good one', () => {
    expect(parseOne(good).questions[0]?.id).toBe('x-one');
    expect(parseOne(numeric).questions[0]?.kind).toBe('numeric');
  });
  it.each<[string, unknown, RegExp]>([
    [
      'no feedback',
      { ...good, options: [options[0], options[1], { text: text('c') }] },
      /x\.yaml: question "x-one", field options\.2\.feedback: expected feedback .*found nothing\. Write: feedback/,
    ],
    [
      'two right options',
      { ...good, options: [...options, { text: text('d'), correct: true }] },
      /field options: expected exactly one option .*found 2\. Write:/,
    ],
    [
      'no right option',
      { ...good, options: options.slice(1).concat(options.slice(1)) },
      /field options: expected exactly one .*found 0/,
    ],
    ['one hint', { ...good, hints: [text('1')] }, /field hints.*Write: two hints/],
    [
      'no id',
      { ...good, id: undefined },
      /question number 1 \(it has no id\), field id: .*found nothing\. Write: id: gan-/,
    ],
    [
      'a bad anchor',
      { ...good, teaches: 'here' },
      /field teaches: .*found "here"\. Write: teaches: '#the-game'/,
    ],
    ['an unknown kind', { ...good, kind: 'essay' }, /field kind: .*found "essay"\. Write: kind: choice/],
    [
      'an unknown field',
      { ...good, hint: 'x' },
      /question "x-one", field the whole question: Unrecognized key: "hint"\. Write:/,
    ],
    ['a bare string', { ...good, prompt: 'Why?' }, /field prompt: .*found "Why\?"\. Write: prompt: \{ en/],
    ['no English', { ...good, why: { ru: 'потому' } }, /field why\.en: .*Write: why:/],
    ['a bad source', { ...good, source: ['Q1'] }, /field source\.0: .*found "Q1"\. Write: source/],
    [
      'a mistake that is right',
      { ...numeric, mistakes: [numeric.mistakes[0], { value: 2.05, feedback: text('no') }] },
      /field mistakes\.1\.value: expected a value farther/,
    ],
    [
      'an order item without feedback',
      {
        ...bare,
        kind: 'order',
        items: [{ text: text('a') }, { text: text('b') }, { text: text('c'), feedback: text('x') }],
      },
      /field items\.1\.feedback: expected feedback/,
    ],
    ['not a question', 'oops', /question number 1 \(it has no id\), field the whole question/],
  ])('%s', (_, question, message) => {
    expect(() => parseOne(question)).toThrow(message);
  });
  it('names the file', () => {
    expect(() => parseQuestionFile({ chapter: 'y', questions: [] }, file)).toThrow(
      'x.yaml: field chapter: expected "x"',
    );
    expect(() => parseQuestionFile({ chapter: 'x' }, file)).toThrow(
      /x\.yaml: field questions: .*found nothing/,
    );
    expect(() => parseQuestionFile(null, file)).toThrow(/x\.yaml: field top level/);
    expect(() => parseOne({ ...good, id: 'other-one' })).toThrow('starts with the chapter. Write: id: x-');
    expect(() => parseQuestionFile({ chapter: 'x', questions: [good, good] }, file)).toThrow(
      'question "x-one", field id',
    );
  });
});
