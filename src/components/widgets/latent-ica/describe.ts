import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Params } from './latent-ica.params';
import type { IcaWords } from './latent-ica.text';
import { DRAWS, type Found, type Turned } from './unmix';

/** Nearer to the truth than this the coordinates are the sources, to the eye. */
const UNMIXED = 0.06;

/** A number as the reader sees it: two digits after the point, a true minus. */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => showNumber(Number(value.toFixed(2)) + 0, locale, 3).replace('-', '−');
}

/** Which state the figure is in. */
export function stateOf({ sources }: Params, { turned }: { readonly turned: Turned }) {
  if (sources === 'normal' || sources === 'ring') return sources;
  return turned.distance < UNMIXED ? 'unmixed' : 'mixed';
}

/** What is seen at this turn, what FastICA says, and over further draws. */
export function describe(
  params: Params,
  shown: {
    readonly found: Found;
    readonly turned: Turned;
    readonly spread: { readonly mean: number; readonly deviation: number };
  },
  words: IcaWords,
  locale: Locale,
): string {
  const show = makeShow(locale);
  const { found, turned, spread } = shown;
  const values = {
    angle: show(params.angle),
    rho: show(turned.moments.correlation),
    squares: show(turned.moments.squares),
    distance: show(turned.distance),
    found: showNumber(found.angle, locale, 3),
    foundDistance: show(found.distance),
    steps: found.steps,
    mean: show(spread.mean),
    deviation: show(spread.deviation),
    draws: DRAWS,
  };
  return [
    fill(words[stateOf(params, shown)], values),
    fill(found.converged ? words.icaFound : words.icaLost, values),
    fill(words.over, values),
  ].join(' ');
}
