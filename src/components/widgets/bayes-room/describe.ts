import { makeShow } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { RoomWords } from './bayes-room.text';
import type { Params } from './bayes-room.params';
import { answersNeeded, decide } from './decide';

/** What was seen, what it does to the probability, the guess and where it would flip. */
export function describe(params: Params, words: RoomWords, locale: Locale): string {
  const show = makeShow(locale);
  const now = decide(params);
  const sentences = [
    fill(words.posteriorIs, { prior: show(params.prior), posterior: show(now.posterior) }),
    fill(words[`guess_${now.guess}`], { threshold: show(now.flipPosterior) }),
    fill(words.ratioIs, { ratio: show(now.ratio), flip: show(now.flipRatio) }),
  ];
  if (Math.abs(Math.log(now.ratio)) < 1e-9) sentences.push(words.nothing);
  else if (params.seen === 'correct' && now.guess !== 'understands') {
    const needed = answersNeeded(params);
    sentences.push(needed === undefined ? words.never : fill(words.needed, { n: show(needed) }));
  }
  return sentences.join(' ');
}
