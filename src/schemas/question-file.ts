import { z } from 'astro/zod';
import { questionSchema, type Question } from './question.ts';

/** What to write for a field that is wrong; the key is the field's path without the numbers. */
const WRITE: Record<string, string> = {
  id: 'id: gan-optimal-d   (small letters, digits, hyphens; starts with the chapter; never changed later)',
  kind: 'kind: choice   (or select-all, numeric, order, formula, cloze, recall, experiment)',
  prompt: "prompt: { en: 'What does …?', ru: '…' }",
  hints: "two hints, each { en: '…', ru: '…' }, the second stronger than the first",
  why: "why: { en: 'Because …' }",
  teaches: "teaches: '#the-game'   (the id of the heading that teaches it)",
  difficulty: 'difficulty: 1   (1 recall, 2 one step of reasoning, 3 several steps)',
  source: "source: [F55, Z7, '5.6']   (codes of source questions, numbers of topics)",
  options:
    "three to six options, each { text: { en: '…' }, feedback: { en: '…' } }, the right one with correct: true",
  'options.text': "text: { en: '…' }",
  'options.correct': 'correct: true on the right option; for select-all true or false on each',
  'options.feedback': "feedback: { en: 'You took … for …; but …' }",
  answer: 'answer: -1.386',
  tolerance: 'tolerance: 0.01   (absolute, greater than zero)',
  unit: "unit: { en: 'nats' }",
  mistakes: "two or more, each { value: 1.386, feedback: { en: 'You lost the sign: …' } }",
  'mistakes.value': 'value: 1.386   (a wrong number that a misconception leads to)',
  'mistakes.feedback': "feedback: { en: 'You lost the sign: …' }",
  items: "three to eight items in the right order, each { text: { en: '…' }, feedback: { en: '…' } }",
  variables: 'variables: { a: { from: -4, to: 4 } }   (where each variable is sampled)',
  'formula.answer': "answer: '-1 / (1 + exp(-a))'   (a formula in its variables)",
  'formula.mistakes':
    "two or more, each { formula: '1 / (1 + exp(-a))', feedback: { en: 'You lost the sign: …' } }",
  'mistakes.formula': "formula: '1 / (1 + exp(-a))'   (a wrong formula that a misconception leads to)",
  text: "text: { en: 'At equilibrium $D$ = {half} and …' }   ({half} is a gap that stands under gaps)",
  gaps: "gaps: { half: { options: [{ text: { en: '½' }, correct: true }, { text: { en: '1' }, feedback: { en: 'You …' } }] } }",
  'recall.answer': "answer: { en: 'The whole answer in two or three sentences' }",
  points: "two to five points that a good answer has, each { en: '…' }",
  widget: 'widget: gan   (the id of a widget on the page)',
  goals:
    "goals: [{ text: { en: 'Make it collapse' }, where: { step: { atLeast: 1000 }, measures: { covered: { atMost: 2 } } } }]",
  notes: "notes: [{ where: { params: { loss: minimax } }, feedback: { en: 'This loss …' } }]",
  'items.text': "text: { en: '…' }",
  'items.feedback': "feedback: { en: 'This cannot come before …, because …' }   (every item but the first)",
};

/** One problem of one question, as a sentence that tells the author what to write. */
export function describeIssue(issue: z.core.$ZodIssue, item: unknown, index: number): string {
  const path = issue.path.map(String);
  const field = path.length > 0 ? path.join('.') : 'the whole question';
  const found = path.reduce<unknown>(
    (value, key) => (isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined),
    item,
  );
  const names = path.filter((part) => !/^\d+$/.test(part) && part !== 'en' && part !== 'ru');
  const kind = isRecord(item) ? String(item['kind']) : '';
  const help =
    WRITE[`${kind}.${names.join('.')}`] ??
    WRITE[`${kind}.${names[0] ?? ''}`] ??
    WRITE[names.join('.')] ??
    WRITE[names[0] ?? ''] ??
    'see the comment on each field in src/schemas/question.ts';
  const expectation =
    issue.code === 'custom' || issue.code === 'unrecognized_keys'
      ? issue.message
      : `${issue.message}, found ${show(found)}`;
  return `question ${nameOf(item, index)}, field ${field}: ${expectation}. Write: ${help}`;
}

function nameOf(item: unknown, index: number): string {
  const id = isRecord(item) ? item['id'] : undefined;
  return typeof id === 'string' ? `"${id}"` : `number ${index + 1} (it has no id)`;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One file of `src/content/questions`: the chapter's name and its questions in the order of the page. */
export const questionFileSchema = z.strictObject({
  chapter: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  questions: z.array(z.unknown()).transform((items, ctx): Question[] => {
    const questions: Question[] = [];
    items.forEach((item, index) => {
      const result = questionSchema.safeParse(item);
      if (result.success) questions.push(result.data);
      for (const issue of result.error?.issues ?? [])
        ctx.addIssue({
          code: 'custom',
          path: [index, ...issue.path],
          message: describeIssue(issue, item, index),
        });
    });
    const seen = new Set<string>();
    for (const [index, { id }] of questions.entries()) {
      if (seen.has(id))
        ctx.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `question "${id}", field id: expected an id used once, found it twice. Write: another id for the newer question`,
        });
      seen.add(id);
    }
    return questions;
  }),
});

export type QuestionFile = z.infer<typeof questionFileSchema>;

/**
 * Reads the parsed YAML of one question file.
 * @param file its path, named in every error
 * @throws Error one line for each problem: file, question, field, what was expected, what to write
 */
export function parseQuestionFile(data: unknown, file: string): QuestionFile {
  const result = questionFileSchema.safeParse(data);
  const stem = file.replace(/^.*\/|\.yaml$/g, '');
  if (!result.success)
    throw new Error(result.error.issues.map((issue) => `${file}: ${fileMessage(issue, data)}`).join('\n'));
  const { chapter, questions } = result.data;
  if (chapter !== stem)
    throw new Error(
      `${file}: field chapter: expected "${stem}" (the file's name), found "${chapter}". Write: chapter: ${stem}`,
    );
  const stranger = questions.find(({ id }) => !id.startsWith(`${chapter}-`));
  if (stranger)
    throw new Error(
      `${file}: question "${stranger.id}", field id: expected an id that starts with the chapter. Write: id: ${chapter}-…`,
    );
  return result.data;
}

function fileMessage(issue: z.core.$ZodIssue, data: unknown): string {
  if (issue.path[0] === 'questions' && issue.path.length > 1) return issue.message;
  const found = isRecord(data) ? data[String(issue.path[0] ?? '')] : data;
  return `field ${issue.path.join('.') || 'top level'}: ${issue.message}, found ${show(found)}. Write: chapter: <file name> and questions: <list>`;
}
