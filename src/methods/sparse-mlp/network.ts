import { grad } from '~/autodiff/grad';
import type { Graph, Node } from '~/autodiff/graph';
import {
  add,
  affine,
  input,
  logSoftmax,
  matmul,
  multiply,
  parameter,
  sparseMatmul,
  sparsePattern,
  sum,
  type SparsePattern,
} from '~/autodiff/ops';
import type { Update } from '~/autodiff/program';
import { listEntries } from '~/autodiff/sparse-entries';
import { layerShapes, type Architecture, type LayerShape } from './layer-shapes';
import { throughLayers } from './through-layers';

/** What a layer begins with. Arrays are row-major [outputs, inputs]. */
export interface LayerStart {
  readonly mask: Uint8Array;
  readonly weights: ArrayLike<number>;
}

/** One layer's leaves. All are stored by features, so a batch is [features, batch]. */
export interface SparseLayerLeaves {
  readonly inputs: number;
  readonly outputs: number;
  /** Only where products are computed entry by entry. */
  readonly pattern: SparsePattern | undefined;
  /** 1 and 0, [outputs, inputs]. Only where products are dense. */
  readonly kept: Node | undefined;
  /** The entries [capacity] of a pattern, or all [outputs, inputs]. */
  readonly weights: Node;
  /** What momentum has gathered, as large as the weights. */
  readonly velocity: Node;
  /** [outputs, 1] */
  readonly bias: Node;
  readonly biasVelocity: Node;
  /** The smoothed dense gradient [outputs, inputs]; only with `smoothing`. */
  readonly smoothed: Node | undefined;
}

export interface NetworkOptions extends Architecture {
  readonly batch: number;
  /** μ of v ← μ v + g, w ← w − η v */
  readonly momentum: number;
  /** λ: weights (not biases) are pulled to 0 by λ w in the gradient. */
  readonly decay: number;
  /** Room for entries of each layer; undefined: the layer's products are dense, over masked weights. */
  readonly capacities: readonly (number | undefined)[];
  /**
   * β: every step also does m ← β m + (1 − β) g for the gradient g by **all** weights of each layer, before the pull of λ. Costs a dense gradient
   * a step. Default: there is no m.
   */
  readonly smoothing?: number | undefined;
}

/** A classifier with masked layers and what is computed of it. */
export interface SparseNetwork {
  readonly layers: readonly SparseLayerLeaves[];
  /** [features, batch], [classes, batch] one-hot, and η []. */
  readonly x: Node;
  readonly labels: Node;
  readonly rate: Node;
  /** [classes, batch] */
  readonly logits: Node;
  /** Mean cross-entropy, nats. */
  readonly loss: Node;
  /** ∂loss/∂W of every layer, [outputs, inputs], entries and all other places. */
  readonly denseGradients: readonly Node[];
  readonly updates: readonly Update[];
}

function makeLayer(
  graph: Graph,
  options: NetworkOptions,
  { inputs, outputs }: LayerShape,
  start: LayerStart,
  at: number,
): SparseLayerLeaves {
  const capacity = options.capacities[at];
  const shape = capacity === undefined ? [outputs, inputs] : [capacity];
  const size = shape.reduce((product, each) => product * each, 1);
  const zeros = (of: readonly number[], count: number, name: string) =>
    parameter(graph, of, new Float32Array(count), `${name}${at}`);
  return {
    inputs,
    outputs,
    pattern:
      capacity === undefined
        ? undefined
        : sparsePattern(
            graph,
            outputs,
            inputs,
            listEntries(start.mask, outputs, inputs, capacity),
            `pattern${at}`,
          ),
    kept: capacity === undefined ? input(graph, shape, `kept${at}`) : undefined,
    weights: zeros(shape, size, 'weights'),
    velocity: zeros(shape, size, 'velocity'),
    bias: zeros([outputs, 1], outputs, 'bias'),
    biasVelocity: zeros([outputs, 1], outputs, 'biasVelocity'),
    smoothed:
      options.smoothing === undefined ? undefined : zeros([outputs, inputs], outputs * inputs, 'smoothed'),
  };
}

/** W h + b, with the weights outside the mask as if they were not there. */
function applyLayer({ pattern, kept, weights, bias }: SparseLayerLeaves, h: Node): Node {
  const product = pattern
    ? sparseMatmul(pattern, weights, h)
    : matmul(kept ? multiply(weights, kept) : weights, h);
  return add(product, bias);
}

/** v ← μ v + g, w ← w − η v */
function momentumUpdates(
  weights: Node,
  velocity: Node,
  gradient: Node,
  rate: Node,
  momentum: number,
): readonly Update[] {
  const next = add(affine(velocity, momentum), gradient);
  return [
    { rule: 'assign', parameter: velocity, value: next },
    { rule: 'assign', parameter: weights, value: add(weights, affine(multiply(rate, next), -1)) },
  ];
}

/**
 * Convolutions if there are any, then a multilayer perceptron: ReLU between layers, masked weights and a softmax over classes, trained by momentum. A layer
 * with a capacity multiplies its entries alone; one without multiplies all weights, those outside the mask as zeros. Both
 * learn the same.
 * @throws RangeError if sizes, starts and capacities are not as many as belong together
 */
export function buildSparseNetwork(
  graph: Graph,
  options: NetworkOptions,
  starts: readonly LayerStart[],
): SparseNetwork {
  const { sizes, batch, momentum, decay } = options;
  const shapes = layerShapes(options);
  const count = shapes.length;
  if (sizes.length < 2 || starts.length !== count || options.capacities.length !== count)
    throw new RangeError(
      `sparse network: ${count} layers need ${count} starts and capacities, found ${starts.length} and ${options.capacities.length}`,
    );
  const layers = shapes.map((shape, at) => makeLayer(graph, options, shape, starts[at]!, at));
  const [x, labels, rate] = [
    input(graph, [sizes[0] ?? 0, batch], 'x'),
    input(graph, [sizes.at(-1) ?? 0, batch], 'labels'),
    input(graph, [], 'rate'),
  ];
  const { matrices, sums, logits } = throughLayers(graph, shapes, x, (at, matrix) =>
    applyLayer(layers[at]!, matrix),
  );
  const loss = affine(sum(multiply(logSoftmax(logits, 0), labels)), -1 / batch);
  const denseGradients = grad(loss, sums).map((g, at) => matmul(g, matrices[at] ?? x, { transposeB: true }));
  const byWeights = grad(
    loss,
    layers.flatMap(({ weights, bias }) => [weights, bias]),
  );
  const { smoothing = 0 } = options;
  const updates = layers.flatMap(({ weights, velocity, bias, biasVelocity, smoothed }, at) => {
    const [byWeight = loss, byBias = loss] = byWeights.slice(2 * at, 2 * at + 2);
    const pulled = decay === 0 ? byWeight : add(byWeight, affine(weights, decay));
    const [dense = loss] = denseGradients.slice(at, at + 1);
    const smoother: Update[] = smoothed
      ? [
          {
            rule: 'assign',
            parameter: smoothed,
            value: add(affine(smoothed, smoothing), affine(dense, 1 - smoothing)),
          },
        ]
      : [];
    return [
      ...momentumUpdates(weights, velocity, pulled, rate, momentum),
      ...momentumUpdates(bias, biasVelocity, byBias, rate, momentum),
      ...smoother,
    ];
  });
  return { layers, x, labels, rate, logits, loss, denseGradients, updates };
}
