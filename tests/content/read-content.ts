import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readAnchors } from '~/components/questions/headings';
import { parseQuestionFile, type QuestionFile } from '~/schemas/question-file';
import { syllabusSchema, type Syllabus } from '~/schemas/syllabus';

const CONTENT = 'src/content';

/** Every question file, parsed; a malformed question throws with file, question, field and what to write. */
export function readQuestionFiles(): QuestionFile[] {
  return readdirSync(`${CONTENT}/questions`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = `${CONTENT}/questions/${name}`;
      return parseQuestionFile(parse(readFileSync(file, 'utf8')), file);
    });
}

export function readSyllabus(): Syllabus {
  return syllabusSchema.parse(parse(readFileSync(`${CONTENT}/syllabus.yaml`, 'utf8')));
}

/** Anchor ids of a chapter, `undefined` when there is no such file. */
export function readChapterAnchors(chapter: string): Set<string> | undefined {
  const file = [`${CONTENT}/docs/${chapter}.mdx`, `${CONTENT}/docs/${chapter}.md`].find((name) =>
    existsSync(name),
  );
  return file ? new Set(readAnchors(readFileSync(file, 'utf8')).map(({ id }) => id)) : undefined;
}

export function readWidgetNames(): Set<string> {
  const folder = 'src/components/widgets';
  return new Set(existsSync(folder) ? readdirSync(folder) : []);
}
