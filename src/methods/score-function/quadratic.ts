/** The exact gradient of E f by the first μ for f(z) = |z − c|², and the variances of its estimates from one sample. */
export interface QuadraticVariances {
  /** 2 (μ₁ − c₁) */
  readonly gradient: number;
  /** Of the pathwise estimate: 4σ², whatever the dimension. */
  readonly pathwise: number;
  /** Of the score-function estimate with the given baseline. */
  readonly scoreFunction: number;
  /** The baseline that makes that least. */
  readonly bestBaseline: number;
  /** Of the score-function estimate with it. */
  readonly withBestBaseline: number;
}

/**
 * Closed forms for $f(z) = \lVert z - c \rVert^2$, $z \sim N(\mu, \sigma^2 I_D)$, $\delta = \mu - c$, by the first coordinate of μ. With
 * $R = \sum_{j>1} (z_j - c_j)^2$, of mean $r_1$ and second moment $r_2$:
 *
 * $$\operatorname{Var} \hat g_\text{path} = 4\sigma^2, \qquad b^* = \delta_1^2 + 3\sigma^2 + r_1$$
 *
 * $$\operatorname{Var} \hat g_\text{score} = \frac{\delta_1^4 + 18\delta_1^2\sigma^2 + 15\sigma^4 + 2 r_1 (\delta_1^2 + 3\sigma^2) + r_2 - 2 b\, b^* + b^2}{\sigma^2} - 4\delta_1^2$$
 *
 * The first does not grow with D; the second grows like D² without a baseline and like D with the best one.
 * @param offsets δ, one for each dimension, at least one
 * @param deviation σ > 0
 * @param baseline b of `scoreFunction`; default 0
 * @throws RangeError if there is no offset or σ is not above 0.
 * @see the moments of a normal, E ε⁴ = 3, E ε⁶ = 15; for the estimators Mohamed et al., JMLR 21, 2020, section 3
 * @example quadraticVariances([1], 1) // gradient 2, pathwise 4, scoreFunction 30, bestBaseline 4, withBestBaseline 14
 */
export function quadraticVariances(
  offsets: readonly number[],
  deviation: number,
  baseline = 0,
): QuadraticVariances {
  const [first, ...others] = offsets;
  if (first === undefined) throw new RangeError('quadraticVariances: needs at least one offset, found none');
  if (!(deviation > 0 && deviation < Infinity))
    throw new RangeError(`quadraticVariances: deviation must be above 0 and finite, found ${deviation}`);
  const [square, variance] = [first * first, deviation * deviation];
  const restMean = others.reduce((sum, d) => sum + d * d + variance, 0);
  const restVariance = others.reduce((sum, d) => sum + 4 * d * d * variance + 2 * variance * variance, 0);
  const own = square * square + 18 * square * variance + 15 * variance * variance;
  const cross = 2 * restMean * (square + 3 * variance);
  const second = own + cross + restVariance + restMean * restMean;
  const best = square + 3 * variance + restMean;
  const at = (b: number) => (second - 2 * b * best + b * b) / variance - 4 * square;
  return {
    gradient: 2 * first,
    pathwise: 4 * variance,
    scoreFunction: at(baseline),
    bestBaseline: best,
    withBestBaseline: at(best),
  };
}
