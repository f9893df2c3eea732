/** A training step of the widget `vae-train`, on random pictures: the networks and the objective are the widget's own. */
import type { Program } from '~/autodiff/program';
import { buildMlpVae } from '~/methods/mlp-vae/mlp-vae';
import { createRng } from '~/methods/rng/create-rng';

export interface VaeBenchSizes {
  readonly pixels: number;
  /** Units of each of the two hidden layers of either network. */
  readonly hidden: number;
  readonly code: number;
  readonly batch: number;
  /** Pictures that batches are drawn from. */
  readonly rows: number;
}

/** One step with Adam, its loss as output. */
export function vaeProgram(sizes: VaeBenchSizes): Program {
  const rng = createRng(5);
  const uniform = (count: number) => Float32Array.from({ length: count }, () => rng.uniform());
  return buildMlpVae(sizes, rng, {
    train: uniform(sizes.rows * sizes.pixels),
    test: uniform(sizes.pixels),
    noise: new Float32Array(sizes.code),
    decoded: 1,
    reconstructed: 1,
  }).step;
}
