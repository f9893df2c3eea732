import { SIDE, type PlotLine } from '../shared/plot-path';

/** Which points of a line are needed so that no other lies further than this above or below it (Douglas and Peucker 1973). */
function neededOf(xs: ArrayLike<number>, ys: ArrayLike<number>, tolerance: number): number[] {
  const at = (values: ArrayLike<number>, i: number) => values[i] ?? NaN;
  const between = (from: number, to: number): number[] => {
    let [worst, far] = [tolerance, -1];
    const slope = (at(ys, to) - at(ys, from)) / (at(xs, to) - at(xs, from));
    for (let i = from + 1; i < to; i++) {
      const off = Math.abs(at(ys, i) - at(ys, from) - slope * (at(xs, i) - at(xs, from)));
      if (off > worst) [worst, far] = [off, i];
    }
    return far < 0 ? [from] : [...between(from, far), ...between(far, to)];
  };
  // Where values are not finite the line is broken: one such point stays, and the ends on both sides of it.
  const needed: number[] = [];
  let start = 0;
  for (let i = 0; i <= xs.length; i++)
    if (!Number.isFinite(at(ys, i))) {
      if (i > start) needed.push(...between(start, i - 1), i - 1, ...(i < xs.length ? [i] : []));
      start = i + 1;
    }
  return [...new Set(needed)];
}

/**
 * The same lines by fewer points: straight stretches need two. No line moves by more than a path's own rounding, half a unit of
 * `SIDE`, and the page is as much lighter as the densities have flat tails.
 * @param height of the plot, in units of y
 */
export function straighten(lines: readonly PlotLine[], height: number): PlotLine[] {
  return lines.map((line) => {
    const needed = neededOf(line.xs, line.ys, height / (2 * SIDE));
    const pick = (values: ArrayLike<number>) => needed.map((i) => values[i] ?? NaN);
    return { ...line, xs: pick(line.xs), ys: pick(line.ys) };
  });
}
