import { createHash } from 'node:crypto';
import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { transform } from 'lightningcss';

/** Style sheets that are written for every site; our own are not touched. */
const LIBRARIES = [
  'node_modules/katex/dist/katex.min.css',
  'node_modules/@astrojs/starlight/dist/{style,components,user-components}/*.{css,astro}',
];

/** Names of the classes that a style sheet mentions. */
export function listClasses(css: string): Set<string> {
  return new Set([...css.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].flatMap((match) => match[1] ?? []));
}

/**
 * Drops the rules for classes that `candidates` has and `texts`, every page and script of the site, never mention.
 * @param css a built style sheet
 * @param candidates only these classes may go
 * @param texts the whole of the site's HTML and JavaScript
 */
export function dropUnused(css: string, candidates: ReadonlySet<string>, texts: string): string {
  const unusedSymbols = [...listClasses(css)].filter((name) => candidates.has(name) && !texts.includes(name));
  const { code } = transform({ filename: 'site.css', code: Buffer.from(css), minify: true, unusedSymbols });
  return Buffer.from(code).toString();
}

/** Writes the smaller sheet under a name of its own, since the old name stands for the old content in caches. */
function replaceSheet(file: string, css: string): [from: string, to: string] {
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  const name = basename(file).replace(/(?:\.[\w-]+)?\.css$/, `.${hash}.css`);
  writeFileSync(file, css);
  renameSync(file, join(dirname(file), name));
  return [basename(file), name];
}

/** Astro integration: after the build, leaves out of the style sheets what KaTeX and Starlight have for other sites. */
export function unusedCss(): AstroIntegration {
  return {
    name: 'course-unused-css',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const list = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => join(root, file));
        const pages = [...list('**/*.html'), ...list('_astro/*.js')];
        const texts = pages.map((file) => readFileSync(file, 'utf8'));
        const candidates = listClasses(
          globSync(LIBRARIES)
            .map((file) => readFileSync(file, 'utf8'))
            .join('\n'),
        );
        const all = texts.join('\n');
        const renamed = list('_astro/*.css').map((file) =>
          replaceSheet(file, dropUnused(readFileSync(file, 'utf8'), candidates, all)),
        );
        for (const [index, file] of pages.entries()) {
          const before = texts[index] ?? '';
          const after = renamed.reduce((text, [from, to]) => text.replaceAll(from, to), before);
          if (after !== before) writeFileSync(file, after);
        }
        logger.info(`${renamed.length} style sheets without unused rules`);
      },
    },
  };
}
