import type { Rule } from './bilinear-game.loop';
import { HALF_SIDE } from './bilinear-game.params';

/** Room between the plot and the edges of its canvas, CSS pixels; handle and still are placed by it too. */
export const ROOM = { left: 34, right: 10, top: 24, bottom: 40 } as const;

export const TICKS = [-3, -2, -1, 0, 1, 2, 3];

/** From the middle of one name to the next, pixels. */
export const LINE = 17;
/** What the piece of its line takes before a name, pixels. */
export const SAMPLE = 26;

/** Orbits have no role's colour: they are told apart by their dashes and by their names. */
export const DASHES: Readonly<Record<Rule, readonly number[]>> = {
  simultaneous: [],
  alternating: [7, 3],
  extragradient: [2, 3],
  penalized: [9, 3, 2, 3],
};

/** Where gradient steps lead, (−y, x), of length one, on a grid over the square. */
export function arrows(): { x: number; y: number; u: number; v: number }[] {
  const at = Array.from({ length: 2 * HALF_SIDE }, (_, index) => index + 0.5 - HALF_SIDE);
  return at.flatMap((x) => at.map((y) => ({ x, y, u: -y / Math.hypot(x, y), v: x / Math.hypot(x, y) })));
}
