/** A step of LeNet-300-100 with momentum on one batch, dense or by its entries alone: the network of `sparse-mlp`, which the laboratory trains. */
import { compile } from '~/autodiff/compile';
import { Graph } from '~/autodiff/graph';
import type { Program, Session } from '~/autodiff/program';
import { createRng } from '~/methods/rng/create-rng';
import { buildSparseNetwork } from '~/methods/sparse-mlp/network';
import { gatherEntries } from '~/methods/sparse-mlp/places';
import { erdosRenyiDensities } from '~/methods/sparsity/allocation';
import { keptCounts } from '~/methods/sparsity/counts';
import { lenet300100, weightCount } from '~/methods/sparsity/layers';
import { randomMask } from '~/methods/sparsity/masks';

export interface SparseBenchSizes {
  readonly batch: number;
  /** S in [0, 1); 0 is the dense network. */
  readonly sparsity: number;
}

/** Above this density a layer is multiplied densely, as in the laboratory. */
const DENSE_ABOVE = 0.4;

/** The program, and what puts weights and a batch into its session. */
export function sparseStep({ batch, sparsity }: SparseBenchSizes): {
  readonly program: Program;
  readonly prepare: (session: Session) => void;
} {
  const rng = createRng(5);
  const layers = lenet300100();
  const kept = keptCounts(layers, erdosRenyiDensities(layers, sparsity).densities);
  const starts = layers.map((layer, at) => {
    const size = weightCount(layer);
    const deviation = Math.sqrt(2 / (layer.shape[0] ?? 1));
    return {
      mask: randomMask(size, kept[at] ?? size, rng),
      weights: Float32Array.from({ length: size }, () => deviation * rng.normal()),
    };
  });
  const capacities = starts.map(({ mask }, at) =>
    (kept[at] ?? 0) > DENSE_ABOVE * mask.length ? undefined : kept[at],
  );
  const options = { sizes: [784, 300, 100, 10], batch, momentum: 0.9, decay: 1e-4, capacities };
  const network = buildSparseNetwork(new Graph(), options, starts);
  const { loss, updates, x, labels, rate } = network;
  const prepare = (session: Session): void => {
    session.write(
      x,
      Float32Array.from({ length: 784 * batch }, () => rng.uniform()),
    );
    const classes = new Float32Array(10 * batch);
    for (let place = 0; place < batch; place++) classes[rng.integer(10) * batch + place] = 1;
    session.write(labels, classes);
    session.write(rate, [0.01]);
    network.layers.forEach(({ pattern, kept: mask, weights }, at) => {
      const start = starts[at];
      if (!start) return;
      const values = pattern ? gatherEntries(start.weights, start.mask, pattern.capacity) : start.weights;
      session.write(weights, values);
      if (mask) session.write(mask, start.mask);
    });
  };
  return { program: compile({ outputs: [loss], updates }), prepare };
}
