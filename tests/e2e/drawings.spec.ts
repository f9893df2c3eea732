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
    return [...figure.querySelectorAll('.plot-area, svg, canvas, .word, input, select, button, p, dl')]
      .map((part) => ({ part, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.right > edge || box.left < within.left - 0.5))
      .map(
        ({ part, box }) =>
          `${part.getAttribute('aria-label') ?? part.textContent.trim().slice(0, 40)} (${part.tagName}): ${box.left} to ${box.right}, expected ${within.left} to ${edge}`,
      );
  });
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
