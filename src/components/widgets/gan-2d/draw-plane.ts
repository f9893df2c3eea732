import { css, diverging } from '../shared/palette';
import { drawAxes, drawField, drawLabel, drawPoints, type Axis, type Pen } from '../shared/plots';
import type { Frame } from './gan-2d.loop';
import type { Params } from './gan-2d.params';
import type { GanWords } from './gan-2d.text';

/** Half the side of the square that is shown: the loop's grid covers the same. */
export const HALF_SIDE = 3;
const GRID = 48;
/** Points of each kind that are drawn; more would hide the ground. */
const DRAWN = 400;
const TICKS = [-2, 0, 2];

/** The ground as signed values: 2D − 1, or the score minus its mean over the largest deviation. */
export function signedField(field: Float32Array, loss: Params['loss']): Float32Array {
  if (loss !== 'wassersteinGp') return field.map((value) => 2 * value - 1);
  const mean = field.reduce((sum, value) => sum + value, 0) / field.length;
  const largest = field.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  return field.map((value) => (largest === 0 ? 0 : (value - mean) / largest));
}

/** Data, samples and the judge's opinion in the plane. */
export function drawPlane(pen: Pen, frame: Frame | undefined, loss: Params['loss'], words: GanWords): void {
  const { context, width, height, palette } = pen;
  const domain = [-HALF_SIDE, HALF_SIDE] as const;
  const x: Axis = { domain, range: [30, width - 8], title: words.axisX, ticks: TICKS };
  const y: Axis = { domain, range: [height - 40, 24], title: words.axisY, ticks: TICKS };
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  if (frame) {
    drawField(pen, signedField(frame.field, loss), GRID, x, y, (value) =>
      diverging(value, palette.judge, palette.paper, palette.data, 0.45),
    );
    drawPoints(pen, frame.real.subarray(0, 2 * DRAWN), x, y, palette.data, 'circle');
    drawPoints(pen, frame.generated.subarray(0, 2 * DRAWN), x, y, palette.model, 'cross');
  }
  drawAxes(pen, x, y);
  drawLabel(pen, `○ ${words.data}`, x.range[0] + 8, y.range[1] + 12, palette.data);
  drawLabel(pen, `× ${words.samples}`, x.range[1] - 8, y.range[1] + 12, palette.model, 'right');
  if (!frame) return;
  const critic = loss === 'wassersteinGp';
  const key = y.range[0] - 12;
  drawLabel(pen, `■ ${critic ? words.lowScore : words.saysFake}`, x.range[0] + 8, key, palette.judge);
  drawLabel(
    pen,
    `■ ${critic ? words.highScore : words.saysData}`,
    x.range[1] - 8,
    key,
    palette.data,
    'right',
  );
}
