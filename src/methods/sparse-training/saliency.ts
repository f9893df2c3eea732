import { compile } from '~/autodiff/compile';
import { grad } from '~/autodiff/grad';
import { Graph } from '~/autodiff/graph';
import { affine, input, logSoftmax, matmul, multiply, sum } from '~/autodiff/ops';
import type { Session } from '~/autodiff/program';
import { graspMasks, graspScores, hessianGradient } from '~/methods/grasp/grasp';
import { connectionSensitivity, snipMasks, type ByLayer } from '~/methods/snip/snip';
import { layerShapes, type Architecture } from '~/methods/sparse-mlp/layer-shapes';
import { throughLayers } from '~/methods/sparse-mlp/through-layers';
import type { Batch } from '~/methods/sparse-mlp/trainer';
import type { Mask } from '~/methods/sparsity/masks';

/** GraSP divides the logits by this before the cross-entropy, as its authors' code does. */
export const GRASP_TEMPERATURE = 200;

/** What of each layer's weights is asked of a batch: the gradient (SNIP), or the Hessian's product with it (GraSP). */
export type Saliency = 'snip' | 'grasp';

/**
 * Masks found before training, of the dense network with zero biases, on one batch.
 * @param architecture its sizes, and convolutions if there are any
 * @param weights initial ones, [outputs, inputs] of each layer
 * @param sparsity S in [0, 1), of all layers together
 * @throws RangeError as `snipMasks` and `graspMasks`
 */
export async function masksBeforeTraining(
  session: Session,
  saliency: Saliency,
  architecture: Architecture,
  weights: ByLayer,
  batch: Batch,
  sparsity: number,
): Promise<Mask[]> {
  const { sizes } = architecture;
  const count = batch.x.length / (sizes[0] ?? NaN);
  const graph = new Graph();
  const shapes = layerShapes(architecture);
  const layers = shapes.map(({ inputs, outputs }, at) => input(graph, [outputs, inputs], `w${at}`));
  const [x, labels] = [
    input(graph, [sizes[0] ?? 0, count], 'x'),
    input(graph, [sizes.at(-1) ?? 0, count], 'labels'),
  ];
  const { logits } = throughLayers(graph, shapes, x, (at, matrix) => matmul(layers[at]!, matrix));
  const cooled = saliency === 'grasp' ? affine(logits, 1 / GRASP_TEMPERATURE) : logits;
  const loss = affine(sum(multiply(logSoftmax(cooled, 0), labels)), -1 / count);
  const asked = saliency === 'grasp' ? hessianGradient(loss, layers) : grad(loss, layers);
  const step = await session.compile(compile({ outputs: asked }));
  layers.forEach((layer, at) => { session.write(layer, weights[at] ?? []); }); // prettier-ignore
  session.write(x, batch.x);
  session.write(labels, batch.labels);
  await step.run();
  const found = await Promise.all(asked.map((node) => step.read(node)));
  return saliency === 'snip'
    ? snipMasks(connectionSensitivity(weights, found), sparsity)
    : graspMasks(graspScores(weights, found), sparsity);
}
