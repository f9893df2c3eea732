import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sitemapPaths } from './support/built.ts';
import { SITES, type Site } from './support/sites.ts';
import { watchErrors, watchForeign } from './support/widget.ts';

/** Russian pages of code differ from the English ones by a dozen labels: one stands for all. */
const distinct = (site: Site): string[] =>
  sitemapPaths(site).filter((path) => !/^ru\/methods\/./.test(path) || path === 'ru/methods/gan-losses/');
const paths = distinct(SITES.root);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const path of paths)
  test.describe(`/${path}`, () => {
    for (const theme of ['light', 'dark'] as const)
      test(`has no accessibility violation in the ${theme} theme`, async ({ page }) => {
        await page.addInitScript((name) => localStorage.setItem('starlight-theme', name), theme);
        await page.emulateMedia({ colorScheme: theme });
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        const found = violations.map(({ id, help, nodes }) => ({
          id,
          help,
          nodes: nodes
            .slice(0, 4)
            .map(({ html, failureSummary }) => `${html.slice(0, 200)} ← ${failureSummary ?? ''}`),
        }));
        expect(found).toEqual([]);
      });

    test('fits a screen of 360 px, in both orientations', async ({ page }) => {
      for (const size of [
        { width: 360, height: 740 },
        { width: 740, height: 360 },
      ]) {
        await page.setViewportSize(size);
        await page.goto(path);
        const wide = await page.evaluate((width) => {
          const over = [...document.querySelectorAll('main *')].filter(
            (element) =>
              element.getBoundingClientRect().right > width + 1 &&
              !element.closest('.katex-mathml, [hidden], svg, .sl-sr-only, .sr-only, .unseen') &&
              getComputedStyle(element).position !== 'absolute',
          );
          return {
            page: document.documentElement.scrollWidth,
            over: over.slice(0, 3).map((e) => e.outerHTML.slice(0, 160)),
          };
        }, size.width);
        expect(wide.page, wide.over.join('\n')).toBeLessThanOrEqual(size.width);
      }
    });

    test('is readable with scripts off', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(new URL(path, SITES.root.url).href);
      await expect(page.locator('h1')).toBeVisible();
      const words = (await page.locator('main').innerText()).split(/\s+/).length;
      expect(words).toBeGreaterThan(30);
      await context.close();
    });

    test('throws nothing, asks nobody else, moves nothing when motion is unwanted', async ({ page }) => {
      const errors = watchErrors(page);
      const foreign = watchForeign(page);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const moving = await page.evaluate(
        () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
      );
      expect(moving).toBe(0);
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
    });
  });

test('an address that does not exist gets a page that leads on', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('main a, header a').first()).toBeVisible();
});

test('the site works under a path', async ({ page }) => {
  const foreign = watchForeign(page);
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  const all = distinct(SITES.sub);
  test.setTimeout(30_000 + all.length * 3000);
  for (const path of all) {
    await page.goto(new URL(path, SITES.sub.url).href);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('h1')).toBeVisible();
  }
  expect(missing).toEqual([]);
  expect(foreign).toEqual([]);
});
