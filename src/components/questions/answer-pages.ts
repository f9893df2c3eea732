import { getCollection } from 'astro:content';

/** One page of hints and answers for each chapter with questions. */
export async function listAnswerPages(): Promise<{ params: { chapter: string } }[]> {
  const files = await getCollection('questions');
  return files.map(({ id }) => ({ params: { chapter: id } }));
}
