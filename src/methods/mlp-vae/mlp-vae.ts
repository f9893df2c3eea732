import { compile } from '~/autodiff/compile';
import { Graph, type Node } from '~/autodiff/graph';
import { gatherRows, input, normal, randomIndex, sigmoid, slice } from '~/autodiff/ops';
import type { Program } from '~/autodiff/program';
import { adam } from '~/methods/optimizers/updates';
import type { Rng } from '~/methods/rng/rng';
import { decode, initVaeNets, weightsOf, type VaeNets, type VaeSizes } from './networks';
import { vaeLoss, vaeTerms } from './objective';

/** What a VAE learns from and is looked at with. */
export interface VaePieces {
  /** [n, pixels], in [0, 1]: batches are drawn from these, with replacement. */
  readonly train: Float32Array;
  /** [m, pixels]: never trained on; all that is measured is measured on these. */
  readonly test: Float32Array;
  /** [m, code], standard normal: the noise with which the test pictures are encoded, the same at each look. */
  readonly noise: Float32Array;
  /** Codes that a look decodes: how many. They are written into `VaeInputs.codes`. */
  readonly decoded: number;
  /** Test pictures whose reconstructions a look returns: the first so many. */
  readonly reconstructed: number;
}

export interface MlpVaeOptions extends VaeSizes {
  /** Pictures of a batch. */
  readonly batch: number;
}

/** What may be turned while a run goes on (scalars), and the codes to be decoded, [decoded, code]. */
export interface VaeInputs {
  /** η, Adam's rate. */
  readonly rate: Node;
  /** β, the weight of the KL term. */
  readonly beta: Node;
  /** λ, free bits in nats for each unit of the code. */
  readonly lambda: Node;
  readonly codes: Node;
}

/** One graph with its programs: a step of training, and a look at the test pictures and at the decoder. */
export interface MlpVae {
  readonly nets: VaeNets;
  readonly inputs: VaeInputs;
  readonly step: Program;
  readonly look: Program;
  readonly outputs: {
    /** Of the step, on its own batch: the loss that was lowered. */
    readonly loss: Node;
    /** Of the look, on all test pictures: R (scalar), KL of each unit ([code]), μ and log σ² ([m, code]). */
    readonly reconstruction: Node;
    readonly klByUnit: Node;
    readonly mean: Node;
    readonly logVariance: Node;
    /** Probabilities of ink: [decoded, pixels] and [reconstructed, pixels]. */
    readonly pictures: Node;
    readonly reconstructions: Node;
  };
}

/**
 * Builds a VAE of two multi-layer perceptrons and its programs; Adam with β₁ = 0.9, β₂ = 0.999 lowers `vaeLoss`.
 * Initial weights are drawn from `rng`; batches and noise are the graph's own random nodes.
 * @throws RangeError if a size is no whole number of at least 1, or there are fewer test pictures than shall be reconstructed.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, Algorithm 1
 * @example
 * const vae = buildMlpVae({ pixels: 196, hidden: 128, code: 2, batch: 128 }, createRng(3), pieces);
 * const step = await session.compile(vae.step);
 */
export function buildMlpVae(options: MlpVaeOptions, rng: Rng, pieces: VaePieces): MlpVae {
  const { pixels, code, batch } = options;
  const graph = new Graph();
  const nets = initVaeNets(graph, options, rng);
  const rows = (values: Float32Array, width: number, name: string) =>
    input(graph, [values.length / width, width], name, values);
  const test = rows(pieces.test, pixels, 'test pictures');
  const [tested = 0] = test.shape;
  if (pieces.reconstructed > tested)
    throw new RangeError(
      `buildMlpVae: ${pieces.reconstructed} reconstructions were asked for, found ${tested} test pictures`,
    );
  const inputs: VaeInputs = {
    rate: input(graph, [], 'rate', [1e-3]),
    beta: input(graph, [], 'beta', [1]),
    lambda: input(graph, [], 'lambda', [0]),
    codes: input(graph, [pieces.decoded, code], 'codes', new Float32Array(pieces.decoded * code)),
  };
  const train = rows(pieces.train, pixels, 'training pictures');
  const x = gatherRows(train, randomIndex(graph, [batch], train.shape[0] ?? NaN));
  const loss = vaeLoss(vaeTerms(nets, x, normal(graph, [batch, code])), inputs.beta, inputs.lambda);
  const seen = vaeTerms(nets, test, rows(pieces.noise, code, 'test noise'));
  const outputs = {
    reconstruction: seen.reconstruction,
    klByUnit: seen.klByUnit,
    mean: seen.mean,
    logVariance: seen.logVariance,
    pictures: sigmoid(decode(nets, inputs.codes)),
    reconstructions: sigmoid(slice(seen.logits, [0, 0], [pieces.reconstructed, pixels])),
  };
  return {
    nets,
    inputs,
    step: compile({ outputs: [loss], updates: adam(loss, weightsOf(nets), { rate: inputs.rate }) }),
    look: compile({ outputs: Object.values(outputs) }),
    outputs: { loss, ...outputs },
  };
}
