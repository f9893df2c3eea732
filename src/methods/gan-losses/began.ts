import type { Node } from '~/autodiff/graph';
import { abs, add, clamp, mean, multiply, subtract, type Operand } from '~/autodiff/ops';

/** The two numbers that steer BEGAN. `Value` is a number, or a node where the reader may turn it during a run. */
export interface BeganOptions<Value = Operand> {
  /** γ in (0, 1]: the ratio E L(G(z)) / E L(x) that is aimed at; smaller asks for less variety. */
  readonly gamma: Value;
  /** λ_k > 0, the gain of the controller; default 0.001, the paper's. */
  readonly lambda?: Value;
}

/** λ_k of the paper. */
export const BEGAN_LAMBDA = 0.001;

/**
 * The judge's loss of BEGAN, to be minimised, with errors $L(x)$ of an autoencoder (`absoluteError`):
 *
 * $$L_D = \mathbb{E}\, L(x) - k_t\, \mathbb{E}\, L(G(z))$$
 *
 * Without `beganControl`, which moves k_t after every step, this is not BEGAN: with k = 1 it is an unbounded critic's loss
 * that a judge lowers for ever by blowing up the error of samples, with k = 0 a plain autoencoder that never sees them.
 * @param realError L on data, [batch, 1] or any shape
 * @param fakeError L on generated samples, any shape
 * @param k k_t in [0, 1], a number or a node of shape `[]`; no gradient is meant to flow into it
 * @returns scalar `[]`
 * @throws Error if the nodes belong to different graphs.
 * @see Berthelot, Schumm and Metz, "BEGAN: boundary equilibrium generative adversarial networks", 2017, section 3.4
 * @example evaluate((x, y) => beganDiscriminatorLoss(x, y, 0.5), [[[2], [4]], [[1], [3]]]) // 2
 */
export function beganDiscriminatorLoss(realError: Node, fakeError: Node, k: Operand): Node {
  return subtract(mean(realError), multiply(mean(fakeError), k));
}

/**
 * The generator's loss of BEGAN, to be minimised: $L_G = \mathbb{E}\, L(G(z))$.
 * @param fakeError L on generated samples, [batch, 1] or any shape
 * @returns scalar `[]`
 * @see Berthelot, Schumm and Metz, 2017, section 3.4
 * @example evaluate(beganGeneratorLoss, [[[1], [3]]]) // 2
 */
export function beganGeneratorLoss(fakeError: Node): Node {
  return mean(fakeError);
}

/** γ E L(x) − E L(G(z)) */
function balance(realError: Node, fakeError: Node, gamma: Operand): Node {
  return subtract(multiply(mean(realError), gamma), mean(fakeError));
}

/**
 * The controller of BEGAN: the next k, so that E L(G(z)) is held at γ E L(x).
 *
 * $$k_{t+1} = \operatorname{clip}\bigl(k_t + \lambda_k (\gamma\, \mathbb{E} L(x) - \mathbb{E} L(G(z))),\ 0,\ 1\bigr), \quad k_0 = 0$$
 *
 * Written by `{ rule: 'assign', parameter: k, value: beganControl(…) }`. Convention: clipped to [0, 1]; an old compare_gan
 * leaves it unclipped.
 * @param k k_t, a node of shape `[]` (a parameter that starts at 0)
 * @param realError L on data, any shape: its mean counts
 * @param fakeError L on generated samples, any shape
 * @returns scalar `[]`, in [0, 1]
 * @throws Error if the nodes belong to different graphs.
 * @see Berthelot, Schumm and Metz, 2017, section 3.4
 * @example evaluate((k, x, y) => beganControl(k, x, y, { gamma: 0.5, lambda: 0.1 }), [0.2, [[2]], [[3]]]) // 0 (0.2 − 0.1 · 2)
 */
export function beganControl(
  k: Node,
  realError: Node,
  fakeError: Node,
  { gamma, lambda = BEGAN_LAMBDA }: BeganOptions,
): Node {
  return clamp(add(k, multiply(balance(realError, fakeError, gamma), lambda)), 0, 1);
}

/**
 * BEGAN's measure of convergence, small when data are reconstructed well and the balance is held:
 * $M = \mathbb{E} L(x) + |\gamma\, \mathbb{E} L(x) - \mathbb{E} L(G(z))|$.
 * @returns scalar `[]`, ≥ 0, in the units of the error
 * @see Berthelot, Schumm and Metz, 2017, section 3.4.1
 * @example evaluate((x, y) => beganConvergence(x, y, 0.5), [[[2]], [[3]]]) // 4
 */
export function beganConvergence(realError: Node, fakeError: Node, gamma: Operand): Node {
  return add(mean(realError), abs(balance(realError, fakeError, gamma)));
}

/**
 * `beganControl` on numbers, for drawings and for checks of a recorded run.
 * @param k k_t in [0, 1]
 * @param real E L(x), ≥ 0
 * @param fake E L(G(z)), ≥ 0
 * @returns k_{t+1} in [0, 1]; NaN where an error is not a number
 * @example beganControlStep(0.2, 2, 0.5, { gamma: 0.5, lambda: 0.1 }) // 0.25
 */
export function beganControlStep(
  k: number,
  real: number,
  fake: number,
  { gamma, lambda = BEGAN_LAMBDA }: BeganOptions<number>,
): number {
  return Math.min(Math.max(k + lambda * (gamma * real - fake), 0), 1);
}
