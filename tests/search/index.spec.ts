import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { readPages } from '../e2e/support/built.ts';
import { SITES } from '../e2e/support/sites.ts';

// The index as a reader's browser uses it, asked from Node: Pagefind's own script over the served build.

interface Answer {
  readonly url: string;
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Instance {
  init(): Promise<void>;
  options(options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: readonly { data(): Promise<Answer> }[] }>;
}

const scope = globalThis as { document?: unknown };

async function ask(language: 'en' | 'ru', query: string): Promise<Answer[]> {
  const script = pathToFileURL(resolve(SITES.root.folder, 'pagefind/pagefind.js')).href;
  const { createInstance } = (await import(script)) as {
    createInstance: (options: { basePath: string; noWorker: true }) => Instance;
  };
  // Pagefind asks the page for its language.
  scope.document = { querySelector: () => ({ getAttribute: () => language }) };
  try {
    const instance = createInstance({ basePath: `${SITES.root.url}pagefind/`, noWorker: true });
    await instance.options({ baseUrl: '/' });
    await instance.init();
    const { results } = await instance.search(query);
    return await Promise.all(results.map((result) => result.data()));
  } finally {
    delete scope.document;
  }
}

const urls = (answers: readonly Answer[]): string[] => answers.map(({ url }) => url);

// One page's language at a time.
test.describe.configure({ mode: 'default' });

for (const query of ['generator', 'generators', 'minimax', 'discriminator', 'gradient penalty'])
  test(`“${query}” finds the chapter on GANs`, async () => {
    expect(urls(await ask('en', query))).toContain('/gan/');
  });

for (const query of ['\\min_G', '\\operatorname{softplus}', '\\mathbb{E}'])
  test(`the LaTeX ${query} finds the chapter that prints it`, async () => {
    expect(readFileSync('src/content/docs/gan.mdx', 'utf8')).toContain(query);
    expect(urls(await ask('en', query))).toContain('/gan/');
  });

test('what only the indexer reads does not travel to readers', () => {
  const page = readPages(SITES.root).find(({ path }) => path === 'gan/');
  expect(page?.html).toContain('katex');
  expect(page?.html).not.toMatch(/data-tex=|data-pagefind-index-attrs/);
});

test('what KaTeX prints is not in the index', async () => {
  const [chapter] = (await ask('en', 'minimax')).filter(({ url }) => url === '/gan/');
  expect(chapter).toBeDefined();
  // MathML's letters and its invisible function application.
  expect(chapter?.raw_content).not.toMatch(/[\u{1d400}-\u{1d7ff}\u2061]/u);
  expect(chapter?.raw_content).not.toContain('katex');
});

test('words of buttons and of the page’s frame are not in the index', async () => {
  const [chapter] = (await ask('en', 'minimax')).filter(({ url }) => url === '/gan/');
  expect(chapter?.raw_content).not.toMatch(/Copy link|Edit page|Run again/);
});

test('each language lists each page once, under its own address', async () => {
  const english = urls(await ask('en', 'generator'));
  const russian = urls(await ask('ru', 'generator'));
  expect(new Set(english).size).toBe(english.length);
  expect(english.filter((url) => url.startsWith('/ru/'))).toEqual([]);
  expect(new Set(russian).size).toBe(russian.length);
  expect(russian.filter((url) => !url.startsWith('/ru/'))).toEqual([]);
});

test('Russian readers find a chapter that is not translated, marked', async () => {
  const [chapter] = (await ask('ru', 'minimax')).filter(({ url }) => url === '/ru/gan/');
  const translated = existsSync(join('src/content/docs/ru/gan.mdx'));
  expect(chapter).toBeDefined();
  expect(chapter?.meta['untranslated']).toBe(translated ? undefined : 'en');
});

test('a Russian word finds Russian pages', async () => {
  expect(urls(await ask('ru', 'курс'))).toContain('/ru/');
});
