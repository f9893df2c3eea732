import type { Scale } from './are-gans-equal.loop';
import type { Row } from './summarise';

/** Units of a picture's width, and of the height of a row of dots; the page stretches both. */
export const SIDE = 1000;
export const STRIP = 24;
/** Rows of dots in a strip, and by how many a dot stands from the one before it: neighbours in time do not hide each other. */
const LANES = 7;
const LEAP = 3;

/** A logarithmic axis of distances from a little below the floor, and every trial, to the generator that knows nothing. */
export interface DistanceAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** Holds whatever is drawn: distances are no greater than that of a single point, for a trial that is worse counts as that. */
export function axisOf({ floor, nothing }: Scale, rows: readonly Pick<Row, 'best'>[]): DistanceAxis {
  const least = Math.min(...floor.values, ...rows.map(({ best }) => best).filter((best) => best > 0));
  const domain = [0.9 * least, 1.04 * nothing] as const;
  const round = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
  return { domain, ticks: round.filter((tick) => tick >= domain[0] && tick <= domain[1]) };
}

/** Where a value stands on the axis, 0 … 1; a distance of 0, which no logarithm has, at its end. */
export function shareOn({ domain: [low, high] }: DistanceAxis, value: number): number {
  const share = Math.log(value / low) / Math.log(high / low);
  return Math.max(0, Math.min(1, share));
}

/**
 * The trials that have a place of their own, and the number of those that have not: no better than a single point, they all count as
 * it and would lie one upon another at the rim.
 */
export function partAtRim(
  scores: readonly number[],
  { nothing }: Pick<Scale, 'nothing'>,
): { readonly placed: readonly number[]; readonly atRim: number } {
  const placed = scores.filter((score) => score < nothing);
  return { placed, atRim: scores.length - placed.length };
}

/**
 * One dot for each score, as the path of an SVG whose strokes have round ends: up to `LANES` above one another, so that the height of
 * a dot means nothing. Moves are relative, from the least score to the greatest, which makes a page of 600 dots half as long.
 */
export function dotsOf(scores: readonly number[], axis: DistanceAxis): string {
  const height = (i: number) => Math.round(((((i * LEAP) % LANES) + 1) * STRIP) / (LANES + 1));
  let [x, y] = [0, 0];
  return scores
    .toSorted((a, b) => a - b)
    .map((score, i) => {
      const [toX, toY] = [Math.round(SIDE * shareOn(axis, score)), height(i)];
      const move = `m${toX - x} ${toY - y}h0`;
      [x, y] = [toX, toY];
      return move;
    })
    .join('');
}

/** A name at the end of a line: where the line ends, and where the name stands so that no two names cover each other. */
export interface EndLabel {
  readonly name: string;
  readonly end: number;
  readonly at: number;
}

/**
 * Spreads names along a side: in the order of their ends, at least `gap` apart, each as near its end as that allows.
 * @param ends places 0 … 1 of the lines' ends
 * @param gap least distance of two names; names.length · gap ≤ 1
 */
export function spreadLabels(ends: Readonly<Record<string, number>>, gap: number): EndLabel[] {
  const sorted = Object.entries(ends).sort(([, a], [, b]) => a - b);
  const places: number[] = [];
  sorted.forEach(([, end], i) => places.push(Math.max(end, i === 0 ? gap / 2 : (places[i - 1] ?? 0) + gap)));
  // Pushed out at the far side: back from there.
  for (let i = places.length - 1; i >= 0; i--)
    places[i] = Math.min(places[i] ?? 0, i === places.length - 1 ? 1 - gap / 2 : (places[i + 1] ?? 1) - gap);
  return sorted.map(([name, end], i) => ({ name, end, at: places[i] ?? end }));
}
