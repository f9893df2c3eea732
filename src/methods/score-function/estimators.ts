import type { Rng } from '~/methods/rng/rng';

/** The Gaussian N(μ, σ²) whose parameters are to be learnt. σ itself, not log σ². */
export interface Normal {
  /** μ */
  readonly mean: number;
  /** σ > 0 */
  readonly deviation: number;
}

/** One estimate of the gradient of E f(z) by both parameters. */
export interface GradientSample {
  /** by μ */
  readonly byMean: number;
  /** by σ */
  readonly byDeviation: number;
}

/** @throws RangeError unless σ is above 0 and finite. */
function checkNormal(name: string, { deviation }: Normal): void {
  if (!(deviation > 0 && deviation < Infinity))
    throw new RangeError(`${name}: deviation must be above 0 and finite, found ${deviation}`);
}

/**
 * The pathwise (reparameterised) estimate: with $z = \mu + \sigma\epsilon$,
 * $\hat g_\mu = f'(z)$ and $\hat g_\sigma = f'(z)\, \epsilon$. It needs the derivative of f.
 * @param slope f′
 * @param noise ε, a standard normal
 * @throws RangeError if σ is not above 0.
 * @see Kingma and Welling, "Auto-encoding variational Bayes", ICLR 2014, section 2.4; Mohamed et al., "Monte Carlo gradient
 * estimation in machine learning", JMLR 21, 2020, section 5
 * @example pathwiseGradient((z) => 2 * z, { mean: 1, deviation: 0.5 }, 2) // { byMean: 4, byDeviation: 8 }
 */
export function pathwiseGradient(slope: (z: number) => number, at: Normal, noise: number): GradientSample {
  checkNormal('pathwiseGradient', at);
  const byMean = slope(at.mean + at.deviation * noise);
  return { byMean, byDeviation: byMean * noise };
}

/**
 * The derivatives of log N(z; μ, σ²) at z = μ + σε: $\epsilon / \sigma$ by μ and $(\epsilon^2 - 1)/\sigma$ by σ. Their mean is 0.
 * @param noise ε
 * @throws RangeError if σ is not above 0.
 * @example scoreOfNormal({ mean: 1, deviation: 0.5 }, 2) // { byMean: 4, byDeviation: 6 }
 */
export function scoreOfNormal(at: Normal, noise: number): GradientSample {
  checkNormal('scoreOfNormal', at);
  return { byMean: noise / at.deviation, byDeviation: (noise * noise - 1) / at.deviation };
}

/**
 * The score-function estimate (REINFORCE), which needs only values of f, so f may have jumps or z be discrete:
 *
 * $$\hat g = (f(z) - b)\, \nabla \log N(z; \mu, \sigma^2)$$
 *
 * Any baseline b that does not depend on z leaves the mean as it is, because the score's mean is 0; it moves the variance.
 * @param value f
 * @param noise ε, a standard normal
 * @param baseline b; default 0
 * @throws RangeError if σ is not above 0.
 * @see Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", Machine Learning 8,
 * 1992, Eq. 4; Mohamed et al., 2020, sections 4 and 7.4
 * @example scoreFunctionGradient((z) => z * z, { mean: 1, deviation: 0.5 }, 2) // { byMean: 16, byDeviation: 24 }
 */
export function scoreFunctionGradient(
  value: (z: number) => number,
  at: Normal,
  noise: number,
  baseline = 0,
): GradientSample {
  const score = scoreOfNormal(at, noise);
  const reward = value(at.mean + at.deviation * noise) - baseline;
  return { byMean: reward * score.byMean, byDeviation: reward * score.byDeviation };
}

/**
 * The constant baseline that makes the variance least: $b^* = \mathbb{E}[f s^2] / \mathbb{E}[s^2]$, s the score by one parameter.
 * It is not the mean of f. Estimated from the same samples as the gradient it brings in a small bias: use others.
 * @param values f(z)
 * @param scores s at the same z
 * @throws RangeError if the lengths differ, there is none, or every score is 0.
 * @see Greensmith, Bartlett and Baxter, "Variance reduction techniques for gradient estimates in reinforcement learning",
 * JMLR 5, 2004; Mohamed et al., 2020, section 7.4.1
 * @example bestBaseline([1, 4], [1, 2]) // 3.4: (1 · 1 + 4 · 4) / 5
 */
export function bestBaseline(values: readonly number[], scores: readonly number[]): number {
  if (values.length === 0 || values.length !== scores.length)
    throw new RangeError(
      `bestBaseline: expected as many scores as values and at least one, found ${scores.length} and ${values.length}`,
    );
  const squares = scores.map((score) => score * score);
  const total = squares.reduce((sum, square) => sum + square, 0);
  if (total === 0) throw new RangeError('bestBaseline: at least one score must not be 0');
  return values.reduce((sum, value, i) => sum + value * squares[i]!, 0) / total;
}

/** Mean and variance of many estimates. */
export interface Moments {
  readonly mean: number;
  /** Unbiased: divided by n − 1. Of a single estimate, not of the mean of n. */
  readonly variance: number;
  /** √(variance / n): how far the mean may be off. */
  readonly standardError: number;
}

/**
 * Mean, unbiased variance and standard error.
 * @throws RangeError if there are fewer than two values.
 * @example momentsOf([1, 3]) // { mean: 2, variance: 2, standardError: 1 }
 */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n < 2) throw new RangeError(`momentsOf: needs at least two values, found ${n}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, variance, standardError: Math.sqrt(variance / n) };
}

/** What is compared: a function with its derivative, and where. */
export interface Comparison {
  readonly value: (z: number) => number;
  /** f′ */
  readonly slope: (z: number) => number;
  readonly at: Normal;
  /** Samples of the noise, ≥ 2. */
  readonly samples: number;
  /** b; default 0. */
  readonly baseline?: number;
}

/** Estimates of the gradient by μ, each from one and the same samples of the noise. */
export interface Compared {
  readonly pathwise: Moments;
  readonly scoreFunction: Moments;
  readonly withBaseline: Moments;
}

/**
 * Both estimates of ∇_μ E f(z), the second without and with the baseline, on the same noise.
 * @param rng the run's generator; `samples` normals are taken
 * @throws RangeError if there are fewer than two samples or σ is not above 0.
 * @example compareEstimators({ value, slope, at: { mean: 1, deviation: 1 }, samples: 1000, baseline: 2 }, createRng(1))
 */
export function compareEstimators(
  { value, slope, at, samples, baseline = 0 }: Comparison,
  rng: Rng,
): Compared {
  const noise = Array.from({ length: samples }, () => rng.normal());
  const moments = (estimate: (epsilon: number) => GradientSample) =>
    momentsOf(noise.map((epsilon) => estimate(epsilon).byMean));
  return {
    pathwise: moments((epsilon) => pathwiseGradient(slope, at, epsilon)),
    scoreFunction: moments((epsilon) => scoreFunctionGradient(value, at, epsilon)),
    withBaseline: moments((epsilon) => scoreFunctionGradient(value, at, epsilon, baseline)),
  };
}
