import { weightCount } from '~/methods/sparsity/layers';
import { showNumber } from '../shared/format';
import type { Quantity } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { Shares } from './allocate';
import type { Params } from './erk-allocator.params';
import type { ErkWords } from './erk-allocator.text';

const percent = (share: number, locale: Locale) => showNumber(100 * share, locale, 3);

/** More layers than this are counted, not named. */
const NAMED = 3;

/** What the settings come to, one fact a sentence. */
export function describe(
  found: Shares,
  { sparsity, distribution }: Params,
  words: ErkWords,
  locale: Locale,
): string {
  const { layers, kept, saturated, epsilon, firstEpsilon, wouldBe, cost } = found;
  const active = kept.reduce((sum, count) => sum + count, 0);
  const all = layers.reduce((sum, layer) => sum + weightCount(layer), 0);
  const sentences = [
    fill(words.budget, {
      n: showNumber(active, locale),
      all: showNumber(all, locale),
      s: percent(sparsity, locale),
    }),
  ];
  if (distribution === 'uniform') sentences.push(words.uniformSays);
  else if (saturated.length === 0)
    sentences.push(fill(words.noneFull, { e: showNumber(epsilon, locale, 4) }));
  else
    sentences.push(
      fill(words.full, {
        which:
          saturated.length > NAMED
            ? fill(words.fullCount, { n: saturated.length, of: layers.length })
            : saturated.map((at) => layers[at]?.name ?? '').join(', '),
        first: showNumber(firstEpsilon, locale, 4),
        most: showNumber(wouldBe, locale, 3),
        e: showNumber(epsilon, locale, 4),
      }),
    );
  // Networks without convolutions: rounding to whole connections apart.
  const alike = layers.every(({ positions = 1 }) => positions === 1);
  sentences.push(
    fill(alike ? words.costsAlike : words.costs, {
      c: percent(cost, locale),
      r: showNumber(cost / (1 - sparsity), locale, 3),
    }),
  );
  return sentences.join(' ');
}

/** The numbers in view. */
export function quantitiesOf({ epsilon, saturated, cost, densities }: Shares, words: ErkWords): Quantity[] {
  const finite = Number.isFinite(epsilon) ? [{ name: words.epsilon, value: epsilon }] : [];
  return [
    { name: words.costShare, value: cost },
    { name: words.first, value: densities[0] ?? NaN },
    { name: words.last, value: densities.at(-1) ?? NaN },
    { name: words.fullLayers, value: saturated.length },
    ...finite,
  ];
}
