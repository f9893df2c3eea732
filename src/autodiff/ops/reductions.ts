import { showShape, sizeOf, type Node, type Shape } from '../graph';
import { affine } from './elementwise';
import { constant } from './leaves';
import { checkAxes, sizeAt } from './shapes';
import { reshape } from './structure';

/**
 * Sum over `axes`, which stay as axes of size 1 (so the result broadcasts against x).
 * @param axes negative ones count from the end; without them the sum over everything, of shape `[]`
 * @throws RangeError if an axis does not exist.
 */
export function sum(x: Node, axes?: readonly number[]): Node {
  if (!axes) return reshape(sum(x, [...x.shape.keys()]), []);
  const summed = checkAxes('sum', x.shape, axes).filter((axis) => x.shape[axis] !== 1);
  if (!summed.length) return x;
  const shape = summed.reduce<Shape>((kept, axis) => kept.with(axis, 1), x.shape);
  if (x.op === 'constant')
    return constant(x.graph, (x.attributes.value * sizeOf(x.shape)) / sizeOf(shape), shape);
  return x.graph.node('sum', [x], shape, { axes: summed });
}

/** The sum over `axes` divided by the number of elements in it. Shapes as `sum`. */
export function mean(x: Node, axes?: readonly number[]): Node {
  const total = sum(x, axes);
  return affine(total, sizeOf(total.shape) / sizeOf(x.shape));
}

/**
 * Sums x down to a shape that broadcasts to x's: the adjoint of broadcast.
 * @throws RangeError if the shape does not broadcast to x's.
 */
export function sumTo(x: Node, shape: Shape): Node {
  const lead = x.shape.length - shape.length;
  const axes = [...x.shape.keys()].filter(
    (axis) => axis < lead || (shape[axis - lead] === 1 && x.shape[axis] !== 1),
  );
  return reshape(sum(x, axes), shape);
}

/** Which operands of a matrix product are read transposed. */
export interface Transposes {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/**
 * Matrix product: [m, k] · [k, n] → [m, n]. With `transposeA` a is stored as [k, m], with `transposeB` b as [n, k].
 * @throws RangeError if an operand is not a matrix or the inner sizes differ.
 */
export function matmul(a: Node, b: Node, { transposeA = false, transposeB = false }: Transposes = {}): Node {
  const inner = [a.shape[transposeA ? 0 : 1], b.shape[transposeB ? 1 : 0]];
  if (a.shape.length !== 2 || b.shape.length !== 2 || inner[0] !== inner[1])
    throw new RangeError(
      `matmul: shapes ${showShape(a.shape)}${transposeA ? ' transposed' : ''} and ` +
        `${showShape(b.shape)}${transposeB ? ' transposed' : ''} do not multiply`,
    );
  const shape = [sizeAt(a.shape, transposeA ? 1 : 0), sizeAt(b.shape, transposeB ? 0 : 1)];
  return a.graph.node('matmul', [a, b], shape, { transposeA, transposeB });
}

/**
 * Rows x[index[i]]: x [m, …], index [k] → [k, …]. Indices are whole numbers 0 … m − 1 held as floats.
 * @throws RangeError if x has no rows to gather or the index is not a vector.
 */
export function gatherRows(x: Node, index: Node): Node {
  if (x.shape.length < 1 || index.shape.length !== 1)
    throw new RangeError(
      `gatherRows: expected rows [m, …] and an index [k], found ${showShape(x.shape)} and ${showShape(index.shape)}`,
    );
  return x.graph.node('gatherRows', [x, index], [sizeAt(index.shape, 0), ...x.shape.slice(1)], {});
}

/**
 * Zeros [rows, …] with g[i] added to row index[i]: g [k, …], index [k]. The adjoint of gatherRows.
 * @throws RangeError if index is not a vector with one entry for each row of g.
 */
export function scatterAddRows(g: Node, index: Node, rows: number): Node {
  if (index.shape.length !== 1 || g.shape[0] !== index.shape[0])
    throw new RangeError(
      `scatterAddRows: expected rows [k, …] and an index [k], found ${showShape(g.shape)} and ${showShape(index.shape)}`,
    );
  return g.graph.node('scatterAddRows', [g, index], [rows, ...g.shape.slice(1)], {});
}
