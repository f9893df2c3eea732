import { checkLengths } from './sgd';

/** Weights and what momentum carries from step to step. */
export interface MomentumState {
  readonly weights: ArrayLike<number>;
  /** v, as long as the weights; zeros before the first step. */
  readonly velocity: ArrayLike<number>;
}

/**
 * One step of gradient descent with momentum (Polyak 1964), in PyTorch's form: no dampening, not Nesterov's, no decay.
 *
 * $$v \leftarrow \mu v + g, \qquad w \leftarrow w - \eta v$$
 *
 * The rate multiplies the whole velocity; in Sutskever et al. (2013, Eq. 1) it multiplies the gradient only, which differs when
 * the rate changes during a run.
 * @param gradient g, as long as the weights
 * @param options.rate η
 * @param options.momentum μ in [0, 1)
 * @returns the new state
 * @throws RangeError if the lengths differ.
 * @example momentumStep({ weights: [1], velocity: [2] }, [1], { rate: 0.1, momentum: 0.5 }) // weights [0.8], velocity [2]
 */
export function momentumStep(
  state: MomentumState,
  gradient: ArrayLike<number>,
  { rate, momentum }: { readonly rate: number; readonly momentum: number },
): { weights: Float64Array; velocity: Float64Array } {
  checkLengths('momentumStep', state.weights, gradient);
  const velocity = Float64Array.from(state.velocity, (v, i) => momentum * v + (gradient[i] ?? NaN));
  const weights = Float64Array.from(state.weights, (w, i) => w - rate * (velocity[i] ?? NaN));
  return { weights, velocity };
}
