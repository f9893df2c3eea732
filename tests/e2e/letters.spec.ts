import { expect, test } from '@playwright/test';
import { SITES } from './support/sites.ts';

// What a reader must read is never small: 14 CSS pixels on a telephone as beside text, an index 13 at least, on canvases too.

const PAGES = ['gan', 'gan-losses', 'gan-energies', 'probability', 'autoencoders', 'vae', 'ru/gan'];

interface Letters {
  readonly text: string;
  readonly size: number;
  readonly index: boolean;
}

for (const width of [360, 1280])
  for (const path of PAGES)
    test(`letters in the figures of /${path}/ can be read at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      // Words on a canvas are pixels afterwards: they are noted as they are written.
      await page.addInitScript(() => {
        const written: { text: string; font: string }[] = [];
        Object.assign(globalThis, { written });
        const { prototype } = CanvasRenderingContext2D;
        const own = Object.getOwnPropertyDescriptor(prototype, 'fillText')?.value as () => void;
        Object.defineProperty(prototype, 'fillText', {
          value: new Proxy(own, {
            apply(target, context: CanvasRenderingContext2D, words: [string]) {
              written.push({ text: words[0], font: context.font });
              Reflect.apply(target, context, words);
            },
          }),
        });
      });
      await page.goto(new URL(`${path}/`, SITES.root.url).href);
      const figures = page.locator('.widget');
      expect(await figures.count()).toBeGreaterThan(0);
      for (const figure of await figures.all()) {
        await figure.evaluate((root) => {
          root.scrollIntoView({ block: 'center', behavior: 'instant' });
        });
        // Its script loads when the reader turns to it.
        await expect(async () => {
          await figure.hover({ position: { x: 4, y: 4 }, force: true, timeout: 5000 });
          await expect(figure).toHaveAttribute('data-ready', { timeout: 3000 });
        }).toPass({ timeout: 30_000 });
        await figure.evaluate((root) => {
          for (const part of root.querySelectorAll('details')) part.open = true;
        });
      }
      const letters = await figures.evaluateAll((roots) =>
        roots.flatMap((root): Letters[] => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const found: Letters[] = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { parentElement: parent, textContent } = node;
            const text = (textContent ?? '').trim();
            if (!text || !parent || parent.getClientRects().length === 0) continue;
            // Letters of an SVG shrink and grow with it.
            const scale = parent instanceof SVGGraphicsElement ? (parent.getScreenCTM()?.a ?? 1) : 1;
            const size = scale * parseFloat(getComputedStyle(parent).fontSize);
            found.push({ text, size, index: parent.closest('sub, sup') !== null });
          }
          return found;
        }),
      );
      expect(letters.length).toBeGreaterThan(20);
      const small = letters.filter(({ size, index }) => size < (index ? 13 : 14));
      expect(small).toEqual([]);
      const written = await page.evaluate(
        () => (globalThis as unknown as { written: { text: string; font: string }[] }).written,
      );
      expect(written.filter(({ font }) => parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '0') < 14)).toEqual([]);
    });
