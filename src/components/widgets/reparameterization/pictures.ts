import type { PlotAxis, PlotLine, PlotPoint } from '../shared/plot-path';
import { histogramOf, runningMeans, type Estimates, type Histogram } from './estimate';
import type { Exact } from './exact';
import { functions } from './functions';
import { HALF_AXIS, type Params } from './reparameterization.params';

/** Points of a curve over the axis; even, so that 0 is a point and the jump of the step is drawn where it is. */
const POINTS = 120;
const AXIS = Array.from({ length: POINTS + 1 }, (_, i) => HALF_AXIS * ((2 * i) / POINTS - 1));
/** Samples that are shown on the axis. */
const SHOWN = 9;

export interface Place {
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
  readonly domain: readonly [number, number];
}

/** f over the axis, the density scaled to fit beside it, and the first samples on f. */
export function drawPlace({ f, mu, sigma, dimensions }: Params, noise: Float64Array, before?: Params): Place {
  const { value } = functions[f];
  const low = f === 'wave' ? -1.15 : -0.02;
  const high = f === 'square' || f === 'bend' ? 6 : 1.2;
  const heightOf = (at: Pick<Params, 'mu' | 'sigma'>) =>
    AXIS.map((z) => 0.55 * high * Math.exp(-(((z - at.mu) / at.sigma) ** 2) / 2));
  const points = Array.from({ length: SHOWN }, (_, i): PlotPoint => {
    const z = mu + sigma * (noise[i * dimensions] ?? NaN);
    return { x: z, y: value(z), role: 'model', hollow: true };
  });
  return {
    lines: [
      ...(before ? [{ xs: AXIS, ys: heightOf(before), role: 'quiet', width: 1.25 } as const] : []),
      { xs: AXIS, ys: heightOf({ mu, sigma }), role: 'model', filled: true },
      { xs: AXIS, ys: AXIS.map(value), role: 'data', width: 2.5 },
    ],
    points,
    domain: [low, high],
  };
}

/** The axis of both histograms: around the exact gradient, as wide as the wider one asks. */
export function rangeOfEstimates({ gradient, pathwise, scoreFunction }: Exact): [number, number] {
  const reach = 3.5 * Math.sqrt(Math.max(pathwise, scoreFunction, 1e-6));
  return [gradient - reach, gradient + reach];
}

/** Ends and middle of an axis, rounded so that they are read at a glance. */
export function ticksOf([from, to]: readonly [number, number]): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)));
}

export interface Bars {
  readonly histogram: Histogram;
  readonly y: PlotAxis;
}

/** A histogram on the common axis, with its own height. */
export function drawBars(
  values: readonly number[],
  range: readonly [number, number],
  title: string,
  show: (value: number) => string,
): Bars {
  const histogram = histogramOf(values, range);
  const tick = [1, 0.5, 0.2, 0.1, 0.05, 0.02].find((each) => each <= histogram.peak) ?? 0.01;
  return {
    histogram,
    y: { domain: [0, 1.15 * Math.max(histogram.peak, 0.01)], title, ticks: [0, tick], show },
  };
}

/** Running means over log₁₀ n, and the range that both need after the first few samples. */
export function drawMeans(found: Estimates, exact: Exact): { lines: PlotLine[]; domain: [number, number] } {
  const lines = (['scoreFunction', 'pathwise'] as const).map((name): PlotLine => {
    const { n, mean } = runningMeans(found[name]);
    return {
      xs: n.map(Math.log10),
      ys: mean,
      role: name === 'pathwise' ? 'gradient' : 'judge',
      ...(name === 'pathwise' ? {} : { dash: '7 4' }),
    };
  });
  const reach = 1.2 * Math.sqrt(Math.max(exact.pathwise, exact.scoreFunction, 1e-6));
  const off = 1.3 * Math.abs(exact.pathwiseMean - exact.gradient);
  return { lines, domain: [exact.gradient - Math.max(reach, off), exact.gradient + Math.max(reach, off)] };
}
