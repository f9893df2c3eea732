import { z } from 'astro/zod';
import { common, localisedText, MISSING_FEEDBACK, refuse } from './question-common.ts';

/** Kinds whose answer the reader makes: writes a formula, fills gaps, recalls freely, or runs a widget. */

const interval = z
  .strictObject({ from: z.number(), to: z.number() })
  .refine(({ from, to }) => from < to, { message: 'expected from < to' });

/** A name that a reader can type: `a`, `p`, `p_d`, `x2`; Greek letters too. */
const symbol = z.string().regex(/^[A-Za-z\u0370-\u03ff][A-Za-z0-9_\u0370-\u03ff]*$/);

/**
 * Equal means equal at points drawn from the variables' intervals, so any form of the answer is right. Formulas are
 * written as readers may type them: `1 / (1 + exp(-a))`, `σ(a)`, `ln(p)`, `softplus(a)`, `e^a`, `sqrt(x)`.
 */
export const formula = z.strictObject({
  ...common,
  kind: z.literal('formula'),
  /** Where each variable is sampled; choose it so that the answer is defined there and its mistakes differ. */
  variables: z.record(symbol, interval).refine((variables) => Object.keys(variables).length > 0, {
    message: 'expected at least one variable, found none',
  }),
  answer: z.string().trim().min(1),
  /** Wrong formulas that a known misconception leads to. */
  mistakes: z
    .array(z.strictObject({ formula: z.string().trim().min(1), feedback: localisedText }))
    .min(2)
    .max(8),
});

/** A menu of the browser shows letters only, no set formula. */
const plain = localisedText.refine(
  (text) => ![text.en, text.ru ?? ''].some((words) => /[$\\`*]/.test(words)),
  { message: 'expected plain words or Unicode signs (½, log 4, p₁), found a mark: $, \\, ` or *' },
);

const gap = z
  .strictObject({
    options: z
      .array(
        z.strictObject({
          text: plain,
          correct: z.literal(true).optional(),
          feedback: localisedText.optional(),
        }),
      )
      .min(2)
      .max(5),
  })
  .superRefine(({ options }, ctx) => {
    const right = options.filter((option) => option.correct).length;
    if (right !== 1) refuse(ctx, ['options'], `exactly one option with "correct: true", found ${right}`);
    options.forEach((option, i) => {
      if (!option.correct && !option.feedback) refuse(ctx, ['options', i, 'feedback'], MISSING_FEEDBACK);
    });
  });

/** The names of the gaps `{name}` of a text, in order; braces inside `$…$` are LaTeX's. */
export function listGaps(text: string): string[] {
  return [...text.matchAll(/\\\$|\$[^$]*\$|\{([a-z][a-z0-9-]*)\}/g)].flatMap(([, name]) => name ?? []);
}

export const cloze = z
  .strictObject({
    ...common,
    kind: z.literal('cloze'),
    /** `{name}` outside of formulas is a gap. */
    text: localisedText,
    gaps: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), gap),
  })
  .superRefine(({ text, gaps }, ctx) => {
    const names = Object.keys(gaps).sort().join(', ');
    for (const lang of ['en', 'ru'] as const) {
      const words = text[lang];
      if (words === undefined) continue;
      const found = listGaps(words).sort().join(', ');
      if (found === '' || found !== names)
        refuse(
          ctx,
          ['text', lang],
          `each gap once in the text (${names || 'none given'}), found ${found || 'none'}`,
        );
    }
  });

export const recall = z.strictObject({
  ...common,
  kind: z.literal('recall'),
  /** The model answer, shown after the reader has written hers. */
  answer: localisedText,
  /** What a good answer says; the reader ticks what hers has. */
  points: z.array(localisedText).min(2).max(5),
});

const bounds = z
  .strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, {
    message: 'expected atLeast, atMost or both, found neither',
  })
  .refine(({ atLeast = -Infinity, atMost = Infinity }) => atLeast <= atMost, {
    message: 'expected atLeast no larger than atMost',
  });

const setting = z.union([z.string(), z.number()]);

/** A state of a widget; all conditions must hold in one reading. */
export const readingCondition = z
  .strictObject({
    step: bounds.optional(),
    seed: z.number().int().optional(),
    /** A value, a list of allowed values, or bounds of a number. */
    params: z.record(z.string(), z.union([setting, z.array(setting).min(1), bounds])).optional(),
    measures: z.record(z.string(), bounds).optional(),
  })
  .refine((where) => Object.values(where).some((part) => part !== undefined), {
    message: 'expected at least one condition, found none',
  });

/** Answered by running a widget of the page; the goals are reached one after another, a reached one stays reached. */
export const experiment = z.strictObject({
  ...common,
  kind: z.literal('experiment'),
  /** The widget's id on the page. */
  widget: z.string().regex(/^[a-z][a-z0-9-]*$/),
  goals: z
    .array(z.strictObject({ text: localisedText, where: readingCondition }))
    .min(1)
    .max(6),
  /** What to say in a known wrong state; the first that holds is shown. */
  notes: z
    .array(z.strictObject({ where: readingCondition, feedback: localisedText }))
    .max(6)
    .optional(),
});

export type ReadingCondition = z.infer<typeof readingCondition>;
