import { showShape, type Node } from '~/autodiff/graph';
import { sameShape } from '~/autodiff/ops/shapes';

/**
 * Checks that nodes are matrices of one shape.
 * @param named the nodes under the names that a message shall use
 * @throws RangeError if one is not [batch, dimensions] or they differ.
 */
export function checkMatrices(name: string, named: Readonly<Record<string, Node>>): void {
  const [[first, one] = ['', undefined], ...others] = Object.entries(named);
  if (one?.shape.length !== 2)
    throw new RangeError(
      `${name}: ${first} must be [batch, dimensions], found ${showShape(one?.shape ?? [])}`,
    );
  for (const [other, node] of others)
    if (!sameShape(one.shape, node.shape))
      throw new RangeError(
        `${name}: ${first} has shape ${showShape(one.shape)}, ${other} ${showShape(node.shape)}; they must be equal`,
      );
}

/**
 * Checks that arrays have one length, at least 1.
 * @param named the arrays under the names that a message shall use
 * @throws RangeError otherwise.
 */
export function checkLengths(name: string, named: Readonly<Record<string, ArrayLike<number>>>): void {
  const [[first, one] = ['', []], ...others] = Object.entries(named);
  if (one.length === 0) throw new RangeError(`${name}: ${first} must have at least one value, found none`);
  for (const [other, values] of others)
    if (values.length !== one.length)
      throw new RangeError(
        `${name}: ${first} has ${one.length} values, ${other} ${values.length}; they must be equal`,
      );
}
