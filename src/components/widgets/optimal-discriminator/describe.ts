import { makeShow } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { Comparison } from './compare';
import type { JudgeWords } from './optimal-discriminator.text';

/** Above this share of log 2 JS is at its ceiling for the eye; below this many nats it is at its floor. */
const CEILING = 0.98;
const FLOOR = 0.02;
/** A pull below this moves next to nothing beside the critic's 1. */
const NO_PULL = 0.05;

/** Which state the two densities are in, what JS and W₁ say, and whom the pulls move. */
export function describe(
  { js, w1, mean }: Comparison,
  shape: 'gaussian' | 'box',
  words: JudgeWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  const apart = js > CEILING * Math.LN2;
  const state = apart ? words.apart : js < FLOOR ? words.equal : words.overlap;
  const sentences = [
    fill(state, { js: show(js), w1: show(w1) }),
    fill(words.pullNumbers, {
      mm: show(mean.minimax),
      ns: show(mean.nonSaturating),
      w: show(mean.critic),
    }),
  ];
  const still = mean.minimax < NO_PULL && mean.nonSaturating < NO_PULL && mean.critic > 0.5;
  if (still && apart) sentences.push(words.allFlat);
  else if (still && js >= FLOOR) sentences.push(words.onlyCritic);
  else if (apart && shape === 'gaussian') sentences.push(words.tailsPull);
  return sentences.join(' ');
}
