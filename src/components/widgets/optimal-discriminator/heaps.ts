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

/** Mass of a box in the cell of this width around x. */
function boxMass({ centres, width }: Heaps, x: number, cell: number): number {
  const masses = centres.map((centre) => {
    const from = Math.max(x - cell / 2, centre - BOX * width);
    const to = Math.min(x + cell / 2, centre + BOX * width);
    return Math.max(0, to - from) / (2 * BOX * width * centres.length);
  });
  return masses.reduce((sum, mass) => sum + mass, 0);
}

/**
 * Smaller probabilities of a cell are raised to this: far tails of Gaussians would underflow to 0, and the divergences
 * take a 0 for a true one.
 */
const LEAST = 1e-300;

/** Probabilities of cells of this width around the points, sum 1. */
export function masses(heaps: Heaps, xs: Float64Array, cell: number): Float64Array {
  const found = xs.map((x) =>
    heaps.shape === 'box' ? boxMass(heaps, x, cell) : Math.max(LEAST, cell * Math.exp(logDensity(heaps, x))),
  );
  const total = found.reduce((sum, mass) => sum + mass, 0);
  return found.map((mass) => mass / total);
}
