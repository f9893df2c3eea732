import type { Node } from '~/autodiff/graph';
import { add, multiply, normal, parameter, uniform } from '~/autodiff/ops';
import type { Update } from '~/autodiff/program';
import {
  beganControl,
  beganConvergence,
  beganDiscriminatorLoss,
  beganGeneratorLoss,
} from '~/methods/gan-losses/began';
import { energyDiscriminatorLoss, energyGeneratorLoss } from '~/methods/gan-losses/ebgan';
import { hingeDiscriminatorLoss, hingeGeneratorLoss } from '~/methods/gan-losses/hinge';
import { leastSquaresDiscriminatorLoss, leastSquaresGeneratorLoss } from '~/methods/gan-losses/least-squares';
import {
  minimaxDiscriminatorLoss,
  minimaxGeneratorLoss,
  nonSaturatingGeneratorLoss,
} from '~/methods/gan-losses/minimax';
import { wassersteinCriticLoss, wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { draganPenalty } from '~/methods/gradient-penalties/dragan';
import { gradientPenalty } from '~/methods/gradient-penalties/gradient-penalty';
import { r1Penalty } from '~/methods/gradient-penalties/r1';
import type { Judge, LossName, ToyGanOptions } from './options';

/** What the reader may turn while a run goes on: inputs of shape []. */
export interface Knobs {
  readonly rateG: Node;
  readonly rateD: Node;
  readonly penalty: Node;
  readonly radius: Node;
  readonly pullingAway: Node;
  readonly gamma: Node;
  readonly lambdaK: Node;
}

/** The judge's side of a game on one batch. */
export interface JudgeGame {
  /** Scalar, to be minimised by the judge. */
  readonly loss: Node;
  /** Changes of state besides the judge's weights: BEGAN's k. */
  readonly updates: readonly Update[];
  /** BEGAN's k before the step and its measure of convergence M; undefined for other losses. */
  readonly began: { readonly k: Node; readonly convergence: Node } | undefined;
}

/** The two losses of a game without its penalty. Minimisers of these are what the papers' players want. */
const PLAIN: {
  readonly [Loss in Exclude<LossName, 'ebgan' | 'began'>]: (real: Node, fake: Node) => Node;
} = {
  minimax: minimaxDiscriminatorLoss,
  nonSaturating: minimaxDiscriminatorLoss,
  dragan: minimaxDiscriminatorLoss,
  r1: minimaxDiscriminatorLoss,
  wassersteinGp: wassersteinCriticLoss,
  wassersteinClip: wassersteinCriticLoss,
  leastSquares: (real, fake) => leastSquaresDiscriminatorLoss(real, fake),
  hinge: hingeDiscriminatorLoss,
};

const GENERATOR: { readonly [Loss in LossName]: (judged: Node) => Node } = {
  minimax: minimaxGeneratorLoss,
  nonSaturating: nonSaturatingGeneratorLoss,
  dragan: nonSaturatingGeneratorLoss,
  r1: nonSaturatingGeneratorLoss,
  wassersteinGp: wassersteinGeneratorLoss,
  wassersteinClip: wassersteinGeneratorLoss,
  leastSquares: (judged) => leastSquaresGeneratorLoss(judged),
  hinge: hingeGeneratorLoss,
  ebgan: energyGeneratorLoss,
  began: beganGeneratorLoss,
};

/**
 * The judge's loss on a batch of data and one of samples, with its penalty if the game has one.
 *
 * DRAGAN and R1 are played with the non-saturating loss of the generator, as in the code of compare_gan and in R1's paper.
 * BEGAN's k follows the judge's batches; it begins at 0.
 * @param real [batch, 2]
 * @param fake [batch, 2]
 */
export function judgeGame(
  { loss, margin }: ToyGanOptions,
  judge: Judge,
  real: Node,
  fake: Node,
  knobs: Knobs,
): JudgeGame {
  const [onReal, onFake] = [judge(real), judge(fake)];
  if (loss === 'began') return beganGame(onReal, onFake, knobs);
  const plain =
    loss === 'ebgan' ? energyDiscriminatorLoss(onReal, onFake, margin) : PLAIN[loss](onReal, onFake);
  const penalty = penaltyOf(loss, judge, real, fake, knobs);
  return {
    loss: penalty ? add(plain, multiply(knobs.penalty, penalty)) : plain,
    updates: [],
    began: undefined,
  };
}

function penaltyOf(
  loss: LossName,
  judge: Judge,
  real: Node,
  fake: Node,
  { radius }: Knobs,
): Node | undefined {
  const { graph, shape } = real;
  if (loss === 'wassersteinGp')
    return gradientPenalty(judge, real, fake, uniform(graph, [shape[0] ?? NaN, 1]));
  if (loss === 'dragan') return draganPenalty(judge, real, multiply(normal(graph, shape), radius));
  return loss === 'r1' ? r1Penalty(judge, real) : undefined;
}

function beganGame(realError: Node, fakeError: Node, { gamma, lambdaK }: Knobs): JudgeGame {
  const k = parameter(realError.graph, [], [0], 'BEGAN k');
  return {
    loss: beganDiscriminatorLoss(realError, fakeError, k),
    updates: [
      {
        rule: 'assign',
        parameter: k,
        value: beganControl(k, realError, fakeError, { gamma, lambda: lambdaK }),
      },
    ],
    began: { k, convergence: beganConvergence(realError, fakeError, gamma) },
  };
}

/** The generator's loss of what the judge says of its samples: a mean over them. */
export function generatorLoss(loss: LossName, judged: Node): Node {
  return GENERATOR[loss](judged);
}
