import { expect, test, type Locator, type Page } from '@playwright/test';
import { SITES } from './support/sites.ts';

// What the two figures of the chapter on autoencoders that need no run do beyond what `drawings.spec.ts` holds all to.

const UNMIXING = 'unmixing';
const STAMPS = 'stamps';

async function open(page: Page, id: string, settings: Readonly<Record<string, string>> = {}, path = '') {
  const url = new URL(`${path}autoencoders/`, SITES.root.url);
  for (const [key, value] of Object.entries({ v: '1', ...settings }))
    url.searchParams.set(`${id}.${key}`, value);
  await page.goto(url.href);
  const root = page.locator(`[data-drawing][id="${id}"]`);
  await expect(root).toHaveAttribute('data-ready');
  return root;
}
const summaryOf = (root: Locator) => root.locator('[data-summary]');

for (const id of [UNMIXING, STAMPS])
  test(`#${id}: the question stands before the pictures; a telephone shows these with what changes them`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const root = await open(page, id);
    const places = await root.evaluate((figure) => {
      const bars = [...document.querySelectorAll('header.header, .contents-bar')];
      const picture = figure.querySelector('[data-picture]')?.getBoundingClientRect();
      const question = [...figure.querySelectorAll('p')].find((p) => p.innerText.startsWith('Predict.'));
      return {
        under: Math.max(0, ...bars.map((bar) => bar.getBoundingClientRect().bottom)),
        question: question?.getBoundingClientRect().bottom ?? NaN,
        top: picture?.top ?? NaN,
        bottom: picture?.bottom ?? NaN,
        handles: figure.querySelectorAll('[data-picture] input[type=range]').length,
      };
    });
    expect(places.question).toBeLessThanOrEqual(places.top);
    expect(places.handles).toBe(1);
    expect(places.under + places.bottom - places.top).toBeLessThanOrEqual(740);
  });

test('sources are unmixed by keyboard alone, and the figure says so at FastICA’s own angle', async ({
  page,
}) => {
  const root = await open(page, UNMIXING, { sources: 'laplace' });
  await expect(summaryOf(root)).toContainText('still mixed');
  await root.locator('[data-action=turn-as-ica]').press('Enter');
  await expect(summaryOf(root)).toContainText('Unmixed, as well as 1,000 points allow');
  const handle = root.getByRole('slider', { name: /turn θ/ });
  for (let i = 0; i < 4; i += 1) await handle.press('PageUp');
  await expect(summaryOf(root)).toContainText('still mixed');
});

test('normal sources: FastICA’s answer is called an accident, beside a baseline too', async ({ page }) => {
  const root = await open(page, UNMIXING, { compare: '' });
  await root.locator('select[name=preset]').selectOption('normal');
  await expect(summaryOf(root)).toContainText('each time on an accident');
  await expect(summaryOf(root)).toContainText('flat but for chance, 0.03 to 0.27');
  const row = root.locator('table[data-numbers] tr', { hasText: 'mean of 10 draws' });
  await expect(row.locator('td').first()).toHaveText('0.382');
  await expect(row.locator('td').nth(1)).toHaveText('0.0156');
});

test('a ring has no sources: no distance is shown', async ({ page }) => {
  const root = await open(page, UNMIXING, { sources: 'ring' });
  await expect(summaryOf(root)).not.toContainText('distance');
  const distance = root.locator('[data-numbers] div', { hasText: 'distance to the sources' });
  await expect(distance.locator('dd')).toHaveText('–');
});

test('random weights: the figure tells what other draws would do, and keeps numbers out of cells too small for them', async ({
  page,
}) => {
  const root = await open(page, STAMPS);
  await root.locator('select[name=preset]').selectOption('learned');
  await expect(summaryOf(root)).toContainText('Over all 99 draws of weights it is 42% at the median');
  const numbers = root.locator('.numbers[aria-hidden]');
  await expect(numbers).toHaveCount(5);
  for (const board of await numbers.all()) {
    // A number is as wide as its letters: it must not reach into the next cell.
    const room = await board.evaluate((box) => {
      const cell = box.getBoundingClientRect().width / Math.sqrt(box.children.length);
      return Math.min(...[...box.children].map((number) => cell - number.getBoundingClientRect().width));
    });
    expect(room).toBeGreaterThan(0);
  }
});

test('in Russian both say the same', async ({ page }) => {
  const root = await open(page, UNMIXING, { mix: '0', angle: '0' }, 'ru/');
  await expect(summaryOf(root)).toContainText('Ничего не смешивали');
  const stamps = await open(page, STAMPS, { kernel: '4', padding: '1', weights: 'random' }, 'ru/');
  await expect(summaryOf(stamps)).toContainText('По всем 99 выборкам весов медиана 42%');
});
