import { describe, expect, it } from 'vitest';
import { parseBibliography, shortAuthors } from './bibliography';
import { references } from './references';

const entry = (changes: Record<string, string | undefined> = {}, key = 'doe2020', kind = 'article') => {
  const fields: Record<string, string | undefined> = {
    author: 'Doe, Jane',
    title: 'On {GANs}',
    journal: 'Letters',
    year: '2020',
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} = {${value}}`],
  );
  return `@${kind}{${key},\n  ${lines.join(',\n  ')}\n}\n`;
};
const words = { and: 'and', others: 'et al.' };

describe('parseBibliography', () => {
  it('reads names, title without its case braces, year and venue', () => {
    const doe = parseBibliography(entry({ volume: '3', number: '2', pages: '1–9' }), 'x.bib').get('doe2020');
    expect(doe).toMatchObject({ title: 'On GANs', year: '2020', venue: 'Letters, 3(2), 1–9', letter: '' });
    expect(doe?.authors).toEqual([{ last: 'Doe', first: 'Jane' }]);
  });

  it.each([
    ['a missing field', entry({ journal: undefined }), 'doe2020: the field "journal" is missing'],
    ['an empty field', entry({ title: '' }), 'doe2020: the field "title" is missing'],
    ['an unknown field', entry({ jornal: 'x' }), 'doe2020: unknown field "jornal"'],
    ['an unknown kind', entry({}, 'doe2020', 'paper'), 'doe2020: unknown kind @paper'],
    ['a wrong year', entry({ year: '20' }), 'doe2020: "year": write a year of four digits, found "20"'],
    ['names the wrong way round', entry({ author: 'Jane Doe' }), 'doe2020: "author": write "Last, First'],
    ['a bare address', entry({ url: 'arxiv.org/abs/1' }), 'doe2020: "url": write a full https address'],
    ['a LaTeX accent', entry({ author: "L\\'eon, B" }), 'doe2020: "author" holds a backslash'],
    ['a key that stands twice', entry() + entry(), 'doe2020: this key stands twice'],
    ['an open brace', '@misc{doe2020, title = {x', 'doe2020: its braces do not close'],
    [
      'a missing comma',
      '@misc{doe2020, title = {x} year = {2020}}',
      'doe2020: a comma is missing after "title"',
    ],
    ['loose text', 'hello', 'entry "hello": expected "@kind{key'],
  ])('refuses %s and names file and key', (_name, source, message) => {
    expect(() => parseBibliography(source, 'x.bib')).toThrow(`x.bib: ${message}`);
  });

  it('tells two works of the same names and year apart by letters', () => {
    const both = parseBibliography(
      entry() + entry({}, 'doe2020b') + entry({ year: '2021' }, 'doe2021'),
      'x.bib',
    );
    expect([...both.values()].map((one) => one.letter)).toEqual(['a', 'b', '']);
  });
});

describe('shortAuthors', () => {
  it('names one, two, and the first of many', () => {
    const name = (author: string) => {
      const reference = parseBibliography(entry({ author }), 'x.bib').get('doe2020');
      return reference && shortAuthors(reference, words);
    };
    expect(name('Doe, J')).toBe('Doe');
    expect(name('Doe, J and Roe, R')).toBe('Doe and Roe');
    expect(name('Doe, J and Roe, R and Poe, P')).toBe('Doe et al.');
  });
});

it('the bibliography of the course reads', () => {
  expect(references.get('goodfellow2014')?.title).toBe('Generative Adversarial Nets');
});
