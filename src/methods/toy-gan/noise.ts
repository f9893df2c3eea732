import type { Graph, Node } from '~/autodiff/graph';
import { add, affine, gatherRows, input, normal, randomIndex, uniform } from '~/autodiff/ops';
import { unitVector } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import type { NoiseLaw } from './options';

/** Half the width of a uniform law of variance 1. */
const SQRT_3 = Math.sqrt(3);
/** The law "eight": N(centre, σ²I) around eight centres, with gaps of several σ between them. */
const CLUSTERS = 8;
const CLUSTER_SIGMA = 0.06;
/** Eight points equally spaced from −a to a have variance a² · 9/21. */
const LINE_REACH = Math.sqrt(21) / 3;

/** How far a lattice of the noise reaches along each axis; 95% of a Gaussian coordinate lies within 2. */
const REACH: { readonly [Law in NoiseLaw]: number } = { gaussian: 2, uniform: SQRT_3, eight: 2 };

/**
 * The eight centres: on a circle of radius √2 (so that each coordinate has about variance 1) in the first two coordinates,
 * further ones 0; in one dimension equally spaced, with variance 1 too.
 * @returns [8, dimensions], row-major
 */
export function noiseCentres(dimensions: number): Float32Array {
  const centres = new Float32Array(CLUSTERS * dimensions);
  for (let i = 0; i < CLUSTERS; i++) {
    const [x, y] = unitVector((i + 0.5) / CLUSTERS);
    const place =
      dimensions === 1 ? [LINE_REACH * ((2 * i) / (CLUSTERS - 1) - 1)] : [Math.SQRT2 * x, Math.SQRT2 * y];
    centres.set(place, i * dimensions);
  }
  return centres;
}

/** z drawn anew in every run of a program: [batch, dimensions]. */
export function noiseNode(graph: Graph, law: NoiseLaw, batch: number, dimensions: number): Node {
  const shape = [batch, dimensions];
  if (law === 'gaussian') return normal(graph, shape);
  if (law === 'uniform') return affine(uniform(graph, shape), 2 * SQRT_3, -SQRT_3);
  const centres = input(graph, [CLUSTERS, dimensions], 'noise centres', noiseCentres(dimensions));
  const chosen = gatherRows(centres, randomIndex(graph, [batch], CLUSTERS));
  return add(chosen, affine(normal(graph, shape), CLUSTER_SIGMA));
}

/** n draws of z on the host: [n, dimensions], row-major. */
export function sampleNoise(rng: Rng, law: NoiseLaw, n: number, dimensions: number): Float32Array {
  const count = n * dimensions;
  if (law === 'gaussian') return Float32Array.from({ length: count }, () => rng.normal());
  if (law === 'uniform') return Float32Array.from({ length: count }, () => SQRT_3 * (2 * rng.uniform() - 1));
  const centres = noiseCentres(dimensions);
  const draws = new Float32Array(count);
  for (let i = 0; i < n; i++) {
    const from = rng.integer(CLUSTERS) * dimensions;
    for (let d = 0; d < dimensions; d++)
      draws[i * dimensions + d] = (centres[from + d] ?? NaN) + CLUSTER_SIGMA * rng.normal();
  }
  return draws;
}

/**
 * A regular lattice over the first two coordinates of z, the others 0; with one dimension a single row.
 * @returns points [rows · columns, dimensions] row by row from the lowest second coordinate, and the number of rows
 */
export function noiseLattice(
  law: NoiseLaw,
  dimensions: number,
  columns: number,
): { readonly points: Float32Array; readonly rows: number } {
  const rows = dimensions === 1 ? 1 : columns;
  const at = (index: number) => REACH[law] * ((2 * index) / (columns - 1) - 1);
  const points = new Float32Array(rows * columns * dimensions);
  for (let i = 0; i < rows * columns; i++) {
    const place = [at(i % columns), at(Math.floor(i / columns))];
    points.set(place.slice(0, dimensions), i * dimensions);
  }
  return { points, rows };
}
