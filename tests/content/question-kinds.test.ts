import { describe, expect, it } from 'vitest';
import { compareFormulas, samplePoints } from '~/components/questions/kinds/equal-formulas';
import { experimentWords } from '~/components/questions/kinds/experiment.text';
import {
  evaluateFormula,
  isFormula,
  listSymbols,
  readFormula,
  type Formula,
} from '~/components/questions/kinds/read-formula';
import type { Question, QuestionOf } from '~/schemas/question';
import { parseQuestionFile } from '~/schemas/question-file';
import { readQuestionFiles } from './read-content.ts';

const all = readQuestionFiles().flatMap(({ questions }) => questions);
const of = <Kind extends Question['kind']>(kind: Kind): QuestionOf<Kind>[] =>
  all.filter((question): question is QuestionOf<Kind> => question.kind === kind);

function read(question: QuestionOf<'formula'>, text: string): Formula {
  const found = readFormula(text, Object.keys(question.variables));
  if (!isFormula(found)) throw new Error(`${question.id}: "${text}" is no formula: ${JSON.stringify(found)}`);
  return found;
}

/** What is wrong with a formula question, in words. */
function findFaults(question: QuestionOf<'formula'>): string[] {
  const faults: string[] = [];
  const answer = read(question, question.answer);
  const used = listSymbols(answer);
  for (const name of Object.keys(question.variables))
    if (!used.has(name)) faults.push(`the answer does not use ${name}`);
  for (const at of samplePoints(question.variables))
    if (!Number.isFinite(evaluateFormula(answer, at)))
      faults.push(`the answer has no value at ${JSON.stringify(at)}`);
  const mistakes = question.mistakes.map(({ formula }) => read(question, formula));
  mistakes.forEach((mistake, i) => {
    if (compareFormulas(answer, mistake, question.variables).relation === 'equal')
      faults.push(`mistake ${String(i)} equals the answer`);
    mistakes.slice(0, i).forEach((other, j) => {
      if (compareFormulas(other, mistake, question.variables).relation === 'equal')
        faults.push(`mistake ${String(i)} equals mistake ${String(j)}`);
    });
  });
  return faults;
}

const text = (en: string) => ({ en });
const bare = {
  id: 'x-one',
  prompt: text('Why?'),
  hints: [text('1'), text('2')],
  why: text('because'),
  teaches: '#here',
  difficulty: 1,
  source: ['5.6'],
};
const formula = {
  ...bare,
  kind: 'formula',
  variables: { a: { from: -4, to: 4 } },
  answer: '-1 / (1 + exp(-a))',
  mistakes: [
    { formula: '1 / (1 + exp(-a))', feedback: text('sign') },
    { formula: 'exp(-a)', feedback: text('no') },
  ],
};
const cloze = {
  ...bare,
  kind: 'cloze',
  text: { en: 'Then $D^{*}$ is {half} and the loss {loss}.', ru: 'Тогда потери {loss}, а $D^{*}$ — {half}.' },
  gaps: {
    half: {
      options: [
        { text: text('½'), correct: true },
        { text: text('1'), feedback: text('no') },
      ],
    },
    loss: {
      options: [
        { text: text('log 4'), correct: true },
        { text: text('0'), feedback: text('no') },
      ],
    },
  },
};
const recall = { ...bare, kind: 'recall', answer: text('all'), points: [text('one'), text('two')] };
const goal = { text: text('collapse'), where: { measures: { covered: { atMost: 2 } } } };
const experiment = { ...bare, kind: 'experiment', widget: 'gan', goals: [goal] };

const parseOne = (question: unknown) => {
  const [parsed] = parseQuestionFile(
    { chapter: 'x', questions: [question] },
    'src/content/questions/x.yaml',
  ).questions;
  if (!parsed) throw new Error('no question');
  return parsed;
};
const parseFormula = (changes: object) => parseOne({ ...formula, ...changes }) as QuestionOf<'formula'>;

describe('formula questions', () => {
  it('can be answered, and each mistake is one', () => {
    for (const question of of('formula')) expect(findFaults(question), question.id).toEqual([]);
  });
  it('are found out when they are wrong', () => {
    const [sign, other] = formula.mistakes;
    expect(findFaults(parseFormula({}))).toEqual([]);
    expect(findFaults(parseFormula({ mistakes: [sign, { ...sign, formula: '-sigmoid(a)' }] }))).toEqual([
      'mistake 1 equals the answer',
    ]);
    expect(findFaults(parseFormula({ mistakes: [sign, other, { ...sign, formula: 'σ(a)' }] }))).toEqual([
      'mistake 2 equals mistake 0',
    ]);
    const unused = { a: { from: -4, to: 4 }, p: { from: 0, to: 1 } };
    expect(findFaults(parseFormula({ variables: unused }))).toEqual(['the answer does not use p']);
    expect(findFaults(parseFormula({ answer: 'log(a)' }))[0]).toContain('the answer has no value at {"a":-');
    expect(() => findFaults(parseFormula({ answer: 'log(b)' }))).toThrow(
      /x-one: "log\(b\)" is no formula.*"b"/,
    );
  });
});

describe('cloze questions', () => {
  it('do not give the right words away by their length', () => {
    const gaps = of('cloze').flatMap(({ id, gaps }) =>
      Object.entries(gaps).map(([name, gap]) => ({ id, name, gap })),
    );
    const givenAway = gaps.filter(({ gap: { options } }) => {
      const right = Math.max(
        ...options.filter(({ correct }) => correct).map(({ text: { en } }) => en.length),
      );
      const wrong = Math.max(
        ...options.filter(({ correct }) => !correct).map(({ text: { en } }) => en.length),
      );
      return right > Math.max(2 * wrong, wrong + 8);
    });
    expect(givenAway.map(({ id, name }) => `${id}, gap ${name}`)).toEqual([]);
  });
});

describe('experiments', () => {
  it('name what they measure in words of the page', () => {
    const conditions = of('experiment').flatMap(({ id, goals, notes = [] }) =>
      [...goals, ...notes].flatMap(({ where }) =>
        Object.keys(where.measures ?? {}).map((name) => ({ id, name })),
      ),
    );
    for (const { id, name } of conditions)
      for (const lang of ['en', 'ru'] as const)
        expect(
          experimentWords[lang].measures[name],
          `${id}: a word for the measure "${name}", ${lang}`,
        ).toBeDefined();
  });
});

describe('a malformed question says what to write', () => {
  it('accepts a good one of each kind', () => {
    for (const question of [formula, cloze, recall, experiment])
      expect(parseOne(question).kind).toBe(question.kind);
  });
  it.each<[string, unknown, RegExp]>([
    ['no variables', { ...formula, variables: {} }, /field variables: .*Write: variables: \{ a/],
    [
      'an empty interval',
      { ...formula, variables: { a: { from: 1, to: 1 } } },
      /field variables\.a: expected from < to/,
    ],
    ['a number for a formula', { ...formula, answer: 2 }, /field answer: .*found 2\. Write: answer: '-1/],
    [
      'one mistake',
      { ...formula, mistakes: [formula.mistakes[0]] },
      /field mistakes: .*Write: two or more, each \{ formula/,
    ],
    [
      'a gap that the text lacks',
      { ...cloze, text: text('It is {half}.') },
      /field text\.en: expected each gap once in the text \(half, loss\), found half/,
    ],
    [
      'a gap that stands twice',
      { ...cloze, text: text('{half} {half} {loss}') },
      /found half, half, loss\. Write: text: \{ en/,
    ],
    [
      'a gap without a right option',
      {
        ...cloze,
        gaps: {
          ...cloze.gaps,
          half: {
            options: [
              { text: text('1'), feedback: text('n') },
              { text: text('2'), feedback: text('n') },
            ],
          },
        },
      },
      /field gaps\.half\.options: expected exactly one option .*found 0/,
    ],
    [
      'a formula in a menu',
      {
        ...cloze,
        gaps: {
          ...cloze.gaps,
          half: {
            options: [
              { text: text('$x$'), correct: true },
              { text: text('2'), feedback: text('n') },
            ],
          },
        },
      },
      /field gaps\.half\.options\.0\.text: expected plain words/,
    ],
    ['one point', { ...recall, points: [text('one')] }, /field points: .*Write: two to five points/],
    ['no model answer', { ...recall, answer: undefined }, /field answer: .*Write: answer: \{ en/],
    ['no goal', { ...experiment, goals: [] }, /field goals: .*Write: goals: \[/],
    [
      'a goal without a condition',
      { ...experiment, goals: [{ ...goal, where: {} }] },
      /field goals\.0\.where: expected at least one condition/,
    ],
    [
      'bounds without a bound',
      { ...experiment, goals: [{ ...goal, where: { step: {} } }] },
      /field goals\.0\.where\.step: expected atLeast, atMost or both/,
    ],
    [
      'bounds the wrong way round',
      { ...experiment, goals: [{ ...goal, where: { step: { atLeast: 2, atMost: 1 } } }] },
      /expected atLeast no larger than atMost/,
    ],
  ])('%s', (_, question, message) => {
    expect(() => parseOne(question)).toThrow(message);
  });
});
