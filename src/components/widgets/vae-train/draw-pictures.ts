import { css, mix, type Palette } from '../shared/palette';
import { drawAxes, drawLabel, place, type Pen } from '../shared/plots';
import { planeAxes } from './draw-plane';
import { GRID, HALF, SAMPLES, SHOWN, type Frame } from './vae-train.frame';

/** Where tiles are painted small before they are enlarged: painting is never interrupted. */
let scratch: HTMLCanvasElement | undefined;

/** Pictures (ink 0 … 255) side by side, so many in a row, enlarged to `width` pixels; paper and ink are the page's own. */
function drawTiles(
  { context, palette }: Pen,
  pictures: Uint8Array,
  side: number,
  columns: number,
  box: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const count = pictures.length / (side * side);
  const [across, down] = [columns * side, Math.ceil(count / columns) * side];
  const small = (scratch ??= document.createElement('canvas'));
  if (small.width !== across || small.height !== down) [small.width, small.height] = [across, down];
  const inside = small.getContext('2d');
  if (!inside) return;
  const image = inside.createImageData(across, down);
  const shades = shadesOf(palette);
  for (let at = 0; at < pictures.length; at++) {
    const [tile, pixel] = [Math.floor(at / (side * side)), at % (side * side)];
    const row = Math.floor(tile / columns) * side + Math.floor(pixel / side);
    const column = (tile % columns) * side + (pixel % side);
    const from = 3 * (pictures[at] ?? 0);
    const to = 4 * (row * across + column);
    image.data[to] = shades[from] ?? 0;
    image.data[to + 1] = shades[from + 1] ?? 0;
    image.data[to + 2] = shades[from + 2] ?? 0;
    image.data[to + 3] = 255;
  }
  inside.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(small, box.x, box.y, box.width, (box.width * down) / across);
}

/** The colour of each amount of ink: red, green, blue, red, … */
function shadesOf({ paper, ink }: Palette): Uint8ClampedArray {
  const shades = new Uint8ClampedArray(3 * 256);
  for (let amount = 0; amount < 256; amount++) shades.set(mix(paper, ink, amount / 255), 3 * amount);
  return shades;
}

function clear({ context, width, height, palette }: Pen): void {
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
}

/** What the decoder draws at each place of the plane, −HALF … HALF. */
export function drawGrid(pen: Pen, frame: Frame | undefined): void {
  clear(pen);
  const { x, y } = planeAxes(pen, frame?.axes ?? [0, 1], HALF);
  if (frame) {
    const left = place(x, -HALF);
    drawTiles(pen, frame.grid, frame.side, GRID, {
      x: left,
      y: place(y, HALF),
      width: place(x, HALF) - left,
    });
  }
  drawAxes(pen, x, y);
}

/** Height by width of the strips, besides `STRIP_EXTRA` pixels for their names. */
export const STRIP_ASPECT = 2 / SHOWN + 1 / SAMPLES;
export const STRIP_EXTRA = 66;

/** Test digits over what comes back of them; below, what codes from the prior become. */
export function drawStrips(
  pen: Pen,
  frame: Frame | undefined,
  names: readonly [pairs: string, samples: string],
): void {
  clear(pen);
  const { width, palette } = pen;
  const tile = width / SHOWN;
  drawLabel(pen, names[0], 0, 12, palette.quiet);
  drawLabel(pen, names[1], 0, 2 * tile + 44, palette.quiet);
  if (!frame) return;
  drawTiles(pen, frame.originals, frame.side, SHOWN, { x: 0, y: 24, width });
  drawTiles(pen, frame.reconstructions, frame.side, SHOWN, { x: 0, y: 28 + tile, width });
  drawTiles(pen, frame.samples, frame.side, SAMPLES, { x: 0, y: 2 * tile + 56, width });
}
