import type { Question } from '~/schemas/question';
import type { QuestionFile } from '~/schemas/question-file';
import type { Lesson, Syllabus, Topic } from '~/schemas/syllabus';

/** What stands on the site, for the links of syllabus and questions. */
export interface Site {
  anchors: (chapter: string) => ReadonlySet<string> | undefined;
  widgets: ReadonlySet<string>;
  files: readonly QuestionFile[];
}

/** One line for each link of the syllabus that leads nowhere. */
export function checkSyllabusLinks(syllabus: Syllabus, site: Site): string[] {
  return topicsOf(syllabus).flatMap((topic) =>
    topic.taught.flatMap((lesson) =>
      checkLesson(topic, lesson, site).map((problem) => `topic ${topic.number}: ${problem}`),
    ),
  );
}

function checkLesson(topic: Topic, lesson: Lesson, site: Site): string[] {
  const problems = checkAnchor(lesson.chapter, lesson.heading, site);
  for (const widget of lesson.widgets ?? [])
    if (!site.widgets.has(widget)) problems.push(`no widget folder src/components/widgets/${widget}`);
  for (const id of lesson.questions ?? []) {
    const question = site.files.flatMap(({ questions }) => questions).find((item) => item.id === id);
    if (!question) problems.push(`no question "${id}" in src/content/questions`);
    else if (!asksFor(question, topic))
      problems.push(
        `question "${id}" has neither ${topic.number} nor a source code of the topic in its "source"`,
      );
  }
  return problems;
}

function asksFor(question: Question, topic: Topic): boolean {
  return question.source.some((code) => code === topic.number || topic.sources.includes(code));
}

/** One line for each question whose `teaches` or `source` leads nowhere, or whose id is used twice. */
export function checkQuestionLinks(syllabus: Syllabus, site: Site): string[] {
  const known = new Set(topicsOf(syllabus).flatMap(({ number, sources }) => [number, ...sources]));
  const seen = new Set<string>();
  return site.files.flatMap(({ chapter, questions }) =>
    questions.flatMap(({ id, teaches, source }) => {
      const problems = checkAnchor(chapter, teaches, site);
      for (const code of source)
        if (!known.has(code))
          problems.push(`source ${code} is neither a topic nor a source code of the syllabus`);
      if (seen.has(id)) problems.push('the id is used in two files');
      seen.add(id);
      return problems.map((problem) => `${chapter}.yaml, question "${id}": ${problem}`);
    }),
  );
}

function checkAnchor(chapter: string, heading: string, site: Site): string[] {
  const anchors = site.anchors(chapter);
  if (!anchors) return [`no chapter src/content/docs/${chapter}.mdx`];
  if (anchors.has(heading.slice(1))) return [];
  return [`no heading ${heading} in ${chapter}.mdx; it has ${[...anchors].map((id) => `#${id}`).join(' ')}`];
}

export function topicsOf(syllabus: Syllabus): Topic[] {
  return syllabus.chapters.flatMap(({ topics }) => topics);
}
