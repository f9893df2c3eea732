import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { FigureWords } from './sparse-lab-figure.text';
import { sparsityNow, type Frame } from './sparse-lab.frame';
import type { Params } from './sparse-lab.params';

/** Below this the network guesses: ten classes, and the error of 10,000 pictures. */
const CHANCE = 0.13;

/** Correlation of the connections of pixels with the mean brightness there: 1 where the map is the garment's own. NaN if either is flat. */
export function likeness({ degrees, garment }: Pick<Frame, 'degrees' | 'garment'>): number {
  const n = degrees.length;
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / n;
  const [a, b] = [mean(degrees), mean(garment)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [x, y] = [(degrees[at] ?? 0) - a, (garment[at] ?? 0) - b];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

/** The state of the run in words. */
export function describe(
  frame: Frame | undefined,
  { method, net }: Pick<Params, 'method' | 'net'>,
  words: FigureWords,
  locale: Locale,
): string {
  if (!frame) return '';
  const percent = (share: number, digits = 1) =>
    fill(words.percent, { n: showNumber(100 * share, locale, digits === 1 ? 3 : 4) });
  const { step, accuracy, kept, cost, places, round, moved, changedAt } = frame;
  const active = kept.reduce((sum, count) => sum + count, 0);
  const sentences = [
    fill(words.size, {
      n: showNumber(active, locale, 7),
      all: showNumber(places.length, locale, 7),
      s: percent(sparsityNow(frame)),
    }),
  ];
  if (step === 0) return [fill(words.before, { a: percent(accuracy) }), ...sentences].join(' ');
  if (method === 'ticket')
    sentences.unshift(round === 0 ? words.roundDense : fill(words.round, { n: round }));
  sentences.unshift(
    fill(accuracy < CHANCE ? words.chance : words.accuracy, {
      a: percent(accuracy, 2),
      cost: showNumber(cost, locale, 3),
    }),
  );
  const empty = kept.findIndex((count) => count === 0);
  if (empty >= 0) sentences.push(fill(words.collapsed, { layer: empty + 1 }));
  if (moved > 0)
    sentences.push(
      fill(words.moved, { n: showNumber(moved, locale, 6), step: showNumber(changedAt, locale, 6) }),
    );
  // A convolution uses every weight at every pixel: its map is no choice of pixels.
  const alike = net === 'conv' ? NaN : likeness(frame);
  if (Number.isFinite(alike))
    sentences.push(fill(words.likeness, { r: showNumber(alike, locale, 2).replace('-', '−') }));
  return sentences.join(' ');
}
