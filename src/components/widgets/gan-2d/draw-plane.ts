import { contourLevels, drawContours } from '../shared/contours';
import { css, diverging } from '../shared/palette';
import { drawAxes, drawField, drawLabel, drawPoints, place, type Axis, type Pen } from '../shared/plots';
import { drawArrows } from './draw-arrows';
import { GRID, HALF_SIDE, MANIFOLD, type Frame } from './gan-2d.frame';
import type { FigureWords } from './gan-2d-figure.text';

/** Points of each kind that are drawn; more would hide the ground. */
const DRAWN = 400;
const TICKS = [-2, 0, 2];
/** Contours of a probability; the middle one, where the judge cannot tell, is heavier. */
const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.9];

export type PlaneView = 'points' | 'field' | 'manifold' | 'arrows';

export interface PlaneLook {
  readonly view: readonly string[];
  readonly words: FigureWords;
  /** Shows a number in the reader's language. */
  readonly show: (value: number) => string;
  /** By how much gradients are drawn longer than they are. */
  readonly stretch: number;
}

/** The two axes of the plane on a canvas of this size. */
export function planeAxes(width: number, height: number, words: FigureWords): { x: Axis; y: Axis } {
  const domain = [-HALF_SIDE, HALF_SIDE] as const;
  return {
    x: { domain, range: [30, width - 8], title: words.axisX, ticks: TICKS },
    y: { domain, range: [height - 62, 24], title: words.axisY, ticks: TICKS },
  };
}

/** What the picture is higher than wide, so that the plot itself is square. */
export const PLANE_EXTRA = 48;

/** What 0 and ±1 of the ground's colours stand for. */
export interface FieldScale {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** A probability about ½; a score or an energy about its mean over the picture, over the largest deviation from it. */
export function scaleOf({ field, fieldKind }: Pick<Frame, 'field' | 'fieldKind'>): FieldScale {
  if (fieldKind === 'probability') return { low: 0, middle: 0.5, high: 1 };
  const middle = field.reduce((sum, value) => sum + value, 0) / field.length;
  const largest = field.reduce((most, value) => Math.max(most, Math.abs(value - middle)), 0);
  return { low: middle - largest, middle, high: middle + largest };
}

/** −1: surely generated; 1: surely data. An energy is low on data. */
export function signOf(value: number, { low, middle, high }: FieldScale, kind: Frame['fieldKind']): number {
  const share = high === low ? 0 : (2 * (value - middle)) / (high - low);
  return kind === 'energy' ? -share : share;
}

/** Data, samples, the judge's opinion, the generator's map and the gradients in the plane, whichever are to be seen. */
export function drawPlane(pen: Pen, frame: Frame | undefined, look: PlaneLook): void {
  const { context, width, height, palette } = pen;
  const { view, words } = look;
  const { x, y } = planeAxes(width, height, words);
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  if (frame && view.includes('field')) drawJudge(pen, frame, x, y, look);
  if (frame && view.includes('points')) {
    drawPoints(pen, frame.real.subarray(0, 2 * DRAWN), x, y, palette.data, 'circle');
    drawPoints(pen, frame.generated.subarray(0, 2 * DRAWN), x, y, palette.model, 'cross');
  }
  if (frame && view.includes('manifold')) drawManifold(pen, frame, x, y);
  if (frame && view.includes('arrows')) drawArrows(pen, frame, x, y, look);
  drawAxes(pen, x, y);
  if (!view.includes('points')) return;
  drawLabel(pen, `○ ${words.data}`, x.range[0] + 8, y.range[1] + 12, palette.data);
  const room = width > 240 ? 12 : 30;
  drawLabel(pen, `× ${words.samples}`, x.range[1] - 8, y.range[1] + room, palette.model, 'right');
}

function drawJudge(pen: Pen, frame: Frame, x: Axis, y: Axis, { words, show }: PlaneLook): void {
  const { palette } = pen;
  const { field, fieldKind } = frame;
  const scale = scaleOf(frame);
  const colourOf = (value: number) =>
    diverging(signOf(value, scale, fieldKind), palette.judge, palette.paper, palette.data, 0.45);
  drawField(pen, field, GRID, x, y, colourOf);
  const probability = fieldKind === 'probability';
  drawContours(pen, field, GRID, x, y, probability ? PROBABILITIES : contourLevels(field, 5), {
    colour: palette.judge,
    heavy: (level) => probability && level === 0.5,
    show: (level) => (level === 0.5 && probability ? '½' : show(level)),
  });
  drawScale(pen, scale, frame, x, { words, show });
}

/** The colours of the ground with the numbers they stand for, below the plot. */
function drawScale(
  pen: Pen,
  scale: FieldScale,
  { field, fieldKind: kind }: Frame,
  x: Axis,
  { words, show }: Pick<PlaneLook, 'words' | 'show'>,
): void {
  const { context, height, palette } = pen;
  const at = height - 12;
  const left = x.range[0] + 62;
  const right = x.range[1] - 40;
  const [least, most] = kind === 'probability' ? [scale.low, scale.high] : rangeOf(field);
  drawLabel(pen, words[`scale_${kind}`], 2, at, palette.judge);
  drawLabel(pen, show(least), left - 5, at, palette.quiet, 'right');
  for (let pixel = left; pixel < right; pixel++) {
    const value = least + ((pixel - left) / (right - left)) * (most - least);
    const sign = signOf(value, scale, kind);
    context.fillStyle = css(diverging(sign, palette.judge, palette.paper, palette.data, 0.45));
    context.fillRect(pixel, at - 5, 1, 10);
  }
  context.strokeStyle = css(palette.quiet);
  context.lineWidth = 1;
  context.strokeRect(left, at - 5, right - left, 10);
  drawLabel(pen, show(most), right + 5, at, palette.quiet);
}

function rangeOf(values: Float32Array): readonly [number, number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ];
}

/** The lattice of noise, drawn through G: where its lines crowd, samples are dense; where they are torn apart, rare. */
function drawManifold({ context, palette }: Pen, frame: Frame, x: Axis, y: Axis): void {
  const { manifold, manifoldRows: rows } = frame;
  const point = (row: number, column: number): [number, number] => {
    const index = 2 * (row * MANIFOLD + column);
    return [place(x, manifold[index] ?? NaN), place(y, manifold[index + 1] ?? NaN)];
  };
  context.save();
  context.beginPath();
  context.rect(x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
  context.clip();
  context.strokeStyle = css(palette.model, 0.75);
  context.lineWidth = rows === 1 ? 2 : 0.9;
  context.beginPath();
  const trace = (points: [number, number][]) =>
    points.forEach(([px, py], index) => (index === 0 ? context.moveTo(px, py) : context.lineTo(px, py)));
  const along = Array.from({ length: MANIFOLD }, (_, index) => index);
  for (let row = 0; row < rows; row++) trace(along.map((column) => point(row, column)));
  if (rows > 1) for (const column of along) trace(along.slice(0, rows).map((row) => point(row, column)));
  context.stroke();
  context.restore();
}
