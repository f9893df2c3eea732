import { expect, test, type Page } from '@playwright/test';
import type { QuestionAnswered } from '../../src/components/questions/question-card.ts';

declare global {
  interface Window {
    answered: QuestionAnswered[];
  }
}

const card = (page: Page, id: string) => page.locator(`#q-${id}`);

async function openChapter(page: Page): Promise<void> {
  await page.goto('gan/');
  await page.evaluate(() => {
    window.answered = [];
    document.addEventListener('question-answered', (event) => {
      window.answered.push((event as CustomEvent<QuestionAnswered>).detail);
    });
  });
}

test('a missed question shows its feedback, then its answer, and comes back at the end', async ({ page }) => {
  await openChapter(page);
  const question = card(page, 'gan-non-saturating');
  const verdict = question.locator('[data-verdict]');
  const check = question.locator('[data-check]');
  await expect(question.locator('[data-answer]')).toBeHidden();
  await check.click();
  await expect(verdict).toContainText('Choose an answer first');
  await question.locator('[name=answer][value="1"]').check();
  await check.click();
  await expect(verdict).toContainText('how sure you are');
  await question.locator('[value=sure]').check();
  await check.click();
  await expect(verdict).toContainText('Equal distributions');
  await expect(verdict.locator('a')).toHaveAttribute('href', '#non-saturating');
  await question.locator('[data-answer] summary').click();
  await expect(page.locator('[data-progress]')).toContainText('1 to be answered once more');
  const back = card(page, 'gan-non-saturating-again');
  await back.locator('[name=answer][value="0"]').check();
  await back.locator('[value=unsure]').check();
  await back.locator('[data-check]').click();
  await expect(back.locator('[data-verdict]')).toContainText('Right, though you were unsure');
  await expect(page.locator('[data-progress]')).not.toContainText('once more');
  const common = { chapter: 'gan', id: 'gan-non-saturating', attempts: 1 };
  expect(await page.evaluate(() => window.answered)).toEqual([
    { ...common, correct: false, confidence: 'sure', returned: false },
    { ...common, correct: true, confidence: 'unsure', returned: true },
  ]);
});

test('an order is put right by keyboard alone, and the focus stays on the button', async ({ page }) => {
  await openChapter(page);
  const question = card(page, 'gan-loop-order');
  const places = () =>
    question
      .locator('[data-item]')
      .evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset['item'])));
  for (let item = 0; item < (await places()).length; item++) {
    const up = question.locator(`[data-item="${item}"] [data-by="-1"]`);
    await up.focus();
    for (let moves = (await places()).indexOf(item) - item; moves > 0; moves--) {
      await page.keyboard.press('Enter');
      await expect(up).toBeFocused();
    }
  }
  await question.locator('[data-check]').focus();
  await page.keyboard.press('Enter');
  await expect(question.locator('[data-verdict]')).toContainText('Right.');
});

test('a number is read with a comma, and nonsense is answered', async ({ page }) => {
  await openChapter(page);
  const question = card(page, 'gan-optimal-d');
  const input = question.locator('input');
  await input.fill('three quarters');
  await input.press('Enter');
  await expect(question.locator('[data-verdict]')).toContainText('cannot be read as a number');
  await input.fill('0,25');
  await input.press('Enter');
  await expect(question.locator('[data-verdict]')).toContainText('By convention');
  await input.fill('0,75');
  await input.press('Enter');
  await expect(question.locator('[data-verdict]')).toContainText('Right.');
});

test('nothing of the answers loads before a question is touched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('gan/');
  await page.locator('course-questions').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /answers|question-list/.test(path))).toEqual([]);
  await card(page, 'gan-non-saturating').locator('[data-check]').click();
  await expect(card(page, 'gan-non-saturating').locator('[data-verdict]')).toContainText('Choose an answer');
  expect(asked).toContain('/gan/answers/');
});

test('says so when the answers cannot be loaded, and judges once they can', async ({ page }) => {
  await page.route('**/gan/answers/', (route) => route.abort());
  await page.goto('gan/');
  const check = card(page, 'gan-non-saturating').locator('[data-check]');
  await check.click();
  await expect(page.locator('[data-progress]')).toContainText('could not be loaded');
  await page.unroute('**/gan/answers/');
  await check.click();
  await expect(card(page, 'gan-non-saturating').locator('[data-verdict]')).toContainText('Choose an answer');
  await expect(page.locator('[data-progress]')).toContainText('0 of');
});

test('without a script every question and answer can be read; on paper there are no answers', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('gan/', baseURL).href);
  const questions = await page.locator('[data-question]').count();
  expect(questions).toBeGreaterThan(5);
  await expect(page.locator('course-questions button:visible')).toHaveCount(0);
  const links = page.locator('[data-question] [data-no-script] a:visible');
  await expect(links).toHaveCount(questions);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-question] [data-no-script]:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await links.first().click();
  await expect(page.locator('[data-of]')).toHaveCount(questions);
  const first = page.locator('[data-of]').first();
  await first.locator('[data-answer] summary').click();
  await expect(first.locator('[data-why]')).toBeVisible();
  await expect(first.locator('[data-section]')).toHaveAttribute('href', /^\/gan\/#/);
  await context.close();
});
