import { expect, test, type Page } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { Widget, watchErrors } from './support/widget.ts';

// A comparison on one seed shows one difference; further seeds show how far the seed decides.

const SHORT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gan-2d': { v: '1', seed: '17', hidden: '16', batch: '64', stepsPerFrame: '50', compare: 'loss:hinge' },
  'began-control': { v: '1', seed: '17', stepsPerFrame: '50', compare: 'gamma:0.8' },
};
const placed = Object.keys(SHORT).flatMap(
  (name) => findWidgets('en').find((widget) => widget.name === name) ?? [],
);

const pairs = (it: Widget) => it.root.locator('[data-further]');
const cells = async (it: Widget): Promise<string[]> => it.root.locator('[data-spread] td').allInnerTexts();

async function runFive(page: Page, at: (typeof placed)[number]): Promise<string[]> {
  const it = new Widget(page, at);
  await it.open(SHORT[at.name]);
  const more = it.root.locator('[data-action=further]');
  await expect(more).toHaveAttribute('aria-disabled', 'true');
  await it.takeSteps(2);
  await more.click();
  await expect(pairs(it)).toHaveAttribute('data-further', '5', { timeout: 50_000 });
  await expect(more).toBeVisible();
  expect(await it.step()).toBe(100);
  await it.toBe('paused');
  return cells(it);
}

for (const at of placed)
  test(`${at.name}: differences over five further seeds, the same ones each time`, async ({ page }) => {
    const errors = watchErrors(page);
    const once = await runFive(page, at);
    expect(once.length).toBeGreaterThan(8);
    expect(once.filter((text) => text.includes('±')).length).toBeGreaterThan(4);
    const it = new Widget(page, at);
    await expect(it.root.locator('caption', { hasText: 'Seeds 18 to 22' })).toContainText('step 100');
    expect(await runFive(page, at)).toEqual(once);
    expect(errors).toEqual([]);
  });

test('further seeds are of the settings that stand there: another setting clears them; Stop ends them', async ({
  page,
}) => {
  const at = placed[0];
  if (!at) throw new Error('expected gan-2d on a page, found none');
  const it = new Widget(page, at);
  await it.open(SHORT[at.name]);
  await it.takeSteps(1);
  await it.root.locator('[data-action=further]').click();
  await expect(pairs(it)).not.toHaveAttribute('data-further', '0', { timeout: 30_000 });
  const stop = it.root.locator('[data-action=further-stop]');
  if (await stop.isVisible()) await stop.click({ timeout: 2000 }).catch(() => undefined);
  await expect(it.root.locator('[data-action=further]')).toBeVisible();
  await it.root.locator('select[name=loss]').selectOption('leastSquares');
  await expect(pairs(it)).toHaveAttribute('data-further', '0');
});
