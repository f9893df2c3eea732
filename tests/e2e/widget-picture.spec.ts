import { expect, test } from '@playwright/test';
import { findWidgets } from './support/built.ts';
import { Widget } from './support/widget.ts';

test('a figure of SVGs and words is saved as it stands', async ({ page }) => {
  const placed = findWidgets('en').find(({ name }) => name === 'are-gans-equal');
  if (!placed) throw new Error('are-gans-equal: expected on some page, found on none');
  const it = new Widget(page, placed);
  await it.open();
  await expect(it.root.locator('[data-picture]')).toHaveCount(2);
  await it.root.locator('[data-action=share]').click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    it.root.locator('[data-action=save-picture]').click(),
  ]);
  const bytes = Buffer.concat(await (await picture.createReadStream()).toArray());
  const found = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const sheet = new OffscreenCanvas(image.width, image.height);
    const context = sheet.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
    const ground = pixels[0];
    const inked = (from: number, to: number) => {
      const part = pixels.filter((_, at) => {
        const x = (at % image.width) / image.width;
        return x >= from && x < to;
      });
      return part.filter((pixel) => pixel !== ground).length / part.length;
    };
    return { width: image.width, left: inked(0, 0.5), right: inked(0.5, 1) };
  }, bytes.toString('base64'));
  const boxes = await it.root
    .locator('[data-picture]')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON() as DOMRect));
  const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
  expect(found.width).toBe(Math.round(2 * width));
  // Strips of dots on the left, curves and names on the right.
  expect(found.left).toBeGreaterThan(0.03);
  expect(found.right).toBeGreaterThan(0.01);
});
