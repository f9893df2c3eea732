import { drawLineName } from '../shared/line-name';
import { css } from '../shared/palette';
import { drawAxes, drawLabel, drawLine, drawPoints, niceTicks, type Axis, type Pen } from '../shared/plots';
import { HALF_SIDE, type Frame } from './began-control.loop';
import type { BeganWords } from './began-control.text';
import type { Entry, History } from './history';

/** Points of either kind that are drawn. */
const DRAWN = 400;
/** Powers of ten at the ends of the axis of errors, unless values above ask for more. */
const LOWEST = -2;
const HIGHEST = 1;

function clear({ context, width, height, palette }: Pen): void {
  context.clearRect(0, 0, width, height);
  context.fillStyle = css(palette.paper);
  context.fillRect(0, 0, width, height);
}

/** The least power of ten above every error of all histories: sides that are compared have one axis. */
export function topOf(histories: readonly History[]): number {
  const most = histories
    .flatMap(({ entries }) => entries)
    .reduce((top, { real, fake }) => Math.max(top, real, fake), 0);
  return Math.max(HIGHEST, Math.ceil(Math.log10(Math.max(most, 1e-9))));
}

export interface TraceSettings {
  readonly gamma: number;
  /** Power of ten at the upper end, steps at the right end. */
  readonly top: number;
  readonly last: number;
  readonly words: BeganWords;
  readonly show: (value: number) => string;
}

/** Errors above, k below, over the same steps. */
export function drawTraces(pen: Pen, { entries }: History, settings: TraceSettings): void {
  clear(pen);
  const { width, height, palette } = pen;
  const { gamma, top, last, words, show } = settings;
  const range = [50, width - 20] as const;
  const middle = Math.round(0.58 * height);
  const ticks = niceTicks(0, last, width > 380 ? 4 : 2);
  const silent: Axis = { domain: [0, last], range, title: '', ticks: [], show };
  const steps: Axis = { ...silent, title: words.axisStep, ticks };
  const errors: Axis = {
    domain: [LOWEST, top],
    range: [middle, 26],
    title: words.axisError,
    ticks: niceTicks(LOWEST, top, 4).filter(Number.isInteger),
    show: (power) => show(10 ** power),
  };
  const gains: Axis = {
    domain: [0, 1],
    range: [height - 40, middle + 34],
    title: words.axisK,
    ticks: [0, 0.5, 1],
    show,
  };
  drawAxes(pen, silent, errors);
  drawAxes(pen, steps, gains);
  if (entries.length < 2) {
    drawLabel(pen, words.beforeRun, (range[0] + range[1]) / 2, middle / 2, palette.quiet, 'center');
    return;
  }
  const xs = entries.map(({ step }) => step);
  const line = (
    of: (entry: Entry) => number,
    y: Axis,
    colour: Pen['palette']['ink'],
    dash: readonly number[] = [],
  ) => drawLine(pen, xs, entries.map(of), steps, y, colour, dash);
  const traces = [
    { text: words.traceM, of: (entry: Entry) => entry.convergence, colour: palette.quiet, dash: [2, 3] },
    { text: words.traceReal, of: (entry: Entry) => entry.real, colour: palette.data, dash: [] },
    { text: words.traceTarget, of: (entry: Entry) => gamma * entry.real, colour: palette.data, dash: [6, 4] },
    { text: words.traceFake, of: (entry: Entry) => entry.fake, colour: palette.model, dash: [] },
  ];
  for (const { of, colour, dash } of traces) line((entry) => Math.log10(of(entry)), errors, colour, dash);
  line(({ k }) => k, gains, palette.judge);
  // They end within a hand's breadth of each other and cross: their names stand above all of them, in one order.
  traces.forEach((trace, index) => {
    drawLineName(pen, trace, range[1], errors.range[1] + 12 + 17 * index);
  });
}

/** Data and samples in the plane. */
export function drawSamples(pen: Pen, frame: Frame | undefined, words: BeganWords): void {
  clear(pen);
  const { width, height, palette } = pen;
  const common = { domain: [-HALF_SIDE, HALF_SIDE] as const, ticks: [-2, 0, 2] };
  const x: Axis = { ...common, range: [34, width - 8], title: words.axisX };
  const y: Axis = { ...common, range: [height - 40, 24], title: words.axisY };
  drawAxes(pen, x, y);
  if (!frame) return;
  drawPoints(pen, frame.data.subarray(0, 2 * DRAWN), x, y, palette.data, 'circle');
  drawPoints(pen, frame.samples.subarray(0, 2 * DRAWN), x, y, palette.model, 'cross');
  drawLabel(pen, words.data, x.range[0] + 8, y.range[0] - 12, palette.data);
  drawLabel(pen, words.samples, x.range[1] - 8, y.range[0] - 12, palette.model, 'right');
}
