/** An experiment asks for a figure by its id: that figure stands on the very page on which the question does. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldsOf } from './widget-fields';
import { readQuestionFiles } from './read-content';

/** Every widget of a chapter's source by its id: what the tag says, else what the wrapper says. */
function widgetsOn(chapter: string): Map<string, string> {
  const source = readFileSync(`src/content/docs/${chapter}.mdx`, 'utf8');
  const found = new Map<string, string>();
  for (const [, name = '', folder = ''] of source.matchAll(
    /^import (\w+) from '~\/components\/widgets\/([\w-]+)\/\w+\.astro';/gm,
  ))
    for (const [tag] of source.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g')))
      found.set(/\bid="([^"]+)"/.exec(tag)?.[1] ?? ownId(folder, name), folder);
  return found;
}

function ownId(folder: string, name: string): string {
  const wrapper = readFileSync(`src/components/widgets/${folder}/${name}.astro`, 'utf8');
  return /const \{[^}]*\bid = '([^']+)'/.exec(wrapper)?.[1] ?? '';
}

const experiments = readQuestionFiles().flatMap(({ chapter, questions }) =>
  questions.flatMap((question) => (question.kind === 'experiment' ? [{ chapter, question }] : [])),
);

test('there are experiments, in chapters that exist', () => {
  expect(experiments.length).toBeGreaterThan(4);
  for (const { chapter } of experiments) expect(existsSync(`src/content/docs/${chapter}.mdx`)).toBe(true);
});

test.each(experiments.map(({ chapter, question }) => [question.id, chapter, question] as const))(
  '%s: its figure stands on the page of %s, and has every setting that a goal asks for',
  async (_id, chapter, question) => {
    const widgets = widgetsOn(chapter);
    expect([...widgets.keys()]).toContain(question.widget);
    const fields = await fieldsOf(widgets.get(question.widget) ?? '');
    for (const { where } of question.goals)
      for (const name of Object.keys(where.params ?? {})) expect(Object.keys(fields)).toContain(name);
  },
);
