import type { Rows } from '../shared/export';
import type { PlotLine } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import type { DebiasWords } from './debias.text';
import type { Exploration, OverAlpha } from './explore';

/** The numbers in view. */
export const quantitiesOf = (now: Exploration, words: DebiasWords): Quantity[] => [
  { name: words.numberRare, value: 100 * now.rareAfter, unit: '{n}%' },
  { name: words.numberWorth, value: now.effective },
  { name: words.numberMost, value: now.most[0]?.times ?? NaN },
  { name: words.numberSpread, value: now.spread },
];

/** The left edge of each bin. */
export const edgesOf = ({ histogram: { from, width, shares } }: Exploration): number[] =>
  shares.map((_, bin) => from + bin * width);

/** Shares by bin as the outline of a histogram. */
function stepsOf({ histogram: { from, width } }: Exploration, shares: readonly number[]) {
  return {
    xs: shares.flatMap((_, bin) => [from + bin * width, from + (bin + 1) * width]),
    ys: shares.flatMap((share) => [share, share]),
  };
}

/** The collection, the rare digits in it, the draws, and the baseline's draws where they stand on the same axis. */
export function histogramLines(now: Exploration, before: Exploration | undefined): PlotLine[] {
  const old = before && stepsOf(before, before.after);
  return [
    { ...stepsOf(now, now.histogram.shares), role: 'data', filled: true, width: 1.25 },
    { ...stepsOf(now, now.rareShares), role: 'gradient', filled: true, width: 1.25 },
    ...(old ? [{ ...old, role: 'quiet' as const, width: 1.25 }] : []),
    { ...stepsOf(now, now.after), role: 'model', dash: '7 4' },
  ];
}

/** Both sides of the bargain. */
export function alphaLines(now: OverAlpha, before: OverAlpha | undefined): PlotLine[] {
  const old = before
    ? [before.rare, before.worth].map((ys): PlotLine => ({
        xs: before.alphas,
        ys,
        role: 'quiet',
        width: 1.25,
      }))
    : [];
  return [
    ...old,
    { xs: now.alphas, ys: now.rare, role: 'gradient' },
    { xs: now.alphas, ys: now.worth, role: 'model', dash: '7 4' },
  ];
}

/** Both pictures, point by point. */
export const rowsOf = (now: Exploration, over: OverAlpha): Rows => [
  ['bin from', 'share', 'rare', 'drawn'],
  ...edgesOf(now).map((edge, bin) => [
    edge,
    ...[now.histogram.shares, now.rareShares, now.after].map((column) => column[bin] ?? NaN),
  ]),
  ['log10 alpha', 'drawn rare', 'worth by number'],
  ...over.alphas.map((alpha, i) => [alpha, over.rare[i] ?? NaN, over.worth[i] ?? NaN]),
];
