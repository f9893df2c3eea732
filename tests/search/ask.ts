import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { askIndex, type Answer, type Pagefind } from '../../src/components/search/pagefind.ts';
import { planQuery, type Lexicon } from '../../src/components/search/plan-query.ts';
import { loadStem } from '../../src/components/search/stemmer.ts';

interface Instance extends Pagefind {
  init(): Promise<void>;
}

export type Language = 'en' | 'ru';
const scope = globalThis as { document?: unknown };

/**
 * The index as a reader's browser uses it, asked from Node: Pagefind's own script over the served build.
 * @param folder of the build
 * @param url under which it is served
 */
export async function withIndex<Result>(
  folder: string,
  url: string,
  language: Language,
  use: (pagefind: Instance) => Promise<Result>,
): Promise<Result> {
  const script = pathToFileURL(resolve(folder, 'pagefind/pagefind.js')).href;
  // A module for each language: what one instance has loaded shows in the answers of the next.
  const { createInstance } = (await import(`${script}?language=${language}`)) as {
    createInstance: (options: { basePath: string; noWorker: true }) => Instance;
  };
  // Pagefind asks the page for its language.
  scope.document = { querySelector: () => ({ getAttribute: () => language }) };
  try {
    const instance = createInstance({ basePath: `${url}pagefind/`, noWorker: true });
    await instance.options({ baseUrl: '/', excerptLength: 24 });
    await instance.init();
    return await use(instance);
  } finally {
    delete scope.document;
  }
}

/** What a reader sees for each query: groups of results, and the query as it was mended. */
export async function searchAll(
  folder: string,
  url: string,
  language: Language,
  queries: readonly string[],
): Promise<Map<string, Answer>> {
  const lexicon = JSON.parse(
    readFileSync(join(folder, `pagefind/lexicon-${language}.json`), 'utf8'),
  ) as Lexicon;
  return withIndex(folder, url, language, async (pagefind) => {
    const answers = new Map<string, Answer>();
    for (const query of queries) {
      const plan = planQuery(query, lexicon, await loadStem(query));
      const groups = await askIndex(pagefind, plan);
      answers.set(query, { groups, ...(plan.corrected !== undefined && { corrected: plan.corrected }) });
    }
    return answers;
  });
}
