import { expect, test, type Page } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { SITES } from './support/sites.ts';
import { Widget, watchErrors } from './support/widget.ts';

// The figure on many trials, beyond the contract that every widget keeps.

const placed = findWidgets('en').find(({ name }) => name === 'are-gans-equal') ?? {
  ...{ page: 'missing-widget-are-gans-equal/', name: 'are-gans-equal', id: 'missing' },
};
/** Trials of half a second and less, more of them than a test lasts. */
const quick = { v: '1', steps: '500', trials: '1000' };
const LATE = /\/late[^/]*\.js(\?|$)/;

const choose = (it: Widget, name: string, value: string) =>
  it.root.locator(`select[name=${name}]`).selectOption(value);

test('presets compare two stored losses in words, with the gap at one trial and at ten; the link has both', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const it = new Widget(page, placed);
  await it.open();
  await choose(it, 'preset', 'caughtUp');
  const summary = it.root.locator('[data-summary]');
  await expect(summary).toContainText('non-saturating against DRAGAN, 10,000 gradient steps');
  await expect(summary).toContainText(/One trial each: .* ± .*Best of 10: .* ± .*% of all pairs/s);
  await expect(page).toHaveURL(
    (url) =>
      url.searchParams.get(`${placed.id}.highlight`) === 'nonSaturating' &&
      url.searchParams.get(`${placed.id}.against`) === 'dragan',
  );
  await choose(it, 'preset', 'leftBehind');
  await expect(summary).toContainText('BEGAN against minimax');
  // Against nobody in particular: the best of the others.
  await choose(it, 'against', 'none');
  await expect(summary).toContainText('BEGAN against WGAN-GP');
  await choose(it, 'highlight', 'none');
  await expect(it.root.locator('select[name=against]')).toHaveCount(0);
  await expect(summary).toContainText('600 trials.');
  expect(errors).toEqual([]);
});

test('the table says how often the chosen loss has the better of ten; by keyboard alone', async ({
  page,
}) => {
  const it = new Widget(page, placed);
  await it.open({ v: '1', highlight: 'began' });
  await it.root
    .locator('summary', { hasText: /^Data as a table$|table/i })
    .last()
    .focus();
  await page.keyboard.press('Enter');
  const table = it.root.getByRole('table').filter({ visible: true });
  await expect(table.getByRole('columnheader', { name: 'BEGAN has the better of 10' })).toBeVisible();
  await expect(
    table
      .getByRole('row', { name: /^minimax/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('0%');
  await expect(
    table
      .getByRole('row', { name: /^BEGAN/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('–');
});

/** What a browser tells a page whose tab is put behind another, and in front again. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('rests in a hidden tab, and its trials go on when that is shown again', async ({ page }) => {
  const it = new Widget(page, placed);
  await it.open(quick);
  await it.press('run');
  await it.toPass(1);
  await setHidden(page, true);
  await it.toBe('paused');
  const at = await it.step();
  await setHidden(page, false);
  await it.toBe('running');
  await it.toPass(at);
});

test('is there again after Back, with its settings, and makes trials', async ({ page }) => {
  const errors = watchErrors(page);
  const it = new Widget(page, placed);
  await it.open({ ...quick, highlight: 'hinge' });
  await it.press('run');
  await it.toPass(0);
  await page.goto(new URL('references/', SITES.root.url).href);
  await page.goBack();
  await it.show();
  await expect(it.root.locator('select[name=highlight]')).toHaveValue('hinge');
  await it.toBe(/idle|paused|running/);
  if ((await it.root.getAttribute('data-state')) !== 'running') await it.press('run');
  await it.toBe('running');
  await it.toPass(await it.step());
  expect(errors).toEqual([]);
});

test('one of its workers dies: that is said, the trials made stay, and Retry begins anew', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const made: Worker[] = [];
    Object.assign(globalThis, { made });
    globalThis.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        made.push(this);
      }
    };
  });
  const it = new Widget(page, placed);
  await it.open(quick);
  await it.press('run');
  await it.toPass(2);
  await page.evaluate(() => {
    const { made } = globalThis as unknown as { made: Worker[] };
    made.at(-1)?.terminate();
    made.at(-1)?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  });
  await it.toFail(/.+/);
  await expect(it.root.locator('[data-summary]')).toContainText(/trials/);
  await it.press('retry');
  await it.toPass(0);
});

test('pictures of its own that do not arrive: said with Retry, and the stored run stays', async ({
  page,
}) => {
  await page.route(LATE, (route) => route.abort());
  const it = new Widget(page, placed);
  await it.open();
  await choose(it, 'highlight', 'hinge');
  await expect(it.root.getByRole('alert').first()).toContainText('download');
  await expect(it.root.getByRole('img', { name: /Distance of every trial/ })).toBeVisible();
  await page.unroute(LATE);
  await it.root.locator('[data-action=fetch]').click();
  await expect(it.root.locator('[data-summary]')).toContainText('Highlighted: hinge');
});

test('on a telephone the picture of all trials and Run are in sight together', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const it = new Widget(page, placed);
  await it.open({ v: '1', highlight: 'nonSaturating' });
  await expect(it.root.locator('[data-summary]')).toContainText('Highlighted');
  const strips = it.root.getByRole('img', { name: /Distance of every trial/ });
  await it.action('run').evaluate((run) => {
    run.scrollIntoView({ block: 'end', behavior: 'instant' });
  });
  // Scrolling ends at whole pixels, boxes at parts of them.
  await expect(it.action('run')).toBeInViewport({ ratio: 0.99 });
  await expect(strips).toBeInViewport({ ratio: 0.99 });
  // No letter of the figure is smaller than 14 px.
  const least = await it.root.evaluate((root) =>
    Math.min(
      ...[...root.querySelectorAll('*')]
        .filter((each) =>
          [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .filter((each) => each.getClientRects().length > 0 && !each.closest('sub, sup'))
        .map((each) => parseFloat(getComputedStyle(each).fontSize)),
    ),
  );
  expect(least).toBeGreaterThanOrEqual(14);
});

test('the key names the band, the floor and what stands at the rim; so does the picture’s name', async ({
  page,
}) => {
  const it = new Widget(page, placed);
  await it.open();
  const strips = it.root.getByRole('img', { name: /Distance of every trial.*at the right rim: .*BEGAN \d+/ });
  await expect(strips).toContainText(/floor: new data in the place of samples, mean 0\.\d+/);
  await expect(strips).toContainText('10%–90% of the floor');
  await expect(strips).toContainText(/▸n: n more at the rim, no better than a single point/);
  // As many as the table counts.
  const table = it.root.locator('details', { has: page.getByRole('table', { includeHidden: true }) }).last();
  await table.locator('summary').click();
  const lost = table
    .getByRole('row', { name: /^BEGAN/ })
    .getByRole('cell')
    .last();
  const row = strips.locator('.row').filter({ hasText: 'BEGAN' });
  await expect(row.locator('.rim')).toHaveText(`▸${await lost.innerText()}`);
});

for (const width of [1280, 360])
  test(`the prediction stands above what answers it, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const it = new Widget(page, placed);
    await it.open();
    const question = it.root.locator('p', { hasText: /^Predict\./ });
    await expect(question).toHaveCount(1);
    const asked = await question.boundingBox();
    const shown = await it.root.getByRole('img', { name: /Distance of every trial/ }).boundingBox();
    expect((asked?.y ?? NaN) + (asked?.height ?? NaN)).toBeLessThanOrEqual(shown?.y ?? NaN);
  });
