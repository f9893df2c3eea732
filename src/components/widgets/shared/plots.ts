import { css, type Palette, type Rgb } from './palette';

export { niceTicks } from './ticks';

/** A canvas ready to draw on, in CSS pixels. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
}

/** A linear map of values to pixels. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

export interface Axis extends Scale {
  /** Name and unit. */
  readonly title: string;
  readonly ticks: readonly number[];
  readonly show?: (value: number) => string;
}

/** No letter of a picture is smaller: a reader holds a telephone at arm's length. */
export const FONT = '14px system-ui, sans-serif';

export function place({ domain: [a, b], range: [from, to] }: Scale, value: number): number {
  return from + ((value - a) / (b - a)) * (to - from);
}

export function unplace({ domain: [a, b], range: [from, to] }: Scale, pixel: number): number {
  return a + ((pixel - from) / (to - from)) * (b - a);
}

/**
 * Pixels before an upright axis whose numbers are these: none is cut.
 * @param least charts of common numbers have it, and so stand in one line
 */
export function roomFor(context: Pen['context'], numbers: readonly string[], least: number): number {
  context.font = FONT;
  return Math.max(least, ...numbers.map((text) => Math.ceil(context.measureText(text).width) + 9));
}

/** Both axes with their ticks and names, along the left and lower edge of the plot. */
export function drawAxes(pen: Pen, x: Axis, y: Axis): void {
  const { context, palette } = pen;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  context.font = FONT;
  context.fillStyle = context.strokeStyle = css(palette.quiet);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(left, bottom);
  context.lineTo(right, bottom);
  for (const tick of x.ticks) line(context, place(x, tick), bottom, place(x, tick), bottom + 4);
  for (const tick of y.ticks) line(context, left - 4, place(y, tick), left, place(y, tick));
  context.stroke();
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of x.ticks) context.fillText(showTick(x, tick), place(x, tick), bottom + 6);
  context.fillText(x.title, (left + right) / 2, bottom + 22);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of y.ticks) context.fillText(showTick(y, tick), left - 7, place(y, tick));
  // The name of the upright axis stands level above it: nobody has to turn the head.
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(y.title, 4, top - 6);
}

function showTick(axis: Axis, value: number): string {
  return axis.show?.(value) ?? String(value).replace('-', '−');
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
}

/** A polyline; a value that is not finite breaks it, values outside the plot are cut at its edge. */
export function drawLine(
  { context }: Pen,
  xs: readonly number[],
  ys: readonly number[],
  x: Scale,
  y: Scale,
  colour: Rgb,
  dash: readonly number[] = [],
): void {
  const low = Math.min(...y.range);
  const high = Math.max(...y.range);
  context.save();
  context.strokeStyle = css(colour);
  context.lineWidth = 1.5;
  context.setLineDash([...dash]);
  context.beginPath();
  let down = false;
  xs.forEach((value, index) => {
    const level = ys[index] ?? NaN;
    if (!Number.isFinite(level)) down = false;
    else {
      const at = Math.max(low, Math.min(high, place(y, level)));
      if (down) context.lineTo(place(x, value), at);
      else context.moveTo(place(x, value), at);
      down = true;
    }
  });
  context.stroke();
  context.restore();
}

/** Points (x₀, y₀, x₁, y₁, …) as circles or crosses: the shape tells them apart where the colour does not. */
export function drawPoints(
  { context }: Pen,
  points: Float32Array,
  x: Scale,
  y: Scale,
  colour: Rgb,
  shape: 'circle' | 'cross',
): void {
  context.save();
  context.fillStyle = context.strokeStyle = css(colour, shape === 'cross' ? 0.9 : 0.7);
  context.lineWidth = 1.3;
  context.beginPath();
  context.rect(x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
  context.clip();
  context.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2) {
    const px = place(x, points[index] ?? NaN);
    const py = place(y, points[index + 1] ?? NaN);
    if (shape === 'circle') {
      context.moveTo(px + 2.2, py);
      context.arc(px, py, 2.2, 0, 2 * Math.PI);
    } else {
      line(context, px - 2.6, py - 2.6, px + 2.6, py + 2.6);
      line(context, px - 2.6, py + 2.6, px + 2.6, py - 2.6);
    }
  }
  if (shape === 'circle') context.fill();
  else context.stroke();
  context.restore();
}

/** Where a field is painted small before it is enlarged: one for all, since painting is never interrupted. */
let scratch: HTMLCanvasElement | undefined;

/** A grid of values (rows from the lowest y) as colours, smoothly enlarged to the plot. */
export function drawField(
  { context }: Pen,
  values: Float32Array,
  columns: number,
  x: Scale,
  y: Scale,
  colourOf: (value: number) => Rgb,
): void {
  const rows = values.length / columns;
  const small = (scratch ??= document.createElement('canvas'));
  if (small.width !== columns || small.height !== rows) [small.width, small.height] = [columns, rows];
  const inside = small.getContext('2d');
  if (!inside) return;
  const image = inside.createImageData(columns, rows);
  const { data } = image;
  for (let index = 0; index < values.length; index++) {
    const at = ((rows - 1 - Math.floor(index / columns)) * columns + (index % columns)) * 4;
    const [red, green, blue] = colourOf(values[index]!);
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
    data[at + 3] = 255;
  }
  inside.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(small, x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
}

/** A word beside what it names, with a rim of paper so that it reads on any ground. */
export function drawLabel(
  { context, palette }: Pen,
  text: string,
  x: number,
  y: number,
  colour: Rgb,
  align: CanvasTextAlign = 'left',
): void {
  context.font = `600 ${FONT}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = css(palette.paper, 0.9);
  context.strokeText(text, x, y);
  context.fillStyle = css(colour);
  context.fillText(text, x, y);
}
