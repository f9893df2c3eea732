import { expect, it } from 'vitest';
import { findTerm, glossary, parseGlossary } from './glossary';

it('the glossary of the course reads', () => {
  expect(glossary.size).toBeGreaterThan(9);
  expect(findTerm('generator', 'x.mdx').ru.term).toBe('генератор');
});

it('refuses a term without a Russian side, an id twice and an unknown field, by name', () => {
  const side = '{ term: a, meaning: b }';
  expect(() => parseGlossary(`- { id: critic, en: ${side} }`)).toThrow(/glossary\.yaml: critic: .*ru/s);
  const twice = `- { id: critic, en: ${side}, ru: ${side} }\n`;
  expect(() => parseGlossary(twice + twice)).toThrow('critic: this id stands twice');
  expect(() => parseGlossary(`- { id: critic, en: ${side}, ru: ${side}, de: ${side} }`)).toThrow(
    /critic: .*de/s,
  );
});

it('an unknown term is an error that names the page', () => {
  expect(() => findTerm('nothing', 'x.mdx')).toThrow(
    'x.mdx: src/content/glossary.yaml has no term with the id "nothing"',
  );
});
