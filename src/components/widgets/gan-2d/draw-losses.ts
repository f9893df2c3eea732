import { css } from '../shared/palette';
import { drawAxes, drawLabel, drawLine, niceTicks, place, type Axis, type Pen } from '../shared/plots';
import type { GanWords } from './gan-2d.text';

/** One entry for each frame that was shown. */
export interface LossHistory {
  readonly steps: number[];
  readonly lossD: number[];
  readonly lossG: number[];
}

/** The range of the values, with 0 in it and a little room at both ends. */
export function lossRange(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), 0);
  const high = finite.reduce((most, value) => Math.max(most, value), 0);
  if (high === low) return [0, 1];
  // Below a tenth of a nat the axis stays as it is: what is next to nothing should look so.
  const room = Math.max(0.08 * (high - low), (0.1 - (high - low)) / 2);
  return [low - room, high + room];
}

/** Both losses by step: D a full line, G a dashed one, each with its name at its end. */
export function drawLosses(
  pen: Pen,
  { steps, lossD, lossG }: LossHistory,
  words: GanWords,
  showStep: (step: number) => string,
): void {
  const { context, width, height, palette } = pen;
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  const domain = lossRange([...lossD, ...lossG]);
  const last = Math.max(100, steps.at(-1) ?? 0);
  const show = (value: number) => String(value).replace('-', '−');
  const x: Axis = {
    domain: [0, last],
    range: [46, width - 12],
    title: words.stepAxis,
    ticks: niceTicks(0, last, width > 420 ? 5 : 3),
    show: showStep,
  };
  const y: Axis = {
    domain,
    range: [height - 40, 26],
    title: words.lossAxis,
    ticks: niceTicks(...domain, 4),
    show,
  };
  drawAxes(pen, x, y);
  if (steps.length < 2) {
    drawLabel(pen, words.beforeRun, (x.range[0] + x.range[1]) / 2, height / 2, palette.quiet, 'center');
    return;
  }
  drawLine(pen, steps, lossD, x, y, palette.judge);
  drawLine(pen, steps, lossG, x, y, palette.model, [5, 3]);
  const ends = [lossD, lossG].map((values) => place(y, values.findLast(Number.isFinite) ?? 0));
  const [endD = 0, endG = 0] = ends;
  // Names stand beside the ends of their lines, and apart from each other.
  const above = endD <= endG ? -12 : 12;
  drawLabel(pen, words.discriminator, x.range[1], within(y, endD + above), palette.judge, 'right');
  drawLabel(pen, words.generator, x.range[1], within(y, endG - above), palette.model, 'right');
}

function within({ range: [bottom, top] }: Axis, at: number): number {
  return Math.max(top + 8, Math.min(bottom - 8, at));
}
