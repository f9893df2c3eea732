import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITES, type Site } from './sites.ts';

/** One page of a build. */
export interface Page {
  /** Relative to the site's base, without leading slash: "", "gan/", "ru/gan/". */
  readonly path: string;
  readonly html: string;
}

/** A widget as it stands in the built HTML. */
export interface PlacedWidget {
  readonly page: string;
  /** The value of `data-widget`. */
  readonly name: string;
  /** The root element's id: the prefix of its keys in a link. */
  readonly id: string;
}

function requireBuild(site: Site): void {
  if (!existsSync(join(site.folder, 'index.html')))
    throw new Error(
      `${site.folder}: expected a built site, found none. Run "npm run e2e", which builds first.`,
    );
}

/** Every file of a build, relative to its folder, with forward slashes. */
export function listFiles(site: Site): string[] {
  requireBuild(site);
  return readdirSync(site.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(site.folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

const pathOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** Every HTML page of a build, 404 included. */
export const readPages = (site: Site): Page[] =>
  listFiles(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: pathOf(file), html: readFileSync(join(site.folder, file), 'utf8') }));

/** The paths that the sitemap lists: what a visitor can come to. */
export function sitemapPaths(site: Site): string[] {
  requireBuild(site);
  const maps = listFiles(site).filter((file) => /^sitemap-\d+\.xml$/.test(file));
  const urls = maps.flatMap((file) =>
    [...readFileSync(join(site.folder, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      (match) => new URL(match[1] ?? '').pathname,
    ),
  );
  return urls.map((path) => path.slice(site.base.length)).sort();
}

/** The root tag of each widget of the site's English pages (`locale` ""), or of another locale's. */
export const findWidgets = (locale: 'en' | 'ru'): PlacedWidget[] =>
  readPages(SITES.root)
    .filter(({ path }) => path.startsWith('ru/') === (locale === 'ru'))
    .flatMap(({ path, html }) =>
      [...html.matchAll(/<[a-z]+ [^>]*\bdata-widget="([^"]+)"[^>]*>/g)].map((match) => ({
        page: path,
        name: match[1] ?? '',
        id: /\bid="([^"]+)"/.exec(match[0])?.[1] ?? '',
      })),
    );
