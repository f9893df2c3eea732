import type { Node } from '~/autodiff/graph';

/** The node whose buffer holds this node's values: itself, but for reshapes and the like. */
export function storageOf(node: Node): Node {
  const same = node.op === 'reshape' || node.op === 'stopGradient';
  return same ? storageOf(inputOf(node, 0)) : node;
}

/** @throws Error if the node has no such input: a malformed graph. */
export function inputOf(node: Node, index: number): Node {
  const input = node.inputs[index];
  if (!input) throw new Error(`${node.op} (node ${node.id}) lacks its input ${index}`);
  return input;
}
