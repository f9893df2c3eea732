import { z } from 'astro/zod';
import { localisedText, questionId } from './question.ts';

const chapterName = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** One place that teaches a topic. */
const lesson = z.strictObject({
  /** File name of the chapter in `src/content/docs`, without the ending. */
  chapter: chapterName,
  heading: z.string().regex(/^#[a-z0-9][a-z0-9-]*$/),
  /** Folders of `src/components/widgets`. */
  widgets: z.array(chapterName).optional(),
  questions: z.array(questionId).optional(),
  /** Only a part of the topic is taught there so far. */
  partial: z.literal(true).optional(),
});

const topic = z.strictObject({
  number: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
  title: localisedText,
  /** Codes of the source questions that ask for the topic. */
  sources: z.array(z.string().regex(/^(?:[FZ]\d+|E-[A-Z]{2}\d+)$/)),
  taught: z.array(lesson),
});

const chapter = z
  .strictObject({ number: z.int().positive(), title: localisedText, topics: z.array(topic).min(1) })
  .superRefine(({ number, topics }, ctx) => {
    topics.forEach((item, i) => {
      const expected = `${number}.${i + 1}`;
      if (item.number !== expected)
        ctx.addIssue({
          code: 'custom',
          path: ['topics', i, 'number'],
          message: `expected number '${expected}' (topics of a chapter are numbered without a gap), found '${item.number}'`,
        });
    });
  });

/** `src/content/syllabus.yaml`: every topic that the course must teach, and where it is taught. */
export const syllabusSchema = z.strictObject({ chapters: z.array(chapter).min(1) });

export type Syllabus = z.infer<typeof syllabusSchema>;
export type SyllabusChapter = Syllabus['chapters'][number];
export type Topic = SyllabusChapter['topics'][number];
export type Lesson = Topic['taught'][number];
