import { expect, it } from 'vitest';
import { formatAuthors, formatLabel, formatPlain } from './cite-format';
import { findReference } from './references';

const words = { and: 'и', others: 'и др.' };
const find = (key: string) => findReference(key, 'x.mdx');

it('labels a work by authors and year, in the words of the language', () => {
  expect(formatLabel(find('goodfellow2014'), words)).toBe('Goodfellow и др., 2014');
  expect(formatLabel(find('arjovskybottou2017'), words)).toBe('Arjovsky и Bottou, 2017');
});

it('shortens first names to initials', () => {
  expect(formatAuthors(find('kingma2014'))).toBe('D. P. Kingma, M. Welling');
  expect(formatAuthors(find('arjovsky2017'))).toBe('M. Arjovsky, S. Chintala, L. Bottou');
});

it('says the whole work in one line', () => {
  expect(formatPlain(find('goodfellow2016'), words)).toBe(
    'Goodfellow: NIPS 2016 Tutorial: Generative Adversarial Networks. 2016',
  );
});

it('an unknown key is an error that names the page', () => {
  expect(() => find('nobody1900')).toThrow(
    'x.mdx: src/content/references.bib has no work with the key "nobody1900"',
  );
});
