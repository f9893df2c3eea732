import type { Graph, Node } from '~/autodiff/graph';
import { gatherRows, input, maxPool, relu, reshape } from '~/autodiff/ops';
import { windowRows, type LayerShape } from './layer-shapes';

/** What a batch comes to in every layer. */
export interface Passed {
  /** What each layer's weights multiply: [inputs, batch], of a convolution [inputs, positions² × batch]. */
  readonly matrices: readonly Node[];
  /** The products with their biases, before ReLU. */
  readonly sums: readonly Node[];
  /** [classes, batch] */
  readonly logits: Node;
}

/**
 * Sends a batch through layers with ReLU between them. A convolution is a product too: its windows are laid side by side as columns.
 * @param x [pixels, batch]
 * @param apply weights of layer `at` times a matrix [inputs, columns], with the bias: [outputs, columns]
 */
export function throughLayers(
  graph: Graph,
  shapes: readonly LayerShape[],
  x: Node,
  apply: (at: number, matrix: Node) => Node,
): Passed {
  const batch = x.shape[1] ?? 1;
  const [matrices, sums]: [Node[], Node[]] = [[], []];
  let h = x;
  shapes.forEach(({ inputs, outputs, windows }, at) => {
    let matrix = h;
    if (windows) {
      const rows = windowRows(windows);
      const seen = gatherRows(h, input(graph, [rows.length], `windows${at}`, rows));
      matrix = reshape(seen, [inputs, windows.positions ** 2 * batch]);
    }
    const product = apply(at, matrix);
    matrices.push(matrix);
    sums.push(product);
    if (windows) {
      const { positions } = windows;
      // The batch is the fastest index: to the pool it looks like channels.
      const pooled = maxPool(relu(reshape(product, [outputs, positions, positions, batch])), 2);
      h = reshape(pooled, [outputs * (positions / 2) ** 2, batch]);
    } else h = at < shapes.length - 1 ? relu(product) : product;
  });
  return { matrices, sums, logits: h };
}
