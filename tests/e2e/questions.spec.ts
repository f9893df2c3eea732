import { expect, test, type Page } from '@playwright/test';
import type { Key } from '../../src/components/questions/judge.ts';
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

for (const width of [1280, 360])
  test(`nothing moves when hints come at the first touch, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openChapter(page);
    const cards = page.locator('[data-question]');
    // Fonts that come meanwhile move lines; the reader's touch shall not.
    await page.evaluate(() => document.fonts.ready);
    const places = () =>
      cards.evaluateAll((all) => all.map((each) => [each.id, Math.round(each.getBoundingClientRect().top)]));
    await cards.nth(15).scrollIntoViewIfNeeded();
    const before = await places();
    await cards.nth(15).dispatchEvent('pointerover');
    await expect(page.locator('[data-progress]')).toBeVisible();
    await expect(page.locator('[data-question] [data-hint]:visible')).toHaveCount(before.length);
    expect(await places()).toEqual(before);
  });

test('an order is put right by keyboard alone, and the focus stays on the button', async ({ page }) => {
  await openChapter(page);
  const question = card(page, 'gan-loop-order');
  // What moves the items loads with the first touch.
  await question.locator('[data-by]').first().focus();
  await expect(page.locator('[data-progress]')).toBeVisible();
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

/** The first question of a kind on the page, with what it is judged by. */
async function firstOf<Kind extends Key['kind']>(page: Page, kind: Kind) {
  const keys = await page
    .locator('[data-question]')
    .evaluateAll((cards) => cards.map(({ id, dataset }) => [id, dataset['key'] ?? ''] as const));
  const all = keys.map(([id, key]) => ({ id, key: JSON.parse(key) as Key }));
  const found = all.find(({ key }) => key.kind === kind);
  if (!found) throw new Error(`expected a question of kind ${kind} on ${page.url()}, found none`);
  return { question: page.locator(`#${found.id}`), key: found.key as Extract<Key, { kind: Kind }> };
}

test('a formula is shown as it is read, a known mistake is answered, and any equal form is right', async ({
  page,
}) => {
  await openChapter(page);
  const { question, key } = await firstOf(page, 'formula');
  const input = question.locator('[name=answer]');
  const verdict = question.locator('[data-verdict]');
  await input.fill('unknown + 1');
  await input.press('Enter');
  await expect(verdict).toContainText(
    `Unknown symbol unknown; use ${Object.keys(key.variables).join(', ')}.`,
  );
  await expect(question.locator('[data-answer]')).toBeHidden();
  await input.fill(key.mistakes[0] ?? '');
  await expect(question.locator('[data-preview] math')).toBeVisible();
  await input.press('Enter');
  await expect(verdict).toContainText('Not yet.');
  const feedback = await question.locator('[data-feedback="0"]').innerText();
  await expect(verdict).toContainText(feedback.slice(0, 20).split('\n')[0] ?? '');
  await input.fill(`(${key.answer}) * 2 / 2`);
  await input.press('Enter');
  await expect(verdict).toContainText('Right.');
});

test('gaps are judged one by one, and the right ones counted', async ({ page }) => {
  await openChapter(page);
  const { question, key } = await firstOf(page, 'cloze');
  const verdict = question.locator('[data-verdict]');
  const gap = (at: number) => question.locator(`[data-gap="${String(at)}"]`);
  await question.locator('[data-check]').click();
  await expect(verdict).toContainText('in every gap');
  await expect(gap(0)).toBeFocused();
  for (const [at, right] of key.right.entries())
    await gap(at).selectOption(String(at === 0 ? Number(right === 0) : right));
  await question.locator('[data-check]').click();
  const total = key.right.length;
  await expect(verdict).toContainText(`Right gaps: ${String(total - 1)} of ${String(total)}.`);
  await expect(question.locator('[aria-invalid]')).toHaveCount(1);
  await gap(0).selectOption(String(key.right[0]));
  await question.locator('[data-check]').click();
  await expect(verdict).toContainText('Right.');
});

test('an answer in one’s own words opens only after an attempt, and the reader counts her points', async ({
  page,
}) => {
  await openChapter(page);
  const { question, key } = await firstOf(page, 'recall');
  const check = question.locator('[data-check]');
  await check.click();
  await expect(question.locator('[data-verdict]')).toContainText('at least a few words');
  await expect(question.locator('[name=point]')).toHaveCount(0);
  await question.locator('textarea').fill('the gradient passes through the judge');
  await check.click();
  const points = question.getByRole('group', { name: 'Tick what your answer has.' }).getByRole('checkbox');
  await expect(points).toHaveCount(key.points);
  await expect(points.first()).toBeFocused();
  await points.first().check();
  await check.click();
  await expect(question.locator('[data-verdict]')).toContainText(`1 of ${String(key.points)} points`);
});

test('an experiment asks for a run, leads to its figure, and follows what the figure measures', async ({
  page,
}) => {
  await openChapter(page);
  const { question, key } = await firstOf(page, 'experiment');
  const verdict = question.locator('[data-verdict]');
  await question.locator('[data-check]').click();
  await expect(verdict).toContainText('Run the figure first');
  await question.locator('[data-to-widget]').click();
  const figure = page.locator(`#${key.widget}`);
  await expect(figure.locator('[data-action="run"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question.locator('[data-now]').first()).toContainText(/step [1-9]/, { timeout: 30_000 });
  // The rest of the way by readings of our own: whether a run gets there is the widget's test.
  const middle = (bounds: { atLeast?: number | undefined; atMost?: number | undefined }) =>
    bounds.atLeast ?? bounds.atMost ?? 0;
  for (const [at, { step, params = {}, measures = {} }] of key.goals.entries()) {
    await figure.evaluate(
      (root, detail) => root.dispatchEvent(new CustomEvent('widget:reading', { bubbles: true, detail })),
      {
        widget: 'gan-2d',
        id: key.widget,
        state: 'paused',
        step: middle(step ?? { atLeast: 1 }),
        seed: 0,
        params: Object.fromEntries(
          Object.entries(params).map(([name, asked]) => [
            name,
            Array.isArray(asked)
              ? asked[0]
              : typeof asked === 'object'
                ? middle(asked as { atLeast?: number })
                : asked,
          ]),
        ),
        measures: Object.fromEntries(
          Object.entries(measures).map(([name, asked]) => [name, middle(asked as { atLeast?: number })]),
        ),
      },
    );
    await expect(question.locator(`[data-goal="${String(at)}"]`)).toHaveAttribute('data-reached');
  }
  await expect(verdict).toContainText('Right.');
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
