import type { Rows } from '../shared/export';
import { keepApart } from '../shared/keep-apart';
import type { PlotLabel, PlotLine } from '../shared/plot-path';
import { GRID } from './allocate';
import type { Params } from './erk-allocator.params';

/** The ways of sharing out, as they are drawn: told apart by dashes too. */
export const WAYS = [
  { name: 'uniform', role: 'quiet', dash: '2 3' },
  { name: 'er', role: 'judge', dash: '7 4' },
  { name: 'erk', role: 'model', dash: '' },
] as const;

/** Cost over `GRID` for each way. */
export type Curves = Readonly<Record<Params['distribution'], readonly number[]>>;

const styleOf = (name: Params['distribution']) => WAYS.find((way) => way.name === name) ?? WAYS[0];

/** A step for each layer, as wide as any other. */
export function stepsOf(densities: readonly number[], way: Params['distribution'], quiet = false): PlotLine {
  const { role, dash } = styleOf(way);
  return {
    xs: densities.flatMap((_, at) => [at, at + 1]),
    ys: densities.flatMap((density) => [density, density]),
    role: quiet ? 'quiet' : role,
    dash: quiet ? '4 3' : dash,
    width: quiet ? 1.25 : 2,
    filled: !quiet,
  };
}

/** Cost over sparsity, the chosen way drawn heavier. */
export function costLines(curves: Curves, chosen: string): PlotLine[] {
  return WAYS.map(({ name, role, dash }) => ({
    xs: GRID,
    ys: curves[name],
    ...{ role, dash },
    width: name === chosen ? 2.5 : 1.25,
  }));
}

/** Curves nearer than this lie on each other. */
const ALIKE = 0.02;

/** Names at the left end of their curves, moved apart where two would meet. */
export function costNames(
  curves: Curves,
  words: Readonly<Record<Params['distribution'], string>>,
  alike: string,
): PlotLabel[] {
  const at = 4;
  const heights = WAYS.map(({ name }) => curves[name][at] ?? 0);
  if (Math.max(...heights) - Math.min(...heights) < ALIKE)
    return [{ x: GRID[at] ?? 0, y: Math.max(...heights) + 0.1, text: alike, role: 'model', align: 'start' }];
  // The plot is at least 110 px high and shows shares 0 … 1.
  const wanted = heights.map((height) => 110 * height);
  const places = keepApart(wanted, 17, 10, 100);
  return WAYS.map(({ name, role }, i) => ({
    x: GRID[at] ?? 0,
    y: (places[i] ?? 0) / 110,
    text: words[name],
    role,
    align: 'start',
  }));
}

/** The curves of cost as a table for a file. */
export function rowsOf(curves: Curves): Rows {
  return [
    ['sparsity', ...WAYS.map(({ name }) => name)],
    ...GRID.map((sparsity, at) => [sparsity, ...WAYS.map(({ name }) => curves[name][at] ?? NaN)]),
  ];
}
