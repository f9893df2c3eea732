import type { Rows } from '../shared/export';
import type { PlotLine } from '../shared/plot-path';
import type { Quantity } from '../shared/quantities';
import { makeShow, type Shown } from './describe';
import type { Params } from './latent-ica.params';
import type { IcaWords } from './latent-ica.text';
import { contrastOf, type Found, type sweep, type Turned } from './unmix';

type Sweep = ReturnType<typeof sweep>;

/** The numbers in view. A ring has no sources: a distance to them would be a number without a meaning. */
export function quantitiesOf(
  sources: Params['sources'],
  { turned, found, spread }: Omit<Shown, 'curves'>,
  words: IcaWords,
): Quantity[] {
  const ofSources = (value = NaN) => (sources === 'ring' ? NaN : value);
  return [
    { name: words.quantityCorrelation, value: tidy(turned.moments.correlation) },
    { name: words.quantitySquares, value: turned.moments.squares },
    { name: words.quantityContrast, value: contrastOf(turned.moments) },
    { name: words.quantityDistance, value: ofSources(turned.distance) },
    { name: words.quantityFound, value: ofSources(found.distance) },
    { name: words.quantityMean, value: ofSources(spread?.mean) },
    { name: words.quantityDeviation, value: ofSources(spread?.deviation) },
    { name: words.quantitySteps, value: found.steps },
  ];
}

/** Rounding errors of sums of a thousand terms are no correlation. */
const tidy = (value: number): number => (Math.abs(value) < 1e-9 ? 0 : value);

/** What the questions of the page are judged by. */
export function measuresOf({ moments, distance }: Turned, found: Found) {
  return {
    correlation: tidy(moments.correlation),
    squares: moments.squares,
    contrast: contrastOf(moments),
    distance,
    foundAngle: found.angle,
    foundDistance: found.distance,
  };
}

/** Both curves over the angle, and thin and grey the contrast of the settings kept before. */
export function curveLines(now: Sweep, before?: Sweep): PlotLine[] {
  return [
    ...(before
      ? [{ xs: before.angles, ys: before.contrast, role: 'quiet', width: 1.2 } satisfies PlotLine]
      : []),
    { xs: now.angles, ys: now.squares, role: 'gradient', dash: '6 3', width: 2 },
    { xs: now.angles, ys: now.contrast, role: 'judge', width: 2.5 },
  ];
}

/** Both curves as numbers. */
export function rowsOf({ angles, contrast, squares }: Sweep): Rows {
  return [
    ['angle in degrees', 'sum of absolute excess kurtoses', 'absolute correlation of squares'],
    ...angles.map((angle, i) => [angle, contrast[i] ?? NaN, squares[i] ?? NaN]),
  ];
}

/** A setting of the baseline in words. */
export function sayParam(words: IcaWords, locale: 'en' | 'ru') {
  const show = makeShow(locale);
  return (key: string, value: string | number): string => {
    const name = words[key as keyof Params];
    return `${name} ${typeof value === 'number' ? show(value) : words[`${key}_${value}` as keyof IcaWords]}`;
  };
}
