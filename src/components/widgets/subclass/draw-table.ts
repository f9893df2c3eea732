import { css, mix, type Rgb } from '../shared/palette';
import { type Pen } from '../shared/plots';
import { CLASSES, SIDE, SUBCLASSES, type Frame } from './subclass.frame';

/** Where pictures are painted small before they are enlarged: painting is never interrupted. */
let scratch: HTMLCanvasElement | undefined;

function picture(pen: Pen, frame: Frame, which: number, x: number, y: number, side: number): void {
  const small = (scratch ??= document.createElement('canvas'));
  if (small.width !== SIDE) [small.width, small.height] = [SIDE, SIDE];
  const inside = small.getContext('2d');
  if (!inside) return;
  const image = inside.createImageData(SIDE, SIDE);
  const { paper, ink } = pen.palette;
  for (let at = 0; at < SIDE * SIDE; at++) {
    const [red, green, blue]: Rgb = mix(paper, ink, (frame.means[which * SIDE * SIDE + at] ?? 0) / 255);
    image.data.set([red, green, blue, 255], 4 * at);
  }
  inside.putImageData(image, 0, 0);
  pen.context.imageSmoothingEnabled = true;
  pen.context.drawImage(small, x, y, side, side);
}

const brightness = ([red, green, blue]: Rgb): number => 0.299 * red + 0.587 * green + 0.114 * blue;

/** The one of two colours that stands out more from the ground. */
function clearest(ground: Rgb, one: Rgb, other: Rgb): Rgb {
  const apart = (colour: Rgb) => Math.abs(brightness(colour) - brightness(ground));
  return apart(one) > apart(other) ? one : other;
}

/** Cells narrower than this hold no number. */
const ROOM_FOR_NUMBER = 25;

/**
 * The table of true classes (rows) by the teacher's subclasses (columns), darker where a larger share of the row goes; before each row the mean picture of the class, above
 * each column that of the subclass. A line parts the two classes that the teacher is told.
 * @param show a share as a number of percent
 */
export function drawTable(pen: Pen, frame: Frame | undefined, show: (share: number) => string): void {
  const { context, width, height, palette } = pen;
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  if (!frame) return;
  const cell = width / (SUBCLASSES + 1.15);
  const start = 1.15 * cell;
  for (let at = 0; at < CLASSES; at++) picture(pen, frame, at, 0, start + at * cell, cell);
  for (let at = 0; at < SUBCLASSES; at++)
    picture(pen, frame, CLASSES + at, start + at * cell + 1, 0, cell - 2);
  context.font = `${Math.min(14, Math.round(0.42 * cell))}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < CLASSES; row++) {
    const counts = frame.table.subarray(row * SUBCLASSES, (row + 1) * SUBCLASSES);
    const all = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
    counts.forEach((count, column) => {
      const share = count / all;
      const [x, y] = [start + column * cell, start + row * cell];
      const ground = mix(palette.paper, palette.model, share);
      context.fillStyle = css(ground);
      context.fillRect(x, y, cell - 1, cell - 1);
      if (cell < ROOM_FOR_NUMBER || share < 0.005) return;
      context.fillStyle = css(clearest(ground, palette.paper, palette.ink));
      context.fillText(show(share), x + cell / 2, y + cell / 2);
    });
  }
  context.strokeStyle = css(palette.quiet);
  context.lineWidth = 1.5;
  const [middle, end] = [start + (CLASSES / 2) * cell - 0.5, start + SUBCLASSES * cell];
  for (const [x0, y0, x1, y1] of [
    [0, middle, end, middle],
    [start + (SUBCLASSES / 2) * cell - 0.5, 0, start + (SUBCLASSES / 2) * cell - 0.5, end],
  ] as const) {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
}
