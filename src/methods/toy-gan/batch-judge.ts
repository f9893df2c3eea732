import type { Node } from '~/autodiff/graph';
import { add, affine, broadcast, concat, matmul, mean, parameter, slice } from '~/autodiff/ops';
import { minibatchFeatures } from '~/methods/minibatch-discrimination/minibatch-features';
import { activate, applyMlp, type Activation, type Mlp } from '~/methods/mlp/mlp';
import type { Rng } from '~/methods/rng/rng';

/** Features of likeness that the judge gets, and the numbers that each compares. */
const KERNELS = 8;
const COMPARED = 3;
/** Many points are judged in batches of this size: the cost grows with its square. */
const CHUNK = 64;

/**
 * A judge that sees how alike the samples of a batch are (Salimans et al. 2016, section 3.2): its last layer takes, besides its
 * last hidden units, `minibatchFeatures` of them, divided by the number of rows so that it means the same in any batch.
 *
 * What can be asked of it: a batch as one (`judge`); many points in batches of CHUNK (`judgeMany`, how a frame asks about data
 * and samples); and points by themselves (`judgeLone`, the field), for which the features of likeness are held at their mean over a
 * batch in `company`: what the judge says of a point that came in such company.
 * @param net 2-h-…-h-1; its last layer's weights go to the hidden units
 */
export function batchJudge(net: Mlp, rng: Rng, activation: Activation) {
  const last = net.at(-1);
  if (!last || net.length < 2)
    throw new RangeError(`batchJudge: expected a hidden layer, found ${net.length} layers`);
  const { graph, shape } = last.weight;
  const units = shape[0] ?? NaN;
  const normals = (rows: number, columns: number, deviation: number) =>
    Float32Array.from({ length: rows * columns }, () => deviation * rng.normal());
  const width = KERNELS * COMPARED;
  const tensor = parameter(
    graph,
    [units, width],
    normals(units, width, 1 / Math.sqrt(units)),
    'D likeness tensor',
  );
  const weight = parameter(
    graph,
    [KERNELS, 1],
    normals(KERNELS, 1, 1 / Math.sqrt(KERNELS)),
    'D likeness weight',
  );

  const hidden = (x: Node) => activate(activation, applyMlp(net.slice(0, -1), x, activation));
  const likeness = (features: Node) =>
    affine(minibatchFeatures(features, tensor, KERNELS, COMPARED), 1 / (features.shape[0] ?? NaN));
  const conclude = (features: Node, alike: Node) =>
    add(add(matmul(features, last.weight), matmul(alike, weight)), last.bias);
  const judge = (x: Node) => {
    const features = hidden(x);
    return conclude(features, likeness(features));
  };
  return {
    judge,
    judgeMany: (x: Node) => concat(chunksOf(x).map(judge), 0),
    judgeLone: (x: Node, company: Node) => {
      const [batch = company] = chunksOf(company);
      return conclude(hidden(x), broadcast(mean(likeness(hidden(batch)), [0]), [x.shape[0] ?? NaN, KERNELS]));
    },
    parameters: [tensor, weight],
  };
}

/** Consecutive blocks of CHUNK rows; the last may be shorter. */
function chunksOf(x: Node): Node[] {
  const [rows = 0, columns = 0] = x.shape;
  return Array.from({ length: Math.ceil(rows / CHUNK) }, (_, chunk) =>
    slice(x, [chunk * CHUNK, 0], [Math.min(CHUNK, rows - chunk * CHUNK), columns]),
  );
}
