import { expect, test, type Page } from '@playwright/test';
import { SITES } from '../e2e/support/sites.ts';
import { watchForeign } from '../e2e/support/widget.ts';

const dialog = (page: Page) => page.locator('course-search dialog');
const input = (page: Page) => page.locator('[data-search="input"]');
const status = (page: Page) => page.locator('[data-search="status"]');
const results = (page: Page) => page.locator('[data-search="list"] li');

/**
 * Opens the dialog and waits until it takes text. The query is then inserted at once: letter by letter, results of its
 * beginnings would stand there first and be replaced under the hands of the test.
 */
async function openByKey(page: Page, key = '/'): Promise<void> {
  await expect(page.locator('[data-search="open"]')).toBeEnabled();
  await page.keyboard.press(key);
  await expect(input(page)).toBeFocused();
}

test('loads nothing before it is opened, then finds', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/pagefind\/|search-dialog/.test(request.url())) asked.push(request.url());
  });
  const foreign = watchForeign(page);
  await page.goto('');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).click();
  await input(page).fill('generator');
  await expect(
    results(page)
      .filter({ hasText: /generator/i })
      .first(),
  ).toBeVisible();
  await expect(status(page)).toHaveText(/^\d+ results?$/);
  await expect(page.locator('[data-search="list"] mark').first()).toBeVisible();
  expect(foreign).toEqual([]);
});

for (const key of ['/', 'Control+k'])
  test(`opens by ${key}, is walked by arrows and closes by Escape`, async ({ page }) => {
    await page.goto('');
    await openByKey(page, key);
    await page.keyboard.insertText('minimax');
    await expect(results(page).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first().locator('a').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(input(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(page.locator('[data-search="list"]')).toBeHidden();
  });

test('results stand by kind; the arrows cross from group to group, Home and End go to the ends', async ({
  page,
}) => {
  await page.goto('gan/');
  await openByKey(page);
  await page.keyboard.insertText('optimal discriminator');
  const groups = page.locator('[data-search="list"] section');
  await expect(groups.first()).toBeVisible();
  const kinds = await groups.evaluateAll((all) => all.map((group) => (group as HTMLElement).dataset['kind']));
  expect(kinds).toEqual(
    ['page', 'section', 'widget', 'question', 'equation'].filter((kind) => kinds.includes(kind)),
  );
  expect(kinds).toEqual(expect.arrayContaining(['page', 'section', 'equation']));
  await expect(page.getByRole('region', { name: 'Equations' }).locator('math').first()).toBeVisible();
  const inFirst = await groups.first().locator('a').count();
  for (let press = 0; press <= inFirst; press++) await page.keyboard.press('ArrowDown');
  await expect(groups.nth(1).locator('a').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(groups.last().locator('a').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(groups.first().locator('a').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(input(page)).toBeFocused();
});

test('an equation leads to its place in the chapter', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Search' }).click();
  await input(page).fill('D^*');
  await page.getByRole('region', { name: 'Equations' }).locator('a').first().click();
  await expect(page).toHaveURL(/gan\/#eq-optimal-d$/);
  await expect(dialog(page)).toBeHidden();
});

test('a slip of spelling is mended, and said so', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Search' }).click();
  await input(page).fill('discriminater');
  await expect(status(page)).toContainText('Searched for “discriminator”.');
});

test('a result is opened by Enter, also under a path', async ({ page }) => {
  await page.goto(SITES.sub.url);
  await openByKey(page);
  await page.keyboard.insertText('minimax');
  await expect(results(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const target = new URL(
    (await results(page).first().locator('a').first().getAttribute('href')) ?? '',
    SITES.sub.url,
  );
  expect(target.pathname.startsWith(SITES.sub.base)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(target.href);
  await expect(page.locator('h1')).toBeVisible();
});

test('says what to try when nothing is found, and does not treat the query as markup', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Search' }).click();
  await input(page).fill('<zzqxj>');
  await expect(status(page)).toContainText('Nothing found for “<zzqxj');
  await page.locator('[data-suggestion]').first().click();
  await expect(results(page).first()).toBeVisible();
});

test('says so when the index cannot be loaded, and recovers', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('');
  await page.getByRole('button', { name: 'Search' }).click();
  // Opening alone asks for the index; nothing is typed before it is back, since each word typed would try again by itself.
  const problem = page.locator('[data-search="problem"]');
  // The words stand in the page from the beginning, hidden: only when they are seen has it failed.
  await expect(problem).toBeVisible();
  await expect(problem).toContainText('could not be loaded');
  await page.unroute('**/pagefind/**');
  await problem.getByRole('button').click();
  await expect(problem).toBeHidden();
  await input(page).fill('generator');
  await expect(results(page).first()).toBeVisible();
  await expect(problem).toBeHidden();
});

test('speaks Russian on Russian pages', async ({ page }) => {
  await page.goto('ru/');
  await page.getByRole('button', { name: 'Поиск' }).click();
  await input(page).fill('minimax');
  await expect(status(page)).toHaveText(/^\d+ результат(?:а|ов)?$/);
  await expect(results(page).filter({ hasText: 'по-английски' }).first()).toBeVisible();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('');
  await page.getByRole('button', { name: 'Search' }).click();
  await input(page).fill('generator');
  await expect(results(page).first()).toBeVisible();
  const width = await dialog(page).evaluate((element) => element.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
