import type { Node } from '~/autodiff/graph';

/** The values of a node's inputs, in order; a kernel takes as many as its operation has. */
export type InputValues = readonly [Float64Array, Float64Array, ...Float64Array[]];

/** What a kernel may ask besides its inputs. */
export interface Surroundings {
  readonly seed: number;
  /** How often this step ran before. */
  readonly run: number;
  /** Number of elements of the node. */
  readonly size: number;
  /** The value that the session holds for a parameter or input. */
  readonly held: (leaf: Node) => Float64Array;
}

/** Computes a node's value; made once for each node when a program is compiled. It may return an input unchanged. */
export type Kernel = (inputs: InputValues, surroundings: Surroundings) => Float64Array;
