import { showNumber } from '../shared/format';
import type { Rows } from '../shared/export';
import { makeShow, type Quantity } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import { collapseAt, GRID, keptByLayer, maskedNet, rankCorrelation, type ByHand, type Net, type Prediction } from './judge'; // prettier-ignore
import type { Params } from './prune-at-init.params';
import type { PruneWords } from './prune-at-init.text';
import { LENGTHS } from './tiny-net';
import type { Mask } from '~/methods/sparsity/masks';

/** All that a figure knows at some settings. */
export interface Seen {
  readonly net: Net;
  readonly masks: readonly Mask[];
  readonly curves: readonly (readonly number[])[];
  readonly changes: Prediction;
  readonly hand: ByHand;
}

/** What the settings come to, one fact a sentence. */
export function describe(seen: Seen, { sparsity, score }: Params, words: PruneWords, locale: Locale): string {
  const show = makeShow(locale);
  const { net, masks, curves, changes, hand } = seen;
  const kept = keptByLayer(masks);
  const empty = kept.findIndex((count) => count === 0);
  const first = collapseAt(curves);
  const { loss, accuracy } = maskedNet(net, masks);
  return [
    fill(words.keeps, { s: show(sparsity), kept: kept.join(', '), all: LENGTHS.join(', ') }),
    ...(empty >= 0 ? [fill(words.collapsed, { layer: empty + 1 })] : []),
    first === undefined ? words.never : fill(words.collapsesAt, { s: show(first) }),
    fill(words.network, {
      loss: show(loss),
      accuracy: new Intl.NumberFormat(locale, { style: 'percent' }).format(accuracy),
    }),
    fill(score === 'grasp' ? words.ranksFlow : words.ranks, {
      r: showNumber(rankCorrelation(changes.predicted, changes.real), locale, 2).replace('-', '−'),
    }),
    ...sayHand(hand, words, show),
  ].join(' ');
}

function sayHand(
  { places, loss, flow }: ByHand,
  words: PruneWords,
  show: (value: number) => string,
): string[] {
  if (places.length === 0) return [words.nothingRemoved];
  return [
    fill(words.byHand, { n: places.length, predicted: show(loss.predicted), real: show(loss.real) }),
    fill(words.byHandFlow, { predicted: show(flow.predicted), real: show(flow.real) }),
  ];
}

/** The numbers in view. */
export function quantitiesOf({ masks, hand }: Seen, words: PruneWords): Quantity[] {
  return [
    ...keptByLayer(masks).map((value, layer) => ({ name: fill(words.layer, { n: layer + 1 }), value })),
    { name: words.loss, value: hand.loss.real },
    { name: words.flow, value: hand.flow.real },
  ];
}

/** The curves as a table for a file. */
export function rowsOf({ curves }: Seen): Rows {
  return [
    ['sparsity', ...curves.map((_, layer) => `layer ${layer + 1}`)],
    ...GRID.map((sparsity, at) => [sparsity, ...curves.map((curve) => curve[at] ?? NaN)]),
  ];
}
