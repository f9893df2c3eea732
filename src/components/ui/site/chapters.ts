import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The chapters in the order of the menu: files of `src/content/docs` by `sidebar.order` of their front matter, then by
 * name. A chapter needs no other registration.
 * @throws when a file has no front matter, which names its title and order
 */
export function listChapters(folder: string | URL): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx') && file !== 'index.mdx');
  const chapters = files.map((file) => {
    const source = readFileSync(
      typeof folder === 'string' ? `${folder}/${file}` : new URL(file, folder),
      'utf8',
    );
    return { slug: file.replace(/\.mdx$/, ''), order: readOrder(source, file) };
  });
  return chapters
    .sort((a, b) => a.order - b.order || a.slug.localeCompare(b.slug, 'en'))
    .map(({ slug }) => slug);
}

function readOrder(source: string, file: string): number {
  const matter = /^---\n([^]*?)\n---/.exec(source)?.[1];
  if (matter === undefined)
    throw new Error(`${file}: a chapter begins with front matter between two lines of ---`);
  const { sidebar } = (parse(matter) ?? {}) as { sidebar?: { order?: number } };
  return sidebar?.order ?? Number.MAX_SAFE_INTEGER;
}
