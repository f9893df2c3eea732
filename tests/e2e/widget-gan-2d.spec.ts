import { expect, test, type Page } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { Widget, watchErrors } from './support/widget.ts';

// What the figure of two networks in the plane does beyond the contract that every widget keeps.

const placed = findWidgets('en').find(({ name, page }) => name === 'gan-2d' && page === 'gan/');
const figure = (page: Page): Widget =>
  new Widget(page, placed ?? { page: 'missing-widget-gan-2d/', name: 'gan-2d', id: 'missing' });

const SHORT = { v: '1', seed: '17', hidden: '16', batch: '64', stepsPerFrame: '5' };

const SIDES = '[data-compare] [data-side]';
const stepsOf = (it: Widget) => it.root.locator('[data-measure=steps] td').allInnerTexts();

test('two settings run in step on one seed; their difference stands there in numbers', async ({ page }) => {
  const it = figure(page);
  await it.open(SHORT);
  await it.root.locator('[data-action=compare]').click();
  await expect(it.root.locator(SIDES)).toHaveCount(2);
  await expect(it.root.locator('[data-side=B]')).toBeChecked();
  await it.root.locator('select[name=loss]').selectOption('hinge');
  expect(new URL(page.url()).search).toContain(`${it.placed.id}.compare=loss:hinge`);
  await it.press('run');
  await it.toPass(50);
  expect(page.workers()).toHaveLength(2);
  await it.press('run');
  await it.toBe('paused');
  const [a, b, difference] = await stepsOf(it);
  expect(a).toBe(b);
  expect(difference).toBe('0');
  expect(Number(a?.replaceAll(/\D/g, ''))).toBe(await it.step());
  await expect(it.root.locator('canvas')).toHaveCount(6);
  const cells = await it.root.locator('[data-measure=js] td').allInnerTexts();
  const [jsA = NaN, jsB = NaN, minus = NaN] = cells.map((cell) => Number(cell.replace('−', '-')));
  expect(Math.abs(jsB - jsA - minus)).toBeLessThan(0.002);
  await it.press('reset');
  await it.toBe('idle');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a comparison is a link; A alone is what it is without B', async ({ page }) => {
  const it = figure(page);
  const runOf = async (settings: Record<string, string>): Promise<string> => {
    await it.open(settings);
    await it.takeSteps(3);
    return it.summary();
  };
  const alone = await runOf(SHORT);
  const pair = await runOf({ ...SHORT, compare: 'loss:wassersteinGp,k:3' });
  const [a = '', b = ''] = pair.split(/\n+(?=B: )/);
  expect(a).toBe(`A: ${alone}`);
  expect(b).toMatch(/^B: .*critic/);
  await it.root.locator('[data-side=B]').check();
  await expect(it.root.locator('select[name=loss]')).toHaveValue('wassersteinGp');
  await it.root.locator('[data-action=keep-b]').click();
  await expect(it.root.locator('[data-compare]')).toHaveCount(0);
  expect(new URL(page.url()).search).toContain(`${it.placed.id}.loss=wassersteinGp`);
});

test('broken values of a comparison and of a drawing are named, one by one', async ({ page }) => {
  const errors = watchErrors(page);
  const it = figure(page);
  await it.open({ v: '1', compare: 'loss:abacus,wings:2,k:3', drawn: 'g g', view: 'points,stars' });
  const issues = it.root.locator('[data-url-problem] li');
  await expect(issues).toHaveCount(4);
  await expect(issues.filter({ hasText: 'compare.loss' })).toContainText('abacus');
  await expect(issues.filter({ hasText: 'compare.wings' })).toHaveCount(1);
  await expect(issues.filter({ hasText: 'drawn' })).toContainText('g g');
  await expect(issues.filter({ hasText: 'view' })).toContainText('stars');
  await it.press('run');
  await it.toPass(0);
  expect(errors).toEqual([]);
});

test('a step of D leaves the samples where they are, a step of G leaves D', async ({ page }) => {
  const it = figure(page);
  await it.open(SHORT);
  await it.root.locator('[data-action=step-judge]').click();
  await expect(it.root.locator('[data-summary]')).toContainText('One step of D');
  await it.toBe('paused');
  await it.root.locator('[data-action=step-generator]').click();
  await expect(it.root.locator('[data-summary]')).toContainText('One step of G: the samples moved by');
  const after = await it.step();
  await it.press('step');
  await it.toPass(after);
  await expect(it.root.locator('[data-summary]')).not.toContainText('One step');
  await it.root.locator('summary', { hasText: 'table' }).click();
  const row = (name: string) => it.root.locator('tr', { hasText: name }).locator('td').first();
  // One each by hand, then five of both.
  await expect(row('Steps of D')).toHaveText('6');
  await expect(row('Steps of G')).toHaveText('6');
});

test('parts of the figure are shown and hidden, and a link keeps them', async ({ page }) => {
  const it = figure(page);
  await it.open(SHORT);
  await it.takeSteps(2);
  const pixels = () =>
    it.root
      .locator('canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await pixels();
  await it.root.locator('input[name=view-manifold]').check();
  await expect.poll(pixels).not.toBe(before);
  await it.root.locator('input[name=view-manifold]').uncheck();
  await expect.poll(pixels).toBe(before);
  await expect(it.root.locator('canvas')).toHaveCount(3);
  await it.root.locator('input[name=view-modes]').check();
  await expect(it.root.locator('canvas')).toHaveCount(4);
  await page.reload();
  await it.show();
  await expect(it.root.locator('input[name=view-modes]')).toBeChecked();
});

test('data can be drawn by keyboard alone, and the drawing is in the link', async ({ page }) => {
  const it = figure(page);
  await it.open({ ...SHORT, data: 'drawn', drawn: 'gg' });
  const board = it.root.locator('[data-board]');
  const points = it.root.locator('[data-points]');
  await board.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(points).toHaveAttribute('data-points', '2');
  await expect(points).toContainText('Point placed');
  expect(new URL(page.url()).searchParams.get(`${it.placed.id}.drawn`)).toBe('ggmh');
  await page.keyboard.press('Space');
  await expect(points).toHaveAttribute('data-points', '1');
  await page.keyboard.press('Backspace');
  await expect(points).toHaveAttribute('data-points', '2');
  await it.root.locator('[data-action=clear-points]').click();
  await expect(points).toHaveAttribute('data-points', '0');
  await it.root.locator('[data-action=undo-point]').click();
  await expect(points).toHaveAttribute('data-points', '2');
  await it.press('run');
  await it.toPass(0);
});

test('data can be drawn with a pointer in Draw mode only: else the page scrolls', async ({ page }) => {
  const it = figure(page);
  await it.open({ ...SHORT, data: 'drawn', drawn: 'gg' });
  const canvas = it.root.locator('[data-board] canvas');
  const points = it.root.locator('[data-points]');
  await canvas.click({ position: { x: 120, y: 120 } });
  await expect(points).toHaveAttribute('data-points', '1');
  await it.root.locator('[data-action=draw]').click();
  await expect(canvas).toHaveCSS('touch-action', 'none');
  await canvas.click({ position: { x: 120, y: 120 } });
  await expect(points).toHaveAttribute('data-points', '2');
  await it.root.locator('[data-action=draw]').click();
  await expect(canvas).not.toHaveCSS('touch-action', 'none');
});

test('a slider writes the address when it is let go, and undo takes the whole drag back', async ({
  page,
}) => {
  const it = figure(page);
  await it.open(SHORT);
  const slider = it.root
    .locator('.control', { has: page.locator('input[name=rateG]') })
    .locator('[type=range]');
  const typed = it.root.locator('input[name=rateG]');
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.4, y);
  await page.mouse.down();
  for (const share of [0.5, 0.6, 0.7]) await page.mouse.move(box.x + box.width * share, y);
  await expect(typed).not.toHaveValue('0.001');
  expect(page.url()).not.toContain('rateG');
  await page.mouse.up();
  await expect.poll(() => page.url()).toContain('rateG');
  await it.root.locator('[data-action=undo]').click();
  await expect(typed).toHaveValue('0.001');
});

test('picture and data are saved; the snippet shows the figure alone', async ({ page }) => {
  const it = figure(page);
  await it.open(SHORT);
  await it.takeSteps(3);
  await it.root.locator('[data-action=share]').click();
  const [data] = await Promise.all([
    page.waitForEvent('download'),
    it.root.locator('[data-action=save-data]').click(),
  ]);
  const lines = (await (await data.createReadStream()).toArray()).join('').trim().split('\r\n');
  expect(lines[0]).toMatch(/^side,step,lossD,lossG/);
  expect(lines).toHaveLength(1 + 4);
  expect(lines[2]).toMatch(/^A,5,\d/);
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    it.root.locator('[data-action=save-picture]').click(),
  ]);
  expect(picture.suggestedFilename()).toBe(`gan-2d-${it.placed.id}-seed17-step15.png`);
  const bytes = Buffer.concat(await (await picture.createReadStream()).toArray());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const snippet = await it.root.locator('[data-snippet]').inputValue();
  const address = /src="([^"]+)"/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await page.goto(address);
  await it.show();
  await expect(page.locator('h1').first()).toBeHidden();
  await expect(it.root.locator('select[name=loss]')).toHaveCount(0);
  await it.press('run');
  await it.toPass(0);
});

test('the page hears what each frame measures', async ({ page }) => {
  const it = figure(page);
  await it.open(SHORT);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener('widget:reading', (event) => heard.push((event as CustomEvent).detail));
  });
  await it.takeSteps(2);
  const last = await page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.at(-1));
  expect(last).toMatchObject({ widget: 'gan-2d', id: it.placed.id, state: 'paused', step: 10, seed: 17 });
  const { measures, params } = last as { measures: Record<string, number>; params: Record<string, unknown> };
  expect(params['loss']).toBe('minimax');
  for (const name of ['covered', 'modes', 'closeShare', 'js', 'jsFloor', 'w1', 'w1Floor', 'lossD', 'lossG'])
    expect(Number.isFinite(measures[name]), name).toBe(true);
  for (const name of ['pull', 'judgedReal', 'judgedFake']) expect(Number.isFinite(measures[name])).toBe(true);
});
