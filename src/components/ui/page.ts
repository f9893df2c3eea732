import type { AstroGlobal } from 'astro';
import { scanPage, type PageScan } from './page-scan';
import { uiWords, type Language } from './ui.text';

/** What a component needs to know of the page that it stands on. */
export interface PageContext {
  /** The source file of the page, for messages. */
  readonly file: string;
  /** Language of the text, which is English where Russian readers get the English page. */
  readonly language: Language;
  readonly words: ReturnType<typeof uiWords>;
  readonly scan: PageScan;
}

const scans = new Map<string, PageScan>();

/**
 * The page around a component.
 * @throws outside a page of the course, where there is nothing to number or cite
 */
export function pageContext(locals: AstroGlobal['locals'], component: string): PageContext {
  const route = 'starlightRoute' in locals ? locals.starlightRoute : undefined;
  if (!route) throw new Error(`<${component}> works on pages of the course only (src/content/docs)`);
  const { entry, entryMeta } = route;
  const file = entry.filePath;
  const source = entry.body ?? '';
  const language: Language = entryMeta.lang === 'ru' ? 'ru' : 'en';
  const known = scans.get(source);
  const scan = known ?? scanPage(source, file);
  scans.set(source, scan);
  return { file, language, words: uiWords(language), scan };
}
