import { makeShow } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { Exploration, Likelihood } from './explore';
import type { KlWords } from './kl-explorer.text';
import type { Params } from './kl-explorer.params';

/** Nats from the least forward KL, and size of the reverse one's slope, within which q counts as fitted. */
const [NEAR, FLAT] = [0.001, 0.01];

/** Which state q is in. */
export function stateOf(
  now: Exploration,
  { width, qWidth }: Params,
): 'equal' | 'cover' | 'seek' | 'bridge' | 'free' {
  if (now.forward < NEAR && now.reverse < NEAR) return 'equal';
  if (now.forward - now.leastForward < NEAR) return 'cover';
  if (now.reverseSlope < FLAT) return qWidth < 1.5 * width ? 'seek' : 'bridge';
  return 'free';
}

/** Both divergences, which fit this is, and what it costs. */
export function describe(now: Exploration, params: Params, words: KlWords, locale: Locale): string {
  const show = makeShow(locale);
  const percent = (share: number) => show(Math.round(1000 * share) / 10);
  return [
    fill(words.both, { forward: show(now.forward), reverse: show(now.reverse) }),
    words[`state_${stateOf(now, params)}`],
    fill(words.masses, { missed: percent(now.missed), wasted: percent(now.wasted) }),
  ].join(' ');
}

/** The identity with numbers: mean log-likelihood of the sample, its error, −H − KL. */
export function sayLikelihood(
  now: Exploration,
  found: Likelihood,
  n: string,
  words: KlWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  return fill(words.likelihood, {
    n,
    mean: show(found.mean),
    error: show(found.error),
    expected: show(-now.entropy - now.forward),
    bestAt: show(found.best.mean),
    bestWidth: show(found.best.deviation),
  });
}
