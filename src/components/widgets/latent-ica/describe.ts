import { showNumber } from '../shared/format';
import { fill, type Locale } from '../shared/text';
import type { Params } from './latent-ica.params';
import type { IcaWords } from './latent-ica.text';
import { DRAWS, POINTS, type Found, type Spread, type sweep, type Turned } from './unmix';

/** Nearer to the truth than this the coordinates are the sources, to the eye. */
const UNMIXED = 0.06;
/** Degrees from FastICA's turn: there these points allow no better. */
const AT_ICA = 0.5;

/** What is seen at one setting. */
export interface Shown {
  readonly found: Found;
  readonly turned: Turned;
  /** Missing while it is being computed. */
  readonly spread?: Spread | undefined;
  readonly curves: ReturnType<typeof sweep>;
}

/** A number as the reader sees it: two digits after the point, a true minus. */
export function makeShow(locale: Locale): (value: number) => string {
  return (value) => showNumber(Number(value.toFixed(2)) + 0, locale, 3).replace('-', '−');
}

/** Degrees between two turns: a quarter turn only renames the axes. */
function apart(one: number, other: number): number {
  const gap = Math.abs(one - other) % 90;
  return Math.min(gap, 90 - gap);
}

/** Which state the figure is in. */
export function stateOf(
  { sources, angle, mix }: Params,
  { turned, found }: Pick<Shown, 'turned' | 'found'>,
): 'normal' | 'ring' | 'unmixed' | 'spun' | 'mixed' {
  if (sources === 'normal' || sources === 'ring') return sources;
  const best = found.converged && apart(angle, found.angle) <= AT_ICA;
  if (best || turned.distance < UNMIXED) return 'unmixed';
  return mix === 0 ? 'spun' : 'mixed';
}

/** What FastICA says, and over further draws; of a ring there are no sources to be near to. */
function sayIca({ sources }: Params, { found, spread }: Shown, words: IcaWords): string[] {
  if (sources === 'ring') return [words.icaRing];
  const over = sources === 'normal' ? words.overChance : words.over;
  return [found.converged ? words.icaFound : words.icaLost, ...(spread ? [over] : [])];
}

/** What is seen at this turn, what FastICA says, and over further draws. */
export function describe(params: Params, shown: Shown, words: IcaWords, locale: Locale): string {
  const show = makeShow(locale);
  const { found, turned, spread, curves } = shown;
  const values = {
    angle: show(params.angle),
    rho: show(turned.moments.correlation),
    squares: show(turned.moments.squares),
    distance: show(turned.distance),
    low: show(Math.min(...curves.contrast)),
    high: show(Math.max(...curves.contrast)),
    found: showNumber(found.angle, locale, 3),
    foundDistance: show(found.distance),
    steps: found.steps,
    mean: show(spread?.mean ?? NaN),
    deviation: show(spread?.deviation ?? NaN),
    draws: DRAWS,
    points: showNumber(POINTS, locale),
  };
  return [words[stateOf(params, shown)], ...sayIca(params, shown, words)]
    .map((text) => fill(text, values))
    .join(' ');
}
