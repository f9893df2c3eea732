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

/** What every kind of question has. */
export const common = {
  id: questionId,
  prompt: localisedText,
  hints: z.tuple([localisedText, localisedText]),
  /** Why the right answer is right; shown after the attempt. */
  why: localisedText,
  teaches: z.string().regex(/^#[a-z0-9][a-z0-9-]*$/),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  source: z.array(sourceCode).min(1),
};

export const MISSING_FEEDBACK = 'feedback that names the misconception, found nothing';

/** The field's error says what was expected and what was found; `describeIssue` adds what to write. */
export function refuse(ctx: z.RefinementCtx, path: (string | number)[], expected: string): void {
  ctx.addIssue({ code: 'custom', path, message: `expected ${expected}` });
}
