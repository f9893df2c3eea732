import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Estimates } from './estimate';
import type { Exact } from './exact';
import { OMEGA } from './functions';
import type { Params } from './reparameterization.params';
import type { GradientWords } from './reparameterization.text';

/** Below this many standard deviations of a sample the gradient is as good as 0, and a tenth of it asks for endless samples. */
const NO_GRADIENT = 0.01;

/** A number as the reader sees it: three digits, ∞ in its place, a true minus. */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => {
    if (!Number.isFinite(value)) return '∞';
    return showNumber(Math.abs(value) < 1e-9 ? 0 : value, locale, 3).replace('-', '−');
  };
}

/** Samples for a standard error of a tenth of the gradient; infinite where there is none to speak of. */
export function samplesNeeded(variance: number, gradient: number): number {
  if (Math.abs(gradient) < NO_GRADIENT * Math.sqrt(variance)) return Infinity;
  return Math.max(1, Math.ceil(variance / (0.1 * gradient) ** 2));
}

/** Whether the pathwise estimate has another mean than the gradient: f jumps. */
export function isBlind({ gradient, pathwiseMean }: Exact): boolean {
  return Math.abs(pathwiseMean - gradient) > 1e-3;
}

/** Both means, the ratio of the variances, and why where it is out of the ordinary. */
export function describe(
  params: Params,
  exact: Exact,
  found: Estimates,
  words: GradientWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  const { pathwiseMoments: p, scoreMoments: s } = found;
  const variances = { pv: show(exact.pathwise), sv: show(exact.scoreFunction) };
  const sentences = [
    fill(words.means, {
      g: show(exact.gradient),
      n: showNumber(params.samples, locale),
      p: show(p.mean),
      pe: show(p.standardError),
      s: show(s.mean),
      se: show(s.standardError),
    }),
  ];
  const ratio = exact.scoreFunction / exact.pathwise;
  if (params.f === 'step') return [...sentences, fill(words.blind, variances)].join(' ');
  if (ratio >= 1) sentences.push(fill(words.noisier, { ...variances, ratio: show(ratio) }));
  else sentences.push(fill(words.quieter, { ...variances, ratio: show(1 / ratio) }));
  if (ratio < 1 && params.f === 'wave' && OMEGA * params.sigma > 1) sentences.push(words.quick);
  if (params.dimensions > 1 && ratio > 1) sentences.push(fill(words.far, { d: params.dimensions }));
  const [np, ns] = [
    samplesNeeded(exact.pathwise, exact.gradient),
    samplesNeeded(exact.scoreFunction, exact.gradient),
  ];
  if (Number.isFinite(np) && Number.isFinite(ns))
    sentences.push(fill(words.need, { np: showNumber(np, locale), ns: showNumber(ns, locale) }));
  return sentences.join(' ');
}
