import type { Rows } from '../shared/export';
import type { PlotLine, PlotPoint } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import type { Exploration, OverMean } from './explore';
import type { KlWords } from './kl-explorer.text';
import { HALF_AXIS } from './kl-explorer.params';

/** The round number at or above a value: axes keep still while a handle moves a little. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-3)));
  return Number(
    (([1, 2, 3, 5, 10].find((digit) => digit * power >= value * 0.9999) ?? 10) * power).toPrecision(1),
  );
}

/** The numbers in view. */
export function quantitiesOf(now: Exploration, words: KlWords): Quantity[] {
  const nats = (name: string, value: number): Quantity => ({ name, value, unit: words.nats });
  return [
    nats('KL(p ‖ q)', now.forward),
    nats('KL(q ‖ p)', now.reverse),
    nats('H(p)', now.entropy),
    nats('−H(p) − KL(p ‖ q)', -now.entropy - now.forward),
    { name: words.missed, value: 100 * now.missed, unit: '{n}%' },
    { name: words.wasted, value: 100 * now.wasted, unit: '{n}%' },
  ];
}

/** Both densities, those of the baseline thin and grey below. */
export function densityLines(now: Exploration, before: Exploration | undefined): PlotLine[] {
  const old: PlotLine[] = before
    ? [
        { xs: before.x, ys: before.p, role: 'quiet', width: 1.25 },
        { xs: before.x, ys: before.q, role: 'quiet', width: 1.25, dash: '7 4' },
      ]
    : [];
  return [
    ...old,
    { xs: now.x, ys: now.p, role: 'data', filled: true },
    { xs: now.x, ys: now.q, role: 'model', filled: true, dash: '7 4' },
  ];
}

/** Both integrands; the ground below each is its divergence. */
export function termLines(now: Exploration, before: Exploration | undefined): PlotLine[] {
  const old: PlotLine[] = before
    ? [
        { xs: before.x, ys: before.forwardTerm, role: 'quiet', width: 1.25 },
        { xs: before.x, ys: before.reverseTerm, role: 'quiet', width: 1.25, dash: '7 4' },
      ]
    : [];
  return [
    ...old,
    { xs: now.x, ys: now.forwardTerm, role: 'judge', filled: true },
    { xs: now.x, ys: now.reverseTerm, role: 'gradient', filled: true, dash: '7 4' },
  ];
}

const BIN = 0.5;

/** The sample as a histogram of density, drawn as steps. */
export function histogramOf(sample: readonly number[]): PlotLine {
  const bins = Array.from({ length: (2 * HALF_AXIS) / BIN }, () => 0);
  for (const value of sample) {
    const at = Math.floor((value + HALF_AXIS) / BIN);
    if (at >= 0 && at < bins.length) bins[at] = (bins[at] ?? 0) + 1 / (sample.length * BIN);
  }
  return {
    xs: bins.flatMap((_, i) => [i * BIN - HALF_AXIS, (i + 1) * BIN - HALF_AXIS]),
    ys: bins.flatMap((height) => [height, height]),
    role: 'quiet',
    width: 1,
  };
}

/** A point of each curve over q's mean. */
export function pointsAt(
  at: number,
  values: readonly [number, number],
  roles: readonly [PlotPoint['role'], PlotPoint['role']],
): PlotPoint[] {
  return values.map((y, i) => ({ x: at, y, role: roles[i] ?? 'quiet', hollow: i === 1 }));
}

/** The curves as they are drawn, point by point. */
export function rowsOf(now: Exploration, means: OverMean): Rows {
  return [
    ['x', 'p', 'q', 'p log(p/q)', 'q log(q/p)'],
    ...now.x.map((x, i) => [
      x,
      ...[now.p, now.q, now.forwardTerm, now.reverseTerm].map((column) => column[i] ?? NaN),
    ]),
    ['mean of q', 'KL(p|q)', 'KL(q|p)', '-H-KL(p|q)', 'mean log q of the sample'],
    ...means.mean.map((mean, i) => [
      mean,
      ...[means.forward, means.reverse, means.expected, means.sampled].map((column) => column[i] ?? NaN),
    ]),
  ];
}
