import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import { CIRCLE, halfSide, shareWithin } from './draw-plane';
import type { FigureWords } from './vae-train-figure.text';
import type { Frame } from './vae-train.frame';
import type { Params } from './vae-train.params';

/** Codes wider than the prior by this much leave it; narrower by as much crowd. Their means alone have at most the prior's spread. */
const FAR = 1.3;
const NEAR = 0.75;

/** The state of the run in words: both terms, which units are in use, where the codes lie. */
export function describe(
  frame: Frame | undefined,
  { beta, lambda, warmUp }: Params,
  words: FigureWords,
  locale: Locale,
): string {
  if (!frame) return '';
  const show = (value: number) => showNumber(value, locale, 3);
  const { reconstruction, kl, step, inUse, klByUnit, withoutCode } = frame;
  if (step === 0) return fill(words.before, { r: show(reconstruction) });
  const sentences = [
    fill(words.terms, {
      r: show(reconstruction),
      kl: show(kl),
      bound: show(reconstruction + kl),
      beta: show(frame.beta),
    }),
  ];
  // Without a warm-up a smaller β only means that the reader has turned it since.
  if (step < warmUp && frame.beta < beta) sentences.push(fill(words.rising, { beta: show(beta) }));
  if (inUse === 0) return [...sentences, fill(words.collapsed, { floor: show(withoutCode) })].join(' ');
  const units = { n: inUse, d: klByUnit.length };
  sentences.push(fill(inUse < units.d ? words.some : words.all, units), whereCodesLie(frame, words, show));
  if (lambda > 0) sentences.push(fill(words.free, { lambda: show(lambda) }));
  const outside = 1 - shareWithin(frame.codes, halfSide([frame]));
  if (outside > 0) sentences.push(fill(words.cut, { share: `${showNumber(100 * outside, locale, 1)} %` }));
  return sentences.join(' ');
}

/** Share of the points inside the drawn circle. */
export function shareInCircle(codes: Float32Array): number {
  let inside = 0;
  for (let at = 0; at + 1 < codes.length; at += 2)
    if (Math.hypot(codes[at] ?? NaN, codes[at + 1] ?? NaN) <= CIRCLE) inside += 1;
  return (2 * inside) / codes.length;
}

function whereCodesLie(
  { spread, klByUnit, codes }: Frame,
  words: FigureWords,
  show: (value: number) => string,
): string {
  // With many units some are silent at 0 and the mean square over all says little of the others.
  if (klByUnit.length > 2) return '';
  const sentence = spread > FAR ? words.far : spread < NEAR ? words.near : words.within;
  return fill(sentence, { spread: show(spread), share: `${show(100 * shareInCircle(codes))} %` });
}
