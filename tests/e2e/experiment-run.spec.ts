import { expect, test } from '@playwright/test';
import { Widget } from './support/widget.ts';

// An experiment answered as a reader answers it: by running the figure, with nothing dispatched by the test.

test('starving the generator and feeding it again ticks both goals of the question', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('gan/');
  const question = page.locator('#q-gan-run-vanishing');
  await question.locator('[data-check]').click();
  await expect(question.locator('[data-verdict]')).toContainText('Run the figure first');
  const it = new Widget(page, { page: 'gan/', name: 'gan-2d', id: 'gan' });
  await it.show();
  await it.root.locator('select[name=preset]').selectOption('vanishing');
  await it.press('run');
  await expect(question.locator('[data-goal="0"]')).toHaveAttribute('data-reached', { timeout: 50_000 });
  await expect(question.locator('[data-goal="1"]')).not.toHaveAttribute('data-reached');
  // The loss alone is changed: the run begins again with the same judge.
  await it.root.locator('select[name=loss]').selectOption('nonSaturating');
  await expect(question.locator('[data-goal="1"]')).toHaveAttribute('data-reached', { timeout: 50_000 });
  await expect(question.locator('[data-verdict]')).toContainText('Right.');
  await it.press('reset');
});
