import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph, sizeOf, type Node, type Shape } from '~/autodiff/graph';
import { input } from '~/autodiff/ops';
import { openReferenceNow } from './executors/reference/session';

/** A number, or an array of arrays of equal shape: `[[1, 2], [3, 4]]` has shape [2, 2]. */
export type Nested = number | readonly Nested[];

/** Values with their shape beside them, for large inputs: row-major. */
export interface Flat {
  readonly shape: Shape;
  readonly values: ArrayLike<number>;
}

export interface EvaluateOptions {
  /** For random nodes; default 0. */
  readonly seed?: number;
}

function isFlat(value: Nested | Flat): value is Flat {
  return typeof value === 'object' && 'shape' in value;
}

/** @throws RangeError if rows of one array differ in shape, or an array is empty. */
function flatten(value: Nested): Flat {
  if (typeof value === 'number') return { shape: [], values: [value] };
  const parts = value.map(flatten);
  const [first] = parts;
  if (!first) throw new RangeError('evaluate: an input is an empty array');
  const odd = parts.findIndex(({ shape }) => shape.join() !== first.shape.join());
  if (odd > 0)
    throw new RangeError(
      `evaluate: rows 0 and ${odd} of an input have shapes [${first.shape.join(', ')}] and [${parts[odd]?.shape.join(', ') ?? ''}]`,
    );
  return { shape: [value.length, ...first.shape], values: parts.flatMap(({ values }) => Array.from(values)) };
}

function nest(values: Float64Array, shape: Shape): Nested {
  const [length, ...inner] = shape;
  if (length === undefined) return values[0] ?? NaN;
  const size = sizeOf(inner);
  return Array.from({ length }, (_, i) => nest(values.subarray(i * size, (i + 1) * size), inner));
}

/** All numbers of a nested array, row-major. `numbersOf([[1, 2], [3, 4]])` is `[1, 2, 3, 4]`. */
export function numbersOf(value: Nested): number[] {
  return Array.from(flatten(value).values);
}

type GraphFunction<Result> = (...inputs: Node[]) => Result;

/** Builds the function's nodes, runs them once and returns the values of those that `pick` chooses. */
function run(
  inputs: readonly (Nested | Flat)[],
  build: (leaves: Node[]) => readonly Node[],
  { seed = 0 }: EvaluateOptions,
): Nested[] {
  const graph = new Graph();
  const flat = inputs.map((value) => (isFlat(value) ? value : flatten(value)));
  const leaves = flat.map(({ shape }, i) => input(graph, shape, `input ${i}`));
  const outputs = build(leaves);
  const session = openReferenceNow({ seed });
  leaves.forEach((leaf, i) => session.write(leaf, flat[i]?.values ?? []));
  const step = session.compile(compile({ outputs }));
  step.run();
  return outputs.map((output) => nest(step.readNow(output), output.shape));
}

/**
 * Runs a function of graph nodes on plain arrays, in float64, now: the way to ask a method for numbers.
 * @param fn takes one node for each input and returns a node
 * @param inputs numbers, nested arrays, or `{ shape, values }`
 * @returns the result as nested arrays of its shape (a number for shape `[]`)
 * @throws RangeError if an input is ragged, empty, or of another length than its shape says.
 * @example evaluate(nonSaturatingGeneratorLoss, [[0, 0]]) // 0.6931471805599453, which is log 2
 */
export function evaluate(
  fn: GraphFunction<Node>,
  inputs: readonly (Nested | Flat)[],
  options: EvaluateOptions = {},
): Nested {
  return run(inputs, (leaves) => [fn(...leaves)], options)[0] ?? NaN;
}

/**
 * `evaluate` of a function whose result is one number.
 * @throws RangeError if the result has a shape other than `[]`.
 */
export function evaluateScalar(
  fn: GraphFunction<Node>,
  inputs: readonly (Nested | Flat)[],
  options: EvaluateOptions = {},
): number {
  const value = evaluate(fn, inputs, options);
  if (typeof value !== 'number')
    throw new RangeError('evaluateScalar: the result is an array, not one number');
  return value;
}

/**
 * The gradient of a function of one element with respect to each of its inputs.
 * @returns one nested array for each input, of its shape
 * @throws RangeError as `evaluate`, or if the function's result has several elements.
 * @example evaluateGradient((x) => sum(square(x)), [[1, -3]]) // [[2, -6]]
 */
export function evaluateGradient(
  fn: GraphFunction<Node>,
  inputs: readonly (Nested | Flat)[],
  options: EvaluateOptions = {},
): Nested[] {
  return run(inputs, (leaves) => grad(fn(...leaves), leaves), options);
}
