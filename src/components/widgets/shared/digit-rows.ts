import { mix } from './palette';
import type { Pen } from './plots';

const SIDE = 28;

/**
 * Draws pictures of 28 × 28 side by side over the whole canvas, `columns` in a row, from paper (0) to ink (1).
 * @param values [count · 784]
 */
export function drawDigits(
  { context, width, palette }: Pen,
  values: ArrayLike<number>,
  columns: number,
): void {
  const count = Math.floor(values.length / SIDE ** 2);
  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [columns * SIDE, Math.ceil(count / columns) * SIDE];
  const inner = sheet.getContext('2d');
  if (!inner || count === 0) return;
  const shades = Array.from({ length: 256 }, (_, i) => mix(palette.paper, palette.ink, i / 255));
  const image = inner.createImageData(sheet.width, sheet.height);
  for (let i = 0; i < count * SIDE ** 2; i += 1) {
    const picture = Math.floor(i / SIDE ** 2);
    const row = Math.floor(picture / columns) * SIDE + Math.floor((i % SIDE ** 2) / SIDE);
    const to = (row * image.width + (picture % columns) * SIDE + (i % SIDE)) * 4;
    const share = Math.min(1, Math.max(0, values[i] ?? 0));
    const [r, g, b] = shades[Math.round(share * 255)] ?? palette.ink;
    image.data.set([r, g, b, 255], to);
  }
  inner.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(sheet, 0, 0, width, (width * sheet.height) / sheet.width);
}
