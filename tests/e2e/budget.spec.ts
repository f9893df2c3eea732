import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { readPages } from './support/built.ts';
import { SITES } from './support/sites.ts';

// What a reader's browser fetches of a page that she scrolls through without pressing Run, in bytes after gzip.

const KB = 1000;
const PAGE = 110 * KB;
const SCRIPT = 40 * KB;
const FONTS = 110 * KB;

const chapters = readPages(SITES.root)
  .filter(
    ({ path, html }) =>
      html.includes('data-pagefind-body') && !path.startsWith('ru/') && !path.endsWith('.html'),
  )
  .map(({ path }) => path);

const COMPRESSED = new Set(['font', 'image', 'media']);

for (const path of chapters)
  test(`/${path} is light before any Run`, async ({ page }) => {
    const sizes = new Map<string, number>();
    const largest: { url: string; bytes: number }[] = [];
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      const measure = async (): Promise<void> => {
        const body = await response.body().catch(() => Buffer.alloc(0));
        const bytes = COMPRESSED.has(type) ? body.length : gzipSync(body, { level: 9 }).length;
        sizes.set(type, (sizes.get(type) ?? 0) + bytes);
        largest.push({ url: new URL(response.url()).pathname, bytes });
      };
      pending.push(measure());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 600) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(30);
    }
    await page.waitForLoadState('networkidle');
    await Promise.all(pending);

    const fonts = sizes.get('font') ?? 0;
    const script = sizes.get('script') ?? 0;
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) - fonts;
    const show = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;
    const parts = [...sizes].map(([type, bytes]) => `${type} ${show(bytes)}`).join(', ');
    console.log(`budget /${path}: ${show(total)} besides fonts (${parts})`);
    const list = largest
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, 8)
      .map(({ url, bytes }) => `${show(bytes)} ${url}`)
      .join('\n');
    expect.soft(total, `everything besides fonts\n${list}`).toBeLessThanOrEqual(PAGE);
    expect.soft(script, `script\n${list}`).toBeLessThanOrEqual(SCRIPT);
    expect.soft(fonts, `fonts\n${list}`).toBeLessThanOrEqual(FONTS);
  });

test('fonts never block the text', () => {
  const styles = readPages(SITES.root)[0]?.html ?? '';
  expect(styles).not.toMatch(/fonts\.(googleapis|gstatic)/);
});
