import type { SyllabusChapter, Topic } from '~/schemas/syllabus';

/** `partial`: every place that teaches the topic says that it teaches a part. */
export type TopicState = 'taught' | 'partial' | 'planned';

export function stateOf(topic: Topic): TopicState {
  if (topic.taught.length === 0) return 'planned';
  return topic.taught.every(({ partial }) => partial) ? 'partial' : 'taught';
}

/** How many topics are in each state. */
export function countStates(chapters: readonly SyllabusChapter[]): Record<TopicState | 'all', number> {
  const states = chapters.flatMap(({ topics }) => topics.map(stateOf));
  const count = (state: TopicState) => states.filter((other) => other === state).length;
  return {
    taught: count('taught'),
    partial: count('partial'),
    planned: count('planned'),
    all: states.length,
  };
}

/** File names of the site's chapters that teach something of this part, in the order of its topics. */
export function chaptersTeaching(part: SyllabusChapter): string[] {
  return [...new Set(part.topics.flatMap(({ taught }) => taught.map(({ chapter }) => chapter)))];
}
