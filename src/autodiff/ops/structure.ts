import { showShape, sizeOf, type Node, type Shape } from '../graph';
import { constant } from './leaves';
import { broadcastShapes, checkBlock, checkShape, sameShape, sizeAt } from './shapes';

/** The one input of a node that has one. */
export function onlyInput(node: Node): Node {
  const [input] = node.inputs;
  if (!input || node.inputs.length > 1)
    throw new Error(`${node.op}: expected one input, found ${node.inputs.length}`);
  return input;
}

/**
 * Repeats axes of size 1 and new leading axes to `shape`.
 * @throws RangeError if x does not broadcast to the shape.
 */
export function broadcast(x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes('broadcast', x.shape, shape), shape))
    throw new RangeError(`broadcast: shape ${showShape(x.shape)} does not broadcast to ${showShape(shape)}`);
  if (x.op === 'constant') return constant(x.graph, x.attributes.value, shape);
  return x.graph.node('broadcast', [x.op === 'broadcast' ? onlyInput(x) : x], shape, {});
}

/**
 * The same elements, row-major, in another shape.
 * @throws RangeError if the number of elements differs.
 */
export function reshape(x: Node, shape: Shape): Node {
  if (sizeOf(x.shape) !== sizeOf(checkShape('reshape', shape)))
    throw new RangeError(
      `reshape: shape ${showShape(x.shape)} and ${showShape(shape)} have different numbers of elements`,
    );
  const source = x.op === 'reshape' ? onlyInput(x) : x;
  if (sameShape(source.shape, shape)) return source;
  if (source.op === 'constant') return constant(source.graph, source.attributes.value, shape);
  return source.graph.node('reshape', [source], shape, {});
}

/**
 * The axes in another order: axis i of the result is axis order[i] of x.
 * @param order each axis once (negative ones count from the end); default all of them from the last to the first
 * @throws RangeError if an axis is missing or named twice.
 * @example transpose(image, [0, 3, 1, 2]) // [n, height, width, channels] → [n, channels, height, width]
 */
export function transpose(x: Node, order?: readonly number[]): Node {
  const rank = x.shape.length;
  const axes = (order ?? [...x.shape.keys()].reverse()).map((axis) => (axis < 0 ? axis + rank : axis));
  if (axes.length !== rank || !x.shape.every((_, axis) => axes.includes(axis)))
    throw new RangeError(
      `transpose: the order ${showShape(order ?? axes)} does not name each axis of shape ${showShape(x.shape)} once`,
    );
  if (axes.every((axis, i) => axis === i)) return x;
  const shape = axes.map((axis) => sizeAt(x.shape, axis));
  if (x.op === 'constant') return constant(x.graph, x.attributes.value, shape);
  if (x.op === 'transpose')
    return transpose(
      onlyInput(x),
      axes.map((axis) => sizeAt(x.attributes.order, axis)),
    );
  return x.graph.node('transpose', [x], shape, { order: axes });
}

/**
 * The block of `shape` that begins at `start`.
 * @param start one whole number for each axis
 * @throws RangeError if the block does not lie inside x.
 */
export function slice(x: Node, start: Shape, shape: Shape): Node {
  checkBlock('slice', x.shape, start, checkShape('slice', shape));
  if (sameShape(x.shape, shape)) return x;
  if (x.op === 'constant') return constant(x.graph, x.attributes.value, shape);
  return x.graph.node('slice', [x], shape, { start });
}

/**
 * x at `start` inside zeros of `shape`: the adjoint of slice.
 * @throws RangeError if x does not fit there.
 */
export function pad(x: Node, start: Shape, shape: Shape): Node {
  checkBlock('pad', checkShape('pad', shape), start, x.shape);
  if (sameShape(x.shape, shape)) return x;
  return x.graph.node('pad', [x], shape, { start });
}

/**
 * Inputs one after another along `axis`.
 * @throws RangeError if there is no input, or the shapes differ on another axis.
 */
export function concat(inputs: readonly Node[], axis: number): Node {
  const [first, ...rest] = inputs;
  if (!first) throw new RangeError('concat: needs at least one input');
  sizeAt(first.shape, axis);
  for (const { shape } of rest)
    if (!sameShape(shape.with(axis, 1), first.shape.with(axis, 1)))
      throw new RangeError(
        `concat along axis ${axis}: shapes ${showShape(first.shape)} and ${showShape(shape)} differ on another axis`,
      );
  if (!rest.length) return first;
  const total = inputs.reduce((size, { shape }) => size + sizeAt(shape, axis), 0);
  return first.graph.node('concat', inputs, first.shape.with(axis, total), { axis });
}
