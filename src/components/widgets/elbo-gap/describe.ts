import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Bounds, Climb } from './bounds';
import type { Params } from './elbo-gap.params';
import type { GapWords } from './elbo-gap.text';

/** A gap below this is closed to the eye; a gap this near to the least of its family is as small as it gets. */
const CLOSED = 0.002;

/** A number as the reader sees it: three digits, a true minus. */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => showNumber(Math.abs(value) < 1e-4 ? 0 : value, locale, 3).replace('-', '−');
}

/** Which state q is in, the sum, and how far importance weights climb. */
export function describe(
  params: Params,
  bounds: Bounds,
  { bound, standardError }: Climb,
  words: GapWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  const nats = (value: number) => fill(words.nats, { n: show(value) });
  const { gap, leastGap, kl } = bounds;
  const values = {
    gap: nats(gap),
    least: nats(leastGap),
    kl: nats(kl),
    rho: show(bounds.correlation),
  };
  const state = stateOf(params, bounds);
  return [
    fill(words[state], values),
    fill(words.sum, {
      rec: show(bounds.logLikelihood),
      kl: show(kl),
      elbo: nats(bounds.elbo),
      evidence: nats(bounds.logEvidence),
    }),
    fill(words.climbed, { bound: show(bound.at(-1) ?? NaN), error: show(standardError.at(-1) ?? NaN) }),
    ...(bounds.steady ? [] : [words.noVariance]),
  ].join(' ');
}

function stateOf(
  { codes, family }: Params,
  { gap, leastGap, kl }: Bounds,
): 'closed' | 'stuck' | 'atPrior' | 'open' {
  if (gap < CLOSED) return 'closed';
  if (codes === 'two' && family === 'diagonal' && gap - leastGap < CLOSED) return 'stuck';
  return kl < CLOSED ? 'atPrior' : 'open';
}
