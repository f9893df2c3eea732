import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { countWords, readTerms, readText, writeLexicon } from './search-lexicon.ts';
import { decodeEntities, listRecords, readPrompts, spellFormulas } from './search-records.ts';

/** What the page loads of Pagefind; its ready-made interfaces (half a megabyte) stay out of the site. */
const WANTED = /^(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..*|.*\.pf_(meta|index|fragment|filter))$/;

/** Not the words of a chapter: what KaTeX prints (the LaTeX stands in `data-tex`), controls, page furniture. */
const EXCLUDED = [
  '.katex',
  'footer',
  'form',
  'button',
  'select',
  'output',
  'table[data-widget-table]',
  '[data-pagefind-ignore]',
  // Records of their own: search-records.ts.
  'course-questions',
  '[data-widget]',
  '.sl-anchor-link',
];

/** The languages of the page and of its text: they differ on a page that is not translated yet. */
function languages(html: string): { page: string | undefined; text: string | undefined } {
  const page = /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1];
  return { page, text: /<main[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? page };
}

/**
 * Marks a page that stands in for its missing translation. It is found by the readers of its address only
 * (each language has an index of its own), so nobody sees a chapter twice.
 */
export function markUntranslated(html: string): string {
  const { page, text } = languages(html);
  if (page === text) return html;
  return html.replace(/<main\b/, `<main data-pagefind-meta="untranslated:${text ?? ''}"`);
}

/** Pages that only list what chapters say: found, but after the chapters. */
const LISTS = /^(?:ru\/)?(?:references|syllabus|glossary)\/?$/;

const markPage = (pathname: string, html: string): string =>
  html.replace(
    /<main\b/,
    `<main data-pagefind-filter="kind:page"${LISTS.test(pathname) ? ' data-pagefind-meta="weight:0.3"' : ''}`,
  );

/** What only the indexer reads: left in the page it would cost every reader two kilobytes. */
export function dropIndexMarks(html: string): string {
  return html.replace(/ data-(?:tex|pagefind-index-attrs|pagefind-ignore)(?:="[^"]*")?(?=[ />])/g, '');
}

/** Fails the build with every reason that Pagefind gives: a site without its index must not be published. */
function check(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Search index, ${what}: ${errors.join('; ')}`);
}

/** What is gathered page by page. */
interface Gathering {
  readonly index: pagefind.PagefindIndex;
  readonly prompts: ReturnType<typeof readPrompts>;
  readonly words: Readonly<Record<'en' | 'ru', Map<string, number>>>;
}

async function indexPage(
  { index, prompts, words }: Gathering,
  pathname: string,
  content: string,
): Promise<void> {
  const { page, text } = languages(content);
  const language = page === 'ru' ? 'ru' : 'en';
  const url = `/${pathname}`;
  const marked = markUntranslated(markPage(pathname, spellFormulas(content)));
  check((await index.addHTMLFile({ url, content: marked })).errors, pathname);
  countWords(readText(content), words[language]);
  const on = decodeEntities(
    /<h1[^>]*>([^]*?)<\/h1>/
      .exec(content)?.[1]
      ?.replace(/<[^>]*>/g, '')
      .trim() ?? '',
  );
  for (const { kind, anchor, title, html, content: said } of listRecords(content, prompts, language)) {
    const untranslated = kind === 'equation' && page !== text && text !== undefined;
    const meta = {
      title,
      on,
      ...(html !== undefined && { html }),
      ...(untranslated && { untranslated: text }),
    };
    countWords(said, words[language]);
    const record = { url: `${url}#${anchor}`, content: said, language, meta, filters: { kind: [kind] } };
    check((await index.addCustomRecord(record)).errors, record.url);
  }
}

async function indexSite(folder: string, pathnames: readonly string[]): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: EXCLUDED });
  check(errors, 'start');
  if (index === undefined) throw new Error('Search index: Pagefind gave no index to write to.');
  const words = { en: new Map<string, number>(), ru: new Map<string, number>() };
  const gathering = { index, prompts: readPrompts('src/content/questions'), words };
  let pages = 0;
  for (const pathname of pathnames) {
    const file = join(folder, pathname, 'index.html');
    const content = readFileSync(file, 'utf8');
    if (!content.includes('data-pagefind-body')) continue;
    await indexPage(gathering, pathname, content);
    writeFileSync(file, dropIndexMarks(content));
    pages += 1;
  }
  const output = await index.getFiles();
  check(output.errors, 'files');
  for (const { path, content } of output.files) {
    if (!WANTED.test(path.split('/').at(-1) ?? '')) continue;
    const target = join(folder, 'pagefind', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const terms = readTerms('src/content/glossary.yaml');
  for (const language of ['en', 'ru'] as const)
    writeFileSync(join(folder, 'pagefind', `lexicon-${language}.json`), writeLexicon(words[language], terms));
  await pagefind.close();
  return pages;
}

/** Astro integration: after the build, indexes every page that Starlight marks as content. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'course-search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const pathnames = pages.map(({ pathname }) => pathname).filter((path) => !/(^|\/)404\/?$/.test(path));
        const count = await indexSite(fileURLToPath(dir), pathnames);
        logger.info(`${count} pages can be searched`);
      },
    },
  };
}
