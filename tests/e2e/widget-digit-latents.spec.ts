import { expect, test, type Route } from '@playwright/test';
import { beforeWorkers } from './support/before-workers.ts';
import { findWidgets } from './support/built.ts';
import { Widget, watchErrors } from './support/widget.ts';

// Codes of digits, beyond the contract that every widget keeps.

const nowhere = { page: 'missing-widget-digit-latents/', name: 'digit-latents', id: 'missing' };
const placed =
  findWidgets('en').find(({ name, page }) => name === 'digit-latents' && page === 'models/') ?? nowhere;
const russian = findWidgets('ru').find(({ name }) => name === 'digit-latents') ?? nowhere;
const HOLE = { v: '1', model: 'ae', against: 'vae-1', z1: '0.9', z2: '1.5', show: 'codes' };
const ROWS = { v: '1', model: 'vae-4', size: '16' };

const summaryOf = (it: Widget) => it.root.locator('[data-summary]');
const planesOf = (it: Widget) => it.root.getByRole('img', { name: /plane/ });

async function run(it: Widget, settings: Readonly<Record<string, string>>): Promise<void> {
  await it.open(settings);
  await it.press('run');
  await it.toPass(0);
}

test('a hole of the autoencoder, and the same place of the VAE; only what is chosen is downloaded', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const found = /models\/([^/]+)\/([^/]+\.onnx)/.exec(request.url());
    if (found) asked.push(`${found[1] ?? ''} ${found[2] ?? ''}`);
  });
  const it = new Widget(page, placed);
  await it.open();
  await it.root.locator('select[name=preset]').selectOption('hole');
  expect(asked).toEqual([]);
  await it.press('run');
  await it.toPass(0);
  await expect(planesOf(it)).toHaveCount(2);
  // test-codes.json of both: 1.16 and 0.03 deviations to the nearest code.
  await expect(summaryOf(it)).toContainText('autoencoder: nearest test code 1.16 away');
  await expect(summaryOf(it)).toContainText('VAE, β = 1: nearest test code 0.03 away');
  expect(asked.toSorted()).toEqual(['autoencoder-mnist-2d model.onnx', 'vae-mnist-2d-beta-1 model.onnx']);
  expect(errors).toEqual([]);
});

test('the handle is moved by keys, in both planes at once, and Undo takes it back', async ({ page }) => {
  const it = new Widget(page, placed);
  await run(it, HOLE);
  const handles = it.root.getByRole('slider', { name: /Handle ●/ });
  await expect(handles).toHaveCount(2);
  await handles.first().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  for (const handle of await handles.all())
    await expect(handle).toHaveAttribute('aria-valuetext', 'z₁ 0.8, z₂ 1.4');
  await expect(summaryOf(it)).not.toContainText('nearest test code 1.16 away');
  await expect(it.root.locator('input[name=z1]')).toHaveValue('0.8');
});

test('sixteen numbers: rows by KL, a row and its value chosen by slider or by a press on a picture', async ({
  page,
}) => {
  const it = new Widget(page, placed);
  await run(it, ROWS);
  await expect(summaryOf(it)).toContainText('6 of 16 numbers');
  await it.root.locator('input[name=unit]').fill('16');
  await it.root.locator('input[name=unit]').press('Tab');
  await expect(summaryOf(it)).toContainText('does not listen to this number');
  const grid = it.root.getByRole('img', { name: /A grid of digits/ });
  const box = (await grid.boundingBox()) ?? { width: 0, height: 0 };
  // Third row, first column.
  await grid.click({ position: { x: box.width / 14, y: (box.height * 2.5) / 16 } });
  await expect(it.root.locator('input[name=unit]')).toHaveValue('3');
  await expect(it.root.locator('input[name=value]')).toHaveValue('-3');
  await it.root.locator('summary', { hasText: /table/i }).last().click();
  await expect(it.root.getByRole('rowheader')).toHaveCount(16);
});

test('what a link asks for and cannot have is named, and the rest is shown', async ({ page }) => {
  const it = new Widget(page, placed);
  await it.open({ ...HOLE, against: 'gan', z1: '99', drawing: '!' });
  const problems = page.locator('[data-url-problem]');
  await expect(problems).toContainText(['99']);
  await expect(problems.filter({ hasText: 'gan' })).not.toHaveCount(0);
  await it.press('run');
  await it.toPass(0);
  await expect(planesOf(it)).toHaveCount(1);
});

const spoil = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
  await route.fulfill({ response, body });
};
const SECOND = '**/models/vae-mnist-2d-beta-1/model.onnx';

for (const [name, damage, reason] of [
  ['missing', (route: Route) => route.fulfill({ status: 404 }), 'download'],
  ['corrupt', spoil, 'checksum'],
] as const)
  test(`the second of two models is ${name}: named, and Retry works when it is whole`, async ({ page }) => {
    const it = new Widget(page, placed);
    await page.route(SECOND, damage);
    await it.open(HOLE);
    await it.press('run');
    await it.toFail(reason);
    await expect(it.root.getByRole('alert').first()).toContainText('vae-mnist-2d-beta-1');
    await page.unroute(SECOND);
    await it.press('retry');
    await it.toPass(0);
    await expect(planesOf(it)).toHaveCount(2);
  });

test('a browser that keeps no files runs it and says so', async ({ page }) => {
  await beforeWorkers(page, "Object.defineProperty(globalThis, 'caches', { value: undefined })");
  const it = new Widget(page, placed);
  await run(it, HOLE);
  await expect(summaryOf(it)).toContainText('The browser keeps no files for this page');
});

test('WebGPU where there is none is answered in words', async ({ page }) => {
  await beforeWorkers(
    page,
    "if (navigator.gpu) Object.defineProperty(navigator.gpu.__proto__, 'requestAdapter', { value: async () => null })",
  );
  const it = new Widget(page, placed);
  await it.open({ ...HOLE, runtime: 'webgpu' });
  await it.press('run');
  await it.toFail('unsupported');
});

const HOUSE = 'M4MegI0e04M4.a4aqmqm4';

test('a blank sheet says what to do; an example is placed, redrawn and judged; cleared, the sheet is blank again', async ({
  page,
}) => {
  const it = new Widget(page, placed);
  await run(it, HOLE);
  const blank = it.root.locator('[data-blank]');
  await expect(blank).toContainText('The sheet is blank');
  await it.root.locator('[data-example=three]').click();
  await expect(blank).toHaveCount(0);
  for (const name of ['ae', 'vae-1']) {
    const drawn = it.root.locator(`[data-drawn="${name}"]`);
    await expect(drawn).toContainText(/larger than that of \d+% of 500 test digits/, { timeout: 30_000 });
    await expect(drawn).toContainText('common among test digits');
  }
  const go = it.root.locator('[data-drawn="vae-1"] [data-action=go]');
  await go.click();
  await expect(it.root.locator('input[name=z1]')).not.toHaveValue('0.9');
  await it.root.locator('[data-example=house]').click();
  await expect(it.root.locator('[data-drawn="vae-1"]')).toContainText('is an anomaly', { timeout: 30_000 });
  await it.root.locator('[data-action=clear-sheet]').click();
  await expect(blank).toBeVisible();
  await expect(it.root.locator('[data-drawn]')).toHaveCount(0);
});

test('a digit is drawn by keyboard alone, and the link has it', async ({ page }) => {
  const it = new Widget(page, placed);
  await run(it, HOLE);
  await it.root.locator('[data-sheet]').focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Space');
  await expect(it.root.locator('[data-drawn="vae-1"]')).toContainText('of 500 test digits', {
    timeout: 30_000,
  });
  await expect(page).toHaveURL((url) =>
    /^gggogwg4$/.test(url.searchParams.get(`${placed.id}.drawing`) ?? ''),
  );
});

test('a digit is drawn by pointer', async ({ page }) => {
  const it = new Widget(page, placed);
  await run(it, HOLE);
  const sheet = it.root.locator('[data-sheet] canvas');
  await sheet.scrollIntoViewIfNeeded();
  const box = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 20, { steps: 8 });
  await page.mouse.up();
  await expect(it.root.locator('[data-drawn="ae"]')).toContainText('of 500 test digits', { timeout: 30_000 });
});

test('an encoder that does not arrive is named, and Retry reads the drawing when it is there', async ({
  page,
}) => {
  const encoder = '**/models/vae-mnist-2d-beta-1/encoder.onnx';
  const it = new Widget(page, placed);
  await page.route(encoder, (route) => route.fulfill({ status: 404 }));
  await it.open({ ...HOLE, drawing: HOUSE });
  await it.press('run');
  await it.toFail('download');
  await page.unroute(encoder);
  await it.press('retry');
  await expect(it.root.locator('[data-drawn="vae-1"]')).toContainText('of 500 test digits', {
    timeout: 30_000,
  });
});

test('the rows traverse the reader’s drawing, and say when there is none', async ({ page }) => {
  const it = new Widget(page, placed);
  await run(it, { ...ROWS, source: 'drawing' });
  await expect(summaryOf(it)).toContainText('There is no drawing');
  await it.root.locator('[data-example=three]').click();
  await expect(summaryOf(it)).not.toContainText('There is no drawing', { timeout: 30_000 });
  await expect(it.root).toContainText('VAE, β = 4, your drawing');
});

for (const settings of [HOLE, ROWS])
  test(`on a telephone nothing sticks out: ${settings.model}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const it = new Widget(page, placed);
    await run(it, settings);
    const beyond = await it.root.evaluate((root) =>
      [...root.querySelectorAll('canvas, button, select, input, p')]
        .map((part) => part.getBoundingClientRect())
        .filter(({ width, right }) => width > 0 && right > document.documentElement.clientWidth + 0.5),
    );
    expect(beyond).toEqual([]);
  });

test('in Russian the finding is told in Russian', async ({ page }) => {
  const it = new Widget(page, russian);
  await run(it, HOLE);
  await expect(summaryOf(it)).toContainText('автокодировщик: до ближайшего тестового кода 1,16');
});
