import { expect, test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { Widget, watchErrors, watchForeign } from './support/widget.ts';

const HEAVY = /\.(wasm|onnx|bin)(\?|$)|tfjs|ort[.-]|worker/i;
const SEED = '17';

const placed = findWidgets('en');

test('the site has widgets to test', () => {
  expect(placed.map(({ name }) => name)).toEqual(expect.arrayContaining(['gan-2d', 'digit-latents']));
  expect(placed.filter(({ id }) => id === '')).toEqual([]);
});

for (const widget of placed)
  test.describe(`${widget.name} at /${widget.page}#${widget.id}`, () => {
    test('computes nothing and loads nothing heavy before Run', async ({ page }) => {
      const heavy: string[] = [];
      page.on('request', (request) => {
        if (HEAVY.test(request.url())) heavy.push(request.url());
      });
      const foreign = watchForeign(page);
      const errors = watchErrors(page);
      const it = new Widget(page, widget);
      await it.open();
      await page.waitForLoadState('networkidle');
      await it.toBe('idle');
      expect(page.workers()).toHaveLength(0);
      expect(heavy).toEqual([]);
      await it.press('run');
      await it.toBe(/running|done/);
      await it.toPass(0);
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
    });

    test('pauses, steps and resets as it is told', async ({ page }) => {
      const it = new Widget(page, widget);
      await it.open({ v: '1', seed: SEED });
      await it.press('run');
      await it.toBe('running');
      await it.toPass(0);
      await it.press('run');
      await it.toBe('paused');
      const at = await it.step();
      await page.waitForTimeout(300);
      expect(await it.step()).toBe(at);
      if (await it.isStepped()) {
        await it.press('step');
        await it.toPass(at);
        const next = await it.step();
        await it.toBe('paused');
        await it.press('step');
        await it.toPass(next);
        expect((await it.step()) - next).toBe(next - at);
      }
      await it.press('reset');
      await it.toBe('idle');
      await expect.poll(() => page.workers().length).toBe(0);
      const seed = it.root.locator('input[name=seed]');
      if ((await seed.count()) > 0) await expect(seed).toHaveValue(SEED);
    });

    test('one seed gives one run', async ({ page }) => {
      const it = new Widget(page, widget);
      const runs: string[] = [];
      for (let run = 0; run < 2; run += 1) {
        await it.open({ v: '1', seed: SEED, device: 'wasm' });
        if (await it.isStepped()) await it.takeSteps(3);
        else {
          await it.press('run');
          await it.toRest();
        }
        runs.push(`${await it.step()}: ${await it.summary()}`);
      }
      expect(runs[0]).toMatch(/\w/);
      expect(runs[1]).toBe(runs[0]);
    });

    test('a link restores the experiment', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const it = new Widget(page, widget);
      await it.open();
      // Whatever can be typed or chosen: one field of each kind is changed.
      const text = it.root.locator('fieldset input[type=text]').first();
      const select = it.root.locator('fieldset select:not([name=preset])').last();
      if (!(await select.isVisible())) await it.root.locator('details:has(select) > summary').first().click();
      const name = (await text.getAttribute('name')) ?? '';
      const value = String(Number(await text.inputValue()) / 2);
      await text.fill(value);
      await text.press('Tab');
      const options = await select
        .locator('option')
        .evaluateAll((all) => all.map((o) => o.getAttribute('value') ?? ''));
      const chosen = options.find((option) => option !== '' && option !== options[0]) ?? '';
      await select.selectOption(chosen);
      await it.press('copy-link');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toContain(`${widget.id}.${name}=`);
      await page.goto('about:blank');
      await page.goto(link);
      await it.show();
      await expect(text).toHaveValue(value);
      await expect(select).toHaveValue(chosen);
      await expect(page.locator('[data-url-problem]')).toHaveCount(0);
    });

    test('nonsense in the link is named and breaks nothing', async ({ page }) => {
      const errors = watchErrors(page);
      const it = new Widget(page, widget);
      const nonsense = { v: '999', seed: '-1e999', device: 'abacus', hide: '<b>', nothing: 'x'.repeat(2000) };
      await it.open(nonsense);
      await expect(it.root.locator('[data-url-problem]')).toBeVisible();
      await it.press('run');
      await it.toBe(/running|done/);
      expect(errors).toEqual([]);
    });

    test('its worker ends with its figure and with its page', async ({ page }) => {
      const it = new Widget(page, widget);
      await it.open();
      await it.press('run');
      await it.toPass(0);
      await it.root.evaluate((element) => element.remove());
      await expect.poll(() => page.workers().length).toBe(0);
      await it.open();
      await it.press('run');
      await it.toPass(0);
      await page.goto(new URL('references/', page.url()).href);
      await expect.poll(() => page.workers().length).toBe(0);
    });

    test('runs by keyboard alone', async ({ page }) => {
      const it = new Widget(page, widget);
      await it.open();
      const run = it.action('run');
      await page.locator('main a, main button').first().focus();
      for (let press = 0; press < 200; press += 1) {
        if (await run.evaluate((button) => button === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await expect(run).toBeFocused();
      await page.keyboard.press('Enter');
      await it.toPass(0);
      await it.toBe(/running|done/);
      await page.keyboard.press('Space');
      await it.toBe(/paused|done|running|loading/);
      if (await it.isStepped()) {
        await page.keyboard.press('Tab');
        await expect(it.action('step')).toBeFocused();
      }
      // Steps of other kinds may stand between.
      const reset = it.action('reset');
      for (let press = 0; press < 6; press += 1) {
        await page.keyboard.press('Tab');
        if (await reset.evaluate((button) => button === document.activeElement)) break;
      }
      await expect(reset).toBeFocused();
      await page.keyboard.press('Enter');
      await it.toBe('idle');
    });
  });

for (const widget of findWidgets('ru'))
  test(`${widget.name} at /${widget.page}#${widget.id} speaks Russian and runs`, async ({ page }) => {
    const it = new Widget(page, widget);
    await it.open();
    await expect(it.action('run')).toHaveText(/[а-яё]/i);
    await it.press('run');
    await it.toPass(0);
  });

test('one widget runs at a time', async ({ page }) => {
  const byPage = Map.groupBy(placed, (widget) => widget.page);
  const [first, second] = [...byPage.values()].find((widgets) => widgets.length > 1) ?? [];
  expect(second, 'a page with two widgets').toBeDefined();
  if (first === undefined || second === undefined) return;
  const one = new Widget(page, first);
  const two = new Widget(page, second);
  await one.open();
  // Both stay in view, so that it is the second run that pauses the first.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1280, height: Math.min(height, 16_000) });
  await two.show();
  await one.press('run');
  await one.toPass(0);
  await one.toBe('running');
  await two.press('run');
  await two.toBe(/running|done/);
  await one.toBe('paused');
});
