import { z } from 'astro/zod';
import { parse } from 'yaml';
import source from '~/content/glossary.yaml?raw';

const file = 'src/content/glossary.yaml';
const side = z.strictObject({ term: z.string().min(1), meaning: z.string().min(1) });

const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  en: side,
  ru: side,
  /** The heading that explains it: "/gan/#the-game". */
  at: z
    .string()
    .regex(/^\/[a-z0-9-]+\/#[a-z0-9-]+$/)
    .optional(),
});

export type GlossaryTerm = z.infer<typeof termSchema>;

/**
 * Reads the glossary: a list of terms with distinct ids.
 * @throws naming the term and the field that is wrong
 */
export function parseGlossary(yaml: string): ReadonlyMap<string, GlossaryTerm> {
  const list = z.array(z.unknown()).parse(parse(yaml));
  const terms = new Map<string, GlossaryTerm>();
  for (const [index, entry] of list.entries()) {
    const result = termSchema.safeParse(entry);
    const name = z.object({ id: z.string() }).safeParse(entry).data?.id ?? `entry ${String(index + 1)}`;
    if (!result.success) throw new Error(`${file}: ${name}: ${z.prettifyError(result.error)}`);
    if (terms.has(name)) throw new Error(`${file}: ${name}: this id stands twice`);
    terms.set(name, result.data);
  }
  return terms;
}

/** Every term of the course by its id. */
export const glossary = parseGlossary(source);

/** @throws when the glossary has no such id */
export function findTerm(id: string, usedIn: string): GlossaryTerm {
  const term = glossary.get(id);
  if (!term) throw new Error(`${usedIn}: ${file} has no term with the id "${id}"`);
  return term;
}
