import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readPages } from './support/built.ts';
import { SITES } from './support/sites.ts';
import { watchErrors } from './support/widget.ts';

// Figures that follow their settings at once (`data-drawing`): complete as built, their script loads when the reader
// turns to them.

interface Placed {
  readonly page: string;
  readonly name: string;
  readonly id: string;
}

const placed: Placed[] = readPages(SITES.root).flatMap(({ path, html }) =>
  [...html.matchAll(/<section [^>]*\bdata-drawing="([^"]+)"[^>]*>/g)].map((match) => ({
    page: path,
    name: match[1] ?? '',
    id: /\bid="([^"]+)"/.exec(match[0])?.[1] ?? '',
  })),
);

function address({ page, id }: Placed, settings: Readonly<Record<string, string>> = {}): string {
  const url = new URL(page, SITES.root.url);
  for (const [key, value] of Object.entries(settings)) url.searchParams.set(`${id}.${key}`, value);
  return url.href;
}

/** What sticks out of its figure or of the window: a page that cuts its own overflow does not tell. */
function findSpill(root: Locator): Promise<string[]> {
  return root.evaluate((figure) => {
    const within = figure.getBoundingClientRect();
    const edge = Math.min(within.right, document.documentElement.clientWidth) + 0.5;
    return [
      ...figure.querySelectorAll(
        '.plot-area, svg, canvas, table[data-numbers], .word, input, select, button, p, dl',
      ),
    ]
      .map((part) => ({ part, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.right > edge || box.left < within.left - 0.5))
      .map(
        ({ part, box }) =>
          `${part.getAttribute('aria-label') ?? part.textContent.trim().slice(0, 40)} (${part.tagName}): ${box.left} to ${box.right}, expected ${within.left} to ${edge}`,
      );
  });
}

/** Turns to a figure so that its script runs. */
async function open(
  page: Page,
  drawing: Placed,
  settings: Readonly<Record<string, string>> = {},
): Promise<Locator> {
  await page.goto(address(drawing, { v: '1', ...settings }));
  const root = rootOf(page, drawing);
  await expect(root).toHaveAttribute('data-ready');
  return root;
}

const rootOf = (page: Page, { id }: Placed) => page.locator(`[data-drawing][id="${id}"]`);

test('the site has drawings to test', () => {
  expect(placed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['generator-loss', 'optimal-discriminator']),
  );
});

for (const drawing of placed)
  test.describe(`${drawing.name} at /${drawing.page}#${drawing.id}`, () => {
    test('is whole before any script of its own, and the first key on its handle counts', async ({
      page,
    }) => {
      const errors = watchErrors(page);
      await page.goto(address(drawing), { waitUntil: 'networkidle' });
      const root = rootOf(page, drawing);
      await root.scrollIntoViewIfNeeded();
      await expect(root).not.toHaveAttribute('data-ready');
      expect(await root.locator('svg path.line').count()).toBeGreaterThan(1);
      const before = await root.locator('[data-summary]').innerText();
      expect(before).toMatch(/\d/);
      const handle = root.locator('input[type=range]').first();
      await handle.focus();
      await page.keyboard.press('ArrowRight');
      await expect(root).toHaveAttribute('data-ready');
      await expect(root.locator('[data-summary]')).not.toHaveText(before);
      const moved = await handle.inputValue();
      await expect.poll(() => page.url()).toContain(`${drawing.id}.`);
      // The link that the address has become restores it.
      await page.reload();
      await expect(root).toHaveAttribute('data-ready');
      await expect(handle).toHaveValue(moved);
      expect(errors).toEqual([]);
    });

    test('every preset says something of its own, and undo takes it back', async ({ page }) => {
      await page.goto(address(drawing));
      const root = rootOf(page, drawing);
      const preset = root.locator('select[name=preset]');
      const said = new Set<string>();
      const names = await preset
        .locator('option')
        .evaluateAll((all) => all.map((o) => o.getAttribute('value')));
      for (const name of names) {
        await preset.selectOption(name);
        await expect(root).toHaveAttribute('data-ready');
        said.add(await root.locator('[data-summary]').innerText());
      }
      expect(said.size).toBe(names.length);
      const last = await root.locator('[data-summary]').innerText();
      await root.locator('[data-action=undo]').click();
      await expect(root.locator('[data-summary]')).not.toHaveText(last);
    });

    test('tells the page what it measures, as it changes', async ({ page }) => {
      await page.addInitScript(() => {
        const heard: unknown[] = [];
        Object.assign(globalThis, { heard });
        addEventListener('widget:reading', (event) => heard.push((event as CustomEvent).detail));
      });
      await page.goto(address(drawing));
      const root = rootOf(page, drawing);
      await root.locator('input[type=range]').first().press('Home');
      const last = () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.at(-1));
      await expect.poll(last).toMatchObject({ widget: drawing.name, id: drawing.id });
      const { measures } = (await last()) as { measures: Record<string, number> };
      expect(Object.keys(measures).length).toBeGreaterThan(3);
    });

    test('nonsense in the link is named and breaks nothing', async ({ page }) => {
      const errors = watchErrors(page);
      await page.goto(address(drawing, { v: '999', hide: '<b>', nothing: 'x' }));
      const root = rootOf(page, drawing);
      await expect(root.locator('[data-url-problem]')).toBeVisible();
      await root.locator('input[type=range]').first().press('Home');
      expect(errors).toEqual([]);
    });

    test('fits a telephone, and is accessible in both themes', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      for (const theme of ['light', 'dark']) {
        await page.addInitScript((name) => localStorage.setItem('starlight-theme', name), theme);
        await page.goto(address(drawing, { v: '1' }));
        await expect(rootOf(page, drawing)).toHaveAttribute('data-ready');
        const spill = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(spill).toBeLessThanOrEqual(0);
        expect(await findSpill(rootOf(page, drawing))).toEqual([]);
        const { violations } = await new AxeBuilder({ page }).include(`[id="${drawing.id}"]`).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });

    test('keeps a baseline by keyboard: its numbers, the differences, in the link and in undo', async ({
      page,
    }) => {
      const root = await open(page, drawing);
      const keep = root.locator('[data-action=keep-baseline]');
      test.skip((await keep.count()) === 0, 'keeps none');
      const quiet = root.locator('.quiet:is(.line, .point)');
      const before = await quiet.count();
      await keep.press('Enter');
      const rows = root.locator('table[data-numbers] tbody tr');
      await expect(rows).not.toHaveCount(0);
      await expect(root.getByRole('status')).toContainText(/baseline|сравнения/i);
      const handle = root.locator('input[type=range]').first();
      for (const _ of Array(5)) await handle.press('ArrowRight');
      await expect(root).toHaveAttribute('data-ready');
      expect(await quiet.count()).toBeGreaterThan(before);
      const differences = () =>
        rows.evaluateAll((all) => all.map((row) => (row as HTMLTableRowElement).cells[3]?.innerText));
      expect((await differences()).some((text) => /^[+−]/.test(text ?? ''))).toBe(true);
      // The address follows when the gesture has ended, not at each key.
      const key = `${drawing.id}.${await handle.getAttribute('name')}`;
      const written = () => new URL(page.url()).searchParams;
      await expect.poll(() => written().get(key)).toBe(await handle.inputValue());
      expect(written().has(`${drawing.id}.compare`)).toBe(true);
      await page.setViewportSize({ width: 360, height: 640 });
      expect(await findSpill(root)).toEqual([]);
      // Both sides come back from the link.
      const shown = await differences();
      await page.reload();
      await expect(root).toHaveAttribute('data-ready');
      expect(await differences()).toEqual(shown);
      await root.locator('[data-action=drop-baseline]').press('Enter');
      await expect(rows).toHaveCount(0);
      expect(await quiet.count()).toBe(before);
      await root.locator('[data-action=undo]').press('Enter');
      await expect(rows).not.toHaveCount(0);
      expect(await differences()).toEqual(shown);
    });

    test('a strange baseline in the link is named, and what is known of it taken', async ({ page }) => {
      const root = await open(page, drawing, { compare: 'nothing:1' });
      const problem = root.locator('[data-url-problem]');
      await expect(problem).toBeVisible();
      await expect(problem).toContainText('compare');
      expect(await root.locator('svg path.line').count()).toBeGreaterThan(1);
    });

    test('hands over its picture, its data and its code', async ({ page }) => {
      const root = await open(page, drawing);
      const share = root.locator('[data-action=share]');
      test.skip((await share.count()) === 0, 'exports nothing');
      await share.click();
      const save = async (what: string): Promise<Buffer> => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          root.locator(`[data-action=save-${what}]`).click(),
        ]);
        expect(file.suggestedFilename()).toContain(`${drawing.name}-${drawing.id}.`);
        return Buffer.concat(await (await file.createReadStream()).toArray());
      };
      const picture = await save('picture');
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.length).toBeGreaterThan(10_000);
      const lines = (await save('data')).toString().trim().split('\r\n');
      expect(lines.length).toBeGreaterThan(5);
      const widths = new Set(lines.slice(0, 5).map((line) => line.split(',').length));
      expect(widths.size).toBe(1);
      const record = JSON.parse((await save('json')).toString()) as Record<string, unknown>;
      expect(record).toMatchObject({ figure: drawing.name });
      expect(record['link']).toContain(drawing.page);
      if ((await root.locator('[data-action=save-code]').count()) > 0)
        expect((await save('code')).toString()).toMatch(/^\/\/ .+\.ts\n[^]*export function /);
    });

    test('its snippet shows it alone, without the controls left out', async ({ page }) => {
      const root = await open(page, drawing);
      const share = root.locator('[data-action=share]');
      test.skip((await share.count()) === 0, 'embeds nothing');
      await share.click();
      const snippet = await root.locator('[data-snippet]').inputValue();
      const source = /src="([^"]+)"/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(source).toContain(`${drawing.id}.embed=1`);
      await page.goto(source);
      await expect(root).toHaveAttribute('data-ready');
      await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
      await expect(root.locator('svg').first()).toBeVisible();
      await expect(root.locator('[data-url-problem]')).toHaveCount(0);
      await expect(root.locator('input[inputmode]')).toHaveCount(0);
    });

    test('says so when the browser refuses to copy or to save; the figure stays', async ({ page }) => {
      await page.addInitScript(() => {
        const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
        URL.createObjectURL = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      });
      const errors = watchErrors(page);
      const root = await open(page, drawing);
      await root.locator('[data-action=copy-link]').click();
      await expect(root.locator('input[readonly]')).toHaveValue(new RegExp(`#${drawing.id}$`));
      const share = root.locator('[data-action=share]');
      if ((await share.count()) > 0) {
        await share.click();
        await root.locator('[data-action=save-data]').click();
        await expect(root.locator('[data-share] [role=alert]')).toBeVisible();
        await root.locator('[data-action=copy-snippet]').click();
        await expect(root.locator('[data-share] [role=alert]')).toHaveCount(2);
      }
      await expect(root.locator('svg').first()).toBeVisible();
      expect(errors).toEqual([]);
    });

    test('a part that does not arrive can be asked for again', async ({ page }) => {
      const root = await open(page, drawing);
      const share = root.locator('[data-action=share]');
      test.skip((await share.count()) === 0, 'exports nothing');
      await page.route(/SharePanel/, (route) => route.abort());
      await share.click();
      await expect(root.getByRole('alert')).toBeVisible();
      await expect(root.locator('[data-summary]')).toBeVisible();
    });

    test('with scripts off it is there, says so, and offers no button', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address(drawing));
      const root = rootOf(page, drawing);
      await expect(root.locator('svg').first()).toBeVisible();
      await expect(root.locator('[data-summary]')).toContainText(/\d/);
      await expect(root.locator('noscript')).toBeVisible();
      for (const button of await root.locator('button').all()) await expect(button).toBeHidden();
      await context.close();
    });

    test('prints its picture and its numbers, and no controls', async ({ page }) => {
      const root = await open(page, drawing);
      await page.emulateMedia({ media: 'print' });
      await expect(root.locator('svg').first()).toBeVisible();
      await expect(root.locator('[data-summary]')).toBeVisible();
      await expect(root.locator('select[name=preset]')).toBeHidden();
      await expect(root.locator('[data-action=copy-link]')).toBeHidden();
    });

    for (const [width, height] of [
      [320, 640],
      [640, 360],
    ] as const)
      test(`nothing sticks out at ${width} × ${height}, whatever the preset`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.goto(address(drawing));
        const root = rootOf(page, drawing);
        const preset = root.locator('select[name=preset]');
        for (const option of await preset.locator('option').all()) {
          await preset.selectOption(await option.getAttribute('value'));
          await expect(root).toHaveAttribute('data-ready');
          expect(await findSpill(root)).toEqual([]);
        }
      });
  });

for (const drawing of placed.filter(({ name }) => /^(generator-loss|optimal-discriminator)$/.test(name)))
  test(`${drawing.name} at /${drawing.page}: a telephone shows handle, pictures and summary at once`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const root = await open(page, drawing);
    const tall = await root.evaluate((figure) => {
      const bars = [...document.querySelectorAll('header.header, .contents-bar')];
      const under = Math.max(0, ...bars.map((bar) => bar.getBoundingClientRect().bottom));
      const picture = figure.querySelector('[data-picture]')?.getBoundingClientRect();
      const summary = figure.querySelector('[data-summary]')?.getBoundingClientRect();
      return { under, tall: (summary?.bottom ?? NaN) - (picture?.top ?? NaN) };
    });
    expect(tall.tall + tall.under).toBeLessThanOrEqual(640);
  });

for (const drawing of placed.filter(({ name }) => name === 'optimal-discriminator'))
  test(`${drawing.name} at /${drawing.page}: the prediction stands before the pictures, and a telephone shows handles and arrows at once`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const root = await open(page, drawing);
    const places = await root.evaluate((figure) => {
      const box = (part: Element | null | undefined) => part?.getBoundingClientRect();
      const bars = [...document.querySelectorAll('header.header, .contents-bar')];
      const [heaps, pulls] = figure.querySelectorAll('[data-picture] .plot');
      return {
        under: Math.max(0, ...bars.map((bar) => box(bar)?.bottom ?? 0)),
        question: box(
          [...figure.querySelectorAll('p')].find((p) => /^(Predict|Предскажите)\./.test(p.innerText)),
        )?.bottom,
        first: box(heaps)?.top ?? NaN,
        handles: figure.querySelectorAll('[data-picture] .plot:first-child input[type=range]').length,
        arrows: [...(pulls?.querySelectorAll('path.line.gradient') ?? [])].length,
        last: box(pulls)?.bottom ?? NaN,
      };
    });
    expect(places.question).toBeLessThanOrEqual(places.first);
    expect(places.handles).toBe(2);
    expect(places.arrows).toBeGreaterThan(5);
    expect(places.last - places.first + places.under).toBeLessThanOrEqual(640);
  });
