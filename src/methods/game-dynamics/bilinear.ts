/** A state of the game: the generator's one parameter x and the judge's one parameter y. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One step of both players of the bilinear game at learning rate η. */
export type GameStep = (at: Place, rate: number) => Place;

/**
 * Both players of the bilinear game $V(x, y) = xy$, which x lowers and y raises, step from the same state:
 *
 * $$x' = x - \eta y, \qquad y' = y + \eta x$$
 *
 * The only equilibrium is (0, 0). The distance from it grows in every step by the factor $\sqrt{1+\eta^2}$, whatever η.
 * @param at any finite state
 * @param rate η > 0
 * @see Mescheder, Geiger and Nowozin, "Which training methods for GANs do actually converge?", ICML 2018, section 2 (the
 * same with a sigmoid)
 * @example simultaneousStep({ x: 1, y: 0 }, 0.5) // { x: 1, y: 0.5 }
 */
export function simultaneousStep({ x, y }: Place, rate: number): Place {
  return { x: x - rate * y, y: y + rate * x };
}

/**
 * The generator steps first, and the judge answers to its new state: $x' = x - \eta y$, $y' = y + \eta x'$.
 * For η < 2 the state stays for ever on the ellipse $x^2 - \eta xy + y^2$ = const (both eigenvalues lie on the unit
 * circle): it neither flies off nor comes to rest.
 * @param at any finite state
 * @param rate η > 0
 * @example alternatingStep({ x: 1, y: 0 }, 0.5) // { x: 1, y: 0.5 }
 */
export function alternatingStep({ x, y }: Place, rate: number): Place {
  const moved = x - rate * y;
  return { x: moved, y: y + rate * moved };
}

/**
 * Extragradient: a trial step of both players, then the step from the old state with the gradients found at the trial:
 *
 * $$\tilde x = x - \eta y,\quad \tilde y = y + \eta x, \qquad x' = x - \eta\tilde y,\quad y' = y + \eta\tilde x$$
 *
 * The distance from the equilibrium changes by $\sqrt{1-\eta^2+\eta^4}$ a step: it shrinks for η < 1.
 * @param at any finite state
 * @param rate η > 0
 * @see Korpelevich, "The extragradient method for finding saddle points and other problems", 1976; for GANs: Gidel et al.,
 * "A variational inequality perspective on generative adversarial networks", ICLR 2019
 * @example extragradientStep({ x: 1, y: 0 }, 0.5) // { x: 0.75, y: 0.5 }
 */
export function extragradientStep(at: Place, rate: number): Place {
  const trial = simultaneousStep(at, rate);
  return { x: at.x - rate * trial.y, y: at.y + rate * trial.x };
}

/**
 * Simultaneous steps with a zero-centred penalty on the judge. Its output is $D(x) = yx$, the gradient of which by its
 * input is y, so the penalty is $\tfrac\gamma2 y^2$:
 *
 * $$x' = x - \eta y, \qquad y' = y + \eta (x - \gamma y)$$
 *
 * With $0 < \gamma < 2$ the distance shrinks on average by $\sqrt{1-\eta\gamma+\eta^2}$ a step, so for η < γ.
 * @param at any finite state
 * @param rate η > 0
 * @param weight γ ≥ 0
 * @see Mescheder, Geiger and Nowozin, ICML 2018, section 4.1 (R₁)
 * @example penalizedStep({ x: 1, y: 1 }, 0.5, 1) // { x: 0.5, y: 1 }
 */
export function penalizedStep({ x, y }: Place, rate: number, weight: number): Place {
  return { x: x - rate * y, y: y + rate * (x - weight * y) };
}

/**
 * By what factor a linear step changes the distance from the equilibrium in the long run: the largest modulus of the
 * eigenvalues of its matrix, $\rho = \max_i |\lambda_i|$.
 * @param step linear in the state
 * @param rate η
 * @returns ρ ≥ 0: below 1 the game comes to rest, above 1 it flies off, at 1 it circles
 * @example spectralRadius(simultaneousStep, 0.5) // 1.118033988749895, which is √1.25
 */
export function spectralRadius(step: GameStep, rate: number): number {
  const first = step({ x: 1, y: 0 }, rate);
  const second = step({ x: 0, y: 1 }, rate);
  const half = (first.x + second.y) / 2;
  const determinant = first.x * second.y - second.x * first.y;
  const inside = half * half - determinant;
  return inside < 0 ? Math.sqrt(determinant) : Math.abs(half) + Math.sqrt(inside);
}
