import { showNumber } from '../shared/format';
import type { Rows } from '../shared/export';
import { makeShow, settle, type Quantity } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import { GRID, isExchange, judge, reached, type Exchange, type NoRoom } from './exchange';
import type { Params } from './grow-step.params';
import type { GrowWords } from './grow-step.text';
import { ACTIVE, RATE } from './tiny-layer';

/** The form of a sentence that a number asks for. */
function formOf(n: number, locale: Locale): 'one' | 'few' | 'many' {
  const rule = new Intl.PluralRules(locale).select(n);
  return rule === 'one' || rule === 'few' ? rule : 'many';
}

function counted(words: GrowWords, of: 'dropped' | 'grown', n: number, locale: Locale): string {
  const form = formOf(n, locale);
  return form === 'many' ? words[of] : words[`${of}_${form}`];
}

/** What the present stage shows, in words. */
export function describe(
  found: Exchange | NoRoom,
  { stage, fraction, guess, method }: Params,
  words: GrowWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  if (!isExchange(found)) return fill(words.noRoom, { k: found.count });
  const { losses, count, result, layer, promised } = found;
  if (stage === 'start') {
    const n = layer.mask.reduce((sum, entry) => sum + entry, 0);
    return fill(n === 1 ? words.there_one : words.there, { n, loss: show(losses.start) });
  }
  const asked = fill(words.asked, { f: show(fraction), k: count, all: ACTIVE });
  if (count === 0) return `${asked} ${words.nothing}`;
  const sentences = [
    asked,
    fill(counted(words, 'dropped', count, locale), {
      n: count,
      before: show(losses.start),
      after: show(losses.drop),
    }),
  ];
  if (stage === 'look') sentences.push(fill(method === 'set' ? words.lookSet : words.look, { k: count }));
  if (!reached(stage, 'grow')) return sentences.join(' ');
  sentences.push(fill(counted(words, 'grown', result.grown.length, locale), { n: result.grown.length, after: show(losses.grow) })); // prettier-ignore
  const back = result.grown.filter((place) => result.dropped.includes(place)).length;
  if (back > 0) sentences.push(fill(words.back, { n: back }));
  const { marks, right } = judge(found, guess);
  if (marks > 0) sentences.push(fill(words.guess, { n: marks, right }));
  if (stage === 'step')
    sentences.push(
      fill(words.after, {
        eta: showNumber(RATE, locale),
        loss: show(losses.step),
        promised: show(promised),
        gained: show(settle(losses.without - losses.step, losses.step)),
      }),
    );
  return sentences.join(' ');
}

/** The losses of the stages that have been reached. */
export function quantitiesOf(found: Exchange | NoRoom, { stage }: Params, words: GrowWords): Quantity[] {
  if (!isExchange(found)) return [];
  const { losses } = found;
  const all = [
    ['start', words.lossStart, losses.start],
    ['drop', words.lossDrop, losses.drop],
    ['grow', words.lossGrow, losses.grow],
    ['step', words.lossStep, losses.step],
  ] as const;
  return all.filter(([at]) => reached(stage, at)).map(([, name, value]) => ({ name, value }));
}

/** The curves as a table for a file. */
export function rowsOf(curves: Readonly<Record<'drop' | 'rigl' | 'set', readonly number[]>>): Rows {
  return [
    ['fraction', 'loss after the drop', 'after a step by gradient', 'after a step by lot'],
    ...GRID.map((fraction, at) => [
      fraction,
      curves.drop[at] ?? NaN,
      curves.rigl[at] ?? NaN,
      curves.set[at] ?? NaN,
    ]),
  ];
}
