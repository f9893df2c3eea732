import type { Params } from './optimal-discriminator.params';

/** One or two equal heaps on the line: Gaussians, or boxes (uniform) of the same standard deviation. */
export interface Heaps {
  readonly shape: Params['shape'];
  /** Centres; each heap has an equal share. */
  readonly centres: readonly number[];
  readonly width: number;
}

export function dataOf({ shape, dataAt, dataWidth, gap }: Params): Heaps {
  return { shape, centres: gap === 0 ? [dataAt] : [dataAt - gap, dataAt + gap], width: dataWidth };
}

export function modelOf({ shape, modelAt, modelWidth }: Params): Heaps {
  return { shape, centres: [modelAt], width: modelWidth };
}

const LOG_ROOT = Math.log(2 * Math.PI) / 2;
/** Half the side of a box of standard deviation 1. */
const BOX = Math.sqrt(3);

/** log p(x); −∞ outside of boxes. */
export function logDensity({ shape, centres, width }: Heaps, x: number): number {
  const share = Math.log(centres.length);
  const logs = centres.map((centre) => {
    const z = (x - centre) / width;
    if (shape === 'box') return Math.abs(z) <= BOX ? -Math.log(2 * BOX * width) - share : -Infinity;
    return (-z * z) / 2 - LOG_ROOT - Math.log(width) - share;
  });
  const top = Math.max(...logs);
  if (top === -Infinity) return top;
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

/** d log p(x) / dx; 0 for boxes, whose density is flat wherever it is not 0. */
export function scoreOf(heaps: Heaps, x: number): number {
  const { shape, centres, width } = heaps;
  if (shape === 'box') return 0;
  const squares = centres.map((centre) => ((x - centre) / width) ** 2);
  const least = Math.min(...squares);
  const weights = squares.map((square) => Math.exp((least - square) / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return centres.reduce((sum, centre, i) => sum + (weights[i] ?? 0) * (centre - x), 0) / (total * width ** 2);
}

/** Mass of boxes between two points. */
function boxMass({ centres, width }: Heaps, from: number, to: number): number {
  const masses = centres.map((centre) => {
    const inside = Math.min(to, centre + BOX * width) - Math.max(from, centre - BOX * width);
    return Math.max(0, inside) / (2 * BOX * width * centres.length);
  });
  return masses.reduce((sum, mass) => sum + mass, 0);
}

/**
 * Masses of two sorts of boxes between neighbours of all their edges. In each such interval both densities are constant, so
 * divergences between these masses are those between the densities, exactly.
 */
export function boxPieces(data: Heaps, model: Heaps): readonly [data: Float64Array, model: Float64Array] {
  const ends = [data, model].flatMap(({ centres, width }) =>
    centres.flatMap((centre) => [centre - BOX * width, centre + BOX * width]),
  );
  const edges = Float64Array.from(new Set(ends)).sort();
  const piecesOf = (heaps: Heaps) => edges.subarray(1).map((to, i) => boxMass(heaps, edges[i] ?? NaN, to));
  return [piecesOf(data), piecesOf(model)];
}

/**
 * Smaller probabilities of a cell are raised to this: far tails of Gaussians would underflow to 0, and the divergences
 * take a 0 for a true one.
 */
const LEAST = 1e-300;

/** Probabilities of cells of this width around the points, sum 1. */
export function masses(heaps: Heaps, xs: Float64Array, cell: number): Float64Array {
  const found = xs.map((x) =>
    heaps.shape === 'box'
      ? boxMass(heaps, x - cell / 2, x + cell / 2)
      : Math.max(LEAST, cell * Math.exp(logDensity(heaps, x))),
  );
  const total = found.reduce((sum, mass) => sum + mass, 0);
  return found.map((mass) => mass / total);
}
