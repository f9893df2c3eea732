import { checkLengths } from './sgd';

/** Weights and what Adam carries from step to step. */
export interface AdamState {
  readonly weights: ArrayLike<number>;
  /** m, running mean of the gradient; zeros before the first step. */
  readonly mean: ArrayLike<number>;
  /** v, running mean of the squared gradient; zeros before the first step. */
  readonly square: ArrayLike<number>;
  /** t, steps done before; 0 before the first. */
  readonly steps: number;
}

export interface AdamOptions {
  /** Learning rate η. */
  readonly rate: number;
  /** β₁ in [0, 1) */
  readonly beta1: number;
  /** β₂ in [0, 1) */
  readonly beta2: number;
  /** ε > 0 */
  readonly epsilon: number;
}

/**
 * One step of Adam.
 *
 * $$m \leftarrow \beta_1 m + (1-\beta_1) g, \quad v \leftarrow \beta_2 v + (1-\beta_2) g^2, \quad
 * w \leftarrow w - \eta \, \frac{m / (1-\beta_1^t)}{\sqrt{v / (1-\beta_2^t)} + \varepsilon}$$
 *
 * Convention: ε stands outside the root and after the bias correction, as in the paper's Algorithm 1 and in PyTorch (the
 * "ε̂" form of the paper's section 2 moves it). No weight decay.
 * @param gradient g, as long as the weights
 * @returns the new state
 * @throws RangeError if the lengths differ.
 * @see Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, Algorithm 1
 * @example adamStep({ weights: [1], mean: [0], square: [0], steps: 0 }, [5], options).weights // 1 − η within ε: the first step is about η long
 */
export function adamStep(
  state: AdamState,
  gradient: ArrayLike<number>,
  { rate, beta1, beta2, epsilon }: AdamOptions,
): { weights: Float64Array; mean: Float64Array; square: Float64Array; steps: number } {
  checkLengths('adamStep', state.weights, gradient);
  const steps = state.steps + 1;
  const meanCorrection = 1 - beta1 ** steps;
  const squareCorrection = 1 - beta2 ** steps;
  const mean = Float64Array.from(state.mean, (m, i) => beta1 * m + (1 - beta1) * (gradient[i] ?? NaN));
  const square = Float64Array.from(
    state.square,
    (v, i) => beta2 * v + (1 - beta2) * (gradient[i] ?? NaN) ** 2,
  );
  const weights = Float64Array.from(state.weights, (w, i) => {
    const direction = (mean[i] ?? NaN) / meanCorrection;
    return w - (rate * direction) / (Math.sqrt((square[i] ?? NaN) / squareCorrection) + epsilon);
  });
  return { weights, mean, square, steps };
}
