import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { listFiles, readPages, sitemapPaths, type Page } from './support/built.ts';
import { SITES, type Site } from './support/sites.ts';

// Checks of the files of a build; no browser.

const withoutCode = (html: string): string => html.replaceAll(/<(script|style|template)\b[^]*?<\/\1>/g, '');
const withoutMarkup = (html: string): string =>
  withoutCode(html)
    .replaceAll(/<(pre|code)\b[^]*?<\/\1>/g, '')
    .replaceAll(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, ' ');
const idsOf = (html: string): string[] =>
  [...withoutCode(html).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');

const decode = (text: string): string =>
  decodeURIComponent(text.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));

/** Each link of a page that leads nowhere inside the site, with the reason. */
function brokenLinks(site: Site, page: Page, pages: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const here = new URL(page.path, site.url);
  const targets = [...withoutCode(page.html).matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) =>
    decode(match[1] ?? ''),
  );
  return [...new Set(targets)].flatMap((target) => {
    const url = new URL(target, here);
    if (url.origin !== here.origin || !url.protocol.startsWith('http')) return [];
    if (!url.pathname.startsWith(site.base)) return [`${page.path}: ${target} leaves the base ${site.base}`];
    const path = decodeURIComponent(url.pathname.slice(site.base.length));
    // A static host answers a folder without its slash by a redirect to it.
    const ids = pages.get(path) ?? pages.get(`${path}/`);
    if (ids === undefined)
      return existsSync(join(site.folder, path)) && lstatSync(join(site.folder, path)).isFile()
        ? []
        : [`${page.path}: ${target} is not there`];
    const anchor = decodeURIComponent(url.hash.slice(1));
    return anchor === '' || ids.has(anchor) ? [] : [`${page.path}: ${target} has no such heading`];
  });
}

for (const [name, site] of Object.entries(SITES))
  test(`every link and anchor of the ${name} build leads somewhere`, () => {
    const pages = readPages(site);
    const ids = new Map(pages.map(({ path, html }) => [path, new Set([...idsOf(html), '_top', 'top'])]));
    expect(pages.flatMap((page) => brokenLinks(site, page, ids))).toEqual([]);
  });

test('the two builds have the same pages', () => {
  expect(sitemapPaths(SITES.sub)).toEqual(sitemapPaths(SITES.root));
  expect(sitemapPaths(SITES.root).length).toBeGreaterThan(1);
});

test('ids are unique in each page', () => {
  const doubled = readPages(SITES.root).flatMap(({ path, html }) => {
    const ids = idsOf(html);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${path}: ${id}`);
  });
  expect(doubled).toEqual([]);
});

test('every formula became a formula', () => {
  const bad = readPages(SITES.root).flatMap(({ path, html }) =>
    [
      ...(html.match(/language-math|katex-error|class="[^"]*math-(?:inline|display)/g) ?? []),
      ...(withoutMarkup(html).match(/\\(?:frac|mathbb|sum|log|theta|begin)\b|\$[^$\n]{0,80}\\[a-z]+/g) ?? []),
    ].map((sign) => `${path}: ${sign}`),
  );
  expect(bad).toEqual([]);
});

test('no text of a page says undefined, NaN or [object Object]', () => {
  const bad = readPages(SITES.root).flatMap(({ path, html }) =>
    (withoutMarkup(html).match(/\bundefined\b|\bNaN\b|\[object \w+\]|\{[a-z]+\}/g) ?? [])
      // Descriptions of functions may speak of the first two.
      .filter((sign) => !(/(^|\/)methods\//.test(path) && /^(undefined|NaN)$/.test(sign)))
      .map((sign) => `${path}: ${sign}`),
  );
  expect(bad).toEqual([]);
});

test('every picture has a text alternative', () => {
  const bad = readPages(SITES.root).flatMap(({ path, html }) =>
    [...withoutCode(html).matchAll(/<img\b[^>]*>/g)]
      .map((match) => match[0])
      .filter((tag) => !/\salt(=|\s|>)/.test(tag))
      .map((tag) => `${path}: ${tag}`),
  );
  expect(bad).toEqual([]);
});

test('each English chapter has its Russian address', () => {
  const paths = new Set(sitemapPaths(SITES.root));
  const english = [...paths].filter((path) => !path.startsWith('ru/'));
  expect(english.filter((path) => !paths.has(`ru/${path}`))).toEqual([]);
});

test('source maps and the unused parts of Pagefind stay out of the site', () => {
  const unwanted = /\.map$|pagefind-(?:ui|modular-ui|component-ui|highlight)/;
  expect(listFiles(SITES.root).filter((file) => unwanted.test(file))).toEqual([]);
});

test('no runtime is shipped twice', () => {
  const wasm = listFiles(SITES.root).filter((file) => file.endsWith('.wasm'));
  const seen = new Map<string, string>();
  const twice = wasm.flatMap((file) => {
    const bytes = readFileSync(join(SITES.root.folder, file)).toString('base64');
    const first = seen.get(bytes);
    seen.set(bytes, file);
    return first === undefined ? [] : [`${first} = ${file}`];
  });
  expect(twice).toEqual([]);
});

const MIB = 1024 ** 2;

test('all tracked files together stay under 40 MiB', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync);
  const bytes = files.reduce((sum, file) => sum + lstatSync(file).size, 0);
  console.log(`tracked files: ${(bytes / MIB).toFixed(1)} MiB`);
  expect(bytes).toBeLessThan(40 * MIB);
});
