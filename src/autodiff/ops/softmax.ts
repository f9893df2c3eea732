import { showShape, sizeOf, type Node, type Shape } from '../graph';
import { add, divide, subtract } from './arithmetic';
import { exp, log, stopGradient } from './elementwise';
import { takeAtMax } from './pooling';
import { sum } from './reductions';
import { checkAxes } from './shapes';
import { reshape } from './structure';

/** The largest along one axis, which stays with size 1. */
function maxAlong(x: Node, axis: number): Node {
  const count = x.shape[axis] ?? 1;
  if (count === 1) return x;
  const [outer, inner] = [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis + 1))];
  // As the pooling of an image of one column, so that the derivative to any order is there already.
  const image = reshape(x, [outer, count, 1, inner]);
  const window = { size: [count, 1], strides: [count, 1], padding: [0, 0] } as const;
  return reshape(takeAtMax(image, image, [outer, 1, 1, inner], window), x.shape.with(axis, 1));
}

/**
 * The largest value over `axes`, which stay as axes of size 1. Where several are the largest, one of them has the
 * derivative: along each axis the first.
 * @param axes negative ones count from the end; without them the largest of all, of shape `[]`
 * @throws RangeError if an axis does not exist.
 */
export function max(x: Node, axes?: readonly number[]): Node {
  if (!axes) return reshape(max(reshape(x, [sizeOf(x.shape)]), [0]), []);
  return checkAxes('max', x.shape, axes).reduce(maxAlong, x);
}

/**
 * log Σ eˣ over `axes`, which stay as axes of size 1, without overflow: the largest is taken out first.
 * @param axes as `max`
 * @throws RangeError if an axis does not exist.
 */
export function logSumExp(x: Node, axes?: readonly number[]): Node {
  const all: Shape = [...x.shape.keys()];
  // The value does not depend on what is taken out, so no derivative goes that way.
  const largest = stopGradient(max(x, axes ?? all));
  const total = add(largest, log(sum(exp(subtract(x, largest)), axes ?? all)));
  return axes ? total : reshape(total, []);
}

function checkAxis(name: string, x: Node, axis: number): readonly [number] {
  if (x.shape.length === 0) throw new RangeError(`${name}: needs an axis, found shape ${showShape(x.shape)}`);
  const [checked = 0] = checkAxes(name, x.shape, [axis]);
  return [checked];
}

/**
 * eˣⁱ / Σ eˣʲ along `axis`, without overflow.
 * @param axis default the last; negative ones count from the end
 * @throws RangeError if the axis does not exist.
 */
export function softmax(x: Node, axis = -1): Node {
  const axes = checkAxis('softmax', x, axis);
  const weights = exp(subtract(x, stopGradient(max(x, axes))));
  return divide(weights, sum(weights, axes));
}

/** log softmax(x) along `axis`, with its digits where x is large or softmax nearly 0. Otherwise as `softmax`. */
export function logSoftmax(x: Node, axis = -1): Node {
  const axes = checkAxis('logSoftmax', x, axis);
  const below = subtract(x, stopGradient(max(x, axes)));
  return subtract(below, log(sum(exp(below), axes)));
}
