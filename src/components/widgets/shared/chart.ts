import { css, type Rgb } from './palette';
import { drawAxes, drawLabel, drawLine, niceTicks, place, roomFor, type Axis, type Pen } from './plots';

/** One line of a chart by step. */
export interface Series {
  /** Stands at the end of the line. */
  readonly name: string;
  readonly values: readonly number[];
  readonly colour: Rgb;
  /** Pixels on and off: lines are told apart without their colours too. */
  readonly dash?: readonly number[];
}

/** A level that is not of the run, with its spread: drawn as a band. */
export interface Band {
  readonly name: string;
  readonly mean: number;
  readonly spread: number;
}

export interface Chart {
  /** Name and unit of the upright axis. */
  readonly title: string;
  readonly stepTitle: string;
  readonly steps: readonly number[];
  readonly series: readonly Series[];
  readonly band?: Band | undefined;
  /** The range of the values: two charts that are compared have one. */
  readonly domain: readonly [number, number];
  /** The last step on the axis. */
  readonly last: number;
  /** The axis is at least so long; default 100. */
  readonly least?: number;
  /** Stands in the middle while there is nothing to draw. */
  readonly empty: string;
  readonly showStep: (step: number) => string;
}

/** The range of the finite values, with 0 in it and a little room at both ends; at least `least` wide. */
export function rangeOfValues(values: Iterable<number>, least = 0): [number, number] {
  let low = 0;
  let high = 0;
  for (const value of values)
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (high === low) return [0, Math.max(1, least)];
  const room = Math.max(0.08 * (high - low), (least - (high - low)) / 2);
  return [low - (low < 0 ? room : 0), high + room];
}

/** Values by step: axes with units, a band where there is a floor, each line with its name at its end. Nothing is smoothed. */
export function drawChart(pen: Pen, chart: Chart): void {
  const { context, width, height, palette } = pen;
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
  const { steps, series, band, domain } = chart;
  const show = (value: number) => String(value).replace('-', '−');
  const last = Math.max(chart.least ?? 100, chart.last);
  const ticks = niceTicks(...domain, Math.max(2, Math.round((height - 66) / 40)));
  const x: Axis = {
    domain: [0, last],
    range: [roomFor(context, ticks.map(show), 46), width - 22],
    title: chart.stepTitle,
    ticks: niceTicks(0, last, width > 420 ? 5 : 2),
    show: chart.showStep,
  };
  const y: Axis = { domain, range: [height - 40, 26], title: chart.title, ticks, show };
  if (band && steps.length > 0) drawBand(pen, band, x, y);
  drawAxes(pen, x, y);
  if (steps.length < 2) {
    drawLabel(pen, chart.empty, (x.range[0] + x.range[1]) / 2, height / 2 - 8, palette.quiet, 'center');
    return;
  }
  for (const { values, colour, dash } of series) drawLine(pen, steps, values, x, y, colour, dash);
  nameLines(pen, series, x, y);
}

function drawBand(pen: Pen, { name, mean, spread }: Band, x: Axis, y: Axis): void {
  const { context, palette } = pen;
  const [top, bottom] = [place(y, mean + 2 * spread), place(y, Math.max(y.domain[0], mean - 2 * spread))];
  context.fillStyle = css(palette.data, 0.25);
  context.fillRect(x.range[0], top, x.range[1] - x.range[0], Math.max(2, bottom - top));
  drawLabel(pen, name, x.range[0] + 6, within(y, top - 9), palette.data);
}

/** Names beside the ends of their lines, moved apart where two would meet. */
function nameLines(pen: Pen, series: readonly Series[], x: Axis, y: Axis): void {
  const ends = series
    .map((each) => ({ ...each, at: place(y, each.values.findLast(Number.isFinite) ?? 0) }))
    .sort((a, b) => a.at - b.at);
  let above = y.range[1] - 8;
  ends.forEach(({ name, colour, at }, index) => {
    // Below its line, but for the first of two and where the plot ends: there it would lie on the line.
    const over = (index === 0 && ends.length > 1) || at + 11 > y.range[0] - 8;
    const beside = over ? at - 11 : at + 11;
    const free = Math.max(within(y, beside), above + 16);
    above = free;
    drawLabel(pen, name, x.range[1] + 18, free, colour, 'right');
  });
}

function within({ range: [bottom, top] }: Axis, at: number): number {
  return Math.max(top + 8, Math.min(bottom - 8, at));
}
