import { shareOf, type PlotAxis } from './plot-path';

type Domain = Pick<PlotAxis, 'domain'>;
type Curve = Readonly<{ xs: ArrayLike<number>; ys: ArrayLike<number> }>;

/** A place for a name, in the units of the axes: the middle of the text. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far places are tried apart, in shares of the axis. */
const STEPS = 24;

/** Whether a curve crosses a box: it has a point in it, or goes from above to below it. */
function isHit({ xs, ys }: Curve, box: { x: readonly number[]; y: readonly number[] }): boolean {
  const [left = 0, right = 0] = box.x;
  const [low = 0, high = 0] = box.y;
  let under = false;
  let over = false;
  for (let i = 0; i < xs.length; i++) {
    const at = xs[i] ?? NaN;
    if (at < left || at > right) continue;
    const level = ys[i] ?? NaN;
    if (level > low && level < high) return true;
    under ||= level <= low;
    over ||= level >= high;
  }
  return under && over;
}

/** The smallest distance of a point from a curve, in widths of the plot. */
function distanceTo({ xs, ys }: Curve, at: Place, { x, y, aspect }: Frame): number {
  let least = Infinity;
  const [u, v] = [shareOf(x, at.x), shareOf(y, at.y)];
  for (let i = 0; i < xs.length; i++) {
    const far = Math.hypot(shareOf(x, xs[i] ?? NaN) - u, aspect * (shareOf(y, ys[i] ?? NaN) - v));
    // A curve has no place where it is not finite.
    if (far < least) least = far;
  }
  return least;
}

/** Where names are looked for. */
export interface Frame {
  readonly x: Domain;
  readonly y: Domain;
  /** Height of the plot by its width. */
  readonly aspect: number;
}

/**
 * Where a curve's name can stand: nearest to its curve of all places whose box nothing crosses, and rather nearer to it than
 * to any other curve.
 * @param own the named curve
 * @param size width and height of the text, in shares of the axes
 * @param blocks lines that are crossed by no name, though nobody takes a name beside them for theirs
 * @returns the middle of the text; the upper left corner if every place is crossed
 * @example findPlace({ xs: [0, 1], ys: [0, 0] }, [], { x: { domain: [0, 1] }, y: { domain: [0, 1] }, aspect: 1 }, [0.2, 0.1])
 */
export function findPlace(
  own: Curve,
  others: readonly Curve[],
  frame: Frame,
  [width, height]: readonly [width: number, height: number],
  blocks: readonly Curve[] = [],
): Place {
  const value = ({ domain: [from, to] }: Domain, share: number) => from + share * (to - from);
  const { x, y } = frame;
  let best: Place = { x: value(x, width / 2), y: value(y, 1 - height / 2) };
  let least = Infinity;
  for (let i = 0; i <= STEPS; i++)
    for (let j = 0; j <= STEPS; j++) {
      const u = width / 2 + (i / STEPS) * (1 - width);
      const v = height / 2 + (j / STEPS) * (1 - height);
      const at = { x: value(x, u), y: value(y, v) };
      const box = {
        x: [value(x, u - width / 2), value(x, u + width / 2)],
        y: [value(y, v - height / 2), value(y, v + height / 2)],
      };
      if ([own, ...others, ...blocks].some((curve) => isHit(curve, box))) continue;
      const far = distanceTo(own, at, frame);
      if (far >= least) continue;
      const astray = others.some((other) => distanceTo(other, at, frame) < far);
      if (far + Number(astray) < least) [least, best] = [far + Number(astray), at];
    }
  return best;
}
