import { mix, type Palette } from './palette';
import type { Pen } from './plots';

const SIDE = 28;

/** A sheet of canvas out of sight. */
export function makeSheet(width: number, height: number) {
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const context = sheet.getContext('2d');
  return context ? { sheet, context } : undefined;
}

/** Pictures of 28 × 28 side by side, `columns` in a row, from paper (0) to ink (`full`). */
export function drawPictures(
  values: ArrayLike<number>,
  count: number,
  columns: number,
  full: number,
  { paper, ink }: Palette,
): HTMLCanvasElement | undefined {
  const made = makeSheet(columns * SIDE, Math.ceil(count / columns) * SIDE);
  if (!made || count === 0) return undefined;
  const shades = Array.from({ length: 256 }, (_, i) => mix(paper, ink, i / 255));
  const image = made.context.createImageData(made.sheet.width, made.sheet.height);
  const pixels = SIDE * SIDE;
  for (let i = 0; i < count * pixels; i += 1) {
    const picture = Math.floor(i / pixels);
    const row = Math.floor(picture / columns) * SIDE + Math.floor((i % pixels) / SIDE);
    const column = (picture % columns) * SIDE + (i % SIDE);
    const [r, g, b] = shades[Math.round(((values[i] ?? 0) / full) * 255)] ?? ink;
    const to = (row * image.width + column) * 4;
    image.data[to] = r;
    image.data[to + 1] = g;
    image.data[to + 2] = b;
    image.data[to + 3] = 255;
  }
  made.context.putImageData(image, 0, 0);
  return made.sheet;
}

/**
 * Draws pictures of 28 × 28 side by side over the whole canvas, `columns` in a row, from paper (0) to ink (1).
 * @param values [count · 784]
 */
export function drawDigits(
  { context, width, palette }: Pen,
  values: ArrayLike<number>,
  columns: number,
): void {
  const sheet = drawPictures(values, Math.floor(values.length / SIDE ** 2), columns, 1, palette);
  if (sheet) context.drawImage(sheet, 0, 0, width, (width * sheet.height) / sheet.width);
}
