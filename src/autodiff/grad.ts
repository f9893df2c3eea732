import { backward } from './gradients';
import { showShape, sizeOf, type Node } from './graph';
import { add, broadcast, constant } from './ops';
import { sameShape } from './ops/shapes';

/** The nodes that y depends on (y with them) and that depend on one of `wrt`, by rising id. */
function pathBetween(y: Node, wrt: readonly Node[]): Node[] {
  const below = new Set<Node>([y]);
  for (const node of below) for (const input of node.inputs) below.add(input);
  const onPath = new Set<Node>();
  const targets = new Set(wrt);
  for (const node of [...below].sort((a, b) => a.id - b.id))
    if (targets.has(node) || node.inputs.some((input) => onPath.has(input))) onPath.add(node);
  return [...onPath];
}

/**
 * Reverse-mode gradient of y, as nodes of the same graph, so that it can be differentiated again.
 *
 * $$\bar x_i = \sum_j \bar y_j \, \frac{\partial y_j}{\partial x_i}$$
 *
 * @param y one element (any shape of size 1), unless `seed` is given
 * @param wrt nodes of the same graph, leaves or not; each is treated as a free variable of what is computed from it
 * @param seed ȳ, of y's shape (default 1)
 * @returns for each of `wrt` a node of its shape; zeros where y does not depend on it
 * @throws RangeError if y has several elements and no seed is given, or the seed's shape differs.
 * @throws Error if a node of `wrt` belongs to another graph.
 * @example grad(sum(square(x)), [x]) // [2x]
 */
export function grad(y: Node, wrt: readonly Node[], seed?: Node): Node[] {
  if (!seed && sizeOf(y.shape) !== 1)
    throw new RangeError(
      `grad: expected one element, found shape ${showShape(y.shape)}; sum or average it, or give a seed of that shape`,
    );
  if (seed && !sameShape(seed.shape, y.shape))
    throw new RangeError(
      `grad: the seed has shape ${showShape(seed.shape)}, but y has ${showShape(y.shape)}`,
    );
  for (const node of wrt)
    if (node.graph !== y.graph)
      throw new Error(`grad: node ${node.id} (${node.op}) belongs to another graph than y`);

  const path = pathBetween(y, wrt);
  const onPath = new Set(path);
  const gradients = new Map<Node, Node>([[y, seed ?? constant(y.graph, 1, y.shape)]]);
  for (const node of path.reverse()) {
    const g = gradients.get(node);
    if (!g) continue;
    backward(broadcast(g, node.shape), node).forEach((part, position) => {
      const input = node.inputs[position];
      if (!part || !input || !onPath.has(input)) return;
      const known = gradients.get(input);
      gradients.set(input, known ? add(known, part) : part);
    });
  }
  return wrt.map((node) => gradients.get(node) ?? constant(y.graph, 0, node.shape));
}
