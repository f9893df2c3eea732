import { scoreOfNormal } from '~/methods/score-function/estimators';
import { functions } from './functions';
import type { Params } from './reparameterization.params';

/** What no sampling is needed for: sums over a fine grid of the first coordinate, the others being independent of it. */
export interface Exact {
  /** The derivative of E f by μ₁ or σ₁. */
  readonly gradient: number;
  /** Mean and variance of one pathwise estimate; for a function that jumps the mean is not the gradient. */
  readonly pathwiseMean: number;
  readonly pathwise: number;
  /** b, as chosen, and the variance of one score-function estimate with it. Its mean is the gradient. */
  readonly baseline: number;
  readonly scoreFunction: number;
}

/** Cells per σ, and how many σ to each side. Cells end at 0, where functions bend or jump. */
const CELLS = 100;
const REACH = 9;

type Sums = Readonly<Record<'f' | 'ff' | 'ss' | 'fs' | 'fss' | 'ffss' | 'p' | 'pp', number>>;

/** Means under N(μ, σ²) of products of f, of the score s and of the pathwise estimate p, by the midpoint rule. */
function sumUp({ f, mu, sigma, by }: Params): Sums {
  const { value, slope } = functions[f];
  const width = sigma / CELLS;
  const sums = { f: 0, ff: 0, ss: 0, fs: 0, fss: 0, ffss: 0, p: 0, pp: 0 };
  const last = Math.ceil((mu + REACH * sigma) / width);
  for (let cell = Math.floor((mu - REACH * sigma) / width); cell < last; cell++) {
    const z = (cell + 0.5) * width;
    const noise = (z - mu) / sigma;
    const mass = Math.exp((-noise * noise) / 2) / Math.sqrt(2 * Math.PI) / CELLS;
    const score = scoreOfNormal({ mean: mu, deviation: sigma }, noise);
    const s = by === 'mu' ? score.byMean : score.byDeviation;
    const p = slope(z) * (by === 'mu' ? 1 : noise);
    const v = value(z);
    sums.f += mass * v;
    sums.ff += mass * v * v;
    sums.ss += mass * s * s;
    sums.fs += mass * v * s;
    sums.fss += mass * v * s * s;
    sums.ffss += mass * v * v * s * s;
    sums.p += mass * p;
    sums.pp += mass * p * p;
  }
  return sums;
}

/**
 * The gradient and the variances of both estimates from one sample. With R the sum of f over the other D − 1 coordinates,
 * independent of the score s of the first, $\operatorname{Var} = \mathbb{E}[(f + R - b)^2 s^2] - (\mathbb{E} f s)^2$.
 */
export function exactly(params: Params): Exact {
  const { dimensions, baseline } = params;
  const m = sumUp(params);
  const others = dimensions - 1;
  const b = {
    none: 0,
    mean: dimensions * m.f,
    // b* = E[F s²] / E[s²], Greensmith et al. 2004
    best: m.fss / m.ss + others * m.f,
  }[baseline];
  const rest = others * m.f - b;
  const restSquare = others * (m.ff - m.f * m.f) + rest * rest;
  return {
    gradient: m.fs,
    pathwiseMean: m.p,
    pathwise: m.pp - m.p * m.p,
    baseline: b,
    scoreFunction: m.ffss + 2 * rest * m.fss + restSquare * m.ss - m.fs * m.fs,
  };
}
