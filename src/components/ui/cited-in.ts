import { getCollection } from 'astro:content';
import { scanPage } from './page-scan';
import type { Language } from './ui.text';

/** A page that cites a work. */
export interface CitingPage {
  readonly title: string;
  /** Root-relative, without the base path. */
  readonly href: string;
}

/** For each key of the bibliography, the pages of one language that cite it. */
export async function findCitingPages(
  language: Language,
): Promise<ReadonlyMap<string, readonly CitingPage[]>> {
  const pages = await getCollection('docs', ({ id }) => id.startsWith('ru/') === (language === 'ru'));
  const citing = new Map<string, CitingPage[]>();
  for (const page of pages)
    for (const key of scanPage(page.body ?? '', page.filePath ?? page.id).cites)
      citing.set(key, [...(citing.get(key) ?? []), { title: page.data.title, href: `/${page.id}/` }]);
  return citing;
}
