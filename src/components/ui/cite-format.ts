import { shortAuthors, type Reference } from './bibliography';

type Words = Parameters<typeof shortAuthors>[1];

/** "Goodfellow et al., 2014" */
export function formatLabel(reference: Reference, words: Words): string {
  return `${shortAuthors(reference, words)}, ${reference.year}${reference.letter}`;
}

/** "I. Goodfellow", "D. P. Kingma", "J.-B. Alayrac" */
function formatName({ last, first }: Reference['authors'][number]): string {
  const initials = first.replace(/(\p{L})[\p{L}.’']*/gu, '$1.');
  return `${initials} ${last}`;
}

/** All names: "M. Arjovsky, S. Chintala, L. Bottou". */
export function formatAuthors(reference: Reference): string {
  return reference.authors.map(formatName).join(', ');
}

/** The work in one line of text, as a tooltip shows it. */
export function formatPlain(reference: Reference, words: Words): string {
  const venue = reference.venue ? `${reference.venue}, ` : '';
  return `${shortAuthors(reference, words)}: ${reference.title}. ${venue}${reference.year}`;
}
