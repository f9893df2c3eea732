import source from '~/content/references.bib?raw';
import { parseBibliography, type Reference } from './bibliography';

const file = 'src/content/references.bib';

/** Every work of the course by its key. A fault in the file fails the build. */
export const references = parseBibliography(source, file);

/**
 * The work of a key.
 * @throws when the bibliography has no such key
 */
export function findReference(key: string, citedIn: string): Reference {
  const reference = references.get(key);
  if (!reference) throw new Error(`${citedIn}: ${file} has no work with the key "${key}"`);
  return reference;
}
