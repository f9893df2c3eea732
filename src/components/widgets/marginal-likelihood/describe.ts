import { makeShow } from '../shared/quantities';
import { fill, type Locale } from '../shared/text';
import type { Errors } from './estimate';
import type { Params } from './marginal-likelihood.params';
import type { MarginalWords } from './marginal-likelihood.text';

export interface Found {
  readonly exact: number;
  readonly prior: Errors;
  readonly proposal: Errors;
  readonly needed: { readonly prior: number; readonly proposal: number };
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10 to a power, as the reader counts it: "290", "5 · 10⁶", "10²¹". */
export function showCount(log: number, words: MarginalWords, locale: Locale): string {
  const show = makeShow(locale);
  if (!Number.isFinite(log)) return words.infinite;
  const rounded = Number((10 ** log).toPrecision(log < 6 ? 2 : 1));
  if (log < 6) return show(rounded);
  const [digit = '', power = ''] = rounded.toExponential(0).split('e+');
  const raised = power.replace(/\d/g, (each) => RAISED[Number(each)] ?? '');
  return digit === '1' ? `10${raised}` : `${digit} · 10${raised}`;
}

/** How far both estimates are off at 1,000 samples, how many would do, and which state this is. */
export function describe(params: Params, found: Found, words: MarginalWords, locale: Locale): string {
  const show = makeShow(locale);
  const { prior, proposal, needed, exact } = found;
  const bias = (of: Errors) => show(of.mean.at(-1) ?? NaN);
  const sentences = [
    fill(words.priorIs, {
      k: show(params.k),
      exact: show(exact),
      bias: bias(prior),
      spread: show(prior.deviation),
    }),
    fill(words.priorNeeds, { n: showCount(needed.prior, words, locale) }),
    fill(words.proposalIs, { bias: bias(proposal), spread: show(proposal.deviation) }),
  ];
  if (!Number.isFinite(needed.proposal)) sentences.push(words.tooNarrow);
  else if (proposal.deviation < 1e-9) sentences.push(words.everyWeight);
  else sentences.push(fill(words.proposalNeeds, { n: showCount(needed.proposal, words, locale) }));
  return sentences.join(' ');
}
