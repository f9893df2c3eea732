import { exp, log } from '~/methods/rng/portable-math';
import type { Rng } from '~/methods/rng/rng';
import { LOSSES, type LossName, type ToyGanOptions } from '~/methods/toy-gan/options';

/** What is drawn for a trial besides its loss; only what that loss has plays a part. */
export type Drawn = Pick<
  ToyGanOptions,
  | 'rateG'
  | 'rateD'
  | 'beta1'
  | 'hidden'
  | 'penalty'
  | 'clip'
  | 'radius'
  | 'margin'
  | 'pullingAway'
  | 'gamma'
  | 'lambdaK'
  | 'bottleneck'
> & { readonly k: number };

/** The ranges from which settings are drawn: `between` in equal ratios, `oneOf` each as likely. */
export const RANGES = {
  rateG: { between: [1e-4, 1e-2] },
  rateD: { between: [1e-4, 1e-2] },
  k: { oneOf: [1, 2, 5] },
  beta1: { oneOf: [0, 0.5, 0.9] },
  hidden: { oneOf: [16, 32, 64] },
  penalty: { between: [0.01, 10] },
  clip: { between: [0.01, 0.5] },
  radius: { between: [0.05, 1] },
  margin: { between: [0.1, 3] },
  pullingAway: { between: [0.001, 1] },
  gamma: { between: [0.2, 1] },
  lambdaK: { between: [1e-3, 1e-1] },
  bottleneck: { oneOf: [1, 2, 8] },
} as const satisfies {
  readonly [Name in keyof Drawn]:
    { readonly between: readonly [number, number] } | { readonly oneOf: readonly number[] };
};

/** Settings drawn by lot, always all of them and in one order, so that losses do not shift each other's luck. */
export function drawSettings(rng: Rng): Drawn {
  const draw = (range: (typeof RANGES)[keyof Drawn]): number => {
    if ('oneOf' in range) return range.oneOf[rng.integer(range.oneOf.length)] ?? NaN;
    const [low, high] = range.between;
    return low * exp(rng.uniform() * log(high / low));
  };
  return Object.fromEntries(
    Object.entries(RANGES).map(([name, range]) => [name, draw(range)]),
  ) as unknown as Drawn;
}

/** The loss of a trial: each in its turn. */
export function lossOf(index: number): LossName {
  return LOSSES[index % LOSSES.length] ?? 'minimax';
}
