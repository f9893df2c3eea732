import type { Node } from '~/autodiff/graph';
import type { Activation } from '~/methods/mlp/mlp';

/** The games: `r1` is the non-saturating one with the penalty R1. */
export const LOSSES = [
  'minimax',
  'nonSaturating',
  'wassersteinGp',
  'wassersteinClip',
  'leastSquares',
  'hinge',
  'dragan',
  'ebgan',
  'began',
  'r1',
] as const;
export type LossName = (typeof LOSSES)[number];

/** The law of the generator's input: N(0, I); uniform on [−√3, √3]ᵈ (variance 1 too); eight clusters of its own. */
export const NOISE_LAWS = ['gaussian', 'uniform', 'eight'] as const;
export type NoiseLaw = (typeof NOISE_LAWS)[number];

/** Optimisers that both players may use; `momentum` is SGD with heavy-ball momentum. */
export const OPTIMIZERS = ['adam', 'momentum', 'sgd'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

type Switch = 'off' | 'on';

/** What the judge says: a probability, a critic's score, or an energy (low on data). */
export type VerdictKind = 'probability' | 'score' | 'energy';

/** Everything that shapes a GAN in the plane. Names as in the widget, so that its settings are such options. */
export interface ToyGanOptions {
  readonly loss: LossName;
  /** Learning rates η. */
  readonly rateG: number;
  readonly rateD: number;
  /** λ of WGAN-GP and DRAGAN, γ of R1 (which multiplies ½ E‖∇D‖²); the other losses have no penalty. */
  readonly penalty: number;
  /** c: WGAN's weights are kept in [−c, c]. */
  readonly clip: number;
  /** Standard deviation of the noise around data at which DRAGAN's penalty is taken. */
  readonly radius: number;
  /** m of EBGAN: generated samples of more energy than this are left alone. */
  readonly margin: number;
  /** Weight of EBGAN's pulling-away term in the generator's loss; 0: none. */
  readonly pullingAway: number;
  /** Units of the bottleneck of the judges that are auto-encoders (EBGAN, BEGAN). */
  readonly bottleneck: number;
  /** γ of BEGAN. */
  readonly gamma: number;
  /** λ_k of BEGAN, the gain of its controller. */
  readonly lambdaK: number;
  readonly optimizer: OptimizerName;
  /** β₁ of Adam; μ of momentum; nothing of plain descent. */
  readonly beta1: number;
  /** The judge's weights divided by their largest singular value. */
  readonly spectralNorm: Switch;
  /** The judge sees how alike the samples of a batch are. */
  readonly minibatch: Switch;
  readonly batch: number;
  /** Units of each hidden layer, and how many hidden layers either network has. */
  readonly hidden: number;
  readonly layers: number;
  readonly activation: Activation;
  /** Dimensions of z, and its law. */
  readonly noise: number;
  readonly noiseLaw: NoiseLaw;
  /** Factor on the initial weights of the generator's last layer: how wide its first samples lie. */
  readonly spread: number;
}

/** The judge's verdict as a number that means the same in a frame and in a chart. */
export function verdictKind(loss: LossName): VerdictKind {
  if (loss === 'ebgan' || loss === 'began') return 'energy';
  const logits: readonly LossName[] = ['minimax', 'nonSaturating', 'dragan', 'r1'];
  return logits.includes(loss) ? 'probability' : 'score';
}

/** Whether a loss has the setting `penalty`. */
export function hasPenalty(loss: LossName): boolean {
  return loss === 'wassersteinGp' || loss === 'dragan' || loss === 'r1';
}

export type Judge = (x: Node) => Node;
