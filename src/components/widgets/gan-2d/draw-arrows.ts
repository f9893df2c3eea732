import { css } from '../shared/palette';
import { drawLabel, place, type Axis, type Pen } from '../shared/plots';
import { fill } from '../shared/text';
import type { Frame } from './gan-2d.frame';
import type { FigureWords } from './gan-2d-figure.text';

/** Samples whose gradient is drawn. */
const ARROWS = 160;
/** Gradients are drawn at most this many times longer than they are: what is next to nothing should look so. */
const MOST = 100;
/** No arrow is longer than this, in units of the plane. */
const LONGEST = 1;

/**
 * By which power of ten gradients are drawn longer, so that the mean arrow is between 0.06 and 0.6 units long: 0.001 to
 * 100. One number for all frames that are compared.
 * @param pulls mean lengths of the gradients
 */
export function stretchOf(pulls: readonly number[]): number {
  const longest = Math.max(...pulls.filter(Number.isFinite), 1e-12);
  return Math.min(MOST, Math.max(1e-3, 10 ** Math.floor(Math.log10(0.6 / longest))));
}

/** The way in which each sample's loss falls, from the sample on. */
export function drawArrows(
  pen: Pen,
  frame: Frame,
  x: Axis,
  y: Axis,
  { words, show, stretch }: { words: FigureWords; show: (value: number) => string; stretch: number },
): void {
  const { context, palette } = pen;
  context.save();
  context.beginPath();
  context.rect(x.range[0], y.range[1], x.range[1] - x.range[0], y.range[0] - y.range[1]);
  context.clip();
  context.strokeStyle = css(palette.gradient, 0.95);
  context.lineWidth = 1.4;
  context.beginPath();
  for (let index = 0; index < 2 * ARROWS && index + 1 < frame.generated.length; index += 2) {
    const [fromX = NaN, fromY = NaN] = frame.generated.subarray(index, index + 2);
    const [gradientX = NaN, gradientY = NaN] = frame.gradients.subarray(index, index + 2);
    const length = Math.hypot(gradientX, gradientY) * stretch;
    if (!(length > 0.01)) continue;
    const cut = Math.min(1, LONGEST / length) * stretch;
    arrow(
      context,
      place(x, fromX),
      place(y, fromY),
      place(x, fromX + gradientX * cut),
      place(y, fromY + gradientY * cut),
    );
  }
  context.stroke();
  context.restore();
  const told =
    frame.pull * stretch < 0.02
      ? fill(words.arrowsShort, { pull: show(frame.pull) })
      : fill(words.arrows, { stretch: show(stretch) });
  drawLabel(pen, told, x.range[0] + 8, y.range[0] - 12, palette.gradient);
}

function arrow(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const head = Math.min(5, Math.hypot(x1 - x0, y1 - y0) / 2);
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  for (const side of [-0.5, 0.5]) {
    context.moveTo(x1, y1);
    context.lineTo(x1 - head * Math.cos(angle + side), y1 - head * Math.sin(angle + side));
  }
}
