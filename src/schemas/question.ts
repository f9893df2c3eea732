import { z } from 'astro/zod';
import { common, localisedText, MISSING_FEEDBACK, refuse } from './question-common.ts';
import { cloze, experiment, formula, recall } from './question-active.ts';

export { localisedText, questionId, sourceCode } from './question-common.ts';

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

/** One self-check question. A new kind is one more member here, one more case in `judge.ts` and in `Inputs.astro`. */
export const questionSchema = z.discriminatedUnion('kind', [
  choice,
  selectAll,
  numeric,
  order,
  formula,
  cloze,
  recall,
  experiment,
]);

export type LocalisedText = z.infer<typeof localisedText>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;
