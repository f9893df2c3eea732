import { createRng } from '~/methods/rng/create-rng';
import {
  momentsOf,
  pathwiseGradient,
  scoreFunctionGradient,
  type GradientSample,
  type Moments,
} from '~/methods/score-function/estimators';
import { functions } from './functions';
import type { Params } from './reparameterization.params';

/** n single-sample gradients of each kind, on the same noise. */
export interface Estimates {
  readonly pathwise: readonly number[];
  readonly scoreFunction: readonly number[];
  readonly pathwiseMoments: Moments;
  readonly scoreMoments: Moments;
}

/** The noise of a run: one row of D normals for each of n samples. It does not depend on μ or σ. */
export function drawNoise({
  samples,
  dimensions,
  draw,
}: Pick<Params, 'samples' | 'dimensions' | 'draw'>): Float64Array {
  const rng = createRng(draw);
  return Float64Array.from({ length: samples * dimensions }, () => rng.normal());
}

/** Both estimates of every sample: the method's own functions, on z = μ + σε. */
export function estimate(params: Params, noise: Float64Array, baseline: number): Estimates {
  const { f, mu, sigma, samples, dimensions, by } = params;
  const { value, slope } = functions[f];
  const at = { mean: mu, deviation: sigma };
  const part = (sample: GradientSample) => (by === 'mu' ? sample.byMean : sample.byDeviation);
  const pathwise: number[] = [];
  const scoreFunction: number[] = [];
  for (let i = 0; i < samples; i++) {
    const first = i * dimensions;
    const epsilon = noise[first] ?? NaN;
    let others = 0;
    for (let j = 1; j < dimensions; j++) others += value(mu + sigma * (noise[first + j] ?? NaN));
    pathwise.push(part(pathwiseGradient(slope, at, epsilon)));
    scoreFunction.push(part(scoreFunctionGradient((z) => value(z) + others, at, epsilon, baseline)));
  }
  return {
    pathwise,
    scoreFunction,
    pathwiseMoments: momentsOf(pathwise),
    scoreMoments: momentsOf(scoreFunction),
  };
}

export interface Histogram {
  /** Outline of the bars, from left to right. */
  readonly xs: readonly number[];
  /** Share of the samples in the bar. */
  readonly ys: readonly number[];
  readonly peak: number;
  /** How many samples lie beyond the ends. */
  readonly outside: number;
}

/** Shares of the values in equal bars of a range. */
export function histogramOf(
  values: readonly number[],
  [from, to]: readonly [number, number],
  bars = 41,
): Histogram {
  const counts = Array.from({ length: bars }, () => 0);
  let outside = 0;
  for (const value of values) {
    const bar = Math.floor(((value - from) / (to - from)) * bars);
    if (bar >= 0 && bar < bars) counts[bar] = (counts[bar] ?? 0) + 1;
    else outside++;
  }
  const edge = (bar: number) => from + ((to - from) * bar) / bars;
  const shares = counts.map((count) => count / values.length);
  return {
    xs: shares.flatMap((_, bar) => [edge(bar), edge(bar + 1)]),
    ys: shares.flatMap((share) => [share, share]),
    peak: Math.max(...shares),
    outside,
  };
}

/** Means of the first n values at about equal ratios of n. */
export function runningMeans(values: readonly number[], points = 30): { n: number[]; mean: number[] } {
  const wanted = new Set(
    Array.from({ length: points }, (_, i) => Math.round(values.length ** (i / (points - 1)))),
  );
  const n: number[] = [];
  const mean: number[] = [];
  let sum = 0;
  values.forEach((value, i) => {
    sum += value;
    if (!wanted.has(i + 1)) return;
    n.push(i + 1);
    mean.push(sum / (i + 1));
  });
  return { n, mean };
}
