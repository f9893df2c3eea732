import type { Node } from '~/autodiff/graph';
import { leastSquaresGeneratorLoss } from '~/methods/gan-losses/least-squares';
import { minimaxGeneratorLoss, nonSaturatingGeneratorLoss } from '~/methods/gan-losses/minimax';
import { wassersteinGeneratorLoss } from '~/methods/gan-losses/wasserstein';
import { evaluateGradient, evaluateScalar, numbersOf } from '~/runtime/evaluate';
import { HALF_AXIS } from './generator-loss.params';

/** The generator’s losses as the course trains with them: functions of the judge's outputs on generated samples. */
export const losses = {
  minimax: minimaxGeneratorLoss,
  nonSaturating: nonSaturatingGeneratorLoss,
  leastSquares: (fake) => leastSquaresGeneratorLoss(fake),
  /** The hinge loss of the generator is the same function. */
  linear: wassersteinGeneratorLoss,
} as const satisfies Record<string, (fake: Node) => Node>;
export type LossName = keyof typeof losses;

/** A loss of one sample as a function of the judge's output for it. */
export interface Curve {
  readonly a: readonly number[];
  readonly loss: readonly number[];
  /** dL/da. */
  readonly slope: readonly number[];
}

/** Loss and slope of one sample at the judge's output `a`: the training code itself, in 64 bits. */
export function readAt(name: LossName, a: number): { loss: number; slope: number } {
  const inputs = [[a]];
  return {
    loss: evaluateScalar(losses[name], inputs),
    slope: numbersOf(evaluateGradient(losses[name], inputs)[0] ?? NaN)[0] ?? NaN,
  };
}

/** The curve on `count` equally spaced points of the axis. */
export function curveOf(name: LossName, count = 81): Curve {
  const a = Array.from({ length: count }, (_, i) => HALF_AXIS * ((2 * i) / (count - 1) - 1));
  // The loss is a mean over samples, so a sample's slope is its entry of the gradient times their number.
  const gradient = numbersOf(evaluateGradient(losses[name], [a])[0] ?? NaN);
  return {
    a,
    loss: a.map((value) => evaluateScalar(losses[name], [[value]])),
    slope: gradient.map((entry) => entry * count),
  };
}
