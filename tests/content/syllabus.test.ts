import { describe, expect, it } from 'vitest';
import { syllabusSchema } from '~/schemas/syllabus';
import { checkQuestionLinks, checkSyllabusLinks, topicsOf, type Site } from './check-links.ts';
import { readChapterAnchors, readQuestionFiles, readSyllabus, readWidgetNames } from './read-content.ts';

const syllabus = readSyllabus();
const site: Site = { anchors: readChapterAnchors, widgets: readWidgetNames(), files: readQuestionFiles() };

describe('the syllabus', () => {
  it('lists 179 topics in 14 chapters, each number once', () => {
    const topics = topicsOf(syllabus);
    expect(syllabus.chapters.map(({ number }) => number)).toEqual(
      Array.from({ length: 14 }, (_, i) => i + 1),
    );
    expect(topics).toHaveLength(179);
    expect(new Set(topics.map(({ number }) => number)).size).toBe(179);
  });
  it('attaches all 100 source questions', () => {
    const codes = new Set(topicsOf(syllabus).flatMap(({ sources }) => sources));
    const count = (pattern: RegExp) => [...codes].filter((code) => pattern.test(code)).length;
    expect([count(/^F/), count(/^Z/), count(/^E-/), codes.size]).toEqual([74, 10, 16, 100]);
  });
  it('leads somewhere with every link', () => {
    expect(checkSyllabusLinks(syllabus, site)).toEqual([]);
  });
});

describe('the questions', () => {
  it('lead to a heading that is there and come from a source that is listed', () => {
    expect(checkQuestionLinks(syllabus, site)).toEqual([]);
  });
});

describe('a link that leads nowhere', () => {
  const small = syllabusSchema.parse({
    chapters: [
      {
        number: 1,
        title: { en: 'One' },
        topics: [
          {
            number: '1.1',
            title: { en: 'A' },
            sources: ['F1'],
            taught: [{ chapter: 'a', heading: '#one', widgets: ['w'], questions: ['gan-optimal-d'] }],
          },
        ],
      },
    ],
  });
  const here: Site = {
    anchors: (name) => (name === 'a' ? new Set(['one']) : undefined),
    widgets: new Set(['w']),
    files: [],
  };
  it('is named with its topic', () => {
    expect(checkSyllabusLinks(small, here)).toEqual([
      'topic 1.1: no question "gan-optimal-d" in src/content/questions',
    ]);
    expect(checkSyllabusLinks(small, { ...here, files: site.files })).toEqual([
      'topic 1.1: question "gan-optimal-d" has neither 1.1 nor a source code of the topic in its "source"',
    ]);
    expect(checkSyllabusLinks(small, { ...here, widgets: new Set() })).toContain(
      'topic 1.1: no widget folder src/components/widgets/w',
    );
    expect(checkSyllabusLinks(small, { ...here, anchors: () => new Set(['two', 'three']) })).toContain(
      'topic 1.1: no heading #one in a.mdx; it has #two #three',
    );
    expect(checkSyllabusLinks(small, { ...here, anchors: () => undefined })).toContain(
      'topic 1.1: no chapter src/content/docs/a.mdx',
    );
  });
  it('is named with its question', () => {
    const problems = checkQuestionLinks(small, { ...here, files: site.files });
    expect(problems).toContain('gan.yaml, question "gan-optimal-d": no chapter src/content/docs/gan.mdx');
    expect(problems).toContain(
      'gan.yaml, question "gan-optimal-d": source F43 is neither a topic nor a source code of the syllabus',
    );
  });
  it('a gap in the numbers is refused', () => {
    const [chapter] = structuredClone(small.chapters);
    if (chapter?.topics[0]) chapter.topics[0].number = '1.2';
    expect(syllabusSchema.safeParse({ chapters: [chapter] }).error?.issues[0]?.message).toContain(
      "expected number '1.1'",
    );
  });
});
