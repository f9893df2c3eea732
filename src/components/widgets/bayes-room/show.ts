import type { Rows } from '../shared/export';
import type { PlotLine } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import type { Params } from './bayes-room.params';
import type { RoomWords } from './bayes-room.text';
import { decide, overRatio } from './decide';

/** The square of all rooms: its left part of width P(U), each part filled to p(seen | state). */
export function mosaicOf({ prior }: Pick<Params, 'prior'>, [no, yes]: readonly [number, number]): PlotLine[] {
  return [
    { xs: [0, prior, prior], ys: [yes, yes, 0], role: 'data', filled: true },
    { xs: [prior, prior, 1], ys: [0, no, no], role: 'model', filled: true, dash: '7 4' },
  ];
}

/** The numbers in view. */
export function quantitiesOf(params: Params, words: RoomWords): Quantity[] {
  const now = decide(params);
  return [
    { name: words.posterior, value: now.posterior },
    { name: words.evidence, value: now.evidence },
    { name: words.ratio, value: now.ratio },
    { name: words.flipRatio, value: now.flipRatio },
    { name: words.flipPrior, value: now.flipPrior },
    { name: words.lossNot, value: now.losses[0] },
    { name: words.lossDoes, value: now.losses[1] },
  ];
}

/** Marks of a power of ten. */
export const showPower = (log: number): string =>
  ({ '-2': '1/100', '-1': '1/10', '0': '1', '1': '10', '2': '100' })[String(log)] ?? '';

/** The curve as it is drawn, point by point. */
export function rowsOf(prior: number): Rows {
  const { log, posterior } = overRatio(prior);
  return [['likelihood ratio', 'P(U|seen)'], ...log.map((at, i) => [10 ** at, posterior[i] ?? NaN])];
}

/** The decimal logarithm of a ratio, held on the axis. */
export const onAxis = (ratio: number): number => Math.min(2, Math.max(-2, Math.log10(ratio)));
