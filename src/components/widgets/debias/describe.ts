import { makeShow } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { Params } from './debias.params';
import type { DebiasWords } from './debias.text';
import type { Exploration } from './explore';

/** Equal draws of 300 below which a few digits carry the batch; spread of a number that the model does not use. */
const [FEW, UNUSED] = [20, 0.1];
/** So many times its share the group gets where the weights see it; below the second they do not. */
const [SEEN, UNSEEN] = [4, 1.5];

/** What the weights do to the rare group. */
export function stateOf(now: Exploration, { by }: Params): 'few' | 'unused' | 'found' | 'blind' | 'some' {
  const gain = now.rareAfter / now.rareBefore;
  if (now.effective < FEW) return 'few';
  if (by === 'unit' && now.spread < UNUSED) return 'unused';
  if (by === 'unit' && gain >= SEEN) return 'found';
  return gain < UNSEEN ? 'blind' : 'some';
}

/** Shares before and after, the price, and what it comes from. */
export function describe(now: Exploration, params: Params, words: DebiasWords, locale: Locale): string {
  const show = makeShow(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return [
    fill(words[`summary_${params.collection}`], {
      before: percent.format(now.rareBefore),
      after: percent.format(now.rareAfter),
    }),
    fill(words.worth, { size: now.size, effective: show(now.effective) }),
    fill(words.top, { times: show(now.most[0]?.times ?? NaN) }),
    fill(words[`state_${stateOf(now, params)}`], { spread: show(now.spread) }),
  ].join(' ');
}
