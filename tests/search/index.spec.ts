import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readPages } from '../e2e/support/built.ts';
import { SITES } from '../e2e/support/sites.ts';
import { withIndex, type Language } from './ask.ts';

interface Answer {
  readonly url: string;
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** The pages that have a word. */
const ask = (language: Language, query: string): Promise<Answer[]> =>
  withIndex(SITES.root.folder, SITES.root.url, language, async (pagefind) => {
    const answer = await pagefind.search(query, { filters: { kind: 'page' } });
    const data = await Promise.all((answer?.results ?? []).map((result) => result.data()));
    return data as unknown as Answer[];
  });

const urls = (answers: readonly Answer[]): string[] => answers.map(({ url }) => url);

// One page's language at a time.
test.describe.configure({ mode: 'default' });

for (const query of ['generator', 'generators', 'minimax', 'discriminator', 'gradient penalty'])
  test(`“${query}” finds the chapter on GANs`, async () => {
    expect(urls(await ask('en', query))).toContain('/gan/');
  });

test('what is a record of its own is not in the page’s text too', async () => {
  const [chapter] = (await ask('en', 'minimax')).filter(({ url }) => url === '/gan/');
  expect(chapter?.raw_content).not.toMatch(/Question 1 of|Answer first/);
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
