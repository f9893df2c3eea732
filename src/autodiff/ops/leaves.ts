import { showShape, sizeOf, type Graph, type Node, type Shape } from '../graph';
import { checkShape } from './shapes';

/** Largest `below` of randomIndex: its draws have 24 bits. */
const INDEX_LIMIT = 2 ** 24;

function copyInitial(name: string, shape: Shape, initial: ArrayLike<number>): Float32Array {
  if (initial.length !== sizeOf(shape))
    throw new RangeError(
      `${name}: shape ${showShape(shape)} has ${sizeOf(shape)} elements, but ${initial.length} initial values were given`,
    );
  return Float32Array.from(initial);
}

/**
 * Trainable or carried state: changed by updates and by `session.write`.
 * @param initial row-major, as many as the shape has elements; stored as float32
 * @param name for messages; need not be unique
 * @throws RangeError if the number of initial values is not the shape's size.
 */
export function parameter(graph: Graph, shape: Shape, initial: ArrayLike<number>, name: string): Node {
  checkShape(`parameter ${name}`, shape);
  return graph.node('parameter', [], shape, {
    name,
    initial: copyInitial(`parameter ${name}`, shape, initial),
  });
}

/** A value set from outside by `session.write`; `initial` (default zeros) holds until then. */
export function input(graph: Graph, shape: Shape, name: string, initial?: ArrayLike<number>): Node {
  checkShape(`input ${name}`, shape);
  return graph.node('input', [], shape, {
    name,
    initial: initial && copyInitial(`input ${name}`, shape, initial),
  });
}

/**
 * Every element is `value`.
 * @param shape default `[]`, a scalar
 * @throws RangeError if the value is not finite.
 */
export function constant(graph: Graph, value: number, shape: Shape = []): Node {
  if (!Number.isFinite(value)) throw new RangeError(`constant: the value must be finite, found ${value}`);
  // −0 and 0 have one key in the graph's table, so they must be one value.
  return graph.node('constant', [], checkShape('constant', shape), { value: value + 0 });
}

/** Uniform in [0, 1), drawn anew in every run: see methods/rng for the definition of each bit. */
export function uniform(graph: Graph, shape: Shape): Node {
  return graph.node('uniform', [], checkShape('uniform', shape), { stream: graph.nextStream() });
}

/** Standard normal, drawn anew in every run. */
export function normal(graph: Graph, shape: Shape): Node {
  return graph.node('normal', [], checkShape('normal', shape), { stream: graph.nextStream() });
}

/**
 * Whole numbers 0 … below − 1 with equal probability (to 2⁻²⁴), drawn anew in every run.
 * @throws RangeError unless `below` is a whole number in 1 … 2²⁴.
 */
export function randomIndex(graph: Graph, shape: Shape, below: number): Node {
  if (!Number.isInteger(below) || below < 1 || below > INDEX_LIMIT)
    throw new RangeError(`randomIndex: below must be a whole number in 1 … 2^24, found ${below}`);
  return graph.node('randomIndex', [], checkShape('randomIndex', shape), {
    stream: graph.nextStream(),
    below,
  });
}
