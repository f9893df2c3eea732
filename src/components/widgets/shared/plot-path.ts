/** The square of an SVG's own units: whole numbers, so that a path is short; the page stretches it. */
export const SIDE = 1000;

export interface PlotAxis {
  readonly domain: readonly [number, number];
  /** Name and unit. */
  readonly title: string;
  readonly ticks: readonly number[];
  readonly show?: (value: number) => string;
}

/** The roles of colours (`--role-*`), and a fifth for what has none. */
export type Role = 'data' | 'model' | 'judge' | 'gradient' | 'quiet';

export interface PlotLine {
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  readonly role: Role;
  /** CSS pixels on and off. */
  readonly dash?: string;
  readonly width?: number;
  /** Tints the ground between the line and 0. */
  readonly filled?: boolean;
}

export interface PlotLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly role: Role;
  /** Which side of the text stands at x. */
  readonly align?: 'start' | 'center' | 'end';
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly role: Role;
  readonly hollow?: boolean;
}

/** Where a value stands between the ends of an axis: 0 … 1. */
export function shareOf({ domain: [from, to] }: Pick<PlotAxis, 'domain'>, value: number): number {
  return (value - from) / (to - from);
}

/** Beyond the picture by this much a line may as well be straight. */
const FAR = 10 * SIDE;
const whole = (share: number): number => Math.round(Math.max(-FAR, Math.min(FAR, share * SIDE)));

/**
 * The points as an SVG path in a square of side `SIDE`, y upward; a value that is not finite breaks it. What lies
 * outside stays outside: the picture cuts it.
 * @example pathOf([0, 1], [0, 1], { domain: [0, 1] }, { domain: [0, 1] }) // 'M0 1000L1000 0'
 */
export function pathOf(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  x: Pick<PlotAxis, 'domain'>,
  y: Pick<PlotAxis, 'domain'>,
): string {
  let path = '';
  let down = false;
  for (let i = 0; i < xs.length; i++) {
    const level = ys[i] ?? NaN;
    if (Number.isFinite(level))
      path += `${down ? 'L' : 'M'}${whole(shareOf(x, xs[i] ?? NaN))} ${whole(1 - shareOf(y, level))}`;
    down = Number.isFinite(level);
  }
  return path;
}

/** `pathOf`, closed along the level 0: the ground under a density. For values that are all finite. */
export function groundOf(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  x: Pick<PlotAxis, 'domain'>,
  y: Pick<PlotAxis, 'domain'>,
): string {
  if (xs.length === 0) return '';
  const zero = whole(1 - shareOf(y, 0));
  const at = (i: number) => whole(shareOf(x, xs[i] ?? NaN));
  return `${pathOf(xs, ys, x, y)}L${at(xs.length - 1)} ${zero}L${at(0)} ${zero}Z`;
}
