import { css, type Palette, type Rgb } from '../shared/palette';
import { drawPictures, makeSheet } from '../shared/digit-rows';
import { drawAxes, drawLabel, place, type Pen, type Scale } from '../shared/plots';
import type { Drawn, PlaneSide } from './digit-latents.frame';
import { CELLS, HALF, type Point, type TestCodes } from './latent-plane';

const SIDE = 28;
const TICKS = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/** Words that stand inside the picture. */
export interface PlaneWords {
  readonly axis1: string;
  readonly axis2: string;
  /** "2σ 86%" */
  readonly circle: (radius: number) => string;
}

/** Where the square of the plane lies on a canvas; the handles are placed by it too. */
export function planeScales(width: number, height: number): { x: Scale; y: Scale } {
  const [left, top, right, bottom] = [30, 24, 8, 40];
  const side = Math.max(1, Math.min(width - left - right, height - top - bottom));
  return {
    x: { domain: [-HALF, HALF], range: [left, left + side] },
    y: { domain: [-HALF, HALF], range: [top + side, top] },
  };
}

/** Ten hues, dark on light paper and light on dark; the digit itself is written, so no one depends on the hue. */
function digitColour(digit: number, { paper }: Palette): string {
  const dark = paper[0] + paper[1] + paper[2] < 384;
  return `oklch(${dark ? 0.82 : 0.45} 0.16 ${digit * 36 + 20})`;
}

function drawCodes({ context, palette }: Pen, { z, labels }: TestCodes, x: Scale, y: Scale): void {
  context.font = '600 13px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 2.5;
  context.lineJoin = 'round';
  context.strokeStyle = css(palette.paper, 0.85);
  labels.forEach((label, i) => {
    const [z1, z2] = [z[2 * i] ?? NaN, z[2 * i + 1] ?? NaN];
    if (Math.abs(z1) > HALF || Math.abs(z2) > HALF) return;
    context.strokeText(String(label), place(x, z1), place(y, z2));
    context.fillStyle = digitColour(label, palette);
    context.fillText(String(label), place(x, z1), place(y, z2));
  });
}

function drawCircles(pen: Pen, x: Scale, y: Scale, words: PlaneWords): void {
  const { context, palette } = pen;
  const unit = place(x, 1) - place(x, 0);
  context.strokeStyle = css(palette.ink, 0.75);
  context.lineWidth = 1.25;
  context.setLineDash([5, 4]);
  for (const radius of [1, 2, 3]) {
    context.beginPath();
    context.arc(place(x, 0), place(y, 0), radius * unit, 0, 2 * Math.PI);
    context.stroke();
  }
  context.setLineDash([]);
  // Towards the lower right, where the fewest codes lie.
  const slope = Math.SQRT1_2;
  for (const radius of [1, 2, 3])
    drawLabel(
      pen,
      words.circle(radius),
      place(x, radius * slope),
      place(y, -radius * slope),
      palette.ink,
      'center',
    );
}

/** Everything behind the handles that does not move with them: grid, codes, circles, axes. */
function drawGround(pen: Pen, side: PlaneSide, show: string, words: PlaneWords): void {
  const { context, width, height, palette } = pen;
  const { x, y } = planeScales(width, height);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const cell = (right - left) / CELLS;
  const pictures = drawPictures(side.cells, side.cellsDone, CELLS, 255, palette);
  if (show !== 'codes' && pictures) {
    context.imageSmoothingQuality = 'high';
    context.globalAlpha = show === 'both' ? 0.5 : 1;
    context.drawImage(pictures, left, top, right - left, (cell * pictures.height) / SIDE);
    context.globalAlpha = 1;
  }
  if (show !== 'digits') drawCodes(pen, side.codes, x, y);
  drawCircles(pen, x, y, words);
  drawAxes(pen, { ...x, title: words.axis1, ticks: TICKS }, { ...y, title: words.axis2, ticks: TICKS });
  context.strokeStyle = css(palette.quiet);
  context.lineWidth = 1;
  context.strokeRect(left, top, right - left, bottom - top);
}

/** Draws the plane; remembers what is behind the handles, so that a drag costs one copy of it. */
export function makePlanePainter(): (
  pen: Pen,
  side: PlaneSide,
  from: Point,
  at: Point,
  show: string,
  words: PlaneWords,
  drawn: Drawn | undefined,
) => void {
  let key = '';
  let ground: HTMLCanvasElement | undefined;
  return (pen, side, from, at, show, words, drawn) => {
    const { context, width, height, palette } = pen;
    const density = context.canvas.width / width;
    const now = [
      side.name,
      width,
      height,
      density,
      side.cellsDone,
      show,
      palette.ink,
      palette.paper,
      palette.quiet,
    ].join();
    if (now !== key) {
      const made = makeSheet(context.canvas.width, context.canvas.height);
      if (!made) return;
      made.context.scale(density, density);
      drawGround({ ...pen, context: made.context }, side, show, words);
      [key, ground] = [now, made.sheet];
    }
    if (ground) context.drawImage(ground, 0, 0, width, height);
    drawWay(pen, from, at);
    if (drawn) drawCloud(pen, drawn);
  };
}

/** q(z|x) of the reader's drawing: an ellipse of two deviations around its mean, or a cross where the code is a point. */
function drawCloud(
  { context, width, height, palette }: Pen,
  { mean: [z1 = NaN, z2 = NaN], sd }: Drawn,
): void {
  const { x, y } = planeScales(width, height);
  const [left, top] = [place(x, z1), place(y, z2)];
  const [across = 0, down = 0] = (sd ?? []).map((each) => 2 * each * (place(x, 1) - place(x, 0)));
  for (const [colour, thick] of [
    [palette.paper, 6],
    [palette.ink, 3],
  ] as const) {
    context.strokeStyle = css(colour);
    context.lineWidth = thick;
    context.beginPath();
    // Never smaller than can be seen.
    context.ellipse(left, top, Math.max(5, across), Math.max(5, down), 0, 0, 2 * Math.PI);
    context.moveTo(left - 9, top);
    context.lineTo(left + 9, top);
    context.moveTo(left, top - 9);
    context.lineTo(left, top + 9);
    context.stroke();
  }
}

function drawWay({ context, width, height, palette }: Pen, from: Point, at: Point): void {
  const { x, y } = planeScales(width, height);
  const stroke = (colour: Rgb, opacity: number, thick: number) => {
    context.strokeStyle = css(colour, opacity);
    context.lineWidth = thick;
    context.beginPath();
    context.moveTo(place(x, from.z1), place(y, from.z2));
    context.lineTo(place(x, at.z1), place(y, at.z2));
    context.stroke();
  };
  stroke(palette.paper, 0.9, 6);
  stroke(palette.model, 1, 2.5);
}

/** One digit, each pixel a square. */
export function drawDigit({ context, width, height, palette }: Pen, digit: Float32Array): void {
  const picture = drawPictures(digit, 1, 1, 1, palette);
  context.imageSmoothingEnabled = false;
  if (picture) context.drawImage(picture, 0, 0, width, height);
  context.strokeStyle = css(palette.model);
  context.lineWidth = 2;
  context.strokeRect(1, 1, width - 2, height - 2);
}

/** Pictures in a row: the strip, or what is compared. */
export function drawStrip({ context, width, height, palette }: Pen, strip: Float32Array): void {
  const count = strip.length / (SIDE * SIDE);
  const pictures = drawPictures(strip, count, count, 1, palette);
  context.imageSmoothingQuality = 'high';
  if (pictures) context.drawImage(pictures, 0, 0, width, height);
}

/** Rows of traversals with a frame around the chosen row and a mark at its value, −3 … 3. */
export function drawRows(pen: Pen, pictures: Uint8Array, columns: number, unit: number, value: number): void {
  const { context, width, height, palette } = pen;
  const count = pictures.length / (SIDE * SIDE);
  const sheet = drawPictures(pictures, count, columns, 255, palette);
  context.imageSmoothingQuality = 'high';
  if (sheet) context.drawImage(sheet, 0, 0, width, height);
  const cell = width / columns;
  context.strokeStyle = css(palette.model);
  context.lineWidth = 2.5;
  context.strokeRect(1, (unit - 1) * cell + 1, width - 2, cell - 2);
  // The middle of the first cell is −3, of the last +3.
  const at = ((value + 3) / 6) * (columns - 1) * cell + cell / 2;
  context.fillStyle = css(palette.model);
  context.beginPath();
  context.moveTo(at, unit * cell - 1);
  context.lineTo(at - 6, unit * cell + 9);
  context.lineTo(at + 6, unit * cell + 9);
  context.fill();
}
