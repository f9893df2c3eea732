import { z } from 'astro/zod';

/** Words in both languages; Russian may lag behind English, then the page shows the English and marks it so. */
export const localisedText = z.strictObject({
  en: z.string().trim().min(1),
  ru: z.string().trim().min(1).optional(),
});

/** A code of a source question (F55, Z7, E-HP2) or the number of a topic of the syllabus (5.6). */
export const sourceCode = z.string().regex(/^(?:[FZ]\d+|E-[A-Z]{2}\d+|\d{1,2}\.\d{1,2})$/);

/** An id is written once and never changed: the reader's review history hangs on it. */
export const questionId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);

const common = {
  id: questionId,
  prompt: localisedText,
  hints: z.tuple([localisedText, localisedText]),
  /** Why the right answer is right; shown after the attempt. */
  why: localisedText,
  teaches: z.string().regex(/^#[a-z0-9][a-z0-9-]*$/),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  source: z.array(sourceCode).min(1),
};

const choice = z
  .strictObject({
    ...common,
    kind: z.literal('choice'),
    options: z
      .array(
        z.strictObject({
          text: localisedText,
          correct: z.literal(true).optional(),
          feedback: localisedText.optional(),
        }),
      )
      .min(3)
      .max(6),
  })
  .superRefine((question, ctx) => {
    const right = question.options.filter((option) => option.correct).length;
    if (right !== 1) refuse(ctx, ['options'], `exactly one option with "correct: true", found ${right}`);
    question.options.forEach((option, i) => {
      if (!option.correct && !option.feedback) refuse(ctx, ['options', i, 'feedback'], MISSING_FEEDBACK);
    });
  });

const selectAll = z
  .strictObject({
    ...common,
    kind: z.literal('select-all'),
    /** A right option left out is an error too, so each option carries feedback. */
    options: z
      .array(z.strictObject({ text: localisedText, correct: z.boolean(), feedback: localisedText }))
      .min(3)
      .max(8),
  })
  .superRefine(({ options }, ctx) => {
    const right = options.filter((option) => option.correct).length;
    if (right === 0 || right === options.length)
      refuse(ctx, ['options'], `at least one right and one wrong option, found ${right} right`);
  });

const numeric = z
  .strictObject({
    ...common,
    kind: z.literal('numeric'),
    answer: z.number(),
    /** Absolute: an answer within it is right. */
    tolerance: z.number().positive(),
    unit: localisedText.optional(),
    /** Wrong numbers that a known misconception leads to. */
    mistakes: z
      .array(
        z.strictObject({
          value: z.number(),
          tolerance: z.number().positive().optional(),
          feedback: localisedText,
        }),
      )
      .min(2),
  })
  .superRefine(({ answer, tolerance, mistakes }, ctx) => {
    mistakes.forEach((mistake, i) => {
      if (Math.abs(mistake.value - answer) <= tolerance + (mistake.tolerance ?? tolerance))
        refuse(
          ctx,
          ['mistakes', i, 'value'],
          `a value farther from the answer ${answer} than the tolerances`,
        );
    });
  });

const order = z
  .strictObject({
    ...common,
    kind: z.literal('order'),
    /** In the right order; the page shuffles. `feedback`: what is wrong when an item stands before the one above it. */
    items: z
      .array(z.strictObject({ text: localisedText, feedback: localisedText.optional() }))
      .min(3)
      .max(8),
  })
  .superRefine(({ items }, ctx) => {
    items.forEach((item, i) => {
      if (i > 0 && !item.feedback) refuse(ctx, ['items', i, 'feedback'], MISSING_FEEDBACK);
    });
  });

const MISSING_FEEDBACK = 'feedback that names the misconception, found nothing';

/** The field's error says what was expected and what was found; `describeIssue` adds what to write. */
function refuse(ctx: z.RefinementCtx, path: (string | number)[], expected: string): void {
  ctx.addIssue({ code: 'custom', path, message: `expected ${expected}` });
}

/** One self-check question. A new kind is one more member here, one more case in `judge.ts` and in `Question.astro`. */
export const questionSchema = z.discriminatedUnion('kind', [choice, selectAll, numeric, order]);

export type LocalisedText = z.infer<typeof localisedText>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;
