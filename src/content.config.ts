import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { questionFileSchema } from '~/schemas/question-file';
import { syllabusSchema } from '~/schemas/syllabus';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  questions: defineCollection({
    loader: glob({ pattern: '*.yaml', base: './src/content/questions' }),
    schema: questionFileSchema,
  }),
  syllabus: defineCollection({
    loader: glob({ pattern: 'syllabus.yaml', base: './src/content' }),
    schema: syllabusSchema,
  }),
};
