import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { LossName } from './curves';
import type { LossWords } from './generator-loss.text';

/** Within this of 0 the judge is called undecided: D between 0.38 and 0.62. */
const UNDECIDED = 0.5;

/** What the figure shows at `a`: the judge's verdict, both slopes and their ratio, and the losses switched on. */
export function describe(
  a: number,
  here: Readonly<Record<LossName, { readonly loss: number; readonly slope: number }>>,
  shown: readonly LossName[],
  words: LossWords,
  locale: Locale,
): string {
  const show = (value: number) => showNumber(value, locale, 3).replace('-', '−');
  const state =
    a < -UNDECIDED ? words.stateRejected : a > UNDECIDED ? words.stateBelieved : words.stateUndecided;
  const { minimax, nonSaturating } = here;
  const ratio = nonSaturating.slope / minimax.slope;
  const compared = ratio === 1 ? words.equal : ratio > 1 ? words.steeper : words.flatter;
  const sentences = [
    fill(state, { d: show(1 / (1 + Math.exp(-a))) }),
    `${fill(words.slopes, { mm: show(minimax.slope), ns: show(nonSaturating.slope) })}, ${fill(compared, { ratio: show(ratio) })}`,
  ];
  for (const name of shown)
    if (name !== 'minimax' && name !== 'nonSaturating')
      sentences.push(
        fill(words.other, {
          name: words[name],
          loss: show(here[name].loss),
          slope: show(here[name].slope),
        }),
      );
  return sentences.join(' ');
}
